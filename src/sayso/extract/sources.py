"""The source of a cue: its span, and the heads of the parties that it names.

A source includes its title, appositive and modifiers (PARC, PolNeAR); relative clauses are left outside,
for they say something about the source rather than who it is.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.extract.cues import verb_frames
from sayso.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_OUTSIDE = frozenset({"relcl", "advcl", "punct", "cc", "preconj"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})

SPEAKING_PRONOUNS = frozenset(
    {
        "he",
        "she",
        "they",
        "it",
        "i",
        "we",
        "who",
        "him",
        "her",
        "them",
        "us",
        "both",
        "others",
        "some",
        "many",
    }
)
"""Pronouns that can say something."""

ANYTHING_SPEAKS = frozenset(
    {"say", "tell", "announce", "claim", "deny", "warn", "add", "ask", "accuse", "insist", "argue"}
)
"""Verbs whose subject is taken for a source whatever its noun; others need a person, a body,
a document or a name."""


@dataclass(frozen=True, slots=True)
class Source:
    """A source as it stands: span in code points, and the token indices of its heads (several when joined by
    "and")."""

    start: int
    end: int
    heads: tuple[int, ...]


def subject(cue: "Token") -> "Token | None":
    """Return the head of the noun phrase that does the saying, or None: subject, agent of a passive,
    shared or controlled subject."""
    if any(child.dep_ in {"auxpass", "nsubjpass", "agent"} for child in cue.children):
        return _agent(cue)
    own = [child for child in cue.children if child.dep_ in _SUBJECTS]
    if own:
        # Of two subjects, one is that of a quotation which the parser took apart.
        return _antecedent(min(own, key=lambda child: abs(child.i - cue.i)), cue)
    return _inverted(cue) or _borrowed(cue)


def source(head: "Token") -> Source:
    """Return the whole source phrase around its head."""
    heads = _conjuncts(head)
    kept = [token for member in heads for token in _phrase(member)]
    first, last = min(kept, key=lambda token: token.i), max(kept, key=lambda token: token.i)
    end = last.idx + len(last)
    phrase = head.doc[first.i : last.i + 1].text
    follows = head.doc[last.i + 1].text if last.i + 1 < len(head.doc) else ""
    if phrase.count("(") > phrase.count(")") and follows == ")":
        end = head.doc[last.i + 1].idx + 1
    return Source(first.idx, end, tuple(member.i for member in heads))


def can_speak(head: "Token", lemma: str) -> bool:
    """Say whether a noun phrase can be a source under a verb with this lemma."""
    if head.pos_ == "PRON":
        return head.lower_ in SPEAKING_PRONOUNS
    if head.pos_ == "PROPN" or head.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"}:
        return head.ent_type_ not in {"DATE", "TIME", "MONEY", "CARDINAL", "PERCENT"}
    if _known_speaker(head):
        return True
    return (
        lemma in ANYTHING_SPEAKS and head.pos_ in {"NOUN", "PROPN"} and head.ent_type_ not in {"DATE", "TIME"}
    )


def is_person(head: "Token") -> bool:
    """Say whether a noun phrase names one person, or stands for one as a pronoun or by an office."""
    if head.pos_ == "PRON":
        return head.lower_ in {"he", "she"}
    return head.ent_type_ == "PERSON" or (head.tag_ == "NN" and head.lower_ in words("offices", "people"))


def _known_speaker(head: "Token") -> bool:
    forms = {head.lower_, head.lemma_.lower()}
    return any(forms & words("offices", key) for key in ("people", "bodies", "documents"))


def _agent(cue: "Token") -> "Token | None":
    for child in cue.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next(
                (inner for inner in child.children if inner.dep_ == "pobj" and not _means(inner)), None
            )
    return None


def _means(noun: "Token") -> bool:
    """ "by radio", "by phone": how it was said, not who said it."""
    return noun.tag_ == "NN" and not any(
        child.dep_ in {"det", "poss", "amod", "compound"} for child in noun.children
    )


def _inverted(cue: "Token") -> "Token | None":
    """The noun right after a cue that follows a quotation: "“Nobody moved,” replied the pilot"."""
    if cue.i == 0 or cue.nbor(-1).text not in {'"', "'"}:
        return None
    after = (child for child in cue.children if child.dep_ == "dobj" and child.left_edge.i == cue.i + 1)
    return next(after, None)


def _antecedent(own: "Token", cue: "Token") -> "Token":
    """A relative pronoun stands for the noun its clause hangs on."""
    if own.lower_ in _RELATIVE and cue.dep_ in {"relcl", "acl"}:
        return cue.head
    return own


def _borrowed(cue: "Token") -> "Token | None":
    """A cue without a subject of its own shares that of the verb it is joined to, depends on,
    or describes."""
    if cue.dep_ == "pcomp" and cue.head.lower_ == "as" and cue.head.dep_ == "prep":
        return next((child for child in cue.head.head.children if child.dep_ in {"nsubjpass", "dobj"}), None)
    if cue.dep_ == "acl" and (cue.tag_ == "VBG" or _headless(cue)):
        return cue.head
    if cue.dep_ == "acl" and cue.tag_ == "VBN" and any(child.dep_ == "ccomp" for child in cue.children):
        return _nominal_root(cue)
    outer = outer_reporter(cue)
    if outer is not None:
        return subject(outer)
    if cue.dep_ in {"conj", "xcomp"} or (cue.dep_ in {"advcl", "ccomp", "dep"} and cue.tag_ == "VBG"):
        head = cue.head
        if head.pos_ in {"VERB", "AUX"} and head.i != cue.i:
            own = next((child for child in head.children if child.dep_ in _SUBJECTS), None)
            return _antecedent(own, head) if own is not None else _borrowed(head)
    return None


def _nominal_root(cue: "Token") -> "Token | None":
    """The noun that heads a sentence whose finite cue the parser hung, as a participle,
    on a name inside a relative clause: "X, who runs the firm Y, conceded that …"."""
    root = cue.sent.root
    return (
        root if root.pos_ in {"NOUN", "PROPN"} and root.i < cue.i and cue.doc[cue.i - 1].text == "," else None
    )


def _headless(cue: "Token") -> bool:
    """A finite cue that the parser hangs as a participle on a noun that heads the whole sentence:
    the noun is its subject."""
    finite = cue.tag_ in {"VBD", "VBZ", "VBP"}
    misread = (
        cue.tag_ == "VBN" and cue.text.endswith("ed") and any(child.dep_ == "ccomp" for child in cue.children)
    )
    return (finite or misread) and cue.head.dep_ == "ROOT" and cue.head.i < cue.i


def outer_reporter(cue: "Token") -> "Token | None":
    """The reporting verb around the clause that a cue is joined to,
    when their tense shows that it goes with that verb.

    In "he remarks that the army is losing and criticised the command" the parser joins the second cue to the
    content's verb; a finite form unlike the content's and like the reporting verb's says otherwise.
    """
    if cue.dep_ != "conj" or cue.tag_ not in {"VBD", "VBZ", "VBP"}:
        return None
    inner, outer = cue.head, cue.head.head
    if (
        inner.dep_ != "ccomp"
        or inner.lemma_.lower() in verb_frames()
        or outer.lemma_.lower() not in verb_frames()
    ):
        return None
    finite = next((child.tag_ for child in inner.children if child.dep_ in {"aux", "auxpass"}), inner.tag_)
    if outer.tag_ != cue.tag_ or (finite == cue.tag_ and _can_speak_itself(inner)):
        return None
    return outer


def _can_speak_itself(clause: "Token") -> bool:
    own = next((child for child in clause.children if child.dep_ in _SUBJECTS), None)
    return own is None or can_speak(own, "")


def _conjuncts(head: "Token") -> tuple["Token", ...]:
    """The members of a joined source: "the White House and Pentagon" has two heads."""
    members = [
        head,
        *(child for child in head.conjuncts if child.i > head.i and child.pos_ in {"NOUN", "PROPN", "PRON"}),
    ]
    return tuple(members)


def _phrase(head: "Token") -> list["Token"]:
    """The head and what belongs to it; a relative or participle clause and what follows it stay outside."""
    kept, stack = [], [head]
    while stack:
        token = stack.pop()
        kept.append(token)
        stack += [
            child
            for child in token.children
            if child.dep_ not in _OUTSIDE and not _clause(child) and child.dep_ != "conj"
        ]
    return kept


def _clause(token: "Token") -> bool:
    return token.dep_ == "acl" and token.tag_ in {"VBG", "VBN"} and token.i > token.head.i
