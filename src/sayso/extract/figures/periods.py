"""Which time expression belongs to a figure: the period said with its clause, the day it is reckoned by, the
start it counts from."""

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from sayso.extract.figures.countwords import slot, words_of
from sayso.extract.figures.measures import is_patient
from sayso.extract.figures.numberwords import Number
from sayso.extract.sentences import text
from sayso.lexicon import table
from sayso.model.report import Basis, Moment, Precision, Report, TimeExpression, TimeType

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_BOUNDED = frozenset(Precision) - {Precision.DECADE}
EVENTS = frozenset(
    {
        "killed", "injured", "casualties", "missing", "captured", "arrested", "abducted", "rescued",
        "evacuated", "displaced", "infected", "damaged", "destroyed", "executed", "freed", "unharmed",
    }
)  # fmt: skip
"""Measures of what happens: a day said with them is the day it happened."""

RECKONING_REACH = 4
"""Tokens before a time among which "as of" makes it the day of a count: "as of noon on Friday"."""

RANK_REACH = 12
"""Tokens before "since" among which "the first" or "the worst" makes it the length of a rank."""

CUMULATIVE_REACH = 6
"""Tokens before a number that are read for "so far" and the like; after it the sentence is read to its
end."""


@dataclass(frozen=True, slots=True)
class Said:
    """A time said with a figure; `own` when it stands with the figure's own verb, not with the event that the
    figure comes of: "killed on Monday", but "sank on Monday, killing nine"."""

    expression: TimeExpression
    own: bool
    beside: bool = False
    """It stands right behind a noun of what came or went: "a £27m loss last year"."""


def period(doc: "Doc", anchor: int, sentence: "Span", times: tuple[TimeExpression, ...]) -> Said | None:
    """Return the time said with the clause of token `anchor` ("on 14 and 15 December"), resolved or not; None
    for none.

    A time belongs to the clause when its nearest verb is the clause's, one joined to it, one that it hangs on
    as a participle, or that of a "when" clause under it, and no "since", "until" or "by" leads it. What is
    said, projected or learnt on a day did not happen in it.
    """
    own, around = clause_verbs(doc[anchor], NEAR), clause_verbs(doc[anchor], FAR)
    aside = _is_aside(doc[anchor])
    found = []
    for item in times:
        token = root_of(doc, sentence, item) if _is_bounded(item) else None
        if aside and token is not None and not doc[anchor].is_ancestor(token):
            continue
        if token is not None and item.type is TimeType.DURATION and ranks_over(token):
            continue
        verbs = verbs_of_time(doc, token) if token is not None else []
        dated = token is not None and token.head.i == anchor and _dates_another(token)
        if dated or any(verb.i in own for verb in verbs):
            found.append(Said(item, True))
        elif any(verb.i in around or _tells_when(verb, around) for verb in verbs) or (
            token is not None and (_dates_doer(doc, token, own) or _dates_event(token, own))
        ):
            found.append(Said(item, False))
    nearest = min(
        found, key=lambda one: (not one.own, abs(one.expression.start - doc[anchor].idx)), default=None
    )
    return _with_next(doc, _finest(doc, nearest, found), times) if nearest is not None else None


def _finest(doc: "Doc", said: Said, found: list[Said]) -> Said:
    """Return the time beside one that lies within it: the "12 June" of "on 12 June last year"."""
    for one in found:
        first, second = sorted((one.expression, said.expression), key=lambda expression: expression.start)
        between = text(doc)[first.end : second.start].replace(",", "").split()
        if between in ([], ["in"], ["of"]) and _lies_in(one.expression.moment, said.expression.moment):
            return one
    return said


def _lies_in(part: Moment | None, whole: Moment | None) -> bool:
    if part is None or whole is None or part == whole:
        return False
    if part.from_ is None or part.to is None or whole.from_ is None or whole.to is None:
        return False
    return whole.from_ <= part.from_ and part.to <= whole.to


def _is_aside(anchor: "Token") -> bool:
    """Tell whether a deed is only what another one is about: "was held on Monday over the killing of two
    guards"; when it was done, only words of its own tell."""
    deed = (
        anchor.pos_ == "NOUN" and anchor.dep_ == "pobj" and slot("of").get(anchor.lemma_.lower()) is not None
    )
    return deed and anchor.head.lower_ in words_of("about_deeds")


def _with_next(doc: "Doc", said: Said, times: tuple[TimeExpression, ...]) -> Said:
    """Take in the time that is joined to one by "and": "on Tuesday and Wednesday"."""
    at = times.index(said.expression)
    for first, second in ((at - 1, at), (at, at + 1)):
        if first < 0 or second >= len(times):
            continue
        between = text(doc)[times[first].end : times[second].start].split()
        one, other = times[first].moment, times[second].moment
        if between in (["and"], ["and", "on"]) and one is not None and other is not None:
            whole = Moment(one.from_, other.to, other.precision, Basis.EXPRESSION)
            return Said(replace(said.expression, moment=whole), said.own)
    return said


