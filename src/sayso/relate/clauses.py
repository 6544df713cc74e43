"""The clause of a statement that states one of its figures: "101 people had been saved" of "101 people had
been saved and about 42 were unaccounted for"."""

import re
from collections.abc import Iterator, Sequence

from sayso.lexicon import words
from sayso.model.plain import plain
from sayso.model.report import Figure, Pair, Statement
from sayso.relate.view import View

_JOINT = re.compile(r",?\s+(?:and|but|while)\s+(?:that\s+)?|;\s+")
_BESIDE = re.compile(r",|[–—]|\b(?:who|whom|whose|which|that|where|when|before|after|as|because|if|until)\b")
_INFINITIVE = re.compile(r"\bto \w+", re.IGNORECASE)
_WORD = re.compile(r"[\w'’-]+")

HEAD = 12
"""Characters from the beginning of a clause within which its subject begins: "a total of 51", "the two"."""


def own_clause(story: View, figure: Figure, statement: Statement) -> Pair | None:
    """Return the clause that states a figure, where each clause that its sentence is made of can stand by
    itself: a later one has a number as its subject. None where there is one clause only."""
    text = plain(story.report(figure.report).text)
    part = next((one for one in statement.parts if one[0] <= figure.start and figure.end <= one[1]), None)
    if part is None:
        return None
    figures = [(one.start, one.end) for one in story.facts[figure.report].figures]
    start, end = max(part[0], figure.sentence[0]), min(part[1], figure.sentence[1])
    clauses = list(_clauses(text, (start, end), figures))
    here = next((one for one in clauses if one[0] <= figure.start and figure.end <= one[1]), None)
    if here is None or here == part or not all(_whole(story, figure.report, text, one) for one in clauses):
        return None
    later = (one for one in clauses if one[0] > start)
    return here if all(_counts_first(story, figure.report, text, one, figures) for one in later) else None


def _clauses(text: str, sentence: Pair, figures: Sequence[Pair]) -> Iterator[Pair]:
    """The stretches between links, but for links inside a figure ("between 40 and 50")."""
    start, end = sentence
    for link in _JOINT.finditer(text, start, end):
        if not any(one[0] < link.end() and link.start() < one[1] for one in figures):
            yield start, link.start()
            start = link.end()
    yield start, end


def _whole(story: View, report: str, text: str, span: Pair) -> bool:
    """Say whether a stretch has a verb of a main clause, or an auxiliary."""
    said = {word.lower() for word in _WORD.findall(_INFINITIVE.sub(" ", text[span[0] : span[1]]))}
    return any(frame.main for frame in story.frames(report, span)) or bool(
        said & words("relate", "auxiliaries")
    )


def _counts_first(story: View, report: str, text: str, span: Pair, figures: Sequence[Pair]) -> bool:
    """Say whether a number is the subject of a clause: at its head, and with its verb before anything that is
    put in or hangs on it ("16 who were hurt", "one male, who had turned 17")."""
    first = next((one for one in figures if 0 <= one[0] - span[0] <= HEAD), None)
    if first is None or _BESIDE.search(text, span[0], first[0]):
        return False
    aside = _BESIDE.search(text, first[1], span[1])
    head = span[0], aside.start() if aside else span[1]
    verbs = [word.start for word in story.words(report, head) if word.pos == "VERB"]
    return all(verb > first[0] for verb in verbs) and _whole(story, report, text, head)
