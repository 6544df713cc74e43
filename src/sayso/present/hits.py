"""What a search found, for a terminal: each sentence with its words marked, who says it, what it rests on."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.model.relation import Support
from sayso.model.search import Hit, HitKind, Place
from sayso.present import words
from sayso.present.words import clip, plural, printable

if TYPE_CHECKING:
    from rich.console import Group
    from rich.text import Text

PLACES = 3
"""Articles of a hit that are named; of further ones the number is told."""

LENGTH = 320
"""Characters of a sentence that are shown, from before the first word that was looked for."""

LEAD = 80
"""Characters shown before that word where the sentence is cut."""


def present(found: Sequence[Hit]) -> "Group":
    """Return hits, in the order given, as something that a rich Console prints."""
    from rich.console import Group
    from rich.padding import Padding

    parts: list[Text | Padding] = []
    for one in found:
        parts.append(_sentence(one))
        parts += [Padding(_plain(line, "dim"), (0, 0, 0, 2), expand=False) for line in _lines(one)]
    return Group(*parts)


def _sentence(one: Hit) -> "Text":
    """The sentence, cut around the words, those in bold."""
    from rich.text import Text

    first = one.marks[0][0] if one.marks else 0
    start = max(0, first - LEAD) if len(one.sentence) > LENGTH else 0
    end = min(len(one.sentence), start + LENGTH)
    text = Text("…" if start else "")
    at = start
    for begin, stop in one.marks:
        if start <= begin and stop <= end:
            text.append(printable(one.sentence[at:begin])).append(printable(one.sentence[begin:stop]), "bold")
            at = stop
    return text.append(printable(one.sentence[at:end])).append("…" if end < len(one.sentence) else "")


def _lines(one: Hit) -> Iterator[str]:
    yield " · ".join(filter(None, (_who(one), _rests(one))))
    yield " · ".join(_places(one.places))


def _who(one: Hit) -> str:
    """Who says it; what no source stands behind is the outlet's."""
    if one.kind is HitKind.ARTICLE:
        return "in an article"
    return words.joined(one.sources) if one.sources else "in the outlet’s own words"


def _rests(one: Hit) -> str:
    if one.origins_low is None or one.origins_high is None:
        return ""
    low, high = one.origins_low, one.origins_high
    counted = plural(low, "origin") if low >= high else f"{low} to {high} origins"
    known = one.support in set(Support)
    told = words.SUPPORT[Support(one.support)] if known else ""
    return f"{counted if low else 'not traced'}, {told}" if told and low else counted if low else "not traced"


def _places(places: Sequence[Place]) -> Iterator[str]:
    for one in places[:PLACES]:
        day = (one.published or words.NO_DATE)[:10]
        story = f", story {one.story}" if one.story is not None else ""
        yield f"{one.outlet}, {day}{story}" + (
            f": {clip(one.title, 60)}" if one.title and one is places[0] else ""
        )
    if len(places) > PLACES:
        yield f"and {plural(len(places) - PLACES, 'more article')}"


def _plain(text: str, style: str) -> "Text":
    from rich.text import Text

    return Text(printable(text), style=style)
