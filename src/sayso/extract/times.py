"""Time expressions of a report: where they stand, their TIMEX3 values, and the days they mean."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sayso.extract.sayings.cues import telling
from sayso.extract.sayings.embeds import Post, posts
from sayso.extract.sentences import Tokens, sentences, tokens, tokens_of
from sayso.extract.timexes import tales
from sayso.extract.timexes.stretches import Stretch
from sayso.extract.timexes.timegrammar import Match, matches
from sayso.extract.timexes.timejoins import (
    Found,
    days_listed,
    ends_of_ranges,
    joined,
    joined_years,
    pointed_years,
)
from sayso.extract.timexes.timepieces import LAST_YEAR
from sayso.extract.timexes.timereaders import READERS
from sayso.extract.timexes.timewords import Anchors, Reading, Words
from sayso.lexicon import table
from sayso.lexicon import words as word_set
from sayso.model.blocks import block_at
from sayso.model.ids import content_id
from sayso.model.report import Basis, Block, Moment, Precision, Report, TimeExpression, TimeType

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


FIRST_YEAR = 1000
"""A publication dated before this year is dated wrongly."""

MESSAGE = 300
"""Characters of a report that is no article but a message: its "7pm" and "in the morning" are of the day when
it was sent. A report of news says which day, somewhere."""


def extract(report: Report, doc: "Doc") -> tuple[TimeExpression, ...]:
    """Return the time expressions of `report` in order of text, none overlapping.

    A relative expression is resolved against the day of publication (`anchor` "published") or a date told in
    the same sentence or, as past, in the one before ("text"). Its `moment` is None where that day is unknown:
    an undated report, or an antecedent elsewhere. A day and month without a year in an undated report keep
    the value `XXXX-12-17`.
    Two ends of a range ("from 3 May to 6 June", "1941-45") are one expression with the value `first/last`.
    """
    found = [
        (_Place(sentence.start, number, block_at(report, sentence.start_char)), match)
        for number, sentence in enumerate(sentences(report, doc))
        for match in matches(tokens(doc)[sentence.start : sentence.end])
        if _accepted(match)
    ]
    read = _readings(report, doc, found)
    return tuple(_expression(report, one) for one in joined(report.text, doc, read))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an expression stands: the first token of its sentence, the number of that, and its paragraph."""

    sentence: int
    number: int
    paragraph: Block | None

    def follows(self, other: "_Place") -> bool:
        """Tell whether the sentence is the next one of the same paragraph."""
        return self.number == other.number + 1 and self.paragraph == other.paragraph


@dataclass(slots=True)
class _Told:
    """What has been told so far: the last date, where, whether as past and only as part of a name for
    something ("a 2017 paper"), and the story that it belongs to."""

    last: Stretch | None = None
    place: _Place | None = None
    past: bool = False
    named: bool = False
    story: Stretch | None = None
    ancient: int | None = None


def _readings(report: Report, doc: "Doc", found: Sequence[tuple[_Place, Match]]) -> list[Found]:
    published = _published(report)
    tale = tales.tale([match for _, match in found], published)
    years = joined_years(report.text, [match for _, match in found])
    if published is not None and not tale.history:
        pointed = pointed_years(report.text, [match for _, match in found], published)
        years = [one or other for one, other in zip(years, pointed, strict=True)]
    ends = ends_of_ranges(report.text, [match for _, match in found])
    early = published is not None and _is_early([match for _, match in found], published)
    posted = tuple(_posted(report, doc, [match for _, match in found])) if found else ()
    told = _Told()
    read: list[Found] = []
    for number, (place, match) in enumerate(found):
        past = _is_past(match)
        signed = next((day for post, day in posted if post.holds(match.pieces[0].start)), published)
        anchors = Anchors(
            published=signed, told=_told_for(told, match), same_sentence=told.place == place,
            history=tale.history, future=_is_future(doc, match), past=past, story=told.story,
            ancient=told.ancient, joined=years[number], message=len(report.text) <= MESSAGE,
            ends_range=ends[number], before=_told_before(doc, told, place, match, past=past),
            listed=days_listed(report.text, read, match), reckoned=_is_reckoned(doc, match),
            early=early,
        )  # fmt: skip
        words = Words(doc, match, anchors)
        reading = READERS[match.rule](words)
        if reading is None:
            continue
        read.append(_found(place.sentence, words, reading))
        planned = tale.history and tales.looks_ahead(match)
        if not planned and (reading.type in (TimeType.DATE, TimeType.TIME) or reading.stretch is not None):
            aside = number in tale.asides or tales.looks_back(match)
            _tell(told, reading, place, aside=aside, past=past)
            told.named = _names(match)
    return read


