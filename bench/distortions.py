"""Sentences of a dossier restated wrongly, by rules over the spans of its facts: one change in one statement.

Each rule looks for a place where it can make a proper English sentence that asserts something else, and
leaves the statement alone where it finds none. The same dossier gives the same distortions.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sayso.model.blocks import MUTED, role
from sayso.model.dossier import Dossier
from sayso.model.report import Figure, Mention, Pair, Report, Span, Stance, Statement, TimeType

_COUNT = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_COUNT += ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"]
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MONTHS = ["January", "February", "March", "April", "May", "June"]
_MONTHS += ["July", "August", "September", "October", "November", "December"]

_MEASURES = (
    (r"had died", "had been injured"), (r"have died", "have been injured"), (r"died", "were injured"),
    (r"killed", "injured"), (r"dead", "injured"), (r"missing", "injured"), (r"injured", "killed"),
    (r"wounded", "killed"), (r"rescued", "killed"), (r"saved", "killed"), (r"casualties", "deaths"),
    (r"bodies", "survivors"), (r"destroyed", "damaged"), (r"damaged", "destroyed"),
)  # fmt: skip
"""What is told of those counted, and another thing that can be told of them in the same place."""

_FINITE = r"was|were|is|are|has|have|had|will|would|can|could|must|should"
_OPENERS = re.compile(
    r"[,:;\"“”‘’]|\b(?:that|which|who|whom|whose|when|where|while|if|because|as|after|before|since|until|"
    r"unless|though|although|than|whether|how|what|why)\b",
    re.IGNORECASE,
)
"""What opens a clause of its own: a "not" behind it would turn that clause only."""

_NEGATIONS = re.compile(
    r"\b(?:no|not|nobody|none|never|neither|nor|few|only|nothing|without|cannot)\b|n[’']t\b", re.I
)
"""What would make a sentence with one "not" more a double negation."""

_BELIEVED = re.compile(
    r"\b(was|were|is|are) (?:believed|thought|feared|understood|reported|said) to have been\b"
)


_ALIKE = 3
"""Letters at the head of two names that must differ: two spellings of one place may stand apart."""


@dataclass(frozen=True)
class Distortion:
    """A statement (and a figure, where one is changed) whose report has other words in one place."""

    kind: str
    report: str
    statement: str
    place: Pair
    words: str
    figure: str | None = None


Rule = Callable[["_Story", Statement], Iterator[Distortion]]


class _Story:
    """A dossier with what the rules look up."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.reports: dict[str, Report] = {one.id: one for one in dossier.reports}
        self.entities = {one.id: one for one in dossier.entities}
        self.names = sorted(
            {(one.text, one.entity, self._article(one)) for one in dossier.mentions if self._named(one)}
        )

    def text(self, one: Statement) -> str:
        return self.reports[one.report].text[one.start : one.end]

    def figures(self, one: Statement) -> list[Figure]:
        inside = (
            figure
            for figure in self.dossier.figures
            if figure.statement == one.id and _says(one, (figure.start, figure.end))
        )
        return sorted(inside, key=lambda figure: figure.start)

    def mentions(self, one: Statement) -> list[Mention]:
        inside = (
            mention
            for mention in self.dossier.mentions
            if mention.report == one.report and _says(one, (mention.start, mention.end))
        )
        return sorted((mention for mention in inside if self._named(mention)), key=lambda item: item.start)

    def other(self, one: Mention) -> str | None:
        """Another name of the story that can stand in the same place: of the same kind, with or without an
        article like it, of a party that answers to somebody else."""
        own = self.entities[one.entity]
        for text, entity, article in [*self.names, *self.names]:
            if (text, entity) <= (one.text, one.entity) or article != self._article(one):
                continue
            found = self.entities[entity]
            apart = self._top(entity) != self._top(one.entity) and not set(found.names) & set(own.names)
            alike = text[:_ALIKE].lower() == one.text[:_ALIKE].lower()
            if found.kind == own.kind and apart and not alike and _words(text) == _words(one.text):
                return text
        return None

    def bare(self, one: Mention) -> bool:
        """Whether a name stands by itself: no title before it and nothing behind that says who that is."""
        text = self.reports[one.report].text
        before = text[max(0, one.start - 30) : one.start].split()
        title = bool(before) and before[-1][:1].isupper() and text[one.start - 1 : one.start] == " "
        starts = not before or before[-1][-1:] in '.”’"'
        alone = text[one.end : one.end + 1] not in {",", ")"} and text[max(0, one.start - 1)] != "("
        return alone and (not title or starts) and one.text in self.entities[one.entity].names

    def _top(self, entity: str) -> str:
        return self.entities[entity].authority or entity

    def _article(self, one: Mention) -> bool:
        before = self.reports[one.report].text[max(0, one.start - 4) : one.start].lower()
        return before == "the " or one.text.lower().startswith("the ")

    def _named(self, one: Mention) -> bool:
        entity = self.entities.get(one.entity)
        return entity is not None and entity.named and one.text[:1].isupper() and one.text in entity.names


