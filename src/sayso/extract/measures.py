"""What a number counts: the noun phrase that it stands with, and the measure that noun, verb or adjective
gives it."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso.extract.numbers import Number
from sayso.lexicon import table, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SLOT = "measures"
PHRASE_REACH = 5
"""How many tokens a verb and its object may be apart: "lost all of their lives"."""

_REACH = 14
"""How many tokens after the counted noun its verb is looked for when no clause lies between."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun phrase that a number counts, as tokens: `start` to `end` without the number, `head` its
    noun."""

    start: int
    end: int
    head: int


@dataclass(frozen=True, slots=True)
class Governed:
    """A measure and the token that gives it."""

    measure: str
    by: int


# --- nouns


def counted(doc: "Doc", number: Number, stop: int, busy: frozenset[int]) -> Counted | None:
    """Return the noun phrase after a number, before token `stop` (the sentence's end); None where no noun
    follows."""
    index = _past_partitive(doc, number.end, stop)
    while index < stop and (doc[index].is_quote or doc[index].text == "-"):
        index += 1
    start, head = index, None
    while index < stop and index not in busy and _goes_on(doc, index, head):
        head = index if _is_noun(doc[index]) else head
        index += 1
    return None if head is None else Counted(start, head + 1, head)


def _past_partitive(doc: "Doc", index: int, stop: int) -> int:
    """Step over "of", "of the", "of his" after a number."""
    if index < stop and doc[index].lower_ == "of":
        index += 1
        if index < stop and doc[index].lower_ in ("them", "whom", "which"):
            return index + 1
        while index < stop and (doc[index].pos_ in ("DET", "PRON") and doc[index].tag_ != "PRP"):
            index += 1
    return index


def _is_noun(token: "Token") -> bool:
    return token.pos_ in ("NOUN", "PROPN") or token.lower_ == "others"


def _goes_on(doc: "Doc", index: int, head: int | None) -> bool:
    token = doc[index]
    if head is None:
        return _is_noun(token) or _modifies(doc, index)
    if not _is_noun(token):
        return False if head == index - 1 and token.text != "-" else _modifies(doc, index)
    ended = doc[head].tag_ in ("NNS", "NNPS") and doc[head].dep_ not in ("compound", "nmod", "amod")
    return not ended


def _modifies(doc: "Doc", index: int) -> bool:
    """Tell whether a token may stand between a number and its noun: adjective, participle, hyphen, adverb
    before those."""
    token = doc[index]
    following = doc[index + 1] if index + 1 < len(doc) else None
    # The small pipeline takes the "wounded" of "one wounded soldier" for a verb now and then.
    told = token.tag_ == "VBD" and token.lower_ in _slot("adjectives")
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


# --- measures


@cache
def _slot(key: str) -> dict[str, str]:
    return {word: measure for measure, members in table(_SLOT)[key].items() for word in members}


def governed(doc: "Doc", number: Number, noun: Counted | None, stop: int, start: int) -> Governed | None:
    """Return the measure of a number from its noun, verb or adjective; None where none of them is known.

    Tried in order: the counted noun itself ("12 deaths"), the active verb before ("killed 12"), the words
    after ("12 were killed", "12 dead"), the noun that rules it with "of", a toll, the adjective before the
    noun ("two wounded soldiers"), and what troops do (deployed). A verb in between that is not known ends the
    search there.
    """
    after = noun.end if noun else number.end
    return (
        _from_noun(doc, number, noun)
        or _from_verb_before(doc, number, noun, start)
        or _from_words_after(doc, after, stop)
        or _from_tree(doc, noun)
        or _from_of(doc, number, start)
        or _from_toll(doc, number, noun, start)
        or _from_adjective(doc, noun)
        or _from_posting(doc, number, noun, start)
    )


def _from_noun(doc: "Doc", number: Number, noun: Counted | None) -> Governed | None:
    if noun is None:
        return None
    measure = _slot("nouns").get(doc[noun.head].lemma_.lower())
    if measure:
        return Governed(measure, noun.head)
    verb = _verb_before(doc, number.first)
    taken = _slot("takes").get(f"{doc[verb].lemma_} {doc[noun.head].lemma_}") if verb is not None else None
    return Governed(taken, noun.head) if taken else None


def _verb_before(doc: "Doc", first: int, floor: int = 0) -> int | None:
    """Return the verb right before a number phrase, over determiners, adverbs, prepositions of degree and
    quotes."""
    index = first - 1
    while index >= floor and (
        doc[index].pos_ in ("DET", "ADV") or doc[index].is_quote or doc[index].lower_ in ("as", "the", "all")
    ):
        index -= 1
    return index if index >= floor and doc[index].pos_ in ("VERB", "AUX") else None


def _from_verb_before(doc: "Doc", number: Number, noun: Counted | None, start: int) -> Governed | None:
    verb = _verb_before(doc, number.first, start)
    if verb is None:
        return None
    found = _chain_before(doc, verb, start)
    if noun is None and number.end < len(doc) and _slot("adjectives").get(doc[number.end].lower_):
        return None
    measure = _combined(found)
    return Governed(measure, verb) if measure else None


def _chain_before(doc: "Doc", verb: int, floor: int) -> list[str]:
    """Return the measures of the active verbs that end at `verb`: "killed and wounded 30"."""
    found: list[str] = []
    index = verb
    while index >= floor:
        measure = _slot("patient").get(doc[index].lemma_.lower())
        if measure is None or _is_passive(doc, index) or _denied(doc, index):
            break
        found.append(measure)
        if index - 2 < floor or doc[index - 1].lower_ not in words_of("joins"):
            break
        index -= 2
    return found


def is_patient(lemma: str) -> bool:
    """Tell whether a verb is one that something is done to the counted by."""
    return lemma in _slot("patient")


def words_of(key: str) -> frozenset[str]:
    """Return a list of `measures.toml` under `[words]`."""
    return _word_sets()[key]


@cache
def _word_sets() -> dict[str, frozenset[str]]:
    return {key: frozenset(members) for key, members in table(_SLOT)["words"].items()}


def _is_passive(doc: "Doc", verb: int) -> bool:
    return doc[verb].tag_ == "VBN" and any(
        child.dep_ == "auxpass" or (child.lemma_ in words_of("passive") and child.i < verb)
        for child in doc[verb].children
    )


def _denied(doc: "Doc", verb: int) -> bool:
    """Tell whether a verb is negated or says what has not happened: "could kill 500", "in order to free
    two"."""
    marks = [child for child in doc[verb].children if child.i < verb]
    unreal = any(child.lower_ in words_of("unreal") for child in marks)
    purpose = doc[verb].tag_ == "VB" and any(child.lower_ == "to" for child in marks)
    return unreal or purpose or _negated(doc, verb)


def _negated(doc: "Doc", verb: int) -> bool:
    return any(child.dep_ == "neg" or child.lower_ in words_of("negations") for child in doc[verb].children)


def _combined(found: list[str]) -> str | None:
    """Return the measure of several joined ones: killed and injured are casualties; others are not mixed."""
    kinds = set(found)
    if len(kinds) == 1:
        return found[0]
    return next(
        (whole for whole, parts in table(_SLOT)["combined"].items() if kinds and kinds <= set(parts)), None
    )


def _from_words_after(doc: "Doc", index: int, stop: int) -> Governed | None:
    """Read on from the counted noun over auxiliaries, adverbs and other counts to its verb or adjective."""
    end = min(stop, index + _REACH)
    while index < end:
        token = doc[index]
        found, last = _chain_after(doc, index, stop)
        if found:
            measure = _combined(found)
            return Governed(measure, index) if measure and not _denied(doc, index) else None
        phrase = _phrase_after(doc, index)
        if phrase:
            return Governed(phrase, index)
        if token.lower_ in words_of("negations") or token.lower_ in words_of("unreal"):
            return None
        if not _is_skipped(doc, index):
            return None
        index = max(last, index + 1)
    return None


def _is_skipped(doc: "Doc", index: int) -> bool:
    token = doc[index]
    comma = (
        token.text == ","
        and index + 1 < len(doc)
        and doc[index + 1].lower_ in ("who", "which", "captured", "killed")
    )
    return token.lower_ in words_of("skip") or token.pos_ in ("AUX",) or comma


def _chain_after(doc: "Doc", index: int, stop: int) -> tuple[list[str], int]:
    """Return the measures of joined words from `index`: "killed and wounded", "dead or injured", "died"."""
    found: list[str] = []
    while index < stop and (measure := _measure_after(doc, index)):
        found.append(measure)
        following = index + 1
        while following < stop and doc[following].lower_ in (
            *words_of("joins"),
            ",",
            "seriously",
            "badly",
            "been",
            "have",
        ):
            following += 1
        if following == index + 1:
            return found, following
        index = following
    return found, index


def _measure_after(doc: "Doc", index: int) -> str | None:
    """Return the measure of a word after the counted: passive or participle, what one does, or an
    adjective."""
    token, lemma = doc[index], doc[index].lemma_.lower()
    patient = _slot("patient").get(lemma)
    if (
        patient
        and token.pos_ in ("VERB", "ADJ", "NOUN")
        and token.tag_ not in ("VBG", "VBZ", "VB", "NN", "NNS")
    ):
        return None if _takes_object(doc, index) else patient
    acts = _slot("subject").get(lemma) if token.pos_ == "VERB" else None
    return acts or (_slot("adjectives").get(token.lower_) if not patient else None)


def _takes_object(doc: "Doc", verb: int) -> bool:
    """Tell whether "killed" is active: "gunmen killed five" has an object and no auxiliary of the passive."""
    return not _is_passive(doc, verb) and any(
        child.dep_ in ("dobj", "obj") and child.i > verb for child in doc[verb].children
    )


def _phrase_after(doc: "Doc", index: int) -> str | None:
    """Return the measure of a verb with its object: "lost their lives", "sustained injuries", "went
    missing"."""
    phrases = _slot("phrases")
    lemma = doc[index].lemma_.lower()
    nearby: list[str] = []
    for at in range(index + 1, min(index + PHRASE_REACH, len(doc))):
        if doc[at].like_num or doc[at].lower_ in words_of("joins"):
            break
        nearby += (doc[at].lemma_.lower(), doc[at].lower_)
    return next((measure for word in nearby if (measure := phrases.get(f"{lemma} {word}"))), None)


def _from_tree(doc: "Doc", noun: Counted | None) -> Governed | None:
    """Take the verb that the parse gives the counted noun, when it stands further off."""
    if noun is None:
        return None
    head = doc[noun.head]
    while head.dep_ == "conj" and head.head.pos_ in ("NOUN", "PROPN") and head.head.i < head.i:
        head = head.head
    verb = head.head
    if verb.pos_ != "VERB" or head.dep_ not in ("nsubj", "nsubjpass", "dobj"):
        return None
    return _from_clause(doc, verb, head.dep_)


def _from_clause(doc: "Doc", verb: "Token", role: str) -> Governed | None:
    found = [measure for token in (verb, *_joined(verb)) if (measure := _verb_measure(doc, token, role))]
    if not found and role == "nsubjpass":
        told = next(
            (child for child in verb.children if child.dep_ in ("xcomp", "ccomp") and child.pos_ == "VERB"),
            None,
        )
        return _from_clause(doc, told, "nsubj") if told is not None else None
    measure = _combined(found) if found else None
    return Governed(measure, verb.i) if measure and not _denied(doc, verb.i) else None


def _joined(verb: "Token") -> list["Token"]:
    return [
        child
        for child in verb.children
        if child.dep_ == "conj" and child.pos_ == "VERB" and child.i - verb.i <= 4
    ]


def _verb_measure(doc: "Doc", verb: "Token", role: str) -> str | None:
    lemma = verb.lemma_.lower()
    if role == "nsubj" and not _is_passive(doc, verb.i):
        return _slot("subject").get(lemma) or _phrase_after(doc, verb.i)
    return _slot("patient").get(lemma)


def _from_of(doc: "Doc", number: Number, start: int) -> Governed | None:
    """Take the noun that rules the counted with "of": "the deaths of 12 people"."""
    at = number.first - 1
    while at > start and doc[at].pos_ == "DET":
        at -= 1
    if at <= start or doc[at].lower_ != "of":
        return None
    measure = _slot("of").get(doc[at - 1].lemma_.lower())
    return Governed(measure, at - 1) if measure else None


def _from_toll(doc: "Doc", number: Number, noun: Counted | None, start: int) -> Governed | None:
    """Take a toll or number noun before: "the death toll rose to 12", "the number of wounded stands at
    30"."""
    at = toll_noun(doc, number, noun, start)
    if at is None:
        return None
    whom = toll_of(doc, at, number)
    if whom is None:
        before = _slot("nouns").get(doc[at - 1].lemma_.lower()) if at else None
        measure = before or _slot("tolls").get(doc[at].lemma_.lower())
        return Governed(measure, at) if measure else None
    return _toll_over(doc, at, whom, number)


def toll_noun(doc: "Doc", number: Number, noun: Counted | None, start: int) -> int | None:
    """Return the toll or number noun that a number belongs to: the nearest before it, with no other number
    between."""
    if noun is not None and doc[noun.head].lemma_.lower() not in words(_SLOT, "persons"):
        return None
    for index in range(number.first - 1, start - 1, -1):
        if (doc[index].like_num and doc[index - 1].lower_ != "from") or doc[index].text == ";":
            return None
        if doc[index].lemma_.lower() in words_of("count"):
            return index
    return None


def toll_of(doc: "Doc", at: int, number: Number) -> Counted | None:
    """Return the noun phrase after "the number of", or None."""
    if at + 2 >= number.first or doc[at + 1].lower_ != "of":
        return None
    end = at + 2
    while end < number.first and (
        _is_noun(doc[end]) or doc[end].pos_ in ("ADJ", "DET") or doc[end].tag_ in ("VBN", "VBG")
    ):
        end += 1
    inside = range(end - 1, at + 1, -1)
    head = next((index for index in inside if _is_noun(doc[index])), None)
    head = head or next((index for index in inside if _counted_word(doc, index)), None)
    return None if head is None else Counted(at + 2, head + 1, head)


def _toll_over(doc: "Doc", at: int, whom: Counted, number: Number) -> Governed | None:
    """Return the measure of "the number of people killed", "the number of wounded", "the number of troops
    present"."""
    words_near = [doc[index] for index in range(whom.start, min(whom.end + 3, number.first))]
    for token in words_near:
        measure = (
            _slot("nouns").get(token.lemma_.lower())
            or _slot("adjectives").get(token.lower_)
            or (_slot("patient").get(token.lemma_.lower()) if token.tag_ in ("VBN", "VBD") else None)
        )
        if measure:
            return Governed(measure, at)
    posted = any(token.lower_ in words_of("present") for token in words_near)
    return (
        Governed("deployed", at)
        if posted and doc[whom.head].lemma_.lower() in words_of("deployable")
        else None
    )


def _counted_word(doc: "Doc", index: int) -> bool:
    token = doc[index]
    return (
        token.lemma_.lower() in _slot("nouns")
        or token.lower_ in _slot("adjectives")
        or (token.tag_ == "VBN" and token.lemma_.lower() in _slot("patient"))
    )


def _from_adjective(doc: "Doc", noun: Counted | None) -> Governed | None:
    if noun is None:
        return None
    found = [
        measure
        for index in range(noun.start, noun.head)
        if (measure := _slot("adjectives").get(doc[index].lower_))
    ]
    measure = _combined(found) if found else None
    return Governed(measure, noun.start) if measure else None


def _from_posting(doc: "Doc", number: Number, noun: Counted | None, start: int) -> Governed | None:
    """Troops that are sent, arrive, or simply are there, are deployed: "there are 12,000 soldiers"."""
    if noun is None or doc[noun.head].lemma_.lower() not in words_of("deployable"):
        return None
    verb = _verb_before(doc, number.first, start)
    if (
        verb is not None
        and doc[verb].lemma_ == "be"
        and any(child.dep_ == "expl" for child in doc[verb].children)
    ):
        return Governed("deployed", verb)
    nearby = range(max(start, number.first - 6), number.first)
    sent = next((index for index in nearby if doc[index].lemma_.lower() in words_of("deploying")), None)
    return Governed("deployed", sent) if sent is not None else None