UNBOUNDED = frozenset({"since", "until", "by", "before", "after", "till", "of"})
"""Words before a time that make it a start, an end or a description, not a period."""


def _is_bounded(expression: TimeExpression) -> bool:
    if expression.type is TimeType.DURATION:
        return expression.moment is not None
    if expression.type not in (TimeType.DATE, TimeType.TIME):
        return False
    if expression.moment is None:
        return not _dates_nothing(expression)
    return expression.moment.precision in _BOUNDED


def _dates_nothing(expression: TimeExpression) -> bool:
    """Tell whether an expression says no day even to who knows what it leans on: "now", "at night", "at the
    same time"."""
    value = expression.value or ""
    part_of_day = expression.type is TimeType.TIME and "T" in value and not value[-1].isdecimal()
    return value.endswith("_REF") or part_of_day or expression.text.lower().endswith("same time")


def verbs_of_time(doc: "Doc", token: "Token") -> "list[Token]":
    """Return the verbs whose time this may be: the verb above it, unless it is a start, an end, a day of
    reckoning, the page's own, or only names something ("Friday's count"); and of "1959, when two women died"
    the verb that follows. What is said or learnt on a day did not happen in it."""
    named = token.dep_ == "poss" or _led_out(doc, token) or _dates_another(token)
    after = token.i + 1 + (token.i + 1 < len(doc) and doc[token.i + 1].text == ",")
    followed = after < len(doc) and doc[after].lower_ == "when"
    found = [None if named else verb_above(token), doc[after].head if followed else None]
    verbs = (verb for verb in found if verb is not None and verb.pos_ in ("VERB", "AUX"))
    return [verb for verb in verbs if not _tells(verb)]


def _dates_another(token: "Token") -> bool:
    """Tell whether a time is that of a deed before or after which something was, "died a day after the
    15 April attack"; it dates that deed alone, "after the 15 April murder of two guards"."""
    noun = token.head
    inside = token.dep_ in ("compound", "nmod", "amod", "nummod") and noun.dep_ == "pobj"
    return inside and noun.head.lower_ in UNBOUNDED | {"following"}


def _dates_doer(doc: "Doc", token: "Token", own: frozenset[int]) -> bool:
    """Tell whether a time is that of the blast of which a relative clause tells the deed: "a blast in June
    that killed 14", "last year's fires, which killed nine"; `own` are the verbs of the deed. Who killed nine
    may have been held on the day before "who"."""
    after = token.i + 1 + (token.i + 1 < len(doc) and doc[token.i + 1].text == ",")
    if after < len(doc) and doc[after].tag_ == "WDT":
        return doc[after].dep_ == "nsubj" and doc[after].head.i in own
    if token.dep_ not in _BEFORE_NOUN:
        return False
    return any(child.dep_ == "relcl" and child.i in own for child in token.head.rights)


def _dates_event(token: "Token", own: frozenset[int]) -> bool:
    """Tell whether a time is that of what did a deed or in which it was done: "the floods of 2009 killed 12",
    "died in last year's floods"; `own` are the verbs of the deed."""
    if token.dep_ == "poss":
        noun = token.head
    elif token.dep_ == "pobj" and token.head.lower_ == "of":
        noun = token.head.head
    else:
        return False
    if noun.dep_ == "nsubj":
        return noun.head.i in own
    return noun.dep_ == "pobj" and noun.head.lower_ in words_of("in_how_long") and noun.head.head.i in own


_BEFORE_NOUN = frozenset({"poss", "compound", "nmod", "nummod", "amod"})


def _tells(verb: "Token") -> bool:
    """Tell whether a verb is one of telling, or hands on a count: "the figure of 26 was given on Monday"."""
    lemma = verb.lemma_.lower()
    given = (
        child.lemma_.lower() in words_of("count") for child in verb.children if child.dep_ == "nsubjpass"
    )
    return lemma in words_of("telling") or (lemma in words_of("giving") and any(given))


def _led_out(doc: "Doc", token: "Token") -> bool:
    return led_by(doc, token) in UNBOUNDED or _is_reckoning(doc, token) or _is_stamp(doc, token)


def _tells_when(verb: "Token", clause: frozenset[int]) -> bool:
    told = verb.dep_ == "advcl" and any(child.lower_ in ("when", "as", "after") for child in verb.children)
    return told and verb.head.i in clause


def _is_stamp(doc: "Doc", token: "Token") -> bool:
    """Tell whether a time is that of the page: "Updated: 3 March 2023"."""
    start = token.left_edge.i
    return any(doc[index].lower_ in words_of("stamps") for index in range(max(0, start - 2), start))


