"""What a form of a reviewer asks for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from sayso.errors import UsageError
from sayso.model.decision import Decision, Setting, What
from sayso.model.relation import Ref, RefKind
from sayso.present.views.review import ReviewView, Wanted
from sayso.present.web.cases import Case
from sayso.present.web.forms import LONGEST_NAME

LONGEST_NOTE = 1000
"""Characters of a note."""

LONGEST_NUMBER = 15


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that was sent: about which thing of which story, and its fields."""

    case: Case
    thing: ReviewView
    fields: Mapping[str, str]

    def text(self, name: str) -> str:
        """Return a field on one line; empty when it is not there."""
        return " ".join(self.fields.get(name, "").split())

    def repeats(self, last: Decision) -> bool:
        """Say whether a decision is what the form asks for: it was sent twice."""
        what = "origin" if last.what is What.REJECT and last.with_ else str(last.what)
        return (what, last.by, last.note) == (self.text("what"), self.text("by"), self.text("note"))


def wanted(sent: Sent) -> Wanted:
    """Return what is to be decided; raise `UsageError` that says what the form lacks."""
    by, note, what = sent.text("by"), sent.text("note"), sent.text("what")
    if not by:
        raise UsageError("say who decides: your name is asked for")
    if len(by) > LONGEST_NAME or len(note) > LONGEST_NOTE:
        raise UsageError(f"a name has {LONGEST_NAME} characters at most, a note {LONGEST_NOTE}")
    if what not in _BUTTONS:
        raise UsageError("choose what to decide")
    return replace(_BUTTONS[what](sent), by=by, note=note)


def _plain(what: What) -> Callable[[Sent], Wanted]:
    return lambda sent: Wanted(what, sent.thing.ref, "")


def _correct(sent: Sent) -> Wanted:
    """Set the fields that are not as they were."""
    given = {
        one: " ".join(sent.fields.get(f"set-{one.name}", one.value).split()) for one in sent.thing.fields
    }
    settings = [Setting(one.name, value or None) for one, value in given.items() if value != one.value]
    if sent.thing.fields and not settings:
        raise UsageError("nothing is changed: put another value into a field, then correct")
    return Wanted(What.CORRECT, sent.thing.ref, "", set=tuple(settings))


def _apart(sent: Sent) -> Wanted:
    if sent.thing.ref.kind is RefKind.ENTITY:
        return _two_names(What.APART, sent)
    return _two(What.APART, sent, Ref(RefKind.CLAIM, sent.text("claim")))


def _merge(sent: Sent) -> Wanted:
    if sent.thing.ref.kind is RefKind.ENTITY:
        return _two_names(What.MERGE, sent)
    number = sent.text("number").rpartition("/")[2]
    if not number:
        return _two(What.MERGE, sent, Ref(RefKind.CLAIM, sent.text("other")))
    readable = number.isascii() and number.isdigit() and len(number) <= LONGEST_NUMBER
    other = sent.case.ids.get(int(number), "") if readable else ""
    if not other:
        raise UsageError(f"this story has no claim {number}")
    return _two(What.MERGE, sent, Ref(RefKind.CLAIM, other))


def _origin(sent: Sent) -> Wanted:
    return _two(What.REJECT, sent, Ref(RefKind.ENTITY, sent.text("origin")))


def _two(what: What, sent: Sent, other: Ref) -> Wanted:
    if not other.id:
        raise UsageError(f"choose the {'party' if other.kind is RefKind.ENTITY else 'claim'} first")
    return Wanted(what, sent.thing.ref, "", with_=other)


def _two_names(what: What, sent: Sent) -> Wanted:
    if not sent.text("other-name"):
        raise UsageError("name the other one first")
    name = sent.text("name")
    if name not in sent.thing.names:
        raise UsageError(f"this is not called {name!r} in the story")
    return Wanted(what, sent.thing.ref, "", name=name, with_name=sent.text("other-name"))


_BUTTONS: dict[str, Callable[[Sent], Wanted]] = {
    "accept": _plain(What.ACCEPT),
    "reject": _plain(What.REJECT),
    "undo": _plain(What.UNDO),
    "correct": _correct,
    "apart": _apart,
    "merge": _merge,
    "origin": _origin,
}
"""What each button of a form asks for."""
