"""Attributions of news against PolNeAR: source, cue and content by characters, contents exactly, and whole
relations.

Any folder laid out like `polnear/dev` is accepted: `text/NAME.txt` and brat standoff
`attributions/NAME_ANNOTATOR.ann`. A document with several annotators is scored against each in turn and
averaged. `--peer FILE` scores what another tool found in the same documents instead (`bench/peers` writes
such files).
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from bench.folders import find
from bench.scoring import rates, rounded
from sayso.extract.sayings.quotes import quotes
from sayso.model.report import Block, BlockRole, Facts, Pair, Report

OVERLAP = 0.5
"""Share of the longer of two spans that must be common to both for a relation to be found."""

WORST = 20
"""Documents listed with the lowest scores."""

KINDS = ("direct", "indirect", "mixed")
ROLES = ("content", "source", "cue")
_ANNOTATION = re.compile(r"[TE]\d+\t")
"""Lines of a brat file that name a span or a relation; the text of a span may run over several lines."""

BATCH = 40
"""Documents annotated at a time: enough to keep the pipeline busy, few enough for the memory of a laptop."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One attribution: the spans (code points) of its content, source and cue; the latter two may be
    missing."""

    content: tuple[Pair, ...]
    source: tuple[Pair, ...] = ()
    cue: tuple[Pair, ...] = ()

    def spans(self, role: str) -> tuple[Pair, ...]:
        """Return the spans of one role."""
        return {"content": self.content, "source": self.source, "cue": self.cue}[role]


@dataclass
class Count:
    """What was right, found and there to be found; sums may hold fractions where annotators are averaged."""

    right: float = 0.0
    found: float = 0.0
    gold: float = 0.0

    def add(self, right: float, found: float, gold: float, weight: float = 1.0) -> None:
        """Count what one annotator's document gives."""
        self.right += weight * right
        self.found += weight * found
        self.gold += weight * gold

    def scores(self) -> dict[str, float]:
        """Return precision, recall and F1."""
        return rounded(rates(self.right, self.found, self.gold))


@dataclass
class Tally:
    """The counts of a set of documents by role, of exact contents, of relations, and of the gold found by
    kind."""

    characters: dict[str, Count] = field(default_factory=lambda: {role: Count() for role in ROLES})
    exact: Count = field(default_factory=Count)
    relations: Count = field(default_factory=Count)
    kinds: dict[str, Count] = field(default_factory=lambda: {kind: Count() for kind in KINDS})

    def score(
        self, text: str, gold: Sequence[Relation], found: Sequence[Relation], weight: float = 1.0
    ) -> None:
        """Count one document against one annotator."""
        for role, count in self.characters.items():
            theirs, ours = _covered(gold, role), _covered(found, role)
            count.add(len(theirs & ours), len(ours), len(theirs), weight)
        mine = {_tight(text, one.content) for one in found}
        exact = {_tight(text, one.content) for one in gold}
        self.exact.add(len(mine & exact), len(mine), len(exact), weight)
        pairs = matched(gold, found)
        self.relations.add(len(pairs), len(found), len(gold), weight)
        hit = {index for index, _ in pairs}
        for index, one in enumerate(gold):
            self.kinds[kind_of(text, one.content)].add(index in hit, index in hit, 1, weight)

    def plain(self) -> dict[str, Any]:
        """Return the scores as plain values; of kinds only the recall, for nobody annotates a kind."""
        result: dict[str, Any] = {}
        for role, count in self.characters.items():
            scores = count.scores()
            result[role] = {
                "char_f1": scores["f1"],
                "char_precision": scores["precision"],
                "char_recall": scores["recall"],
            }
        exact = self.exact.scores()
        result["content"] |= {
            "exact_f1": exact["f1"],
            "exact_precision": exact["precision"],
            "exact_recall": exact["recall"],
        }
        result["relation"] = self.relations.scores()
        result["recall_by_kind"] = {
            kind: {"gold": round(count.gold, 1), "recall": count.scores()["recall"]}
            for kind, count in self.kinds.items()
        }
        return result