def since(doc: "Doc", number: Number, sentence: "Span", *, happened: bool = False) -> bool:
    """Tell whether the sentence counts from a start on: "since October", "so far", "already", "in total".

    "The first crash since 1959, when two died" counts nothing from 1959 on, and "since" must stand with the
    count, not before it; one that opens the sentence is read with what `happened`, a count of people hurt or
    moved.
    """
    start = max(sentence.start, number.first - CUMULATIVE_REACH)
    if happened and doc[sentence.start].lower_ == "since":
        start = sentence.start
    text = f" {doc[start : sentence.end].text.lower()} ".replace(".", " ").replace(",", " ")
    if not any(phrase in text for phrase in _phrases("cumulative")):
        return False
    others = (phrase for phrase in _phrases("cumulative") if phrase.strip() not in ("since", "already"))
    window = doc[start : sentence.end]
    return (
        any(phrase in text for phrase in others) or _is_done(window) or _counts_since(doc, number, sentence)
    )


def _is_done(window: "Span") -> bool:
    """Tell whether "already" stands with a verb: "have already died"; not "the guards already there", "is
    already $16tn in debt"."""
    return any(token.lower_ == "already" and token.head.pos_ == "VERB" for token in window)


def _counts_since(doc: "Doc", number: Number, sentence: "Span") -> bool:
    starts = (token for token in doc[sentence.start : sentence.end] if token.lower_ == "since")
    return any(
        not _ranks(token)
        and number.first not in _reach_of(token)
        and not _is_of_another(doc, token, number, sentence)
        for token in starts
    )


def _is_of_another(doc: "Doc", since: "Token", number: Number, sentence: "Span") -> bool:
    """Tell whether a "since" is of another verb: "has risen since 2021, and it lost 40", "lost 80 and has
    since gained back 60"."""
    if since.dep_ == "advmod" and since.head.pos_ == "VERB":
        return verb_above(doc[number.core]) != since.head  # "has since gained back 60"
    fronted = since.i <= sentence.start + 1
    return since.i < number.first and not fronted and verb_above(since) != verb_above(doc[number.core])


def start_of(doc: "Doc", sentence: "Span", times: tuple[TimeExpression, ...]) -> Moment | None:
    """Return the stretch from the day that "since" gives on, its end open; None for none."""
    for expression in times:
        token = root_of(doc, sentence, expression)
        if token is not None and led_by(doc, token) == "since" and expression.moment is not None:
            return Moment(expression.moment.from_, None, expression.moment.precision, Basis.EXPRESSION)
    return None


def _ranks(since: "Token") -> bool:
    """Tell whether a "since" says how long something is the first or the worst: "the deadliest since May"."""
    before = since.doc[max(since.sent.start, since.i - RANK_REACH) : since.i]
    return any(
        (token.tag_ in ("JJS", "RBS") and (token.lower_ not in ("most", "least") or token.i + 1 == since.i))
        or token.lower_ in words_of("ranks")
        for token in before
    )


def ranks_over(time: "Token") -> bool:
    """Tell whether a length of time says over how long something is the worst or the third: "the worst flood
    in 50 years killed 12"."""
    noun = time.head.head if time.dep_ == "pobj" else time
    if noun.pos_ in ("VERB", "AUX"):
        return False
    ordinals = table("times")["ordinals"]
    return any(
        word.tag_ in ("JJS", "RBS") or word.lower_ in words_of("ranks") or word.lower_ in ordinals
        for word in (noun, *noun.lefts)
    )


def _reach_of(since: "Token") -> range:
    """Return the tokens of what "since" starts: its phrase, or the clause that it leads."""
    top = since.head if since.dep_ == "mark" else since
    return range(top.left_edge.i if top is since else since.i, top.right_edge.i + 1)


def part_phrases() -> tuple[str, ...]:
    """Return the words before a part of a figure, each with a blank on both sides."""
    return _phrases("part")


@cache
def _phrases(key: str) -> tuple[str, ...]:
    return tuple(f" {phrase} " for phrase in table("measures")["extent"][key])


def stated_as_of(
    doc: "Doc", anchor: int, sentence: "Span", times: tuple[TimeExpression, ...]
) -> Moment | None:
    """Return the moment said with "by Tuesday" in the clause of token `anchor`, or with "as of noon on
    Monday" anywhere in its sentence; None for none."""
    clause = clause_verbs(doc[anchor], FAR)
    for expression in times:
        token = root_of(doc, sentence, expression)
        moment = expression.moment
        if token is None or moment is None or moment.to is None or not _is_reckoning(doc, token):
            continue
        verb = verb_above(token)
        if verb is not None and _foresees(verb):
            continue
        near = verb is not None and (verb.i in clause or _tells_when(verb, clause))
        if near or not _is_by(doc, token):
            return Moment(moment.to, moment.to, moment.precision, Basis.EXPRESSION)
    return None


