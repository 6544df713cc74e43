"""The measure of a number: what its noun, the verb that governs it, a toll or an adjective says of the
counted."""

from typing import TYPE_CHECKING

from sayso.extract.figures.behind import from_words_behind, phrase_behind
from sayso.extract.figures.countwords import (
    SLOT,
    Counted,
    Governed,
    combined,
    is_one_person,
    is_person,
    slot,
    words_of,
)
from sayso.extract.figures.deeds import completed, is_denied, is_passive, suffered
from sayso.extract.figures.fits import fits
from sayso.extract.figures.joined import from_company, from_owner, from_row, row_head
from sayso.extract.figures.numberwords import Number
from sayso.extract.figures.shares import is_shared, tells_of_whole
from sayso.extract.figures.standing import graver, shares_them
from sayso.extract.figures.tolls import from_toll
from sayso.extract.sentences import Tokens
from sayso.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

PARTICLE_REACH = 2
"""How many tokens may stand between a verb and the counted that belong to it: "shot to death five"."""


def governed(doc: Tokens, number: Number, noun: Counted | None, stop: int, start: int) -> Governed | None:
    """Return the measure of a number from its noun, verb or adjective; None where none of them is known.

    Tried in order: the counted noun itself ("12 deaths"), the active verb before ("killed 12"), the words
    after ("12 were killed", "12 dead"), the noun that rules it with "of", those it is joined with, a toll,
    the adjective before the noun ("two wounded soldiers"), and what troops do (deployed). A verb in between
    that is not known ends the search there. In "18 of the survivors were hurt" the noun names the whole only:
    there the verb is asked first. What cannot have befallen the counted is no measure of it.
    """
    shared = is_shared(doc, number, start)
    found = _of_whole(doc, number, noun, stop) if shared else _told(doc, number, noun, stop, start)
    return found if found is not None and fits(doc, noun, found) else None


def _of_whole(doc: Tokens, number: Number, noun: Counted | None, stop: int) -> Governed | None:
    """Return what is said of all 12 of "three of the 12 people killed were nuns"; of "three of the 12 miners
    died" and "three of the 12 died" nothing."""
    end, head = (noun.end, noun.head) if noun is not None else (number.end, number.core)
    told = from_words_behind(doc, end, stop) if end < stop and tells_of_whole(doc[end], head) else None
    return _from_noun(doc, number, noun) or told or _from_adjective(doc, noun)


def _told(doc: Tokens, number: Number, noun: Counted | None, stop: int, start: int) -> Governed | None:
    after = noun.end if noun else number.end + (2 if shares_them(doc, number) else 0)
    partitive = number.end < stop and doc[number.end].lower_ == "of"
    own = _from_noun(doc, number, noun)
    return (
        (None if partitive or _is_bearer(doc, noun) else own)
        or _fatally(doc, number, noun)
        or _befell_since(doc, number, noun)
        or _from_verb_before(doc, number, noun, start)
        or _harmed_there(doc, number, noun, _behind(doc, noun, after, stop))
        or _from_tree(doc, number, noun)
        or _from_release(doc, number, noun)
        or own
        or _from_of(doc, number, noun, start)
        or from_row(doc, number, noun)
        or from_company(doc, number, start)
        or from_owner(doc, noun, stop)
        or from_toll(doc, number, noun, start)
        or _from_adjective(doc, noun)
        or _from_posting(doc, number, noun, start)
    )


def _behind(doc: Tokens, noun: Counted | None, after: int, stop: int) -> Governed | None:
    """Return what the words behind say of the counted, not of the one person whom they only describe: "the
    captain of two ships died"."""
    found = from_words_behind(doc, after, stop)
    if found is None or noun is None:
        return found
    subjects = (child for child in doc[found.by].lefts if child.dep_ in ("nsubj", "nsubjpass"))
    return None if any(_describes(doc[noun.head], subject) for subject in subjects) else found


def _describes(counted: "Token", subject: "Token") -> bool:
    """Tell whether the counted stand in the phrase of one person: "an officer in exchange for two clerks"."""
    one = subject.tag_ == "NN" and is_one_person(subject.lemma_.lower())
    return one and counted.dep_ == "pobj" and subject.is_ancestor(counted)


def _is_bearer(doc: Tokens, noun: Counted | None) -> bool:
    """Tell whether a noun only says what the counted are, whatever befell them since: "twelve refugees
    drowned"."""
    return noun is not None and doc[noun.head].lemma_.lower() in words_of("bearers")


