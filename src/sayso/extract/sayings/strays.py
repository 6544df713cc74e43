"""Who does the saying where the parser lost the subject: whoever stands right before or right behind a finite
cue."""

from typing import TYPE_CHECKING

from sayso.extract.sayings.cues import lemma, telling, verb_frames
from sayso.extract.sayings.quotes import MARKS
from sayso.extract.sayings.voices import TIMES, can_speak
from sayso.extract.sentences import bounds
from sayso.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_BREAKS = frozenset({",", '"', "''", "”", ":"})

_WHEN = frozenset({"after", "before", "since", "until"})

_ASTRAY = frozenset({"appos", "conj", "pobj", "npadvmod", "dep"})
"""What the parser makes of a subject that it did not see."""


def lost(cue: "Token") -> "Token | None":
    """ "After a quarrel with the board, Transport Secretary Mirela Kovar said …": the parser ties the name to
    the words before the comma; whoever stands right before a finite cue is its subject."""
    if not _finite(cue) or not (any(child.dep_ == "ccomp" for child in cue.children) or _opens(cue)):
        return None
    before = _above(_standing_before(cue))
    if before is None or before.ent_type_ in TIMES or not can_speak(before):
        return None
    first = before.left_edge.i
    opens = first == bounds(cue)[0] or cue.doc[first - 1].text in _BREAKS or _since(before)
    named = before.pos_ in {"NOUN", "PROPN", "NUM"} and before.dep_ in _ASTRAY
    return before if named and opens and before.head.i != cue.i else None


def _since(noun: "Token") -> bool:
    """ "It came after | one of his clerks said …": the parser makes a preposition of the word that opens the
    clause."""
    return noun.dep_ == "pobj" and noun.head.lower_ in _WHEN and noun.left_edge.i == noun.head.i + 1


def _opens(cue: "Token") -> bool:
    """Whether a quotation follows a cue that was taken for its aside: "…, a rep for Kovar said, “…”"."""
    behind = cue.doc[cue.i + 1 : cue.i + 3]
    quotes = len(behind) == 2 and behind[0].text in {",", ":"} and behind[1].text in MARKS
    return cue.dep_ == "parataxis" and quotes


def _above(noun: "Token | None") -> "Token | None":
    """The noun that a phrase with "for" or "of" describes: "a rep for | Kovar", "one of his | clerks"."""
    while noun is not None and noun.dep_ == "pobj" and noun.head.head.pos_ in {"NOUN", "PROPN", "NUM"}:
        if noun.left_edge.i == bounds(noun)[0] or noun.doc[noun.left_edge.i - 1].text in _BREAKS:
            break
        noun = noun.head.head
    return noun


def _standing_before(cue: "Token") -> "Token | None":
    """The word before a cue and its adverbs, or before the comma that closes an aside ("her manager, Odran
    Feeley, again said …")."""
    at, start = cue.i - 1, bounds(cue)[0]
    while at > start and cue.doc[at].dep_ == "advmod" and cue.doc[at].head == cue:
        at -= 1
    if at > start and cue.doc[at].text == "," and cue.doc[at - 1].dep_ == "appos":
        named = cue.doc[at - 1].head
        takes = named.i < at - 1 and named.dep_ in _ASTRAY and can_speak(named)
        return named if takes else cue.doc[at - 1]
    return cue.doc[at] if at >= start else None


def follows(cue: "Token") -> "Token | None":
    """ "…,” said Kovar, 40, who …": the name right behind a cue that a comma or a quotation precedes."""
    frame = verb_frames().get(lemma(cue))
    if frame is None or "quote" not in frame.frames or not _finite(cue):
        return None
    if cue.i == bounds(cue)[0] or cue.nbor(-1).text not in _BREAKS:
        return None
    named = behind(cue)
    return named if named is not None and named.pos_ == "PROPN" and can_speak(named) else None


def beside(cue: "Token") -> "Token | None":
    """Return who stands right behind a cue, or right before one that tells somebody: "“No,” clerk Mirela
    Kovar told reporters"."""
    if lemma(cue) not in words("cues", "addressing"):
        return behind(cue)
    before = _standing_before(cue)
    return before if before is not None and before.pos_ in {"NOUN", "PROPN"} else None


def behind(cue: "Token") -> "Token | None":
    """Return the noun right behind a cue, whatever the parser makes of it, or None."""
    return next(
        (
            child
            for child in cue.children
            if child.left_edge.i == cue.i + 1 and child.pos_ in {"NOUN", "PROPN", "PRON"}
        ),
        None,
    )


def _finite(cue: "Token") -> bool:
    """Say whether a reporting verb stands in the past or the present tense by itself."""
    alone = not any(child.dep_ in {"aux", "auxpass"} for child in cue.children)
    return (
        cue.tag_ in {"VBD", "VBZ"}
        and alone
        and telling(cue)
        and lemma(cue) not in words("cues", "addressing")
    )
