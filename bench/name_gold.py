"""Mentions of the shipped stories and the Kursk reports by hand (`gold/names/*.yaml`), told by short strings.

Of each entity: `names`, `described` (role words that a reader of the story ties to it, wherever they stand),
`pronouns` (those that are sources of statements). A string alone means every place where it stands in any
report; `04 …` only in the report whose name begins so, `04 she#1,2` only there and then, counted from 0 as a
whole word. A longer string goes before a shorter one at the same place, then the one told more closely. Of
`unnamed` ones each report has its own. `aside` are lines and bits that are no part of the article (headers,
bylines, credits, lines of the site): what stands there is neither asked for nor punished.

**Which mentions count.** Names of people, bodies, places, states and ships, acronyms too, without title and
article; a phrase of country and body ("Seoul's intelligence agency") is one name, and what stands inside it
is none of its own. Descriptions of people and bodies: of a named one, or of an unnamed source. Not asked for,
since a reader too would have to argue about them: a role word right beside the name it belongs to ("the
captain, X", "company spokesman X"), nouns that only modify ("union chief": the chief counts), descriptions of
places and things ("the river", "the ferry", "the plant"), peoples ("the Russians") and troops ("Ukrainian
forces"), channels (X, Facebook), pronouns that are no source, or stand inside a quotation.

**Heads.** The last word of a mention, or of what stands before its first "of", "for" or "in".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sayso.model.report import Pair

TIERS = ("names", "described", "pronouns")

_PLACED = re.compile(r"(?:(\d{2,3}) )?([^#]+?)(?:#([\d,]+))?")
_LINKS = re.compile(r" (?:of|for|in) ")


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention: the report's number, its place and its head's, the entity, and how it is told."""

    report: str
    span: Pair
    head: Pair
    entity: str
    tier: str


@dataclass(frozen=True, slots=True)
class Told:
    """What the gold says of one entity."""

    name: str
    kind: str | None
    authority: Any = None
    side: Any = None
    state: bool = False
    place: Mapping[str, Any] | None = None
    at: Pair | None = None


@dataclass(slots=True)
class Gold:
    """A story's mentions, what is told of its entities by name, states that are only heads of others, and
    the places of each report that are no part of its article."""

    mentions: list[Mention] = field(default_factory=list)
    told: dict[str, Told] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    aside: dict[str, list[Pair]] = field(default_factory=dict)


def read(folder: Path, story: str, texts: Mapping[str, str]) -> Gold:
    """Return the gold of a story, its strings found in `texts` (by report number)."""
    import srsly

    names: Any = srsly.read_yaml(folder / "names" / f"{story}.yaml")
    beside = folder / f"{story}.yaml"
    facts: Any = srsly.read_yaml(beside) if beside.exists() else {}
    known = {one["name"]: one for one in facts.get("entities") or []}
    gold = Gold(states=names.get("states") or {})
    for number, text in texts.items():
        gold.aside[number] = list(_aside(text, (names.get("aside") or {}).get(number) or {}))
        found = _mentions(number, text, names["mentions"], gold.aside[number])
        gold.mentions += sorted(found, key=lambda one: one.span)
    for mention in gold.mentions:
        plain = mention.entity.split(" @")[0]
        item = (known.get(plain) or {}) | names["mentions"][plain]
        gold.told[mention.entity] = Told(
            name=plain,
            kind=item.get("kind"),
            authority=item.get("authority"),
            side=item.get("side"),
            state=bool(item.get("state")),
            place=item.get("place"),
            at=tuple(item["at"]) if "at" in item else None,
        )
    return gold


def _aside(text: str, item: Mapping[str, Sequence[str]]) -> Iterator[Pair]:
    start = 0
    for line in text.split("\n"):
        if any(line.startswith(begin) for begin in item.get("lines", ())):
            yield start, start + len(line)
        start += len(line) + 1
    for bit in item.get("bits", ()):
        at = text.index(bit)
        yield at, at + len(bit)


def _mentions(
    number: str, text: str, entities: Mapping[str, Any], aside: Sequence[Pair]
) -> Iterator[Mention]:
    """The longest at each place, then the one told for the fewest places."""
    found = [
        (span, closeness, name, tier)
        for name, item in entities.items()
        for tier in TIERS
        for said in item.get(tier) or ()
        for span, closeness in _places(number, text, said)
    ]
    taken: list[Pair] = list(aside)
    for span, _, name, tier in sorted(found, key=lambda one: (one[0][0] - one[0][1], -one[1], one[0])):
        if all(span[1] <= start or end <= span[0] for start, end in taken):
            taken.append(span)
            entity = f"{name} @{number}" if entities[name].get("unnamed") else name
            yield Mention(number, span, _head(text, span), entity, tier)


def _places(number: str, text: str, said: str) -> Iterator[tuple[Pair, int]]:
    matched = _PLACED.fullmatch(said)
    assert matched is not None, said
    only, anchor, counts = matched.groups()
    if only in {None, number}:
        wanted = {int(count) for count in counts.split(",")} if counts else None
        closeness = (only is not None) + (counts is not None)
        for nth, at in enumerate(_found(text, anchor)):
            if wanted is None or nth in wanted:
                yield (at, at + len(anchor)), closeness


def _found(text: str, anchor: str) -> list[int]:
    """Where a string stands as whole words; a modifier letter for an apostrophe ends a word."""
    plain = text.replace("ʼ", "’")
    return [one.start() for one in re.finditer(rf"(?<!\w){re.escape(anchor)}(?!\w)", plain)]


def _head(text: str, span: Pair) -> Pair:
    said = text[slice(*span)]
    link = _LINKS.search(said)
    before = said[: link.start()] if link else said
    first = before.rfind(" ") + 1
    return span[0] + first, span[0] + len(before)
