"""The panels of the first screen: what stands apart, who does not go along, what moved, what to fetch."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from operator import itemgetter

from sayso.lexicon import table
from sayso.lexicon import words as lexicon_words
from sayso.model.relation import Bearing, Claim, Conflict, ConflictType, GapKind
from sayso.model.report import Figure
from sayso.present import claims, course, quotes, words
from sayso.present.index import Fact, Index, fact_anchor
from sayso.present.views.common import Link, Row
from sayso.present.views.opening import Panel

ROWS = {"Apart": 3, "Not confirmed by": 3, "Moved": 2, "Fetch next": 4}
"""The panels, and how many lines each has: what a laptop shows without scrolling."""

_VALUES = 8
_WORDS = 90
_NAME = 28

_APART = (ConflictType.MISQUOTE, ConflictType.FIRST, ConflictType.DATE)


def view(index: Index) -> tuple[Panel, ...]:
    """Return the panels that have something to show."""
    found = (
        ("Apart", (*_apart(index), *_facing(index)), " · ", "#apart"),
        ("Not confirmed by", tuple(_refusals(index)), " · ", "#said"),
        ("Moved", *_movement(index)),
        ("Fetch next", tuple(_leads(index)), " · ", "#missing"),
    )
    return tuple(
        Panel(name, tuple(rows[: ROWS[name]]), joiner, href, max(len(rows) - ROWS[name], 0))
        for name, rows, joiner, href in found
        if rows
    )


def _movement(index: Index) -> tuple[tuple[Row, ...], str, str]:
    """Return what moved: how the toll rose where nothing is set against it, then what later figures took the
    place of; what stands between the values, and where there is more."""
    rose = course.view(index)
    moved = tuple(_moved(index, rose.track if rose else None))
    anchor = (
        "#moved" if any(one.type is ConflictType.UPDATE for one in index.dossier.conflicts) else "#figures"
    )
    return ((rose.row, *moved) if rose else moved), " → ", anchor


def _apart(index: Index) -> tuple[Row, ...]:
    """Return a row for each set of figures that stand apart, smallest value first; the gravest set first, of
    those the largest."""
    rows = []
    for figures in _sets(index, ConflictType.FIGURE):
        figures.sort(key=lambda figure: (figure.low or 0, figure.high or 0, figure.id))
        row = Row(words.capital(_what(index, figures)), tuple(_values(index, figures)), "#apart")
        rows.append((_gravity(figures), -len(row.values), row.label, row))
    return tuple(row for *_, row in sorted(rows, key=itemgetter(0, 1, 2)))


def _gravity(figures: Sequence[Figure]) -> int:
    """Return where what some figures count stands among the tolls: the dead first, what is none last."""
    tolls: list[str] = table("comparison")["measures"]["tolls"]
    return min(tolls.index(one.measure) if one.measure in tolls else len(tolls) for one in figures)


def _moved(index: Index, told: str | None) -> Iterator[Row]:
    """Yield a row for each figure that moved, through all its values, the gravest first, of those what most
    articles tell; then other movement, pair by pair. None for a track whose movement is `told` already."""
    before = _earlier(index)
    sets = _sets(index, ConflictType.UPDATE, tracked=False)
    for figures in sorted(sets, key=_weight):
        if told and all(figure.track == told for figure in figures):
            continue
        figures.sort(key=lambda one: (len(before[one.id]), _day(one) or "9999", one.low or 0, one.id))
        yield from (_course(index, line) for line in _lines(figures, before))
    yield from (_pair(index, *found) for found in _others(index, (ConflictType.UPDATE,)))


def _weight(figures: Sequence[Figure]) -> tuple[int, int, str]:
    articles = {figure.report for figure in figures}
    return _gravity(figures), -len(articles), min(figure.id for figure in figures)


def _course(index: Index, line: Sequence[Figure]) -> Row:
    speakers = tuple(dict.fromkeys(map(index.speaker, line)))
    who = speakers[0] if len(speakers) == 1 else ""
    label = ", ".join(filter(None, (who, _what(index, line))))
    return Row(words.capital(label), tuple(_values(index, line)), "#moved")


def _lines(figures: Sequence[Figure], before: Mapping[str, Set[str]]) -> Iterator[list[Figure]]:
    """Yield what each last figure moved from, in their order, with it: what two sources made of one earlier
    figure are two movements, and not one from the one to the other."""
    passed = {key for one in figures for key in before[one.id]}
    ends: dict[str, set[str]] = {}
    for one in figures:
        if one.id not in passed:
            ends.setdefault(words.amount(one), set()).update({one.id}, before[one.id])
    for line in ends.values() or [passed]:
        yield [one for one in figures if one.id in line]


def _earlier(index: Index) -> dict[str, set[str]]:
    """Return for each figure that moved all that it moved from, at one remove or more."""
    before: dict[str, set[str]] = {}
    pairs = [(one.a.id, one.b.id) for one in index.dossier.conflicts if one.type is ConflictType.UPDATE]
    for first, second in pairs:
        before.setdefault(first, set())
        before.setdefault(second, set()).add(first)
    known, more = -1, sum(map(len, before.values()))
    while more > known:
        for first, second in pairs:
            before[second] |= before[first]
        known, more = more, sum(map(len, before.values()))
    return before


def _facing(index: Index) -> Iterator[Row]:
    yield from (_pair(index, *found) for found in _others(index, (ConflictType.FIGURE, *_APART)))


def _sets(index: Index, kind: ConflictType, tracked: bool = True) -> list[list[Figure]]:
    """Return the figures that conflicts of one type join, directly, through others or (`tracked`) in one
    track.
    """
    sets: list[dict[str, Figure]] = []
    for conflict in index.dossier.conflicts:
        pair = index.pair(conflict)
        if conflict.type is kind and pair and isinstance(pair[0], Figure) and isinstance(pair[1], Figure):
            joined = {pair[0].id: pair[0], pair[1].id: pair[1]}
            for other in [known for known in sets if _keys(known, tracked) & _keys(joined, tracked)]:
                joined |= other
                sets.remove(other)
            sets.append(joined)
    return [list(figures.values()) for figures in sets]


def _keys(figures: dict[str, Figure], tracked: bool) -> set[str]:
    return {(figure.track if tracked else None) or figure.id for figure in figures.values()}


def _others(index: Index, kinds: tuple[ConflictType, ...]) -> Iterator[tuple[Conflict, tuple[Fact, Fact]]]:
    for conflict in index.dossier.conflicts:
        pair = index.pair(conflict)
        if pair and conflict.type in kinds and not all(isinstance(fact, Figure) for fact in pair):
            yield conflict, pair


def _what(index: Index, figures: Iterable[Figure]) -> str:
    """Return what a set of figures counts: the wording that most of them have."""
    return Counter(quotes.figure_what(index, figure) for figure in figures).most_common(1)[0][0]


def _day(figure: Figure) -> str:
    return (figure.as_of.to or figure.as_of.from_ or "") if figure.as_of else ""


def _values(index: Index, figures: Iterable[Figure]) -> Iterator[Link]:
    """Yield the values of figures in their order, each once."""
    said: dict[str, Figure] = {}
    for figure in figures:
        said.setdefault(words.amount(figure), figure)
    for text, figure in tuple(said.items())[:_VALUES]:
        who = index.outlet(figure.report) if index.unsourced(figure) else index.speaker(figure)
        note = ", ".join(filter(None, (index.speaker(figure), index.date(index.said(figure)))))
        yield Link(text, f"#{fact_anchor(figure.id)}", note, index.colour(figure), words.clip(who, _NAME))


def _pair(index: Index, conflict: Conflict, pair: tuple[Fact, Fact]) -> Row:
    called = table("first")["phrases"] if conflict.type is ConflictType.FIRST else ()
    values = tuple(
        Link(
            f"{index.speaker(fact)}: {words.clip(words.clause_with(fact.text, called), _WORDS)}",
            f"#{fact_anchor(fact.id)}",
        )
        for fact in pair
    )
    return Row(words.CONFLICT[conflict.type], values, f"#x-{conflict.id}")


def _refusals(index: Index) -> Iterator[Row]:
    """Yield who denies, does not confirm or declines to comment, on what, first what others assert; then
    parties without a word. What reads alike where it is clipped is shown once. Who is no more than a pronoun
    ("we", "many") is nobody to ask."""
    rows: dict[str, Row] = {}
    for claim in sorted(index.ranked, key=lambda claim: not _is_asserted(claim)):
        for member in claim.members:
            fact = index.facts.get(member.id)
            if fact is not None and member.bearing in words.REFUSAL and not _nobody(index, fact):
                row = _refusal(index, claim, fact, words.REFUSAL[member.bearing])
                known = rows.setdefault(row.label, row)
                told = {value.text.casefold() for value in known.values}
                new = [value for value in row.values if value.text.casefold() not in told]
                rows[row.label] = replace(known, values=(*known.values, *new))
    yield from rows.values()
    for gap in index.dossier.gaps:
        if gap.kind is GapKind.SILENT_PARTY:
            yield Row("", (Link(index.spoken(gap.text), "#missing"),))


def _is_asserted(claim: Claim) -> bool:
    return any(member.bearing is Bearing.ASSERTS for member in claim.members)


def _nobody(index: Index, fact: Fact) -> bool:
    """Return whether pronouns are all that tells who says something."""
    pronouns = lexicon_words("offices", "pronouns") | lexicon_words("offices", "indefinite")
    told = [*map(index.name, index.sources(fact))] or [index.speaker(fact)]
    return all(one.casefold() in pronouns for one in told)


def _refusal(index: Index, claim: Claim, fact: Fact, stance: str) -> Row:
    """Return who does not go along with a claim and with what; that name is not said twice."""
    who, what = words.capital(index.speaker(fact)), claims.text(index, claim)
    rest = what[len(who) :].strip() if claims.refusing_text(index, claim) == index.speaker(fact) else what
    about = Link(words.clip(rest, _WORDS), f"#{claims.anchor(claim)}", claim.text)
    return Row(f"{who} ({stance})" if stance else who, (about,), f"#{fact_anchor(fact.id)}")


def _leads(index: Index) -> Iterator[Row]:
    for what in dict.fromkeys(map(index.lead, index.dossier.leads)):
        yield Row("", (Link(what, "#missing"),))