def _foresees(verb: "Token") -> bool:
    """Tell whether a verb says what is to come: "projected 80,000 deaths by May", "will cost 40 by May"."""
    ahead = any(child.lower_ in words_of("unreal") for child in verb.children if child.i < verb.i)
    return ahead or verb.lemma_.lower() in words_of("foreseeing")


def _is_reckoning(doc: "Doc", token: "Token") -> bool:
    """Tell whether "by" or "as of" leads a time: the day of a count, not of what happened."""
    return is_as_of(doc, token) or _is_by(doc, token)


def is_as_of(doc: "Doc", token: "Token") -> bool:
    """Tell whether "as of" leads a time: "as of noon on Friday"."""
    start = token.left_edge.i
    before = " ".join(token.lower_ for token in doc[max(0, start - RECKONING_REACH) : start])
    return " as of " in f" {before} "


def _is_by(doc: "Doc", token: "Token") -> bool:
    return led_by(doc, token) == "by"


def as_of(report: Report, during: Moment | None, dated: bool) -> Moment | None:
    """Return the moment that a figure holds for: the end of its period when said, else no later than its
    report.

    The day of publication is never given as if stated: then `from_` is None and the basis `inferred`; so it
    is where the period still runs then: what was killed "this year" is told up to the report. None where the
    report has no date, or the figure has a day of its own (`dated`) that could not be resolved."""
    published = report.published
    if during is not None and during.to is not None and not _still_runs(during, published):
        return Moment(during.to, during.to, during.precision, Basis.EXPRESSION)
    if (dated and during is None) or published is None or published.to is None:
        return None
    return Moment(None, published.to, Precision.DAY, Basis.INFERRED)


def _still_runs(during: Moment, published: Moment | None) -> bool:
    """Tell whether a period began before the report came out and ends behind it."""
    if published is None or published.to is None or during.from_ is None or during.to is None:
        return False
    return during.from_[:10] <= published.to[:10] < during.to[:10]


NEAR = frozenset({"conj", "xcomp"})
FAR = frozenset({"conj", "xcomp", "advcl"})
"""By which relations a verb shares its clause with the one it hangs on."""


def clause_verbs(token: "Token", by: frozenset[str]) -> frozenset[int]:
    """Return the verbs of a token's clause: its own, those joined to it, and those it hangs on as a
    participle or by one of the relations in `by`."""
    verb = token if token.pos_ in ("VERB", "AUX") else verb_above(token)
    found: set[int] = set()
    while verb is not None and verb.i not in found:
        found.add(verb.i)
        found.update(
            child.i for child in verb.children if child.dep_ == "conj" and child.pos_ in ("VERB", "AUX")
        )
        verb = _joined_above(verb, by)
    return frozenset(found)


def verb_above(token: "Token") -> "Token | None":
    """Return the nearest verb over a word; None for none."""
    return next((up for up in token.ancestors if up.pos_ in ("VERB", "AUX")), None)


def _joined_above(verb: "Token", by: frozenset[str]) -> "Token | None":
    """Return the verb that shares its clause with `verb`: "lost" of "lost 30 soldiers killed", else None."""
    head = verb.head
    if verb.dep_ == "acl" and head.dep_ == "dobj":
        head = head.head
    elif verb.dep_ == "pcomp" and "advcl" in by and head.lower_ == "before":
        head = head.head  # "robbed the mill in 2012 before killing two guards"
    elif verb.dep_ not in by and not _is_participle(verb):
        return None
    return head if head.pos_ in ("VERB", "AUX") else None


def _is_participle(verb: "Token") -> bool:
    """Tell whether the parse took a participle for a clause: the "killed" of "lost 30 soldiers killed and
    wounded"."""
    bare = not any(child.dep_ in ("aux", "auxpass", "dobj", "mark") for child in verb.children)
    return (
        verb.dep_ in ("ccomp", "advcl")
        and verb.tag_ in ("VBN", "VBD")
        and bare
        and is_patient(verb.lemma_.lower())
    )


def root_of(doc: "Doc", sentence: "Span", expression: TimeExpression) -> "Token | None":
    """Return the token that heads a time expression, None where it stands in another sentence."""
    if not sentence.start_char <= expression.start < sentence.end_char:
        return None
    span = doc.char_span(expression.start, expression.end, alignment_mode="expand")
    return span.root if span is not None else None


def led_by(doc: "Doc", token: "Token") -> str:
    """Return the word right before a token's phrase, in small letters."""
    start = token.left_edge.i
    while start and doc[start - 1].lower_ in words_of("around"):
        start -= 1
    return doc[start - 1].lower_ if start else ""
