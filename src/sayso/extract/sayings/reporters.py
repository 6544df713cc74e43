"""The reporting verb with which a second cue goes on, where the parser ties that to what the first tells."""

from typing import TYPE_CHECKING

from sayso.extract.sayings.cues import THAT, lemma, marked, telling
from sayso.extract.sayings.stances import about_the_source
from sayso.extract.sayings.voices import can_speak
from sayso.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

CLOSING = frozenset({",", '"', "”"})
"""What ends what is told before a second verb of telling."""

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
"""What ties a subject to its verb."""


def told_on(cue: "Token") -> "Token | None":
    """Return the reporting verb around a content to whose verb the parser ties a participle that goes on
    telling: "Kovar said Norland would wait, saying that …". In news it is the outer speaker's, but
    for a content that is itself of saying ("said the union had warned the port, saying that …")."""
    inner = cue.head
    against = lemma(cue) in words("cues", "told_against")
    while inner.dep_ == "conj" and (against or not telling(inner)):
        inner = inner.head
    outer = inner.head
    told = cue.dep_ == "advcl" and cue.tag_ == "VBG" and inner.dep_ == "ccomp" and inner.i < cue.i
    if not told or cue.doc[cue.i - 1].text != "," or lemma(cue) not in words("cues", "told_on"):
        return None
    says = telling(outer) and not telling(inner)
    return outer if says and outer.i < inner.i else None


def outer_reporter(cue: "Token") -> "Token | None":
    """Return the reporting verb around the clause that a cue is joined to, when their tense shows that it
    goes with that verb.

    In "he remarks that the army is losing and criticised the command" the parser joins the second cue to the
    content's verb; a finite form unlike the content's and like the reporting verb's says otherwise.
    """
    if cue.dep_ != "conj" or cue.tag_ not in {"VBD", "VBZ", "VBP", "VBG", "VBN"} or marked(cue, THAT):
        return None
    inner, outer = cue.head, cue.head.head
    if cue.tag_ == "VBG":
        return outer if telling(cue) and also_participle(cue) else None
    if inner.dep_ != "ccomp" or not telling(outer):
        return None
    finite = next((child.tag_ for child in inner.children if child.dep_ in {"aux", "auxpass"}), inner.tag_)
    if finite == "MD" and inner.tag_ == "VB" and cue.tag_ in {"VBD", "VBN"} and _bare(cue):
        # "Will hold and asked" is no clause: "has said it will hold and asked last month that …".
        return outer if outer.tag_ == "VBD" or _has_told(outer) else None
    if cue.tag_ == outer.tag_ == "VBD" and _bare(cue) and _parted(cue) and not telling(inner):
        return outer
    if cue.tag_ == "VBN" or (telling(inner) and finite not in {"VBZ", "VBP"}):
        return None
    if outer.tag_ != cue.tag_ or (
        finite == cue.tag_ and _can_speak_itself(inner) and not _same(cue, inner, outer)
    ):
        return None
    return outer


def _parted(cue: "Token") -> bool:
    """ "Said that nine people had died, citing records, | and called for help", "said units were “in
    control” | and urged calm": a comma or a closing quotation mark ends what is told before."""
    link = next((child for child in cue.head.rights if child.dep_ == "cc" and child.i == cue.i - 1), None)
    return link is not None and link.nbor(-1).text in CLOSING


def _has_told(verb: "Token") -> bool:
    return verb.tag_ == "VBN" and any(child.lower_ in {"has", "have"} for child in verb.lefts)


def also_participle(verb: "Token") -> bool:
    """Say whether the parser joins a second participle to the finite verb of what the first one tells:
    "saying the sale was off and | suggesting that …", "saying that he lied and | linking him to it"."""
    inner, outer = verb.head, verb.head.head
    finite = inner.tag_ in {"VBD", "VBZ", "VBP"} or any(child.tag_ == "MD" for child in inner.lefts)
    told = inner.dep_ == "ccomp" and telling(outer) and outer.tag_ == "VBG" and outer.i < inner.i
    return told and finite and _bare(verb)


def _bare(cue: "Token") -> bool:
    """Say whether a verb has nothing of its own before it: no subject, auxiliary or link."""
    return not any(child.dep_ in {"aux", "auxpass", "mark", *SUBJECTS} for child in cue.lefts)


def _same(cue: "Token", inner: "Token", outer: "Token") -> bool:
    """ "She said she was tired and warned the council": a pronoun for the source itself."""
    return telling(cue) and about_the_source(inner, outer)


def _can_speak_itself(clause: "Token") -> bool:
    """Say whether the subject of a clause may go on speaking; of a town more is told than it tells."""
    own = next((child for child in clause.children if child.dep_ in SUBJECTS), None)
    return own is None or (can_speak(own) and own.lower_ not in words("offices", "houses"))
