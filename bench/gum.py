"""Attributed spans of GUM (news, interviews, biographies): who says what, nested ones too, by overlap.

**Gold.** GUM marks discourse relations in the field `Discourse=` of the first word of each elementary unit:
`relation:unit->parent:height:signals`. A unit with `attribution-positive` or `attribution-negative` holds
source and cue; the signal `sem-atsrc` names the words of the source, counted over the whole document from 1.
Trees stand there as dependencies: a unit also stands for every larger stretch that it is the head of, and the
height says how far up a dependent attaches. What is attributed is therefore the parent unit with those of its
dependents, each with all that hangs on it, that attach lower than the attribution does; others stand outside.
A unit that the attribution itself cuts in two (`same-unit`: "the case, X said, was closed") is taken whole.
A unit's further relations (after `;`) give two heights, the last the parent's.

**Score.** Contents are sets of characters without blanks. A statement that is not narrated matches a gold
attribution when they share half or more of the characters of both; pairs are taken one to one, those with the
largest shared part of their union first. `any_overlap` asks for one shared character. A source is right when
its span shares a character with the gold source of a matched pair: `sources.share` is of the matched ones,
`sources.f1` of all. Statements bear no marks like those of `by_mark`, so these give recall only: polarity,
nested (the unit stands in what another one attributes), verbless (credits of pictures, signatures, headings).

**What the measure cannot give.** RST cuts a text into clauses: a complement that is an infinitive ("wants to
go") or a noun phrase ("denied the report that …") is no unit, so hardly any such statement has a gold one to
match; PolNeAR and the examples want them. All of them count as wrong here but those without any verb, which
are left out. `by_content` gives the precision by what the content is: a clause, a quotation, an infinitive, a
phrase. Credits of pictures are gold attributions and no statements: the verbless ones bound the recall.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench import conllu
from bench.conllu import Word
from bench.folders import find
from bench.scoring import rates
from sayso.annotate import annotate
from sayso.model.report import Pair, Report, Statement, StatementKind
from sayso.run.stages import extracted

_EDGE = re.compile(r"(?:^|;)([a-z_-]+):\d+->(\d+):(?:\d+:)*(\d+)(?::([^;]*))?(?=;|$)")
_SOURCE = re.compile(r"sem-atsrc-(\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*)-")
WORST = 10
CONTENTS = ("clause", "quotation", "infinitive", "phrase")
MARKS = ("positive", "negative", "nested", "verbless")

Chars = frozenset[int]
"""Places of characters in a report's text, blanks left out."""

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Attributed:
    """A gold attribution: what is attributed, its source's words, the unit with source and cue, marks."""

    content: Chars
    source: Chars
    unit: Chars
    marks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Matched:
    """One document's gold and statements with the pairs of their numbers, strictly and by any overlap;
    `contents` tells of each statement what its content is."""

    name: str
    gold: tuple[Attributed, ...]
    found: tuple[Statement, ...]
    pairs: tuple[Pair, ...]
    touching: tuple[Pair, ...]
    contents: tuple[str, ...]

    @property
    def genre(self) -> str:
        """News, interview or bio, as the file's name says."""
        return self.name.split("_")[1] if "_" in self.name else self.name


def run(data: Path) -> dict[str, Any]:
    """Return the scores over all `.conllu` files of `data`, also by genre, by polarity and of nested ones."""
    documents = matched(data)
    genres = sorted({document.genre for document in documents})
    return {
        **_scores(documents),
        "by_genre": {genre: _scores([one for one in documents if one.genre == genre]) for genre in genres},
        "by_mark": {mark: _recall(documents, mark) for mark in MARKS},
        "by_content": {content: _precision(documents, content) for content in CONTENTS},
        "worst": [_errors(one) for one in sorted(documents, key=_most_errors)[:WORST]],
    }


