"""The word "one" where it counts nothing: a pronoun, a somebody, the same thing, an example.

Each is a rule of `not_figures`: given a case, it says whether it holds.
"""

from sayso.extract.figures.cases import Case
from sayso.extract.figures.standing import graver
from sayso.extract.sentences import lower_at, text_of
from sayso.lexicon import gazetteer, words


def idiom(case: Case) -> bool:
    """The pronoun and the turns of phrase: "one of", "one another", "on the one hand", "no one"."""
    if lower_at(case.doc, case.number.core) not in ("one", "two") or case.number.end - case.number.core != 1:
        return False
    phrases = words("not_figures", "idioms")
    backs = range(4) if case.counted is None else range(1)
    around = [
        text_of(case.doc[max(0, case.number.core - back) : case.number.end + ahead]).lower()
        for back in backs
        for ahead in range(3)
    ]
    return any(phrase in phrases for phrase in around)


def moment(case: Case) -> bool:
    """A time: "at one point", "for a few moments", "the past few nights"."""
    noun = case.doc[case.counted].lower_ if case.counted is not None else ""
    if noun in words("not_figures", "spells"):
        return True
    led = lower_at(case.doc, case.number.first - 1) == "at"
    return led and lower_at(case.doc, case.number.core) == "one" and noun in words("not_figures", "moments")


def chosen(case: Case) -> bool:
    """The "few" of "one of the few" says how rare something is."""
    led = lower_at(case.doc, case.number.core - 1) == "the"
    return led and case.counted is None and lower_at(case.doc, case.number.core) in ("few", "many")


def speaker(case: Case) -> bool:
    """The "one" of "one official said" is a somebody, not a count."""
    lone = case.number.end - case.number.first == 1 and lower_at(case.doc, case.number.core) == "one"
    noun = case.doc[case.counted] if case.counted is not None else None
    if not lone or noun is None or noun.dep_ != "nsubj":
        return False
    return noun.head.lemma_.lower() in words("not_figures", "saying")


def oneness(case: Case) -> bool:
    """The "one" of "from one list" says that it is the same thing, that of "not one guard" that there was
    none."""
    lone = _is_lone(case)
    if not lone or case.counted is None:
        return False
    if lower_at(case.doc, case.number.core - 1) == "not":
        return True
    noun = case.doc[case.counted]
    human = noun.lemma_.lower() in words("measures", "persons") or noun.ent_type_ == "NORP"
    return not human and noun.dep_ == "pobj" and noun.head.lower_ in words("not_figures", "joint")


def example(case: Case) -> bool:
    """The "one such case" that is an example; "recorded one such warning" counts."""
    such = (
        lower_at(case.doc, case.number.core) == "one" and lower_at(case.doc, case.number.core + 1) == "such"
    )
    return such and (case.counted is None or case.doc[case.counted].dep_ != "dobj")


def by_name(case: Case) -> bool:
    """The "one" before a name is a thing told before: "a question, but one Kovar has shrugged off"; "one
    Norlander", "one Marine" count."""
    if not _is_lone(case) or case.counted is None:
        return False
    noun = case.doc[case.counted]
    if case.counted > case.number.end:  # "one Ana Maria Kovar"
        name = case.doc[case.number.end : case.counted + 1]
        return noun.ent_type_ == "PERSON" and all(token.tag_ == "NNP" for token in name)
    people = noun.ent_type_ in ("NORP", "") or noun.lemma_.lower() in words("measures", "persons")
    return noun.tag_ == "NNP" and not people and gazetteer.find(noun.text) is None


def pronoun(case: Case) -> bool:
    """The "one" of "the one providing insurance" is what was named before."""
    led = lower_at(case.doc, case.number.core - 1) == "the"
    verb = case.doc[case.number.end] if case.number.end < len(case.doc) else None
    return _is_lone(case) and led and verb is not None and verb.tag_ == "VBG" and verb.pos_ == "VERB"


def bare(case: Case) -> bool:
    """A lone "one" stands for a noun said before, not for a count; that of "two were hurt, one seriously" is
    counted."""
    lone = _is_lone(case)
    bare = lone and case.counted is None and case.number.low != -1
    return bare and not graver(case.doc, case.number)


def _is_lone(case: Case) -> bool:
    """Tell whether the number is the word "one" alone."""
    return case.number.end - case.number.core == 1 and lower_at(case.doc, case.number.core) == "one"
