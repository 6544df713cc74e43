"""What words do in their sentences, as values: content words, verbs and what fills their roles."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A content word: where it stands, its lemma in lower case, its coarse part of speech,
    and whether it is negated."""

    start: int
    end: int
    lemma: str
    pos: str
    negated: bool


@dataclass(frozen=True, slots=True)
class Part:
    """The head word of what fills a role of a verb: `agent`, `patient`, `predicate`, or a preposition."""

    role: str
    start: int
    end: int
    lemma: str


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb that states something, where it stands, whether it is negated, and what fills its roles; `main`
    tells the verb of a main clause or of what is said from those of clauses that tell of something beside it.
    """

    start: int
    end: int
    lemma: str
    negated: bool
    parts: tuple[Part, ...]
    main: bool = False