def _fatally(doc: Tokens, number: Number, noun: Counted | None) -> Governed | None:
    """Read "three people were shot, two fatally"."""
    fatal = noun is None and graver(doc, number) and doc[number.end].lower_ in words_of("fatally")
    return Governed("killed", number.end) if fatal else None


def _befell_since(doc: Tokens, number: Number, noun: Counted | None) -> Governed | None:
    """Let what befell people in the end go before what befell them first: "two men wounded in the raid have
    died", "21 girls captured in 2014 were freed"; not where it is told apart, between commas."""
    head = doc[noun.head] if noun is not None else None
    if head is None or head.dep_ not in ("nsubj", "nsubjpass") or not is_person(head):
        return None
    first = next((child for child in head.rights if child.dep_ == "acl" and child.tag_ == "VBN"), None)
    if first is None or first.i > head.head.i or doc[first.left_edge.i - 1].text == ",":
        return None
    if slot("patient").get(first.lemma_.lower()) is None:
        return None
    found = _from_tree(doc, number, noun) or _from_release(doc, number, noun)
    return found if found is not None and found.measure in words_of("in_the_end") else None


def _harmed_there(
    doc: Tokens, number: Number, noun: Counted | None, found: Governed | None
) -> Governed | None:
    """Let what befell people go before where they were: "all 132 people aboard were killed"."""
    if found is None or found.measure != "aboard" or doc[found.by].pos_ in ("VERB", "AUX"):
        return found
    return _from_tree(doc, number, noun) or found


def _from_noun(doc: Tokens, number: Number, noun: Counted | None) -> Governed | None:
    if noun is None:
        return None
    measure = slot("nouns").get(doc[noun.head].lemma_.lower()) or _of_bodies(doc, noun)
    if measure:
        return Governed(measure, noun.head)
    verb = _verb_before(doc, number.first)
    if verb is None:
        return None
    taken = slot("takes").get(f"{doc[verb].lemma_} {doc[noun.head].lemma_}")
    return Governed(taken, noun.head) if taken else _from_list(doc, verb) or _from_taking(doc, verb, noun)


def _of_bodies(doc: Tokens, noun: Counted) -> str | None:
    """Bodies are the dead, unless a word makes them bodies of another kind: "two sporting bodies", "a body
    of rules", "it became a body", "she leads a body"."""
    whole = noun.end < len(doc) and doc[noun.end].lower_ == "of" and not _of_people(doc[noun.end])
    made = doc[noun.head].dep_ in ("attr", "oprd") or doc[noun.head].head.lemma_.lower() in words_of(
        "heading"
    )
    before = doc[noun.head - 1]
    told = noun.start == noun.head or before.tag_ == "POS" or before.lower_ in words_of("lifeless")
    plain = not whole and not made and told
    return "killed" if plain and doc[noun.head].lemma_.lower() in words_of("bodies") else None


def _of_people(preposition: "Token") -> bool:
    """Tell whether "of" leads to people: "28 bodies of unidentified peasants"."""
    nouns = (noun.lemma_.lower() for noun in preposition.children if noun.dep_ == "pobj")
    return any(is_one_person(noun) or noun in words(SLOT, "persons") for noun in nouns)


def _from_list(doc: Tokens, verb: int) -> Governed | None:
    """Take what a list is of: those whom "the manifest listed" were aboard."""
    subject = next((child for child in doc[verb].children if child.dep_ == "nsubj"), None)
    measure = slot("lists").get(subject.lemma_.lower()) if subject is not None else None
    measure = measure or _from_including(doc, verb)
    return Governed(measure, verb) if measure else None


def _from_including(doc: Tokens, verb: int) -> str | None:
    """Read "the dead include two nuns", "among those killed were two nuns"."""
    if verb < 2 or doc[verb].lemma_.lower() not in words_of("including"):
        return None
    named = slot("adjectives").get(doc[verb - 1].lower_) or slot("nouns").get(doc[verb - 1].lemma_.lower())
    the = doc[verb - 2].lower_ in ("the", "those")
    among = doc[verb].lemma_ != "be" or (verb > 2 and doc[verb - 3].lower_ == "among")
    return named if the and among else None


def _from_taking(doc: Tokens, verb: int, noun: Counted) -> Governed | None:
    """Read "took two wounded soldiers from the field" as captured, when the sentence speaks of wounds or
    prisoners."""
    leads = noun.end < len(doc) and doc[noun.end].lower_ == "from"
    if doc[verb].lemma_.lower() != "take" or not leads or is_denied(doc[verb]):
        return None
    told = [doc[index].lower_ for index in range(noun.start, noun.head)]
    hurt = any(slot("adjectives").get(word) == "injured" for word in told)
    held = any(token.lemma_.lower() in words_of("held") for token in doc[noun.head].sent)
    human = doc[noun.head].lemma_.lower() in words(SLOT, "persons")
    return Governed("captured", verb) if human and (hurt or held) else None


