"""What a number counts: the noun phrase that it stands with."""

from typing import TYPE_CHECKING

from sayso.extract.figures.countwords import Counted, is_deed, is_person, slot, words_of
from sayso.extract.figures.numberwords import Number
from sayso.extract.sentences import Tokens
from sayso.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

AGE = ("-", "year", "-", "old")
"""The tokens after the number of an age that stands before a noun: "a 58-year-old man"."""

ROW = 8
"""Tokens of a row of words that describe one noun: ", county and local officers"."""

LINKED = 6
"""Tokens of "surface-to-air missiles"."""

WRITE_IN = 4
"""Tokens of "write-in votes"."""


def counted(doc: Tokens, number: Number, stop: int, busy: frozenset[int]) -> Counted | None:
    """Return the noun phrase after a number, before token `stop` (the sentence's end); None where no noun
    follows."""
    if number.end < stop and is_deed(doc[number.end]):
        return None
    index = _past_partitive(doc, number.end, stop)
    # "Half the homes": a share stands before the article as before "of".
    index += number.share and index == number.end and index < stop and doc[index].pos_ in ("DET", "PRON")
    partitive = index > number.end
    while index < stop and (doc[index].is_quote or doc[index].text == "-"):
        index += 1
    index = _past_age(doc, index, stop)
    start, index = index, _past_linked(doc, index, stop)
    head, index = _head(doc, index, stop, busy)
    if number.low != 1 and index + 1 < stop and _is_joint(doc, index, head):
        other, _ = _head(doc, index + 1 + (head is None), stop, busy)
        head = other if other is not None and doc[other].tag_ in ("NNS", "NNPS") else head
    if head is not None and number.low != 1:
        head = _past_row(doc, head, index, stop, busy)
    if head is None:
        return _nominal(doc, start, stop) if partitive else _mistaken(doc, number, stop)
    return _with_others(doc, _owned(doc, Counted(start, head + 1, head), stop, partitive), stop)


def _head(doc: Tokens, index: int, stop: int, busy: frozenset[int]) -> tuple[int | None, int]:
    """Return the head noun of the phrase that goes on at `index` (None for none) and where that ends."""
    head = None
    while index < stop and index not in busy and _goes_on(doc, index, head):
        head = index if _is_noun(doc[index]) else head
        index += 1
    return head, index


def _is_joint(doc: Tokens, index: int, head: int | None) -> bool:
    """Tell whether "and" or an adjective at `index` only joins what stands before the noun: "300 Kestrel and
    Heron vehicles", "digital and printed copies"."""
    if head is None:
        first, joint, *rest = doc[index : index + 3]
        joined = first.pos_ == "ADJ" and joint.pos_ == "CCONJ" and bool(rest) and rest[0].pos_ == "ADJ"
        return joined and first.lower_ not in slot("adjectives")
    return doc[index].pos_ == "CCONJ" and doc[head].tag_ == "NNP"


def _past_row(doc: Tokens, head: int, index: int, stop: int, busy: frozenset[int]) -> int:
    """Return the plural that a row of words before it describes: "56 state, county and local officers"."""
    if doc[head].tag_ != "NN" or index >= stop or doc[index].text != ",":
        return head
    if index + 1 < stop and doc[index + 1].pos_ == "CCONJ":
        return head  # another clause: "12 beer, and local officers watched"
    row = [at for at in range(index, min(index + ROW, stop)) if at not in busy]
    for at in row:
        token = doc[at]
        if token.tag_ in ("NNS", "NNPS"):
            joined = any(doc[between].pos_ == "CCONJ" for between in range(index, at))
            return at if joined or _describe(doc, index + 1, at) else head
        if token.pos_ not in ("NOUN", "ADJ", "PROPN", "CCONJ") and token.text != ",":
            return head
    return head


def _describe(doc: Tokens, first: int, noun: int) -> bool:
    """Tell whether only adjectives stand before a noun: "four minority, progressive lawmakers"."""
    return first < noun and all(doc[at].pos_ == "ADJ" for at in range(first, noun))


