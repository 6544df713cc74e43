"""What the words behind the counted say befell it: "12 people were killed", "12 dead", "lost their lives"."""

from sayso.extract.figures.countwords import Governed, combined, is_deed, slot, words_of
from sayso.extract.figures.deeds import completed, is_denied, is_passive
from sayso.extract.sentences import Tokens

PHRASE_REACH = 5
"""How many tokens a verb and its object may be apart: "lost all of their lives"."""

_REACH = 14
"""How many tokens after the counted noun its verb is looked for when no clause lies between."""

_BRACKETS = {"(": ")", "[": "]"}


def from_words_behind(doc: Tokens, index: int, stop: int) -> Governed | None:
    """Read on from the counted noun over auxiliaries, adverbs and other counts to its verb or adjective."""
    end = min(stop, index + _REACH)
    while index < end:
        token = doc[index]
        found, last = _chain_after(doc, index, stop)
        if found and not _ended_after(doc, index):
            measure = combined(found)
            return Governed(measure, index) if measure and not is_denied(doc[index]) else None
        readers = _ended_after, phrase_behind, _done_after, _among, _in_danger
        phrase = next((told for read in readers if (told := read(doc, index))), None)
        if phrase:
            return Governed(phrase, index)
        if token.lower_ in words_of("negations") or token.lower_ in words_of("unreal"):
            return None
        if not _is_skipped(doc, index):
            return None
        index = max(last, _past_aside(doc, index, end), index + 1)
    return None


def _among(doc: Tokens, index: int) -> str | None:
    """Return the measure of "among the wounded", "among those killed", in headlines "among dead"."""
    after = [token.lower_ for token in doc[index : index + 3] if token.lower_ not in ("the", "those")]
    return slot("adjectives").get(after[1]) if after[:1] == ["among"] and len(after) > 1 else None


def _in_danger(doc: Tokens, index: int) -> str | None:
    """Return the measure of "in critical condition", "in a serious condition"."""
    after = [token.lower_ for token in doc[index : index + 4] if token.lower_ != "a"]
    grave = after[:1] == ["in"] and after[2:3] == ["condition"] and after[1] in words_of("grave")
    return "injured" if grave else None


def _past_aside(doc: Tokens, index: int, end: int) -> int:
    """Return where a bracket that opens at `index` has closed, or `index`: "12 more (unnamed) were hurt"."""
    shut = _BRACKETS.get(doc[index].text)
    if shut is None:
        return index
    return next((at + 1 for at in range(index, end) if doc[at].text == shut), index)


def _is_skipped(doc: Tokens, index: int) -> bool:
    token = doc[index]
    comma = (
        token.text == ","
        and index + 1 < len(doc)
        and doc[index + 1].lower_ in ("who", "which", "captured", "killed")
    )
    skipped = token.lower_ in words_of("skip") or token.pos_ in ("AUX",) or token.text in _BRACKETS or comma
    return skipped or _taken_as(doc, index)


def _taken_as(doc: Tokens, index: int) -> bool:
    """Tell whether "as" leads to what the counted are held to be: "confirmed as having died", "listed as
    missing"."""
    if doc[index].lower_ != "as" or index + 1 >= len(doc):
        return False
    return doc[index + 1].lower_ in ("having", "being") or doc[index + 1].lower_ in slot("adjectives")


def _chain_after(doc: Tokens, index: int, stop: int) -> tuple[list[str], int]:
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


def _measure_after(doc: Tokens, index: int) -> str | None:
    """Return the measure of a word after the counted: passive or participle, what one does, or an
    adjective."""
    token, lemma = doc[index], doc[index].lemma_.lower()
    patient = slot("patient").get(lemma)
    if (
        patient
        and token.pos_ in ("VERB", "ADJ", "NOUN")
        and token.tag_ not in ("VBG", "VBZ", "VB", "NN", "NNS")
    ):
        return None if _takes_object(doc, index) else patient
    acts = slot("subject").get(lemma) if token.pos_ == "VERB" or is_deed(token) else None
    return acts or (slot("adjectives").get(token.lower_) if not patient else None)


def _takes_object(doc: Tokens, verb: int) -> bool:
    """Tell whether "killed" is active: "gunmen killed five" has an object and no auxiliary of the passive."""
    return not is_passive(doc[verb]) and any(
        child.dep_ in ("dobj", "obj") and child.i > verb for child in doc[verb].children
    )


def _done_after(doc: Tokens, index: int) -> str | None:
    """Return the measure of a passive verb with its complement: "were pulled alive from the sea", "were being
    treated."."""
    done = doc[index].tag_ in ("VBN", "VBD") and doc[index].pos_ == "VERB" and not _takes_object(doc, index)
    if done and _is_in_care(doc, index):
        return "injured"
    return phrase_behind(doc, index, "done") if done else None


def _is_in_care(doc: Tokens, index: int) -> bool:
    """Tell whether people are "being treated", and not how, "being treated as suspects"."""
    if doc[index].lemma_.lower() not in words_of("caring") or doc[index - 1].lower_ != "being":
        return False
    after = doc[index + 1] if index + 1 < len(doc) else None
    return after is None or after.is_punct or after.lower_ in ("at", "in", "by", "on")


def _ended_after(doc: Tokens, index: int) -> str | None:
    """Return the measure of a passive verb that is completed: "were shot dead", "were fatally wounded"."""
    done = doc[index].tag_ in ("VBN", "VBD") and not _takes_object(doc, index)
    return completed(doc[index]) if done and not is_denied(doc[index]) else None


def phrase_behind(doc: Tokens, index: int, kind: str = "phrases", after: int | None = None) -> str | None:
    """Return the measure of a verb with its object: "lost their lives", "sustained injuries", "went
    missing"; `after` is where the words begin that complete it, where not right behind it."""
    phrases = slot(kind)
    lemma = doc[index].lemma_.lower()
    first = index + 1 if after is None else after
    nearby: list[str] = []
    for at in range(first, min(first + PHRASE_REACH - 1, len(doc))):
        if doc[at].like_num or doc[at].lower_ in words_of("joins") or (after and doc[at].is_punct):
            break
        nearby += (doc[at].lemma_.lower(), doc[at].lower_)
    return next((measure for word in nearby if (measure := phrases.get(f"{lemma} {word}"))), None)