def _verb_before(doc: Tokens, first: int, floor: int = 0) -> int | None:
    """Return the verb right before a number phrase, over determiners, adverbs, prepositions of degree and
    quotes."""
    index = first - 1
    while index >= floor and (
        doc[index].pos_ in ("DET", "ADV") or doc[index].is_quote or doc[index].lower_ in ("as", "the", "all")
    ):
        index -= 1
    return index if index >= floor and doc[index].pos_ in ("VERB", "AUX") else None


def _from_verb_before(doc: Tokens, number: Number, noun: Counted | None, start: int) -> Governed | None:
    verb = _verb_before(doc, number.first, start)
    if verb is None:
        return _from_particle(doc, number, start)
    found = _fatal_before(doc[verb]) or _chain_before(doc, verb, start)
    if noun is None and number.end < len(doc) and slot("adjectives").get(doc[number.end].lower_):
        return None
    measure = combined(found)
    return Governed(measure, verb) if measure else None


def _from_particle(doc: Tokens, number: Number, start: int) -> Governed | None:
    """Read "picked up 12 people", "shot to death 12": a verb with its particle right before the number."""
    nearby = range(number.first - 2, max(start, number.first - 1 - PARTICLE_REACH) - 1, -1)
    verb = next((index for index in nearby if doc[index].pos_ == "VERB" or _ends(doc, index, number)), None)
    if verb is None or is_denied(doc[verb]) or is_passive(doc[verb]):
        return None
    last = f"{doc[verb].lemma_.lower()} {doc[number.first - 1].lower_}"
    measure = slot("ended").get(last) or (slot("done").get(last) if verb == number.first - 2 else None)
    return Governed(measure, verb) if measure else None


def _ends(doc: Tokens, index: int, number: Number) -> bool:
    """Tell whether a word that the pipeline takes for a noun is a verb, by what completes it: "An immigrant
    shoots dead 13 people", "break in and gun down 14"."""
    joined = doc[index].tag_ == "NN" and index > 0 and doc[index - 1].pos_ == "CCONJ"
    present = (joined or doc[index].tag_ == "NNS") and index == number.first - 2
    return present and f"{doc[index].lemma_.lower()} {doc[index + 1].lower_}" in slot("ended")


def _fatal_before(verb: "Token") -> list[str]:
    """Return the measure of an active verb that kills by its adverb: "fatally shot two men"."""
    fatal = verb.lemma_.lower() in words_of("fatal") and not is_passive(verb) and not is_denied(verb)
    return [measure] if fatal and (measure := completed(verb)) else []


def _chain_before(doc: Tokens, verb: int, floor: int) -> list[str]:
    """Return the measures of the active verbs that end at `verb`: "killed and wounded 30"."""
    found: list[str] = []
    index = verb
    while index >= floor:
        measure = slot("patient").get(doc[index].lemma_.lower())
        if measure is None or is_passive(doc[index]) or is_denied(doc[index]):
            break
        found.append(measure)
        if index - 2 < floor or doc[index - 1].lower_ not in words_of("joins"):
            break
        index -= 2
    return found


def is_patient(lemma: str) -> bool:
    """Tell whether a verb is one that something is done to the counted by."""
    return lemma in slot("patient")


def _from_tree(doc: Tokens, number: Number, noun: Counted | None) -> Governed | None:
    """Take the verb that the parse gives the counted noun, when it stands further off."""
    if noun is None:
        return None
    head = row_head(doc, number, noun)
    verb = head.head
    if verb.pos_ != "VERB" or head.dep_ not in ("nsubj", "nsubjpass", "dobj"):
        return None
    told = (_from_including(doc, verb.i) or _done_to(doc, verb, noun)) if head.dep_ == "dobj" else None
    if told:
        return Governed(told, verb.i)
    return _from_clause(doc, verb, head.dep_)


def _done_to(doc: Tokens, verb: "Token", noun: Counted) -> str | None:
    """Read "forced 200 people from their homes", "pulled 12 men alive from the sea": a verb with what
    completes it behind the counted."""
    if is_denied(verb) or verb.i > noun.head:
        return None
    return phrase_behind(doc, verb.i, "done", noun.end)


