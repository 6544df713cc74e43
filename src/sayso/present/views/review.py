"""A thing that a reviewer decides on: how it was read, and what can be said about that."""

from dataclasses import dataclass

from sayso.model.decision import Setting, What
from sayso.model.relation import Ref
from sayso.present.views.common import Link, Quote
from sayso.present.views.reviewed import DecisionView


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several to pick from: what is sent for it, and what it says."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Field:
    """Something to put right: its value as text, what else it may be (`choices`, where nothing else will do;
    `known` are only proposed), and how it is written (`hint`)."""

    name: str
    label: str
    value: str
    choices: tuple[Choice, ...] = ()
    known: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class ReviewView:
    """A thing, and what can be decided of it. `kind` and `head` say what it is, `reading` how sayso read it.

    `alone` is what can be decided of it by itself. `fields` can be corrected. `claims` are those that a fact
    may be taken out of, `origins` the parties that a claim may not rest on, `others` the claims that it may
    be one with. `names` are those of an entity, `known` the names that it may be one with. `parts` are the
    facts of a claim. `decided` is what was decided on it already; `seen` the id of the last of these.
    """

    ref: Ref
    kind: str
    head: str
    href: str | None
    reading: str
    quotes: tuple[Quote, ...]
    alone: tuple[What, ...]
    fields: tuple[Field, ...] = ()
    claims: tuple[Choice, ...] = ()
    origins: tuple[Choice, ...] = ()
    others: tuple[Choice, ...] = ()
    names: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    parts: tuple[Quote, ...] = ()
    decided: tuple[DecisionView, ...] = ()
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reviewer wants decided: `about` what, `with_` what else where two are meant; of entities, by
    which of their names."""

    what: What
    about: Ref
    by: str
    note: str = ""
    with_: Ref | None = None
    name: str = ""
    with_name: str = ""
    set: tuple[Setting, ...] = ()


@dataclass(frozen=True, slots=True)
class AskView:
    """A fact that a reviewer should look at: why, its sentence, how sayso read it, its claim."""

    id: str
    why: str
    quote: Quote
    reading: str
    claim: Link | None
