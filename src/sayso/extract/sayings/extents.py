"""Where a content begins and ends: what stands around it in its sentence is left out; pieces become spans.

Conventions (PolNeAR): "that" and quotation marks are inside, the final full stop outside unless quoted.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sayso.extract.sayings.cues import lemma, telling
from sayso.extract.sayings.further import finite
from sayso.extract.sayings.quotes import MARKS
from sayso.extract.sayings.rebuffs import told_before
from sayso.extract.sayings.remarks import remark
from sayso.extract.sayings.voices import object_of
from sayso.extract.sentences import DASHES, bounds, is_box, text, worded
from sayso.lexicon import words
from sayso.lexicon.media import names_outlet, without_article

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_EDGE = " \t\n,;:—–-…"
"""Characters trimmed off both ends of a piece of content outside quotation marks."""

_REASONS = frozenset({"because", "though", "although", "unless", "if", "so"})
_CONDITIONS = frozenset({"if", "unless"})
_OF_A_VERB = frozenset({"AUX", "VERB", "ADV", "PART"})
"""Parts of speech of the first word of a clause that goes on behind who says so."""

_OCCASIONS = frozenset({"when", "as", "after", "while", "before"})

_ONESELF = frozenset({"it", "he", "she", "they", "we", "i"})
_PARTIES = frozenset({"PERSON", "ORG"})
_ACCORDING = frozenset({"according"})
_ASIDE = DASHES | {","}
_TOLD_BY = frozenset({"ccomp", "parataxis", "advcl"})
_ENDING = frozenset({"ccomp", "punct", "advcl"})


def tidied(inside: set[int], cue: "Token", sentence: "Span") -> set[int]:
    """Return a content without what stands around it in its sentence: an opening "But", an adjunct before
    source and cue when the content proper follows them, and an aside behind a comma or dash at its end.
    Nothing may be left of it."""
    kept = _without_according(_without_opening(inside, sentence), cue, sentence)
    mending = (
        _with_second_clause, _with_reason, _without_another, _without_teller, _without_deed,
        _between_dashes, _without_occasion, _without_prompt, _with_what_is_beside,
    )  # fmt: skip
    for mended in mending:
        kept = mended(kept, cue) if kept else kept
    if kept and not _aside(cue, kept):
        kept = _without_fronted(kept, cue)
    return without_aside(kept, sentence) if kept else kept


def _without_according(inside: set[int], cue: "Token", sentence: "Span") -> set[int]:
    """ "Kovar told police the dam was old, | according to a log": who tells of it at the end of the sentence
    tells of the telling too."""
    for according in worded(sentence, _ACCORDING):
        last = max(inside, default=0)
        if cue.i < according.i - 1 and according.i in inside and according.right_edge.i >= last:
            closes = cue.doc[according.i - 1].text == ","
            return {index for index in inside if index < according.i} if closes else inside
    return inside


def _aside(cue: "Token", inside: set[int]) -> bool:
    """ "Nine died in May, according to police, and two in June": a cue without a verb, between two parts of
    what it tells."""
    if cue.lower_ != "according" or cue.doc[cue.i - 1].text != ",":
        return False
    return any(cue.doc[index].pos_ in {"VERB", "AUX"} for index in inside if index < cue.i)


def _with_second_clause(inside: set[int], cue: "Token") -> set[int]:
    """ "Wrote that he was caught, and a day later he died": a joint at the end of the content belongs to a
    second clause, which the parser hung on the cue; without one it is left out."""
    doc, last = cue.doc, max(inside)
    if doc[last].dep_ != "cc" or doc[last].head.i not in inside:
        return inside
    second = next((child for child in cue.children if child.left_edge.i == last + 1 and child.i > last), None)
    if second is None or (second.dep_ == "conj" and telling(second)):
        # "Said he was tired, and growers warned that …": another's saying.
        return inside - {last}
    return inside | {token.i for token in second.subtree}


def _with_reason(inside: set[int], cue: "Token") -> set[int]:
    """ "Said he would pay, though he had not been asked": a reason or concession right behind the content,
    which the parser hung on the cue, is part of it."""
    doc, last = cue.doc, max(inside)
    following = last + 2 if last + 1 < len(doc) and doc[last + 1].text == "," else last + 1
    reason = next(
        (
            child
            for child in cue.children
            if child.dep_ == "advcl" and child.left_edge.i == following and child.left_edge.lower_ in _REASONS
        ),
        None,
    )
    return inside | {token.i for token in reason.subtree} if reason is not None and last > cue.i else inside


def _with_what_is_beside(inside: set[int], cue: "Token") -> set[int]:
    """ "Rose to 36, police said on Friday, | up from 22 on Monday", "…, | including three children": behind
    who tells it and when, what a number told is set beside, or holds."""
    told = [cue.doc[index] for index in inside if not cue.doc[index].is_punct]
    if any(token.i > cue.i for token in told) or not _with_number(told):
        return inside
    for child in cue.rights:
        first = child.left_edge.i
        listed = child.left_edge.lower_ in words("cues", "set_beside")
        if listed and cue.doc[first - 1].text == "," and _with_number(child.subtree):
            return inside | set(range(first, child.right_edge.i + 1))
    return inside


def _with_number(some: Iterable["Token"]) -> bool:
    return any(token.like_num for token in some)


def with_condition(inside: set[int], cue: "Token") -> set[int]:
    """Return a content with the condition right behind it, which the parser hung on the cue: "warned of a
    famine | unless the rains came"."""
    last = max(inside, default=0)
    conditions = (child for child in cue.rights if child.dep_ == "advcl" and child.left_edge.i == last + 1)
    found = next((one for one in conditions if one.left_edge.lower_ in _CONDITIONS), None)
    return inside | {token.i for token in found.subtree} if found is not None and last > cue.i else inside


