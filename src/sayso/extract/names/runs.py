"""Runs of capitalised words and small links, and the names in them: bodies around a noun for one ("Security
Service of Brod"), people by a known given name."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.extract.names.bounds import behind_credit, is_title
from sayso.extract.names.kinds import Found, sorted_by_words
from sayso.extract.sentences import Tokens, text_of
from sayso.lexicon import gazetteer, given_names, idf, table, words
from sayso.model.report import EntityKind, Pair

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_LINKS = frozenset({"of", "for", "the", "&", "no."})
"""Small words that may stand inside a body's name, beside the particles that stand in any."""

_OF = frozenset({"of", "for"})
"""Links that go on with a body's name ("Port Authority of Brod"); behind other words a new name begins."""

LONGEST_PERSON = 4
"""Words in the longest personal name that a role beside it alone, or its given name, may show."""


def runs(tokens: Tokens, sentence: "Span", capital: Iterable[int]) -> Iterator[Pair]:
    """The runs of capitalised words and small links in a sentence; `capital`: the numbers of its words that
    begin with a capital."""
    stop = sentence.start
    for position in capital:
        opens = position == sentence.start and tokens[position].pos_ not in {"PROPN", "NOUN", "ADJ"}
        if position < stop or opens or not _is_capital(tokens[position]):
            continue
        stop = _end_of_run(tokens, position, sentence.end)
        first = position
        titled = not _behind_sort(tokens, first)  # "the group Justice Now" is no judge
        while first < stop and titled and (is_title(tokens[first]) or tokens[first].lower_ == "the"):
            first += 1
        first = behind_credit(tokens, first, stop)
        stop = before_a_person(tokens, first, stop)
        if stop - first > 1 or (stop - first == 1 and tokens[first].text in table("offices")["known"]):
            yield first, stop


def bodies(tokens: Tokens, runs: Sequence[Pair]) -> Iterator[Found]:
    """Runs of capitalised words and small links that hold a noun for a body: names of organisations."""
    known = table("offices")["known"]
    for first, end in runs:
        last = _known_before_staff(tokens, first, end) or without_staff(tokens, first, end)
        called = text_of(tokens[first:last]) in known or _is_called(tokens, first, last)
        if called or _names_body(tokens[first:last]):
            yield first, last, sorted_by_words(tokens[first:last], EntityKind.ORGANISATION), None


def full_name(tokens: Tokens, first: int, last: int) -> Iterator[Found]:
    """A run that is a given name and a surname, initials or a second given name between them, whatever the
    pipeline takes it for; not where a word shows another sort of name."""
    inside = tokens[first:last]
    if not 2 <= len(inside) <= LONGEST_PERSON or given_names.gender(inside[0].text) is None:
        return
    middle = all(
        given_names.gender(token.text) or token.text.rstrip(".").isupper() or token.text in _particles()
        for token in inside[1:-1]
    )
    surname = inside[-1]
    if (
        middle
        and surname.pos_ == "PROPN"
        and surname.text.istitle()
        and not any(token.lower_ in _LINKS for token in inside)
        and gazetteer.find(text_of(tokens[first:last])) is None
        and sorted_by_words(inside, EntityKind.PERSON) is EntityKind.PERSON
        and (inside[1].is_lower or not any(token.ent_type_ in {"GPE", "LOC", "FAC"} for token in inside))
        and not is_body(inside)
        and surname.text not in words("media", "name_endings")
        and gazetteer.demonym(surname.text) is None
        and text_of(tokens[first:last]) not in words("mentions", "organisations")
    ):
        yield first, last, EntityKind.PERSON, None


def _known_before_staff(tokens: Tokens, first: int, end: int) -> int | None:
    """Where a body that everybody knows ends, if the run goes on with what somebody does for it: "White House
    Press Secretary", "White House Press Secretary Kayleigh Kovar"."""
    known = table("offices")["known"]
    last = next((at for at in range(end - 1, first, -1) if text_of(tokens[first:at]) in known), None)
    rest = tokens[last:end] if last is not None else ()
    return last if any(token.lower_ in words("offices", "people") for token in rest) else None


def without_staff(tokens: Tokens, first: int, last: int) -> int:
    """Cut off who works for a body behind its name: "State Department Spokesperson"."""
    end = last
    while end - first > 2 and tokens[end - 1].lower_ in words("offices", "people"):
        end -= 1
    return end if is_body_noun(tokens[end - 1]) else last


