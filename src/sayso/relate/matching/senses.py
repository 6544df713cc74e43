"""Words that say the same: lemmas brought to one word for each group of synonyms (slot `synonyms`)."""

from functools import cache

from sayso.lexicon import table
from sayso.model.grammar import Word


def sense(word: Word) -> str:
    """Return the word that stands for a content word's group of synonyms: its own lemma where it has none."""
    return word.lemma if word.pos == "PROPN" else meaning(word.lemma, word.pos == "VERB")


def meaning(lemma: str, verb: bool) -> str:
    """Return the word that stands for the synonyms of a verb, or of any other word."""
    return _groups("verbs" if verb else "nouns").get(lemma, lemma)


@cache
def _groups(kind: str) -> dict[str, str]:
    return {lemma: group[0] for group in table("synonyms")[kind] for lemma in group}