def _past_partitive(doc: Tokens, index: int, stop: int) -> int:
    """Step over "of", "of the", "of his" after a number."""
    if index < stop and doc[index].lower_ == "of":
        index += 1
        if index < stop and doc[index].lower_ in words_of("them"):
            return index + 1
        while index < stop and (doc[index].pos_ in ("DET", "PRON") and doc[index].tag_ != "PRP"):
            index += 1
    return index


def _past_age(doc: Tokens, index: int, stop: int) -> int:
    """Step over the age in "a 58-year-old man"."""
    end = index + 1 + len(AGE)
    aged = end < stop and tuple(token.lower_ for token in doc[index + 1 : end]) == AGE
    return end if aged else index


def _past_linked(doc: Tokens, index: int, stop: int) -> int:
    """Step over a word that a preposition links to the next one, ahead of a noun: the surface of "two
    surface-to-air missiles"; "two brothers-in-law" has no noun behind."""
    parts = doc[index : min(index + LINKED, stop)]
    if (
        len(parts) < LINKED
        or [parts[1].text, parts[3].text] != ["-", "-"]
        or parts[2].tag_ not in ("IN", "TO")
    ):
        return index
    glued = not any(part.whitespace_ for part in parts[:4])
    return index + 4 if glued and parts[0].tag_ == "NN" and _is_noun(parts[5]) else index


def _nominal(doc: Tokens, index: int, stop: int) -> Counted | None:
    """Read an adjective that stands for people after "of the": "twelve of the dead"."""
    named = index < stop and doc[index].lower_ in slot("adjectives")
    return Counted(index, index + 1, index) if named else None


def _mistaken(doc: Tokens, number: Number, stop: int) -> Counted | None:
    """Read a plural that the small pipeline takes for a verb, as in headlines: "1,850 jobs to go"."""
    index, many = number.end, number.low is None or number.low > 1
    verbal = many and index < stop and doc[index].tag_ == "VBZ" and doc[index].lower_.endswith("s")
    return Counted(index, index + 1, index) if verbal and doc[index].pos_ != "AUX" else None


def _owned(doc: Tokens, noun: Counted, stop: int, partitive: bool) -> Counted:
    """Go on to what is owned: "60 of the plant's workers", "a man's body"; elsewhere the owners are
    counted."""
    after = noun.end + 1
    if noun.end >= stop or doc[noun.end].tag_ != "POS" or after >= stop:
        return noun
    while after + 1 < stop and _modifies(doc, after):
        after += 1
    body = doc[after].lemma_.lower() in words_of("bodies")
    return Counted(noun.start, after + 1, after) if _is_noun(doc[after]) and (partitive or body) else noun


def _with_others(doc: Tokens, noun: Counted, stop: int) -> Counted:
    """Take in those who are counted along: "307 passengers and crew", "12 men, women and children"."""
    last = doc[noun.head]
    if last.tag_ != "NNS" or not is_person(last) or noun.end != last.i + 1:
        return noun
    while (other := next(filter(_is_counted_along, last.rights), None)) is not None and other.i < stop:
        last = other
    between = doc[noun.end : last.i]
    row = all(token.lower_ in (",", "and") or _is_counted_along(token) for token in between)
    joined = row and bool(between) and between[-1].lower_ == "and"
    return Counted(noun.start, last.i + 1, noun.head) if joined else noun


def _is_counted_along(token: "Token") -> bool:
    """Tell whether a bare noun of a row is one for people of the same company: the crew of "passengers and
    crew"; two gunmen and police are not one count."""
    return token.dep_ == "conj" and token.lemma_.lower() in words_of("along") and not any(token.lefts)


def _is_noun(token: "Token") -> bool:
    return token.pos_ in ("NOUN", "PROPN") or token.lower_ == "others"