def _without_another(inside: set[int], cue: "Token") -> set[int]:
    """ "The bank said it would buy the loans, while Kovar Bank will take the branches": who speaks of what it
    does itself is not shown to speak of another one, whom the outlet sets beside it."""
    doc, last = cue.doc, max(inside)
    for told in cue.children:
        if told.dep_ != "ccomp" or not any(
            one.dep_ == "nsubj" and one.lower_ in _ONESELF for one in told.lefts
        ):
            continue
        for other in told.children:
            first = other.left_edge.i
            if (
                other.dep_ == "advcl"
                and doc[first].lower_ == "while"
                and doc[first - 1].text == ","
                and other.right_edge.i >= last
                and any(one.dep_ == "nsubj" and one.ent_type_ in _PARTIES for one in other.lefts)
            ):
                return {index for index in inside if index < first}
    return inside


def _without_teller(inside: set[int], cue: "Token") -> set[int]:
    """ "Said the dam would hold, the Lunde Times reported on Friday": who tells of the saying at its end is
    no part of what was said."""
    doc, last = cue.doc, max(inside)
    for index in sorted(index for index in inside if index > cue.i):
        first = _teller_begins(doc[index], last) if doc[index].dep_ in _TOLD_BY else None
        if first is not None and cue.i < first - 1 and min(inside) < first - 1:
            return {index for index in inside if index < first - 1}
    return inside


def _teller_begins(verb: "Token", last: int) -> int | None:
    """The first token of a verb of telling with nobody but its source, behind a comma and to the end of a
    content, that has no content of its own but what stands before the comma."""
    doc = verb.doc
    who = next((one for one in verb.lefts if one.dep_ == "nsubj"), None)
    if who is None or not telling(verb) or verb.tag_ not in {"VBD", "VBZ"}:
        return None
    first = who.left_edge.i
    outlet = names_outlet(without_article(doc[first : who.i + 1].text))
    if not outlet and (who.ent_type_ != "ORG" or verb.dep_ == "advcl"):
        return None
    told = any(one.dep_ in {"ccomp", "xcomp", "dobj"} for one in verb.rights)
    # The parser hangs the end of the content on an outlet's verb: "when it broke, the Lunde Times reported".
    parted = _ENDING if outlet else _ENDING - {"advcl"}
    before = [one for one in verb.lefts if one.i < first and one.dep_ not in parted]
    ends = verb.right_edge.i >= last and not any(one.text in MARKS for one in doc[first : last + 1])
    return first if doc[first - 1].text == "," and ends and not told and not before else None


def _without_deed(inside: set[int], cue: "Token") -> set[int]:
    """ "Kovar says nine people drowned and has given a list": what one of them does, where what she says is
    of many, is no part of what she says; nor the other way round."""
    for verb in (child for child in cue.children if child.dep_ == "ccomp" and child.i in inside):
        many = _is_many(verb)
        for deed in (child for child in verb.rights if child.dep_ == "conj" and child.i in inside):
            if many is not None and _acts_alone(deed) is many:
                joint = next((one.i for one in verb.rights if one.dep_ == "cc"), deed.left_edge.i)
                return {index for index in inside if index < min(joint, deed.left_edge.i)}
    return inside