def distortions(dossier: Dossier) -> list[Distortion]:
    """Return every distortion that the rules can make of a dossier's statements, by report and place."""
    story = _Story(dossier)
    asserted = (one for one in dossier.statements if one.stance not in {Stance.ASKS, Stance.DECLINES})
    shown = (one for one in asserted if role(story.reports[one.report], one.start) not in MUTED)
    ordered = sorted(shown, key=lambda one: (one.end - one.start, one.report, one.start, one.id))
    made = [found for one in ordered for rule in _RULES for found in rule(story, one)]
    # Of two statements that hold one place, the shorter one is changed.
    single = {(one.kind, one.report, one.place): one for one in reversed(made)}
    return sorted(single.values(), key=lambda one: (one.report, one.place, one.kind, one.statement))


def _says(one: Statement, place: Pair) -> bool:
    """Whether a place is inside what is said, not between two pieces of it where the speaker is named."""
    return any(start <= place[0] and place[1] <= end for start, end in one.parts)


def _words(text: str) -> int:
    return len(text.split())


def _made(kind: str, one: Statement, place: Pair, words: str, figure: str | None = None) -> Distortion:
    return Distortion(kind, one.report, one.id, place, words, figure)


def _number(story: _Story, one: Statement) -> Iterator[Distortion]:
    """Half as much again, or half where that would be more than all; a share of more than 60 % is halved."""
    for figure in story.figures(one):
        digits = _DIGITS.findall(figure.text)
        found = _DIGITS.search(figure.text)
        if figure.low == figure.high and found and len(digits) == 1 and figure.low and figure.low >= 4:
            start = figure.start + found.start()
            words = _other_number(found[0], figure.measure == "share")
            yield _made("number", one, (start, start + len(found[0])), words, figure.id)
        elif not digits and figure.low == figure.high:
            yield from _other_count(one, figure)


def _other_number(digits: str, share: bool) -> str:
    value = float(digits.replace(",", ""))
    new = value / 2 if share and value > 60 else value * 1.5
    if "." in digits:
        return f"{new:.1f}"
    return f"{round(new):,}" if "," in digits else str(round(new))


def _other_count(one: Statement, figure: Figure) -> Iterator[Distortion]:
    first = re.match(r"[A-Za-z]+", figure.text)
    if first and first[0].lower() in _COUNT[2:12] and not figure.text[first.end() :].startswith("-"):
        new = _COUNT[_COUNT.index(first[0].lower()) + 5]
        new = new.capitalize() if first[0][0].isupper() else new
        yield _made("number", one, (figure.start, figure.start + first.end()), new, figure.id)


def _measure(story: _Story, one: Statement) -> Iterator[Distortion]:
    """Something else happened to those counted: the next telling word behind a count of people or homes."""
    figures = story.figures(one)
    text = story.reports[one.report].text[: one.end]
    for figure in figures:
        if figure.unit == "person" or figure.measure in {"destroyed", "damaged"}:
            later = [other.start for other in figures if other.start >= figure.end]
            stop = re.search(r"[;:,“”\"]", text[figure.start :])
            end = min([figure.start + stop.start() if stop else one.end, *later])
            found = _nearest(text, figure.start, end)
            if found:
                yield _made("measure", one, found[0].span(), found[1], figure.id)


def _nearest(text: str, start: int, end: int) -> tuple[re.Match[str], str] | None:
    """The first telling word of a stretch, and what is told instead."""
    found = [
        (match, new)
        for pattern, new in _MEASURES
        if (match := re.compile(rf"\b{pattern}\b").search(text, start, end))
    ]
    return min(found, key=lambda item: item[0].start(), default=None)


def _extent(story: _Story, one: Statement) -> Iterator[Distortion]:
    """A part told as the whole ("60 of the 640 workers" as "all 640 workers"), a whole as half of it."""
    text = story.text(one)
    for found in re.finditer(r"\b(?:[Aa]bout |[Aa]round )?[\w,]+ of the (\d[\d,]*) (?=[a-z]+s\b)", text):
        start = one.start + found.start()
        words = f"{'All' if found[0][0].isupper() else 'all'} {found[1]} "
        yield _made("extent", one, (start, start + len(found[0])), words)
    for figure in story.figures(one):
        before = story.reports[one.report].text[max(0, figure.start - 12) : figure.start]
        whole = re.match(r"(\d[\d,]*|[A-Za-z]+) (?:people|[a-z]+s)\b", figure.text)
        counted = figure.low == figure.high and (figure.low or 0) >= 4 and figure.part_of is None
        free = not re.search(r"\b(?:the|its|their|all|of|these|those|least|than|to|another|our)\s$", before)
        if whole and counted and free and (whole[1][0].isdigit() or whole[1].lower() in _COUNT):
            words = f"{'Half' if whole[1][0].isupper() else 'half'} of the {whole[1].lower()}"
            end = figure.start + len(whole[1])
            yield _made("extent", one, (figure.start, end), words, figure.id)


