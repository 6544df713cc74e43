"""Where a name begins and ends: what the pipeline takes in by mistake is cut off, what it
leaves out is added."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.extract.sentences import DASHES, lower_at, text_of
from sayso.lexicon import gazetteer, given_names, idf, words
from sayso.lexicon.media import is_known_agency
from sayso.model.report import Pair

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

LONGEST_REACH = 3
"""Words at most that a personal name is widened by."""

LONGEST_AGENCY = 3
"""Tokens of the longest name of an agency that a credit gives."""

TITLED = 4
"""Words at least of whose role it is, the role and a full name: "Brod Chief Jan Kovar"."""

SHORT_PART = 6
"""Letters at most of a part in small letters behind the hyphen of a name: "Kwok-hung"."""

_NUMBER = frozenset({"no", "no.", "nr", "nr."})
"""Words before the number of a unit, a school or a court."""


def is_person(tokens: Sequence["Token"], entity: "Span") -> bool:
    """Say whether an entity is a person: so labelled, or a full name behind what its bearer does, with a
    capital because a sentence opens, of which the pipeline makes a product or a body: "Model Ana Kovar"; or
    two words behind a "Spokesperson", or at the end behind whose role it is."""
    if entity.label_ == "PERSON":
        return True
    inside = tokens[entity.start : entity.end]
    if any(token.lower_ in words("offices", "speaking") for token in inside[:-2]) or _is_titled(inside):
        return True
    return (
        2 < len(inside) <= LONGEST_REACH + 1
        and _is_called(inside[0])
        and given_names.gender(inside[1].text) is not None
        and all(token.text.istitle() and not _is_body_noun(token) for token in inside)
    )


def _is_titled(inside: Sequence["Token"]) -> bool:
    """Whether an entity ends in a role and a full name: "Brod Police Chief Jan Kovar"."""
    if len(inside) < TITLED:
        return False
    role, given, family = inside[-3:]
    known = given_names.gender(given.text) is not None
    return known and _is_called(role) and family.text.istitle() and not _is_body_noun(family)


def pieces(tokens: Sequence["Token"], entity: "Span") -> Iterator[Pair]:
    """Yield the parts of an entity that are names of their own, each without articles, titles, possessives,
    stray punctuation and small letters at its ends: the agency of a credit that runs into it, what stands
    in a bracket that the entity does not close, persons joined by "and", what a dash between blanks parts."""
    person = is_person(tokens, entity)
    begin = behind_credit(tokens, entity.start, entity.end)
    if begin > entity.start:
        yield entity.start, begin
    inside = tokens[begin : entity.end]
    closed = any(token.text in {")", "]"} for token in inside)
    cuts = [
        token.i
        for token in inside
        if (token.text in {"(", "["} and not closed)
        or (person and token.lower_ == "and")
        or (
            token.text in DASHES and token.whitespace_ and token.i > begin and tokens[token.i - 1].whitespace_
        )
    ]
    for first, last in pairwise((begin - 1, *cuts, entity.end)):
        ends = _trimmed(tokens, first + 1, last, person)
        if ends is not None:
            yield ends


def _trimmed(tokens: Sequence["Token"], first: int, last: int, person: bool) -> Pair | None:
    first = _behind_role(tokens, first, last) if person else first
    while first < last and _is_front(tokens[first], person, last - first > 1):
        first += 1
    while last > first and _is_rear(tokens[last - 1], person, last - first > 1):
        last -= 1
    return (first, last) if first < last else None


def _behind_role(tokens: Sequence["Token"], first: int, last: int) -> int:
    """Return where a full name begins behind what its bearer does and for whom: "UN Envoy Ana Kovar"."""
    if given_names.gender(tokens[first].text) is not None:
        return first
    begins = (
        at
        for at in range(first + 1, last - 1)
        if (given_names.gender(tokens[at].text) is not None and _is_called(tokens[at - 1]))
        or tokens[at - 1].lower_ in words("offices", "speaking")
    )
    return next(begins, first)


def behind_credit(tokens: Sequence["Token"], first: int, last: int) -> int:
    """Return where a name goes on behind the agency of a credit that runs into it, `first` where none does:
    "Reuters Ana Kovar", not "Reuters Television" nor "Reuters reporter Ana Kovar"; agencies whose name is all
    capitals are left, for other bodies go by the same letters."""
    ends = range(min(first + LONGEST_AGENCY, last - 1), first, -1)
    end = next((end for end in ends if _is_agency(tokens[first:end])), first)
    if end == first:
        return first
    own = tokens[end].is_lower or tokens[end].lower_ in words("agencies", "own")
    return first if own else end


def _is_agency(inside: Sequence["Token"]) -> bool:
    name = text_of(inside)
    return is_known_agency(name) and not name.isupper()


def is_title(token: "Token") -> bool:
    """Say whether a word is a title: "President", "Dr."; not where a noun for a body follows ("Duke
    University"), or an adverb with a capital ("Justice Now")."""
    if token.text not in words("offices", "titles"):
        return False
    after = token.i + 1
    if after == len(token.doc):
        return True
    adverb = token.doc[after].pos_ == "ADV" and token.doc[after].text.istitle()
    return not adverb and not _is_body_noun(token.doc[after])


def person(
    tokens: Sequence["Token"], first: int, last: int, start: int, end: int, taken: Collection[int]
) -> tuple[int, int]:
    """Return a personal name, in the sentence of tokens `start` to `end`, with the given names, initials and
    particles before it and what a hyphen joins to it; tokens in `taken` belong to other names."""
    reach = max(start, first - LONGEST_REACH)
    before = first
    while (
        before > reach
        and before - 1 not in taken
        and _goes_before(tokens[before - 1], _may_open(tokens, before - 1, start))
    ):
        before -= 1
    while before < first and tokens[before].is_lower:
        before += 1
    return before, hyphenated(tokens, last, end)


def numbered(tokens: Sequence["Token"], first: int, last: int) -> int:
    """Return one past the last token of a body's name, with the number that tells which one it is: "Tactical
    Group No. 84"; a "No" that no number follows is no part of it. A sentence may seem to end at "No."."""
    inside = last - first > 1 and tokens[last - 1].lower_ in _NUMBER
    at = last if inside or lower_at(tokens, last) not in _NUMBER else last + 1
    if not inside and at == last:
        return last
    at += lower_at(tokens, at) == "."
    return at + 1 if at < len(tokens) and tokens[at].is_digit else last - inside


def hyphenated(tokens: Sequence["Token"], last: int, end: int) -> int:
    """Return one past the last token of a name that ends before `last`, with what hyphens join to it:
    "Kwok-hung", "Bourg-la-Reine", not "Kyiv-based"."""
    while (
        last + 1 < end
        and tokens[last].text == "-"
        and not _apart(tokens, last)
        and (_goes_on(tokens[last + 1]) or _is_syllable(tokens, last))
    ):
        last += 2
    return last


def _apart(tokens: Sequence["Token"], hyphen: int) -> bool:
    return bool(tokens[hyphen - 1].whitespace_ or tokens[hyphen].whitespace_)


def _is_syllable(tokens: Sequence["Token"], hyphen: int) -> bool:
    """Whether a word like "in" behind a hyphen ends a Korean name: "Moon Jae-in"."""
    return hyphen > 1 and given_names.family_first(text_of(tokens[hyphen - 2 : hyphen + 2]))


def _goes_on(token: "Token") -> bool:
    if not token.is_alpha or token.lower_ in words("mentions", "joined"):
        return False
    return token.text[0].isupper() or len(token) <= SHORT_PART


def _is_front(token: "Token", person: bool, more: bool) -> bool:
    """Tell whether a token at the front of a name, with `more` of it after, is no part of it."""
    return (
        is_title(token)
        or token.lower_ == "the"
        or (more and token.lower_ in {"a", "an"})
        or token.is_punct
        or token.is_space
        or (more and person and _leads(token))
        or (more and token.is_sent_start is True and _opens(token, person))
    )


def _opens(token: "Token", person: bool) -> bool:
    """Whether a word before a name only opens a sentence: "Considering Kovar's words, …"."""
    return token.lower_ in words("mentions", "openers") or (person and token.tag_ == "VBG")


def _is_rear(token: "Token", person: bool, more: bool) -> bool:
    return (
        token.tag_ == "POS"
        or token.is_punct
        or token.is_space
        or token.lower_ == "and"
        or (more and token.tag_ == "IN" and token.is_lower)
        or (token.is_lower and person)
        or (more and token.lower_ in words("offices", "sorts") and _only_says_what(token))
        or (more and token.text in words("mentions", "credits"))
        or (person and more and token.text in words("mentions", "honours"))
    )


def _is_role(token: "Token") -> bool:
    """Whether a word says what somebody does: "Biologist", "Spokesperson"; not "Christian", a given name."""
    if given_names.gender(token.text) is not None:
        return False
    doer = token.lower_.endswith(tuple(words("offices", "agents"))) and not token.is_lower
    return doer or bool({token.lower_, token.lemma_.lower()} & words("offices", "people"))


def _is_called(token: "Token") -> bool:
    """Whether a word before a full name says what its bearer does, or is called by: "Model Ana Kovar"."""
    return _is_role(token) or token.lower_ in words("mentions", "callings")


def _only_says_what(token: "Token") -> bool:
    """Whether a noun in small letters stands right behind an acronym: "the AMWU union", not "the Brodel
    union"."""
    before = token.doc[token.i - 1].text
    return token.is_lower and before.isupper() and before.isalpha() and len(before) > 1


def _leads(token: "Token") -> bool:
    """A demonym, a word for kin or a small word in front of a person's name belongs to what its bearer is."""
    small = token.is_lower and token.text not in words("mentions", "particles")
    kin = token.lower_ in words("mentions", "kin")
    return small or kin or gazetteer.demonym(token.text) is not None


def _may_open(tokens: Sequence["Token"], index: int, start: int) -> bool:
    """Whether a word opens a sentence, or may do so, behind a point that the parser took for an
    abbreviation's: "… of the U.S. Considering Kovar's words, …"."""
    return index == start or tokens[index - 1].text.endswith(".")


def _goes_before(token: "Token", opens: bool) -> bool:
    """Whether a word right before a name is part of it: a given name, an initial, a particle; or a proper
    noun that is rare and neither an office nor a place, nor a participle that `opens` a sentence."""
    if token.text in words("mentions", "particles"):
        return True
    if not token.text[0].isupper() or is_title(token) or token.text in words("mentions", "credits"):
        return False
    initial = len(token.text.rstrip(".")) == 1 and token.text != "A"
    if initial or given_names.gender(token.text) is not None:
        return not opens or token.pos_ == "PROPN"
    return (
        token.pos_ == "PROPN"
        and token.is_alpha
        and not token.is_upper
        and _is_rare(token)
        and not (opens and token.lower_.endswith("ing"))
        and gazetteer.find(token.text) is None
        and gazetteer.demonym(token.text) is None
        and not _is_role(token)
        and token.lower_ not in words("offices", "bodies")
    )


def _is_body_noun(token: "Token") -> bool:
    return token.text[0].isupper() and token.lower_ in words("offices", "bodies")


def _is_rare(token: "Token") -> bool:
    """No word that the news uses."""
    return idf.weight(token.lower_) >= idf.weight("")