def _is_many(verb: "Token") -> bool | None:
    """Whether the subject of a verb is of many, by its form; None where that does not tell."""
    own = next((child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if own is None or any(child.dep_ == "conj" for child in own.rights):
        return None
    if own.tag_ in {"NNS", "NNPS"} or own.lower_ == "they":
        return True
    return False if own.lower_ in {"he", "she", "it"} else None


def _acts_alone(deed: "Token") -> bool | None:
    """Whether a verb without a subject of its own has the form of one who acts; None where that is open."""
    if any(child.dep_ in {"nsubj", "nsubjpass"} for child in deed.lefts):
        return None
    return {"VBZ": True, "VBP": False}.get(finite(deed).tag_)


def _between_dashes(inside: set[int], cue: "Token") -> set[int]:
    """ "It failed — “they gave it to us,” one clerk said — as it had in May": of a quotation and its cue
    between two dashes only the quotation is told."""
    doc = cue.doc
    if cue.i + 1 == len(doc) or doc[cue.i + 1].text not in DASHES:
        return inside
    ahead = range(bounds(cue)[0], cue.i - 1)
    opens = next((i for i in ahead if doc[i].text in DASHES and doc[i + 1].text in MARKS), None)
    kept = {index for index in inside if opens is not None and opens < index < cue.i}
    return kept or inside


def _without_occasion(inside: set[int], cue: "Token") -> set[int]:
    """ "Saying “I paid it all,” | when the clerk asked": behind a quotation that is all said so far, when it
    was said."""
    doc, first, last = cue.doc, min(inside), max(inside)
    if doc[first].text not in MARKS and (first == 0 or doc[first - 1].text not in MARKS):
        return inside
    shut = next((i for i in range(first + 1, last) if doc[i].text in MARKS), last)
    occasion = shut < last and doc[shut - 1].text == "," and doc[shut + 1].lower_ in _OCCASIONS
    return {index for index in inside if index <= shut} if occasion else inside


def _without_prompt(inside: set[int], cue: "Token") -> set[int]:
    """ "Denied that its men took part, | after a claim by rebels that …": what others told before is why it
    was said, and no part of it."""
    doc, last = cue.doc, max(inside)
    for index in sorted(inside):
        token = doc[index]
        opens = token.lower_ in words("cues", "prompts") and index - 1 > min(inside, default=index)
        noun = object_of(token) if opens and doc[index - 1].text == "," else None
        if noun is None or lemma(noun) not in words("cues", "prompting") or token.right_edge.i < last - 1:
            continue
        if index > cue.i and not any(doc[at].text in MARKS for at in range(index, last + 1)):
            return {i for i in inside if i < index - 1}
    return inside


def without_joint(inside: set[int], sentence: "Span") -> set[int]:
    """Return a content without the "and" at its end that joins another clause to the cue: "blamed Kovar | and
    few blamed the media"."""
    last = max(inside, default=sentence.start)
    return inside - {last} if sentence.doc[last].dep_ == "cc" else inside


def _without_opening(inside: set[int], sentence: "Span") -> set[int]:
    """ "But", "And" and "Yet" join a sentence to the one before; they are the outlet's."""
    first = min(inside, default=sentence.start)
    token = sentence.doc[first]
    return inside - {first} if first == sentence.start and token.pos_ == "CCONJ" else inside


def _without_fronted(inside: set[int], cue: "Token") -> set[int]:
    """ "In her speech, she said the dam …": the adjunct belongs to the saying, unless commas set the cue
    off."""
    after = {index for index in inside if index > cue.i}
    doc = cue.doc
    if after and _utterance_begins(cue):
        return after
    told = any(doc[index].pos_ in {"VERB", "AUX"} for index in after)
    if not told or len(after) == len(inside) or doc[min(cue.i + 1, len(doc) - 1)].text == ",":
        return inside
    first = doc[min(after)]
    if doc[first.i - 1].text == "," and (first.text in MARKS or first.pos_ in _OF_A_VERB):
        # "These workers, she told the council, were paid".
        return inside
    before = inside - after
    told_of = [doc[index].i for index in inside if doc[index].dep_ == "ccomp" and doc[index].head.i == cue.i]
    behind = any(child.dep_ == "nsubj" for child in cue.rights)
    if told_of and (max(told_of) < cue.i or (behind and min(told_of) < cue.i)):
        # "The road was shut, she told the council, and it would stay so", "…, said Kovar, the mayor, and it
        # would stay so": no adjunct, but its first part.
        return inside
    subject = any(
        doc[index].dep_ in {"nsubj", "nsubjpass", "csubj", "expl", "dobj", "attr"}
        and doc[index].head.i in inside | {cue.i}
        and doc[index].head.i > cue.i
        for index in before
    )
    return inside if subject else after


def _utterance_begins(cue: "Token") -> bool:
    """ "When the mayor left, he said, “You can stay.”": words that begin with a capital are a sentence of
    their own, and nothing before the cue is a part of it, unless it is quoted as well."""
    behind = [token.text for token in cue.doc[cue.i + 1 : cue.i + 4]]
    begins = len(behind) == 3 and behind[0] == "," and behind[1] in MARKS and behind[2][:1].isupper()
    return begins and not any(token.text in MARKS for token in cue.doc[bounds(cue)[0] : cue.i])


def without_aside(inside: set[int], sentence: "Span") -> set[int]:
    """Return a content without an aside at its end: "…, which holds 900 people", " - a fact later
    confirmed": an aside at the end is the outlet's, unless quoted; so is what it remarks there, and who it
    says denies it."""
    inside = told_before(sentence, _without_remark(inside, sentence))
    doc, last = sentence.doc, max(inside, default=0)
    for index in sorted(inside):
        token = doc[index]
        if token.dep_ not in {"relcl", "appos", "acl"} or token.head.i not in inside:
            continue
        first = token.left_edge.i
        if (
            first - 1 > min(inside)
            and doc[first - 1].text in _ASIDE
            and token.right_edge.i >= last
            and (
                doc[first].tag_ in {"WDT", "WP", "WP$"}
                or (token.dep_ == "appos" and doc[first - 1].text != ",")
            )
            and not any(doc[i].pos_ in {"VERB", "AUX"} for i in range(token.head.i + 1, first))
            and not any(doc[i].text in MARKS for i in range(first, last + 1))
        ):
            return {i for i in inside if i < first}
    return inside


def _without_remark(inside: set[int], sentence: "Span") -> set[int]:
    """ "Said the dam was shut, marking the first time in a year that it was": what the outlet counts is left
    out of what stands before it."""
    found = remark(sentence)
    if found is None or min(inside, default=found.i) >= found.i - 1:
        return inside
    return {index for index in inside if index < found.i - 1}


def pieces(doc_indices: Iterable[int], sentence: "Span", blocked: set[int]) -> tuple[tuple[int, int], ...]:
    """Return the spans (code points) of runs of tokens; gaps of mere punctuation close up,
    ends lose stray punctuation.

    `blocked` tokens (the cue, its source) never join the content, not even to close a gap.
    """
    doc, first_of_all, end_of_all = sentence.doc, sentence.start, sentence.end
    runs: list[list[int]] = []
    told = (i for i in set(doc_indices) - blocked if first_of_all <= i < end_of_all)
    for index in sorted(i for i in told if not is_box(doc[i])):
        gap = range(runs[-1][1], index) if runs else range(0)
        if runs and (not gap or _closes(gap, doc, blocked)):
            runs[-1][1] = index + 1
        else:
            runs.append([index, index + 1])
    words = text(doc)
    spans = (_trim(words, doc[first].idx, doc[last - 1].idx + len(doc[last - 1])) for first, last in runs)
    return tuple(
        (start, _bracketed(words, start, end))
        for start, end in spans
        if any(character.isalnum() for character in words[start:end])
    )


def _bracketed(words: str, start: int, end: int) -> int:
    """Where a content ends that a bracket closes which it opened: "a ban (since May)"."""
    return end + (words[end : end + 1] == ")" and words.count("(", start, end) > words.count(")", start, end))


def _closes(gap: range, doc: "Doc", blocked: set[int]) -> bool:
    closing = all((doc[i].is_punct or doc[i].is_space) and not is_box(doc[i]) for i in gap)
    return closing and not blocked.intersection(gap)


def _trim(words: str, start: int, end: int) -> tuple[int, int]:
    while start < end and words[start] in _EDGE + ".":
        start += 1
    while end > start and (
        words[end - 1] in _EDGE or (words[end - 1] == "." and not _abbreviation(words, end))
    ):
        end -= 1
    return start, end


def _abbreviation(words: str, end: int) -> bool:
    """A full stop belongs to the word in `U.S.` and `p.m.`."""
    return end >= 4 and words[end - 3] == "." and words[end - 2].isalpha()
