"""Quotations of one utterance in two reports: nearly the same words of the same speaker."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.model.plain import plain
from sayso.model.report import Facts, Report, Statement
from sayso.relate.copying.alignment import likeness
from sayso.relate.copying.candidates import alike

SPOKEN, ALONE = 0.6, 0.8
"""Likeness of two quotations of one speaker that are one utterance,
and of two whose speaker is not known to be one."""

PROPOSED = 0.1
"""Share of the pairs of words in a row of two quotations that both have, from which they are compared: where
four words in ten are replaced, a ninth is left.
"""

SHORTEST = 5
"""Words of the shortest quotation that is compared."""

_STOP = re.compile(r"[.!?]\s")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Utterance:
    """Two statements of two reports that quote one utterance, the smaller report id first."""

    a: Statement
    b: Statement


Quoted = Mapping[tuple[str, str], Sequence[Utterance]]
"""The utterances that each pair of reports quotes, the smaller report id first."""


def utterances(reports: Sequence[Facts]) -> dict[tuple[str, str], list[Utterance]]:
    """Return the utterances that each pair of reports (smaller id first) quotes; `reports` come in order of
    preference as sources.
    """
    said = [
        (one, words)
        for facts in reports
        for one in sorted(facts.statements, key=lambda one: (one.start, one.id))
        for words in _spoken(facts.report, one)
    ]
    found: dict[tuple[str, str], list[Utterance]] = defaultdict(list)
    for i, j in alike([(one.report, words) for one, words in said], PROPOSED, run=2):
        (a, ours), (b, theirs) = said[i], said[j]
        if likeness(ours, theirs) >= (SPOKEN if set(a.sources) & set(b.sources) else ALONE):
            a, b = sorted((a, b), key=lambda one: one.report)
            found[a.report, b.report].append(Utterance(a, b))
    return found


def _spoken(report: Report, one: Statement) -> Iterator[tuple[str, ...]]:
    """The words of each sentence that is quoted, long enough to be compared."""
    for start, end in one.parts if one.kind == "direct" else ():
        for sentence in _STOP.split(plain(report.text[start:end]).lower()):
            words = tuple(_WORD.findall(sentence))
            if len(words) >= SHORTEST:
                yield words