def _from_clause(doc: Tokens, verb: "Token", role: str) -> Governed | None:
    verbs = (verb, *(other for other in _joined(verb) if role != "dobj" or not _has_object(doc, other)))
    found = [measure for token in verbs if (measure := _verb_measure(doc, token, role))]
    if not found and role == "nsubjpass":
        told = next(
            (child for child in verb.children if child.dep_ in ("xcomp", "ccomp") and child.pos_ == "VERB"),
            None,
        )
        return _from_clause(doc, told, "nsubj") if told is not None else None
    measure = combined(found) if found else None
    return Governed(measure, verb.i) if measure and not is_denied(verb) else None


def _joined(verb: "Token") -> list["Token"]:
    """Return the verbs joined to one, but those of somebody else: "two were run down, one killed"."""
    return [
        child
        for child in verb.children
        if child.dep_ == "conj" and child.pos_ == "VERB" and child.i - verb.i <= 4
        if not any(under.dep_ in ("nsubj", "nsubjpass") for under in child.lefts)
    ]


def _has_object(doc: Tokens, verb: "Token") -> bool:
    """Tell whether a joined verb has its own object: "shooting three people, killing one"."""
    return doc[verb.i + 1].like_num if verb.i + 1 < len(doc) else False


def _verb_measure(doc: Tokens, verb: "Token", role: str) -> str | None:
    lemma = verb.lemma_.lower()
    if role == "nsubj" and not is_passive(verb):
        return slot("subject").get(lemma) or phrase_behind(doc, verb.i)
    return slot("patient").get(lemma)


def _from_of(doc: Tokens, number: Number, noun: Counted | None, start: int) -> Governed | None:
    """Take the noun that rules the counted with "of": "the deaths of 12 people", "the bodies of 12
    people"."""
    at = number.first - 1
    while at > start and doc[at].pos_ == "DET":
        at -= 1
    if at <= start or doc[at].lower_ != "of":
        return None
    deed = doc[at - 1]
    measure = suffered(deed)
    if deed.lemma_.lower() in words_of("bodies") and (
        deed.head.lemma_.lower() in words_of("found") or _are_corpses(doc, deed, noun)
    ):
        measure = "killed"
    return Governed(measure, at - 1) if measure else None


def _are_corpses(doc: Tokens, bodies: "Token", noun: Counted | None) -> bool:
    """Tell whether "the bodies of two women" are those of people: with no word that makes them bodies of
    another kind, "the governing bodies of 12 sports"."""
    people = noun is not None and is_person(doc[noun.head]) and bodies.tag_ == "NNS"
    return people and all(
        word.dep_ == "det" or word.lower_ in words_of("lifeless") for word in bodies.lefts if word.is_alpha
    )


def _from_adjective(doc: Tokens, noun: Counted | None) -> Governed | None:
    if noun is None:
        return None
    found = [
        measure
        for index in range(noun.start, noun.head)
        if (measure := slot("adjectives").get(doc[index].lower_))
    ]
    measure = combined(found) if found else None
    return Governed(measure, noun.start) if measure else None


def _from_posting(doc: Tokens, number: Number, noun: Counted | None, start: int) -> Governed | None:
    """Troops that are sent, arrive, or simply are there, are deployed: "there are 12,000 soldiers"; of men
    that are there nothing is said."""
    if noun is None or doc[noun.head].lemma_.lower() not in words_of("deployable"):
        return None
    verb = _verb_before(doc, number.first, start)
    if (
        verb is not None
        and doc[verb].lemma_ == "be"
        and any(child.dep_ == "expl" for child in doc[verb].children)
        and doc[noun.head].lemma_.lower() not in words_of("unarmed")
    ):
        return Governed("deployed", verb)
    nearby = range(max(start, number.first - 6), number.first)
    sent = next((index for index in nearby if doc[index].lemma_.lower() in words_of("deploying")), None)
    return Governed("deployed", sent) if sent is not None else None


def _from_release(doc: Tokens, number: Number, noun: Counted | None) -> Governed | None:
    """Read "released 90 prisoners", "two hostages were released"; who is released from hospital was not held,
    and nobody is free yet in "demanded that they release 90 prisoners"."""
    head = row_head(doc, number, noun) if noun is not None else None
    if head is None or head.dep_ not in ("dobj", "nsubjpass") or head.head.lemma_.lower() != "release":
        return None
    verb = head.head
    who = doc[noun.head] if noun is not None else head
    held = is_person(who) or is_one_person(who.lemma_.lower())
    done = verb.tag_ in ("VBD", "VBN") or verb.dep_ == "ROOT"
    ill = any(token.lemma_.lower() in words_of("wards") for token in verb.subtree)
    return Governed("freed", verb.i) if held and done and not ill and not is_denied(verb) else None