def table(result: dict[str, Any]) -> str:
    """Return the scores as lines of text, one a genre, and the documents with most errors."""
    heads = ("P", "R", "F1", "any F1", "source", "src F1")
    lines = [f"{'gum':<12}{'gold':>6}{'found':>7}" + "".join(f"{head:>8}" for head in heads)]
    for name, row in (("all", result), *result["by_genre"].items()):
        spans, sources = row["spans"], row["sources"]
        shown = [spans["precision"], spans["recall"], spans["f1"], row["any_overlap"]["f1"]]
        shares = "".join(f"{one:>8.3f}" for one in (*shown, sources["share"], sources["f1"]))
        lines.append(f"{name:<12}{spans['gold']:>6}{spans['found']:>7}{shares}")
    for name, row in result["by_mark"].items():
        lines.append(f"{name:<12}{row['gold']:>6}{row['matched']:>7}{'':>8}{row['recall']:>8.3f}")
    for name, row in result["by_content"].items():
        lines.append(f"{name:<12}{'':>6}{row['found']:>7}{row['precision']:>8.3f}{row['matched']:>8} matched")
    lines.append("most errors")
    lines += [
        f"  {row['document']:<28}{row['missed']:>4} missed{row['spurious']:>4} spurious"
        for row in result["worst"]
    ]
    return "\n".join(lines)


def matched(data: Path) -> list[Matched]:
    """Run sayso over every `.conllu` file of `data` and pair its statements with the gold, by file name."""
    paths = sorted(find(data, "gum", "*.conllu").glob("*.conllu"))
    pairs = [read(path.stem, path.read_text("utf-8")) for path in paths]
    reports = [report for report, _ in pairs]
    return [
        _document(report, doc, gold, [one for one in extracted(report, doc).statements if _is_unit(doc, one)])
        for (report, gold), doc in zip(pairs, annotate(reports), strict=True)
    ]


def _document(
    report: Report, doc: "Doc", gold: tuple[Attributed, ...], statements: Sequence[Statement]
) -> Matched:
    found = tuple(statements)
    wanted = [one.content for one in gold]
    given = [chars(report.text, one.parts) for one in found]
    strict, touching = tuple(match(wanted, given)), tuple(match(wanted, given, False))
    return Matched(report.name, gold, found, strict, touching, tuple(_content(doc, one) for one in found))


def _content(doc: "Doc", one: Statement) -> str:
    """What a statement's content is, by the word that heads it; a quotation whatever it holds."""
    if one.kind is StatementKind.DIRECT:
        return "quotation"
    span = doc.char_span(one.start, one.end, alignment_mode="expand")
    head = span.root if span is not None else None
    if head is None or head.pos_ not in {"VERB", "AUX"}:
        return "phrase"
    bare = any(child.dep_ == "aux" and child.lower_ == "to" for child in head.lefts)
    own = any(child.dep_ in {"nsubj", "nsubjpass"} for child in head.lefts)
    return "infinitive" if bare and not own else "clause"


def _is_unit(doc: "Doc", one: Statement) -> bool:
    """Whether a statement could be annotated: attributed, and with a verb in its content, for RST parts a
    text into clauses and "denied the report" is one of them, not two."""
    span = doc.char_span(one.start, one.end, alignment_mode="expand")
    verbal = span is not None and any(token.pos_ in {"VERB", "AUX"} for token in span)
    return bool(one.source or one.cue) and verbal


def chars(text: str, parts: Sequence[Pair]) -> Chars:
    """Return the places of the characters of `parts`, blanks left out."""
    return frozenset(i for start, end in parts for i in range(start, end) if not text[i].isspace())


def match(gold: Sequence[Chars], found: Sequence[Chars], half: bool = True) -> Iterator[Pair]:
    """Yield pairs of numbers of `gold` and `found` one to one, largest shared part of the union first.

    `half`: only those that share half or more of both; else one character is enough.
    """
    scored = []
    for i, wanted in enumerate(gold):
        for j, given in enumerate(found):
            shared = len(wanted & given)
            if shared and (not half or 2 * shared >= max(len(wanted), len(given))):
                scored.append((-shared / len(wanted | given), i, j))
    taken: set[int] = set()
    used: set[int] = set()
    for _, i, j in sorted(scored):
        if i not in taken and j not in used:
            taken.add(i)
            used.add(j)
            yield i, j


@dataclass(slots=True)
class _Unit:
    """An elementary discourse unit: its words, whether it has a verb, parent, height, and all its edges."""

    words: list[Pair]
    verb: bool
    parent: int
    height: int
    edges: list[tuple[str, ...]]