def _told_for(told: _Told, match: Match) -> Stretch | None:
    """Return the date told last, but for the time of a saying where that only names something: "she wrote in
    April, citing a 2017 paper"."""
    verb = _verb(match) if told.named else None
    return None if verb is not None and telling(verb) else told.last


def _names(match: Match) -> bool:
    """Tell whether a time only names the noun behind it: "a 2017 paper"."""
    last = match.pieces[-1].token
    return last.dep_ in ("compound", "nmod", "amod", "nummod") and last.head.i > last.i


def _posted(report: Report, doc: "Doc", found: Sequence[Match]) -> Iterator[tuple[Post, date]]:
    """Yield the posts set whole into a report with the day that signs each: its "today" is that day."""
    for post in posts(report):
        for match in found:
            if post.signed.start <= match.pieces[0].start < post.signed.end and match.year is not None:
                day = READERS[match.rule](Words(doc, match, Anchors(published=None)))
                if day is not None and day.stretch is not None and day.stretch.first == day.stretch.last:
                    yield post, day.stretch.first


def _is_early(found: Sequence[Match], published: date) -> bool:
    """Tell whether the weekdays of a report name the day before its publication, and never that day."""
    weekdays = table("times")["weekdays"]
    named = {
        weekdays.get(piece.lower_.rstrip("."))
        for match in found
        if "W" in match.letters
        for piece, code in zip(match.pieces, match.letters, strict=True)
        if code == "W"
    }
    today = published.isoweekday()
    return (today - 2) % 7 + 1 in named and today not in named


def _told_before(doc: "Doc", told: _Told, place: _Place, match: Match, *, past: bool) -> Stretch | None:
    """Return the date told last, where it was told as past in the sentence before and the same paragraph goes
    on: what is quoted, still to come or said by another is reckoned from elsewhere."""
    if told.place is None or not (past and told.past and place.follows(told.place)):
        return None
    before = tokens(doc)[told.place.sentence : place.sentence]
    quoted = any(token.is_quote for token in tokens(doc)[told.place.sentence : match.first])
    return None if quoted or _another_speaks(before, match) else told.last


def _another_speaks(before: Tokens, match: Match) -> bool:
    """Tell whether the sentence of an expression is told by somebody whom the one before does not name."""
    speakers = [
        child.lower_
        for verb in tokens_of(match.pieces[0].token.sent)
        if verb.pos_ == "VERB" and telling(verb)
        for child in verb.lefts
        if child.dep_ == "nsubj" and child.pos_ != "PRON"
    ]
    return bool(speakers) and not {token.lower_ for token in before}.issuperset(speakers)


def _tell(told: _Told, reading: Reading, place: _Place, *, aside: bool, past: bool) -> None:
    """Take note of a date: the story goes on from it unless it stands aside."""
    ancient = tales.ancient_year(reading.value)
    if reading.stretch is not None:
        told.last, told.place, told.past = reading.stretch, place, past
    if aside or (reading.stretch is None and ancient is None):
        return
    told.ancient = ancient
    told.story = tales.goes_on(told.story, reading.stretch) if reading.stretch else None


def _found(sentence: int, words: Words, reading: Reading) -> Found:
    """Return an expression without what is no part of it: pieces cut off its end, a preposition or article
    before it that belong to a later word ("over a 46-day siege")."""
    pieces = words.pieces[words.lead : len(words.pieces) - reading.cut]
    start = pieces[0].start if reading.opened is None else reading.opened.idx
    return Found(sentence, words.match.rule, start, pieces[-1].end, reading)


def _published(report: Report) -> date | None:
    moment = report.published
    if moment is None or moment.from_ is None or moment.precision not in (Precision.DAY, Precision.MINUTE):
        return None
    day = date.fromisoformat(moment.from_[:10])
    # From a year that nobody publishes in nothing can be reckoned.
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def _verb(match: Match) -> "Token | None":
    """Return the verb that an expression hangs on."""
    return next((token for token in match.pieces[0].token.ancestors if token.pos_ in ("VERB", "AUX")), None)


