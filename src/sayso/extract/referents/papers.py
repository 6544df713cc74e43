"""What "it" means beside a document: "The audit was finished in May. It says …", and no body where it only
shows something: "It suggests that …"."""

from collections.abc import Container
from typing import TYPE_CHECKING

from sayso.extract.sentences import begin_before
from sayso.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token


def paper_before(pronoun: "Token", named: Container[int]) -> "Token | None":
    """Return the document that the sentence of "it", or the one before, is about; none of the tokens
    `named`."""
    documents = words("offices", "documents")
    before = (pronoun.doc[at] for at in range(pronoun.i - 1, begin_before(pronoun) - 1, -1))
    return next(
        (
            token
            for token in before
            if token.lemma_ in documents
            and token.tag_ == "NN"
            and token.dep_ in {"nsubj", "nsubjpass"}
            and token.head.dep_ == "ROOT"
            and token.i not in named
        ),
        None,
    )


def is_shown_by(pronoun: "Token") -> bool:
    """Say whether "it" is what shows or is something, and no body that tells it: "It suggests that he knew",
    "it's a mistake to complain of it"."""
    verb = pronoun.head
    is_something = verb.lemma_ == "be" and any(child.dep_ == "attr" for child in verb.rights)
    return pronoun.dep_ == "nsubj" and (verb.lemma_ in words("cues", "showing") or is_something)