def run(data: Path, peer: Path | None = None) -> dict[str, Any]:
    """Return the scores over the folder, of sayso or of the file that another tool made, and the worst
    documents."""
    folder = find(data, "polnear/dev", "attributions/*.ann")
    texts = {path.stem: _text(path) for path in sorted((folder / "text").glob("*.txt"))}
    gold = _gold(folder, texts)
    found = read_peer(peer) if peer is not None else dict(_sayso(texts))
    total, documents = Tally(), {}
    for name, annotators in gold.items():
        own = Tally()
        for relations in annotators:
            for tally in (total, own):
                tally.score(texts[name], relations, found.get(name, ()), 1 / len(annotators))
        documents[name] = own
    worst = sorted(documents, key=lambda name: documents[name].characters["content"].scores()["f1"])[:WORST]
    return {
        "documents": len(gold),
        "annotations": sum(len(annotators) for annotators in gold.values()),
        **total.plain(),
        "worst": {name: documents[name].characters["content"].scores()["f1"] for name in worst},
    }


def table(result: dict[str, Any]) -> str:
    """Return the scores as lines of text: roles, relations, recall a kind, the worst documents."""
    lines = [f"{result['documents']} documents, {result['annotations']} annotations", ""]
    lines.append(f"{'':22}{'precision':>10}{'recall':>8}{'F1':>8}")
    for role in ROLES:
        row = result[role]
        lines.append(_row(f"{role}, characters", row, "char_"))
        if "exact_f1" in row:
            lines.append(_row(f"{role}, exact", row, "exact_"))
    lines.append(_row("relation", result["relation"], ""))
    lines.append("")
    lines += [
        f"{kind:22}{row['recall']:>18.3f}  of {row['gold']:.0f}"
        for kind, row in result["recall_by_kind"].items()
    ]
    lines += ["", "worst documents, by content characters"]
    return "\n".join(lines + [f"{score:8.3f}  {name}" for name, score in result["worst"].items()])


def _row(label: str, row: Mapping[str, float], prefix: str) -> str:
    precision, recall, f1 = (row[f"{prefix}{key}"] for key in ("precision", "recall", "f1"))
    return f"{label:22}{precision:>10.3f}{recall:>8.3f}{f1:>8.3f}"


def matched(gold: Sequence[Relation], found: Sequence[Relation]) -> list[tuple[int, int]]:
    """Return index pairs of relations whose content, source and cue all overlap by `OVERLAP`, best contents
    first, one to one; a source or cue that neither has agrees."""
    scored = sorted(
        (-overlap(theirs.content, ours.content), i, j)
        for i, theirs in enumerate(gold)
        for j, ours in enumerate(found)
        if all(overlap(theirs.spans(role), ours.spans(role)) >= OVERLAP for role in ROLES)
    )
    pairs: list[tuple[int, int]] = []
    for _, i, j in scored:
        if all(i != one and j != other for one, other in pairs):
            pairs.append((i, j))
    return pairs


def overlap(one: Sequence[Pair], other: Sequence[Pair]) -> float:
    """Return the share of the longer set of spans that both have; 1 when both are empty."""
    shared = sum(max(0, min(end, stop) - max(start, at)) for start, end in one for at, stop in other)
    longer = max(_length(one), _length(other))
    return shared / longer if longer else 1.0


def kind_of(text: str, content: Sequence[Pair]) -> str:
    """Return direct, mixed or indirect, by how much of a gold content stands in quotation marks."""
    said = "".join(text[start:end] for start, end in content)
    marks = sum(said.count(mark) for mark in '"“”')
    ends = said[-1:] in '"”' or said.count("“") > said.count("”")
    whole = said[:1] in '"“' and ends and marks <= 2 * len(content)
    return "direct" if whole else "mixed" if marks else "indirect"


def _length(spans: Sequence[Pair]) -> int:
    return sum(end - start for start, end in spans)