def _is_past(match: Match) -> bool:
    """Tell whether the clause of an expression speaks of the past."""
    verb, first = _verb(match), match.pieces[0].token
    if verb is None or (first.i and first.nbor(-1).lower_ == "since") or _is_start(match, verb):
        return verb is not None
    helpers = [child for child in verb.children if child.pos_ == "AUX"]
    if verb.tag_ == "VBN" and verb.dep_ == "ROOT" and not helpers:
        return True  # "Survived the exam on Tuesday", "Two hurt in crash on Friday"
    return any(token.tag_ == "VBD" for token in (verb, *helpers)) or (
        verb.tag_ == "VBN" and any(child.lemma_ == "have" for child in helpers)
    )


def _is_future(doc: "Doc", match: Match) -> bool:
    """Tell whether the clause of an expression speaks of the future: "will meet", "due to meet", "closed
    until Monday"."""
    closed = table("times")["closed"]
    led = " ".join(token.lower_ for token in doc[max(0, match.first - 3) : match.first])
    verb = _verb(match)
    if verb is None or led in closed["soonest"]:
        return verb is not None and not _is_past(match)
    if led.endswith(tuple(closed["behind"])) or _dates_blow(match) or _is_start(match, verb):
        return False
    if _is_dropped(verb):
        return False
    if _is_ahead(verb) or _is_scheduled(verb, match) or _is_planned_for(led, match) or _comes(verb):
        return True
    if _is_set_for(led, verb) or _is_to_be_done(verb):
        return True
    return led.endswith(tuple(closed["until"])) and _is_present(verb)


def _is_start(match: Match, verb: "Token") -> bool:
    """Tell whether an expression says since when, below its verb: "will be the first fall since a slump in
    March"."""
    for up in match.pieces[0].token.ancestors:
        if up.i == verb.i:
            return False
        if up.lower_ == "since":
            return True
    return False


def _dates_blow(match: Match) -> bool:
    """Tell whether a day stands before a deed or mishap that nobody knows of before: "will answer the Friday
    killing"."""
    token = match.pieces[-1].token
    named = token.dep_ in ("compound", "poss", "nmod", "amod") and token.head.i > token.i
    return named and token.head.lemma_.lower() in word_set("times", "closed.blows")


def _is_planned_for(led: str, match: Match) -> bool:
    """Tell whether a weekday is the one that something is planned for: "set up another vote for Wednesday";
    not "blamed rain for Tuesday's crash"."""
    after = match.pieces[-1].token
    owner = after.i + 1 < len(after.doc) and after.nbor(1).tag_ == "POS"
    return match.letters == "W" and led.endswith(" for") and not owner


def _comes(verb: "Token") -> bool:
    """Tell whether a verb only describes what is to come: "a referendum coming in November"."""
    alone = not any(child.pos_ == "AUX" for child in verb.children)
    return alone and verb.lower_ in table("times")["closed"]["coming"] and verb.dep_ in ("acl", "ccomp")


def _is_ahead(verb: "Token") -> bool:
    """Tell whether a verb is one of what is to come: "will", "would" and the like, a plan, a forecast."""
    closed = table("times")["closed"]
    while verb.dep_ == "conj" and verb.tag_ == verb.head.tag_ == "VB":
        verb = verb.head  # "is to repair the locks and reopen them by 1 January"
    marks = {child.lower_ for child in verb.children if child.dep_ in ("aux", "neg")}
    sure, open_ = marks & set(closed["will"]), marks & set(closed["would"])
    if sure or (open_ and "have" not in marks) or (verb.lemma_ in closed["foreseen"] and verb.tag_ == "VBN"):
        return True
    if any(child.dep_ == "acomp" and child.lower_ in closed["foreseen"] for child in verb.children):
        return True
    if verb.dep_ == "xcomp" and verb.tag_ == "VBG":
        return _is_ahead(verb.head)
    if verb.dep_ == "xcomp" and verb.head.dep_ == "acomp" and _is_ahead(verb.head.head):
        return True  # "will be able to open on Monday"
    planned = verb.head.lemma_ in (*closed["planned"], "be") and verb.dep_ in ("xcomp", "acl", "ccomp")
    to_come = verb.dep_ in ("acl", "relcl") and verb.lemma_ in closed["scheduled"] and "to" in marks
    return to_come or (planned and (verb.tag_ == "VB" or "to" in marks))


