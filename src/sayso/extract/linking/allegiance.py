"""Whose people a figure counts: the country that its words name, or that its sentence shows them to be of."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.extract.figures.countwords import slot, words_of
from sayso.extract.referents.countries import country_among, country_in
from sayso.lexicon import table
from sayso.model.report import Figure

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

PERSON = "person"

LOSS_REACH = 8
"""Tokens before a figure among which the verb stands by which somebody loses or sends those counted."""

STRUCK_REACH = 12
"""Tokens before "killing thousands" among which the troops stand that a blow struck."""


def country_of(span: "Span", figure: Figure, before: Sequence[tuple[Figure, str | None]]) -> str | None:
    """Return the gazetteer key of the country whose people `figure` (at `span`) counts, None where nothing
    shows it.

    `before` are the figures before it with their countries. Tried in order: its own words ("North Korean
    soldiers"), the whole it is part of and the count it stands beside, who lost or sent them, whom a blow
    struck, and who were just said to be there.
    """
    if not (figure.unit == PERSON or is_troops(span[-1].lower_)):
        return None
    if _of_two(figure.who or ""):
        return None
    own = country_in(list(span)) or country_among((figure.who or "").split())
    if own is not None:
        return own[0]
    return (
        _of_the_one_before(figure, before)
        or _of_who_lost(span)
        or (_of_those_struck(span) if figure.who is None else None)
        or _of_those_there(span)
    )


def _of_two(who: str) -> bool:
    """Tell whether a hyphen joins two peoples: "two Varen-Americans"."""
    return any(after[:1].isupper() for after in who.split("-")[1:])


def _of_the_one_before(figure: Figure, before: Sequence[tuple[Figure, str | None]]) -> str | None:
    """Take the country of the whole, or of the count before in the sentence that a bare one goes on from; no
    whole and no other count goes on from a part: "two Sarvians among 12 dead"."""
    if figure.part_of is not None:
        return next((country for one, country in before if one.id == figure.part_of), None)
    counts = (pair for pair in reversed(before) if pair[0].part_of is None)
    last, country = next(counts, (None, None))
    goes_on = last is not None and last.sentence == figure.sentence and last.unit == PERSON
    return country if goes_on and last is not None and figure.who in (None, last.who) else None


def _of_who_lost(span: "Span") -> str | None:
    """Take the subject of the verb by which somebody loses or sends people: "units of the army lost at least
    30"."""
    first = max(span.sent.start, span.start - LOSS_REACH)
    for token in reversed(list(span.doc[first : span.start])):
        if token.like_num or token.text == ";":
            return None
        if token.pos_ == "VERB" and token.lemma_.lower() in words_of("losing"):
            subject = next((child for child in token.children if child.dep_ == "nsubj"), None)
            return _country_of_phrase(subject, token.i) if subject is not None else None
    return None


def _country_of_phrase(noun: "Token", stop: int) -> str | None:
    found = country_in([token for token in noun.subtree if token.i < stop])
    return found[0] if found else None


def _of_those_struck(span: "Span") -> str | None:
    """Take the troops that a blow struck: "The attack has left Varen forces weakened, killing thousands"."""
    blow = span.doc[span.start - 1] if span.start > span.sent.start else None
    if blow is None or blow.tag_ != "VBG" or blow.lemma_.lower() not in slot("patient"):
        return None
    first = max(span.sent.start, span.start - STRUCK_REACH)
    struck = next(
        (token for token in reversed(list(span.doc[first : span.start])) if is_troops(token.lower_)), None
    )
    # Who strikes is the subject, who is struck an object, or the subject of what became of him.
    hit = struck is not None and any(
        up.pos_ in ("VERB", "AUX") and up.i < struck.i for up in struck.ancestors
    )
    return _country_of_phrase(struck, span.start) if struck is not None and hit else None


def is_troops(noun: str) -> bool:
    """Tell whether a noun, in lower case, names the troops of a country."""
    return noun in table("groups")["groups"]["troops"]


def _of_those_there(span: "Span") -> str | None:
    """Take the troops of the sentence before: "The first Varen soldiers have arrived. There are 12,000
    soldiers"."""
    sentence = span.sent
    opens = sentence[0].lower_ == "there" and is_troops(span[-1].lower_) and sentence.start > 0
    before = span.doc[sentence.start - 1].sent if opens else None
    troops = [token for token in before if is_troops(token.lower_)] if before is not None else []
    countries = {country for token in troops if (country := _country_of_phrase(token, sentence.start))}
    return countries.pop() if len(countries) == 1 else None