def _goes_on(doc: Tokens, index: int, head: int | None) -> bool:
    token = doc[index]
    if any(_in_compound(doc, hyphen) for hyphen in (index + 1, index, index - 1)):
        return True
    if _is_hyphen(doc, index) or (head is not None and _is_hyphen(doc, index - 1)):
        return True
    if head is None:
        return _is_noun(token) or _modifies(doc, index)
    if token.lower_ == "ages":  # "20 children ages 6 and 7"
        return False
    if not _is_noun(token):
        if head == index - 1 and token.text != "-":
            return _is_model(doc, index)
        return _modifies(doc, index)
    ended = doc[head].tag_ in ("NNS", "NNPS") and doc[head].dep_ not in ("compound", "nmod", "amod")
    return not (ended or _is_participle(doc, index, head))


def _in_compound(doc: Tokens, hyphen: int) -> bool:
    """Tell whether a hyphen joins a particle to the word before, ahead of a noun: "write-in votes",
    "toss-up states", "laid-off workers"."""
    if not 0 < hyphen < len(doc) or doc[hyphen].text != "-":
        return False
    parts = doc[hyphen - 1 : hyphen + 3]
    if len(parts) < WRITE_IN:
        return False
    glued = not parts[0].whitespace_ and not parts[1].whitespace_
    return glued and parts[2].tag_ in ("IN", "RP", "RB") and _is_noun(parts[3])


def _is_hyphen(doc: Tokens, index: int) -> bool:
    """Tell whether a hyphen joins a prefix to a noun in the plural: "two co-defendants"."""
    if not 0 < index < len(doc) - 1 or doc[index].text != "-" or not doc[index - 1].is_alpha:
        return False
    glued = not doc[index - 1].whitespace_ and not doc[index].whitespace_
    return glued and doc[index + 1].tag_ in ("NNS", "NNPS")


def _is_participle(doc: Tokens, index: int, head: int) -> bool:
    """Tell whether a word in "-ing" behind a plural says what those do: "all 2,220 precincts reporting"."""
    following = doc[index + 1] if index + 1 < len(doc) else None
    last = following is None or not _is_noun(following)
    return last and doc[index].tag_ == "NN" and doc[index].lower_.endswith("ing") and doc[head].tag_ == "NNS"


def _is_model(doc: Tokens, index: int) -> bool:
    """Tell whether a numeral belongs to the name before it: "63,000 Model 3 sedans"."""
    following = doc[index + 1].tag_ if index + 1 < len(doc) else ""
    return doc[index].pos_ == "NUM" and doc[index - 1].tag_ == "NNP" and following in ("NNS", "NNPS")


def _modifies(doc: Tokens, index: int) -> bool:
    """Tell whether a token may stand between a number and its noun: adjective, participle, hyphen, adverb
    before those."""
    token = doc[index]
    following = doc[index + 1] if index + 1 < len(doc) else None
    described = token.dep_ == "amod" and token.lower_ in words("numbers", "describing")
    if token.tag_ == "VBG" and not described and token.lower_ in words("numbers", "leading"):
        return False
    # The small pipeline takes the "wounded" of "one wounded soldier" for a verb now and then.
    told = token.tag_ == "VBD" and token.lower_ in slot("adjectives")
    if told or token.tag_ in ("VBN", "VBG", "JJ", "JJR", "JJS", "HYPH") or token.pos_ == "ADJ":
        return following is not None and (
            following.pos_ in ("NOUN", "PROPN", "ADJ") or following.tag_ in ("VBN", "HYPH", "VBG")
        )
    if token.pos_ in ("ADV", "NUM") or token.text == "-":
        return (
            following is not None
            and following.pos_ in ("ADJ", "NOUN", "VERB")
            and following.tag_ != "VBD"
            and _head_is_near(token)
        )
    return False


def _head_is_near(token: "Token") -> bool:
    """Tell whether an adverb or hyphen belongs to the word after it."""
    return token.head.i in (token.i + 1, token.i - 1, token.i + 2)
