"""Names that a list knows, or that the words beside them show: places of the gazetteer, what everybody knows,
the agencies that a report credits, acronyms."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.extract.names.kinds import Found, listed_by_first_word
from sayso.extract.sentences import Tokens, lower_at, text_of, texts
from sayso.lexicon import gazetteer, words
from sayso.lexicon.media import short_names, without_article
from sayso.model.names import acronym_of
from sayso.model.report import EntityKind, Report

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_SIDES = frozenset({"pro", "anti", "non"})
"""Prefixes that make an adjective of a place's name."""

LONGEST_NAME = 10
"""Words before a bracket among which the long form of an acronym is looked for."""

_LONGEST_PLACE = 6
"""Words in the longest place name looked up."""


def credited(report: Report, shown: Sequence["Span"], tokens: Tokens) -> Iterator[Found]:
    """The short names of the agencies that the report credits, and the names of its own outlet, wherever the
    text uses them."""
    agencies = {agency.lower() for agency in report.agencies}
    own = _own_names(report.outlet or "")
    begin = {name[0] for name in own}
    for sentence in shown if agencies or own else ():
        for at, token in enumerate(tokens[sentence.start : sentence.end], sentence.start):
            if token.lower_ in agencies and token.text[0].isupper():
                yield at, at + 1, EntityKind.ORGANISATION, None
            for name in own if token.text in begin else ():
                if tuple(one.text for one in tokens[at : at + len(name)]) == name and _is_meant(
                    tokens, at, name
                ):
                    yield at, at + len(name), EntityKind.ORGANISATION, None


def _own_names(outlet: str) -> list[tuple[str, ...]]:
    """The words of an outlet's name, and of what it is called for short by its initials; none of an
    address."""
    if not outlet[:1].isupper():
        return []
    return [tuple(name.split()) for name in (without_article(outlet), *short_names(outlet))]


def _is_meant(tokens: Tokens, at: int, name: Sequence[str]) -> bool:
    """Whether words are the outlet's name and no others': one that is no acronym stands alone behind "the"
    only."""
    return len(name) > 1 or name[0].isupper() or lower_at(tokens, at - 1) == "the"


def well_known(doc: "Doc", shown: Sequence["Span"], tokens: Tokens) -> Iterator[Found]:
    """Names known everywhere, by their list; a lone word that a sentence begins with may be a common one."""
    known, text = listed_by_first_word(), texts(doc)
    for sentence in shown:
        for at in [at for at in range(sentence.start, sentence.end) if text[at] in known]:
            for said, kind in known[text[at]]:
                last = at + len(said)
                opens = at == sentence.start and tokens[at].dep_ not in {"nsubj", "nsubjpass", "poss"}
                doubtful = len(said) == 1 and (tokens[at].pos_ != "PROPN" or opens)
                if text[at : min(last, sentence.end)] == said and not doubtful:
                    yield at, last, kind, None


def acronyms(tokens: Tokens, sentence: "Span", capital: Iterable[int]) -> Iterator[Found]:
    """Words in capitals that the words beside them show to be a body's: "the AMWU union", "the union AMWU",
    or in brackets behind a name whose initials they are and that holds a noun for a body, not "Free Seas Act
    (FSA)"."""
    for at in capital:
        if _is_acronym(tokens[at]) and _shown_a_body(tokens, at, sentence.start, sentence.end):
            yield at, at + 1, EntityKind.ORGANISATION, None


def places(tokens: Tokens, sentence: "Span", capital: Iterable[int]) -> Iterator[Found]:
    """The longest gazetteer name at each capitalised word of a sentence (`capital`: their numbers); one that
    is also an ordinary word or name needs the pipeline's voice."""
    stop = sentence.start
    for position in capital:
        if position >= stop and gazetteer.begins(tokens[position].text):
            place = _place_at(tokens, position, sentence.end)
            if place is not None:
                stop = place[1]
                yield place


def is_part_of_another(tokens: Tokens, first: int, last: int) -> bool:
    """An amount of money ("US$5", "5 US dollars"), a unit behind its number ("30GB"), a side ("pro-Brod")."""
    if last < len(tokens) and (tokens[last].text == "$" or tokens[last].lemma_ == "dollar"):
        return True
    before = tokens[first - 1] if first else None
    if before is None or before.whitespace_:
        return False
    return before.like_num or (before.text == "-" and first > 1 and tokens[first - 2].lower_ in _SIDES)


def _is_acronym(token: "Token") -> bool:
    plain = token.text
    return plain.isupper() and plain.isalpha() and 2 <= len(plain) <= 8 and gazetteer.find(plain) is None


def _shown_a_body(tokens: Tokens, at: int, start: int, end: int) -> bool:
    before, after = tokens[max(at - 1, start)], tokens[min(at + 1, end - 1)]
    if before.is_lower and before.lower_ in words("offices", "sorts"):
        return True
    if after.is_lower and after.lower_ in words("offices", "sorts") and not before.is_upper:
        return True
    if before.text != "(" or after.text != ")":
        return False
    run = tokens[max(at - 1 - LONGEST_NAME, start) : at - 1]
    if not run or run[-1].lower_ in words("mentions", "event_endings"):
        return False
    nouns = [place for place, token in enumerate(run) if token.lower_ in words("offices", "bodies")]
    return any(
        acronym_of(tokens[at].text, " ".join(token.text for token in run[first:]))
        for first in range(max(nouns, default=-1) + 1)
    )


def _place_at(tokens: Tokens, position: int, end: int) -> Found | None:
    longest = None
    for stop in range(position + 1, min(position + _LONGEST_PLACE, end) + 1):
        span = tokens[position:stop]
        text = text_of(span)
        if not gazetteer.begins(text):
            break
        place = gazetteer.find(text)
        if place is not None and (not gazetteer.ambiguous(text) or _looks_placed(span)):
            article = (
                stop - position > 1 and span[0].lower_ == "the" and gazetteer.find(text_of(span[1:])) == place
            )
            longest = position + article, stop, EntityKind.PLACE, place.key
    return longest if longest is None or not is_part_of_another(tokens, *longest[:2]) else None


def _looks_placed(span: Tokens) -> bool:
    """The pipeline calls it a place."""
    return all(token.ent_type_ in {"GPE", "LOC"} for token in span)