def _named(kind: str, kinds: frozenset[str]) -> Rule:
    def rule(story: _Story, one: Statement) -> Iterator[Distortion]:
        """Another name of the story in the place of the first one that the content has."""
        for mention in story.mentions(one):
            new = story.other(mention) if story.entities[mention.entity].kind in kinds else None
            if new is not None and mention.text not in new and new not in story.text(one):
                yield _made(kind, one, (mention.start, mention.end), new)
                return

    return rule


def _date(story: _Story, one: Statement) -> Iterator[Distortion]:
    """Another weekday, day of the month, month or year."""
    for time in story.dossier.times:
        inside = time.report == one.report and _says(one, (time.start, time.end))
        if inside and time.type is TimeType.DATE:
            for pattern, shift in ((_ANY_WEEKDAY, _later_weekday), (_DAY, _three_less), (_YEAR, _three_less)):
                found = pattern.search(time.text)
                if found:
                    place = (time.start + found.start(), time.start + found.end())
                    yield _made("date", one, place, shift(found[0]))
                    return


_ANY_WEEKDAY = re.compile("|".join(_WEEKDAYS))
_DAY = re.compile(r"\b(?:[4-9]|1\d|2[0-8])\b(?= (?:" + "|".join(_MONTHS) + r"))")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _later_weekday(name: str) -> str:
    return _WEEKDAYS[(_WEEKDAYS.index(name) + 3) % 7]


def _three_less(number: str) -> str:
    return str(int(number) - 3)


def _polarity(story: _Story, one: Statement) -> Iterator[Distortion]:
    """ "not" behind the verb of the first clause, or taken from there."""
    text = story.text(one)
    negations = _NEGATIONS.findall(text)
    taken = re.search(rf"\b({_FINITE})(?: not|n[’']t)\b(?! only)", text)
    if taken and len(negations) == 1 and _opens(text, taken):
        yield _made("polarity", one, _at(one, taken), taken[1])
    found = re.search(rf"\b(?:{_FINITE})\b", text)
    if found and not negations and _opens(text, found):
        yield _made("polarity", one, _at(one, found), f"{found[0]} not")


def _opens(text: str, verb: re.Match[str]) -> bool:
    """Whether a verb has a subject in front and stands in the first clause."""
    head = text[: verb.start()].removeprefix("that ").lstrip('“‘"').strip()
    return bool(head) and not _OPENERS.search(head)


def _at(one: Statement, found: re.Match[str]) -> Pair:
    return one.start + found.start(), one.start + found.end()


def _speaker(story: _Story, one: Statement) -> Iterator[Distortion]:
    """Another person or body of the story says it."""
    if one.source is None or len(one.sources) != 1:
        return
    inside = (
        mention
        for mention in story.dossier.mentions
        if mention.report == one.report and mention.entity == one.sources[0]
        and one.source.start <= mention.start and mention.end <= one.source.end
    )  # fmt: skip
    for mention in inside:
        new = story.other(mention) if story.bare(mention) else None
        if new is not None:
            yield _made("speaker", one, (mention.start, mention.end), new)
            return


def hedges(one: Statement) -> tuple[Span, ...]:
    """Return what makes a statement less than certain: its hedges, and the cue of hearsay ("reportedly")."""
    hearsay = (one.cue,) if one.cue is not None and one.source is None else ()
    return (*one.hedges, *hearsay)


def _hedge(story: _Story, one: Statement) -> Iterator[Distortion]:
    """What was "reportedly" so, or "believed to have been", is so."""
    text = story.text(one)
    believed = _BELIEVED.search(text)
    if believed:
        yield _made("hedge", one, _at(one, believed), believed[1])
        return
    for hedge in hedges(one):
        after = story.reports[one.report].text[hedge.end : hedge.end + 1]
        if hedge.text.lower().endswith("ly") and hedge.text.lower() != "likely" and after == " ":
            yield _made("hedge", one, (hedge.start, hedge.end + 1), "")
            return
    may = re.search(r"\b(?:may|might|could) have (?=been\b)|\b(?:may|might) (?=[a-z])(?!not\b|well\b)", text)
    if may:
        yield _made("hedge", one, _at(one, may), "had " if "have" in may[0] else "will ")


_ACTORS = frozenset({"person", "organisation", "group"})

_RULES: tuple[Rule, ...] = (
    _number,
    _measure,
    _extent,
    _named("actor", _ACTORS),
    _named("place", frozenset({"place"})),
    _date,
    _polarity,
    _speaker,
    _hedge,
)

KINDS = ("number", "measure", "extent", "actor", "place", "date", "polarity", "speaker", "hedge")