def _covered(relations: Iterable[Relation], role: str) -> set[int]:
    return {index for one in relations for start, end in one.spans(role) for index in range(start, end)}


def _tight(text: str, content: Sequence[Pair]) -> tuple[Pair, ...]:
    """The parts of a content, those that only white space parts made one: annotators split at line ends."""
    joined: list[Pair] = []
    for start, end in sorted(content):
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def _text(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as lines:
        return lines.read()


def _gold(folder: Path, texts: Mapping[str, str]) -> dict[str, list[list[Relation]]]:
    gold: dict[str, list[list[Relation]]] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        name = path.stem.rpartition("_")[0]
        if name in texts:
            gold.setdefault(name, []).append(list(_relations(path.read_text("utf-8"))))
    return gold


def _relations(standoff: str) -> Iterator[Relation]:
    """The relations of a brat file; a source or content in two annotated pieces is one."""
    spans: dict[str, tuple[Pair, ...]] = {}
    events: list[list[str]] = []
    for line in standoff.splitlines():
        fields = line.split("\t")
        if not _ANNOTATION.match(line):
            continue
        if line.startswith("T"):
            places = fields[1].split(" ", 1)[1].split(";")
            spans[fields[0]] = tuple(_pair(place) for place in places)
        else:
            events.append(fields[1].split())
    for event in events:
        roles: dict[str, tuple[Pair, ...]] = dict.fromkeys(ROLES, ())
        for argument in event[1:]:
            role, _, target = argument.partition(":")
            roles[role.rstrip("0123456789").lower()] += spans.get(target, ())
        if roles["content"]:
            yield Relation(*(tuple(sorted(roles[role])) for role in ROLES))


def _pair(place: str) -> Pair:
    start, end = place.split()
    return int(start), int(end)


def read_peer(path: Path) -> dict[str, list[Relation]]:
    """Return what another tool found, by document: JSON lines of `{"name", "spans": [{"content", "source",
    "cue"}]}`."""
    found: dict[str, list[Relation]] = {}
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        found[row["name"]] = [
            Relation(
                tuple((start, end) for start, end in one["content"]),
                *(((one[role][0], one[role][1]),) if one[role] else () for role in ("source", "cue")),
            )
            for one in row["spans"]
        ]
    return found


def report(name: str, text: str) -> Report:
    """Return a bare text as a report without a date: a block a line, the first its headline."""
    ends = [-1, *(i for i, character in enumerate(text) if character == "\n"), len(text)]
    spans = [(start + 1, end) for start, end in pairwise(ends) if text[start + 1 : end].strip()]
    blocks = tuple(
        Block(*span, BlockRole.PARAGRAPH if number else BlockRole.HEADLINE)
        for number, span in enumerate(spans)
    )
    return Report(
        id=name, name=name, url=None, title=None, outlet=None, agencies=(), byline=None, language="en",
        published=None, updated=None, seen=None, placed=None, text=text, blocks=blocks,
    )  # fmt: skip


def relations(facts: Facts) -> list[Relation]:
    """Return the attributed statements of a report as relations: those with a source or a cue. PolNeAR
    annotates none whose cue is itself inside a quotation."""
    marks = [mark for mark in quotes(facts.report) if mark.utterance]
    return [
        Relation(
            one.parts,
            ((one.source.start, one.source.end),) if one.source else (),
            ((one.cue.start, one.cue.end),) if one.cue else (),
        )
        for one in facts.statements
        if (one.source or one.cue)
        and not (one.cue is not None and any(mark.holds(one.cue.start) for mark in marks))
    ]


def _sayso(texts: Mapping[str, str]) -> Iterator[tuple[str, list[Relation]]]:
    from sayso.annotate import annotate
    from sayso.run.stages import extracted

    names = sorted(texts)
    for first in range(0, len(names), BATCH):
        reports = [report(name, texts[name]) for name in names[first : first + BATCH]]
        for one, doc in zip(reports, annotate(reports), strict=True):
            yield one.name, relations(extracted(one, doc))
