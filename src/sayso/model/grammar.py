"""What words do in their sentences, as values: content words, verbs and what fills their roles."""

from dataclasses import dataclass
from enum import StrEnum


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


class Clause(StrEnum):
    """How the clause of a verb stands to the verb above it.

    `own`: it is part of what that one tells, or the main clause itself. The others stand apart from it:
    `joined` to a main clause ("… and sank"), `relative` (", who had been warned"), `beside` it, as having
    happened ("after it sank", ", killing nine"), or `open`, so that it tells of nothing that was ("if it
    sinks", "to sink it").
    """

    OWN = "own"
    JOINED = "joined"
    RELATIVE = "relative"
    BESIDE = "beside"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb that states something, where it stands, whether it is negated, and what fills its roles; `main`
    tells the verb of a main clause or of what is said from those of clauses that tell of something beside it.
    `clause` is how its clause stands to what is above it, `whole` where that clause begins and ends, with all
    that hangs on the verb.
    """

    start: int
    end: int
    lemma: str
    negated: bool
    parts: tuple[Part, ...]
    main: bool = False
    clause: Clause = Clause.OWN
    whole: tuple[int, int] = (0, 0)