def read(name: str, source: str) -> tuple[Report, tuple[Attributed, ...]]:
    """Return a document as a report (`bench.conllu`), and its gold attributions."""
    report, words = conllu.read(name, source)
    return report, _attributed(report.text, words, _units(words))


def _units(words: Sequence[Word]) -> list[_Unit]:
    """Part the words into elementary discourse units: each begins with a word that bears its relations."""
    units: list[_Unit] = []
    for word in words:
        marked = word.field("Discourse")
        if marked is not None:
            edges = [match.groups("") for match in _EDGE.finditer(marked)]
            rooted = marked.startswith("ROOT")
            parent, height = (0, 0) if rooted else (int(edges[0][1]), int(edges[0][2]))
            units.append(_Unit([], False, parent, height, edges))
        units[-1].words.append(word.span)
        units[-1].verb |= word.pos in {"VERB", "AUX"}
    return units


def _attributed(text: str, words: Sequence[Word], units: Sequence[_Unit]) -> tuple[Attributed, ...]:
    found = [
        Attributed(
            content=chars(text, _stretch(units, int(parent), int(height))),
            source=chars(text, [words[i - 1].span for i in sources(signals)]),
            unit=chars(text, unit.words),
            marks=frozenset({relation.removeprefix("attribution-")} | (set() if unit.verb else {"verbless"})),
        )
        for unit in units
        for relation, parent, height, signals in unit.edges
        if relation.startswith("attribution-")
    ]
    return tuple(
        replace(one, marks=one.marks | {"nested"})
        if any(one.unit <= other.content for other in found)
        else one
        for one in found
    )


def _stretch(units: Sequence[_Unit], head: int, height: int | None) -> list[Pair]:
    """Return the words of a unit with its dependents that attach below `height` (None: with all of them)."""
    below = [
        number
        for number, unit in enumerate(units, 1)
        if unit.parent == head
        and (height is None or unit.height < height or unit.edges[0][0] == "same-unit_m")
    ]
    return units[head - 1].words + [word for number in below for word in _stretch(units, number, None)]


def sources(signals: str) -> list[int]:
    """Return the numbers of the words of a source: "12-14,20" behind `sem-atsrc-` is 12, 13, 14, 20."""
    listed = [one.split("-") for found in _SOURCE.findall(signals) for one in found.split(",")]
    return [i for ends in listed for i in range(int(ends[0]), int(ends[-1]) + 1)]


def _scores(documents: Sequence[Matched]) -> dict[str, Any]:
    gold, found = sum(len(one.gold) for one in documents), sum(len(one.found) for one in documents)
    pairs = sum(len(one.pairs) for one in documents)
    right = sum(_source_right(one, pair) for one in documents for pair in one.pairs)
    return {
        "spans": _score(pairs, found, gold),
        "any_overlap": _score(sum(len(one.touching) for one in documents), found, gold),
        "sources": {"share": right / pairs if pairs else 0.0, **_score(right, found, gold)},
    }


def _source_right(document: Matched, pair: Pair) -> bool:
    source = document.found[pair[1]].source
    wanted = document.gold[pair[0]].source
    return source is not None and not wanted.isdisjoint(range(source.start, source.end))


def _recall(documents: Sequence[Matched], mark: str) -> dict[str, float]:
    gold = sum(mark in item.marks for one in documents for item in one.gold)
    hit = sum(mark in one.gold[i].marks for one in documents for i, _ in one.pairs)
    return {"gold": gold, "matched": hit, "recall": hit / gold if gold else 0.0}


def _precision(documents: Sequence[Matched], content: str) -> dict[str, float]:
    found = sum(one.contents.count(content) for one in documents)
    hit = sum(one.contents[j] == content for one in documents for _, j in one.pairs)
    return {"found": found, "matched": hit, "precision": hit / found if found else 0.0}


def _errors(one: Matched) -> dict[str, Any]:
    missed, spurious = len(one.gold) - len(one.pairs), len(one.found) - len(one.pairs)
    return {"document": one.name, "missed": missed, "spurious": spurious}


def _most_errors(one: Matched) -> tuple[int, str]:
    return 2 * len(one.pairs) - len(one.gold) - len(one.found), one.name


def _score(right: int, found: int, gold: int) -> dict[str, float]:
    return {**rates(right, found, gold), "gold": gold, "found": found, "matched": right}