def before_a_person(tokens: Tokens, first: int, stop: int) -> int:
    """Where a run goes on with a full name behind what its bearer belongs to or does ("Brod University Ana
    Kovar"), the run ends before that."""
    for at in range(first + 1, stop - 1):
        before = tokens[at - 1]
        named = stop - at <= LONGEST_PERSON and given_names.gender(tokens[at].text) is not None
        if named and (is_body_noun(before) or before.lower_ in words("offices", "people")):
            return at
    return stop


def is_body(tokens: Tokens) -> bool:
    """Say whether a name of several words holds a noun for a body."""
    return len(tokens) > 1 and any(token.lower_ in words("offices", "bodies") for token in tokens)


def is_body_noun(token: "Token") -> bool:
    """Say whether a word is a noun for a body."""
    return token.lower_ in words("offices", "bodies")


def _names_body(run: Tokens) -> bool:
    inner = [token for token in run if token.text[0].isupper()]
    if len(inner) < 2 or run[0].lower_ in {"president", "minister"} or _names_office(run):
        return False
    if run[-1].text in words("media", "name_endings"):
        return True
    head_words = [token for token in inner if token.lower_ in words("offices", "bodies")]
    continued = any(token.lower_ in _OF for token in run)
    opens_alone = gazetteer.demonym(inner[0].text) is not None or (inner[0] in head_words and not continued)
    return len(head_words) > 1 or (bool(head_words) and not opens_alone)


def _is_called(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a noun for a group right before a name of several words says what it names: "the rights group
    Justice Now"; not "the party Ana Kovar leads"."""
    several = last - first > 1 and given_names.gender(tokens[first].text) is None
    return several and _behind_sort(tokens, first)


def _behind_sort(tokens: Tokens, first: int) -> bool:
    """Whether a noun for a group stands right before a word."""
    before = tokens[first - 1] if first else tokens[first]
    return before.is_lower and before.lemma_.lower() in words("mentions", "groups_called")


def _names_office(run: Tokens) -> bool:
    """ "White House Chief of Staff Ana Kovar": what somebody does for a body, which no body is named by."""
    people = words("offices", "people")
    roles = (at for at, token in enumerate(run[:-1]) if token.lower_ in people)
    return not is_body_noun(run[0]) and any(run[at + 1].lower_ == "of" for at in roles)


def _end_of_run(tokens: Tokens, position: int, end: int) -> int:
    """One past the last capitalised word that goes on from the one at `position`, over at most two links."""
    stop = position + 1
    while stop < end:
        ahead = stop + _joins(tokens, position, stop, end)
        while ahead < end and _is_link(tokens[ahead]):
            ahead += 1
        if ahead == end or ahead - stop > 2 or not _is_capital(tokens[ahead]):
            break
        if tokens[stop].lower_ in _OF | {"the"} and not any(
            is_body_noun(token) for token in tokens[position:stop]
        ):
            break
        stop = ahead + 1
    return stop


def _joins(tokens: Tokens, position: int, stop: int, end: int) -> bool:
    """Whether the "and" at `stop` stands inside a body's name: behind a common word, with the noun for a body
    close behind ("Allied Makers and Dockers Union"), or behind "Ministry of"."""
    if tokens[stop].lower_ != "and" or stop + 1 >= end or not _is_capital(tokens[stop + 1]):
        return False
    before, after = tokens[stop - 1], tokens[stop + 1]
    if not _is_common(before) or is_body_noun(before) or is_body_noun(after) or _is_known(after):
        return False
    behind = tokens[stop + 2] if stop + 2 < end else None
    if behind is not None and behind.text[0].isupper() and is_body_noun(behind):
        return True
    of = next((at for at in range(position + 1, stop) if tokens[at].lower_ in _OF), None)
    return of is not None and is_body_noun(tokens[of - 1]) and _is_common(after)


def _is_common(token: "Token") -> bool:
    """A word of English that names no place, people or person."""
    forms = {token.lower_, token.lemma_.lower(), token.lower_.removesuffix("s")}
    return any(idf.weight(form) < idf.weight("") for form in forms) and not _is_known(token)


def _is_known(token: "Token") -> bool:
    return (
        gazetteer.find(token.text) is not None
        or gazetteer.demonym(token.text) is not None
        or given_names.gender(token.text) is not None
    )


def _particles() -> frozenset[str]:
    return words("mentions", "particles")


def _is_link(token: "Token") -> bool:
    return token.lower_ in _LINKS or token.text in _particles()


def _is_capital(token: "Token") -> bool:
    return (
        token.text[0].isupper()
        and token.is_alpha
        and not (token.is_sent_start and token.pos_ in {"DET", "PRON", "ADP", "ADV", "SCONJ", "CCONJ"})
    )