def _is_dropped(verb: "Token") -> bool:
    """Tell whether a plan is one of the past: "was originally scheduled for 23 April"."""
    helped = any(child.tag_ == "VBD" for child in verb.children if child.pos_ == "AUX")
    adverbs = (child.lower_ for child in verb.lefts if child.dep_ == "advmod")
    return helped and not word_set("times", "closed.dropped").isdisjoint(adverbs)


def _is_set_for(led: str, verb: "Token") -> bool:
    """Tell whether an expression is the time that something is set for: "the vote is set for January"."""
    return led.endswith(" for") and verb.tag_ == "VBN" and verb.lemma_ in table("times")["closed"]["set"]


def _is_to_be_done(verb: "Token") -> bool:
    """Tell whether a noun is told to be one that something will be done with: "the bill, to be taken up in
    January"; "the first to be shut in May" was shut."""
    marks = {child.lower_ for child in verb.lefts}
    if verb.dep_ not in ("acl", "relcl") or verb.tag_ != "VBN" or not {"to", "be"} <= marks:
        return False
    ranked = (verb.head, *verb.head.lefts)
    return not any(word.tag_ in ("JJS", "RBS") or word.lower_ in _ranks() for word in ranked)


def _ranks() -> frozenset[str]:
    """Return the words that tell who did something before or after all others: "first", "only"."""
    return word_set("measures", "words.ranks") | frozenset(table("times")["ordinals"])


def _is_scheduled(verb: "Token", match: Match) -> bool:
    """Tell whether an expression says when something on a calendar comes, in the present: "the trial begins
    on Monday", "the board is meeting on Friday", "she takes over in January". It must hang on the verb
    itself: "fears grow after the talks on Monday" tells of talks that are over."""
    led = match.pieces[0].token.head.lower_
    if led in ("from", "since", "of") or not (_is_of_calendar(verb) or _is_when(verb)):
        return False
    within = range(match.first, match.end)
    above = next(
        (up for up in match.pieces[0].token.ancestors if up.i not in within and up.pos_ != "ADP"), None
    )
    if above is None or above.i != verb.i:
        return False
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    plain = verb.tag_ in ("VBZ", "VBP") and not helpers
    return plain or (verb.tag_ == "VBG" and bool(helpers) and helpers <= word_set("times", "closed.going"))


def _is_of_calendar(verb: "Token") -> bool:
    """Tell whether a verb, with what completes it, is one of what is on a calendar: "begin", "take over", "go
    to the polls"."""
    lemma, times = verb.lemma_.lower(), table("times")
    if lemma in times["closed"]["scheduled"]:
        return True
    behind = (word for child in verb.rights for word in (child, *child.rights))
    return any(word.lower_ in times["scheduled_with"].get(lemma, ()) for word in behind)


def _is_when(verb: "Token") -> bool:
    """Tell whether "is" tells when something comes: "the next hearing is on Friday", not "it is Friday"."""
    noun = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    dated = word_set("times", "closed.dated")
    return verb.lower_ == "is" and noun is not None and noun.lemma_.lower() in dated


def _is_reckoned(doc: "Doc", match: Match) -> bool:
    """Tell whether "as of" leads an expression: "opened in 2003 and sold 40 by the week as of March"."""
    return [token.lower_ for token in doc[max(0, match.first - 2) : match.first]] == ["as", "of"]


def _is_present(verb: "Token") -> bool:
    if verb.tag_ in ("VBZ", "VBP"):
        return True
    helped = any(
        token.tag_ in ("VBZ", "VBP", "MD") for token in (verb, *verb.children) if token.pos_ == "AUX"
    )
    above = next((up for up in verb.ancestors if up.pos_ == "VERB"), None) if verb.tag_ == "VB" else None
    return helped or (above is not None and above.tag_ in ("VBZ", "VBP"))


def _accepted(match: Match) -> bool:
    """Tell whether a match is a time: "34-year-old" is an age."""
    return not match.letters.endswith("u")


def _expression(report: Report, found: Found) -> TimeExpression:
    reading = found.reading
    return TimeExpression(
        id=content_id("time", report.id, found.start, found.end, reading.type),
        report=report.id,
        start=found.start,
        end=found.end,
        text=report.text[found.start : found.end],
        type=reading.type,
        value=reading.value,
        moment=_moment(reading.stretch),
        anchor=reading.anchor,
    )


def _moment(stretch: Stretch | None) -> Moment | None:
    if stretch is None:
        return None
    return Moment(stretch.first.isoformat(), stretch.last.isoformat(), stretch.precision, Basis.EXPRESSION)
