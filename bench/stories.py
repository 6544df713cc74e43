"""Stories on newscluster: do reports of one event come together, and only those? BCubed, against TF-IDF.

The facts are made light (lemmas straight from the pipeline), so that this measures `gather` alone.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.folders import find
from bench.scoring import harmonic, rounded
from sayso.annotate import annotate
from sayso.embed import embed
from sayso.gather.stories import gather
from sayso.model.grammar import Word
from sayso.model.report import Basis, Facts, Moment, Precision, Report

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
TFIDF_FLOOR = 0.905
"""BCubed F1 of single-pass TF-IDF at its best threshold on the same set."""


def run(data: Path) -> dict[str, object]:
    """Gather the articles of newscluster and return BCubed precision, recall and F1."""
    articles = find(data, "newscluster", "articles.jsonl") / "articles.jsonl"
    rows = [json.loads(line) for line in articles.read_text("utf-8").splitlines()]
    gold = {row["dId"]: row["event"] for row in rows}
    stories = gather(light_facts(rows), embed)
    found = {report: story.id for story in stories for report in story.reports}
    return {
        "reports": len(gold),
        "stories": len(stories),
        "events": len(set(gold.values())),
        "bcubed": rated(found, gold),
        "floor": TFIDF_FLOOR,
    }


def table(result: Mapping[str, Any]) -> str:
    """Return the result as a Markdown table."""
    return "\n".join(rows("newscluster", result))


def rows(name: str, result: Mapping[str, Any]) -> list[str]:
    """Return the lines of a Markdown table of BCubed beside its floor."""
    scores = result["bcubed"]
    return [
        f"| {name} | precision | recall | F1 |",
        "|---|---|---|---|",
        f"| sayso | {scores['precision']} | {scores['recall']} | {scores['f1']} |",
        f"| TF-IDF, single pass, best threshold | – | – | {result['floor']} |",
    ]


def rated(found: Mapping[str, str], gold: Mapping[str, str]) -> dict[str, float]:
    """Return BCubed precision, recall and F1 of two partitions of the same items, to four places."""
    precision, recall = bcubed(found, gold)
    return rounded({"precision": precision, "recall": recall, "f1": harmonic(precision, recall)})


def bcubed(found: Mapping[str, str], gold: Mapping[str, str]) -> tuple[float, float]:
    """Return BCubed precision and recall of two partitions of the same items."""
    both = Counter((found[item], gold[item]) for item in gold)
    in_found, in_gold = Counter(found[item] for item in gold), Counter(gold.values())
    precision = sum(n * n / in_found[a] for (a, _), n in both.items()) / len(gold)
    recall = sum(n * n / in_gold[b] for (_, b), n in both.items()) / len(gold)
    return precision, recall


def light_facts(rows: Sequence[Mapping[str, Any]]) -> tuple[Facts, ...]:
    """Return facts with words, sentences and names for rows with `dId`, `title`, `text`, `date_publish`."""
    reports = [_report(row) for row in rows]
    return tuple(_facts(report, doc) for report, doc in zip(reports, annotate(reports), strict=True))


def _report(row: Mapping[str, Any]) -> Report:
    day = (row.get("date_publish") or "")[:10]
    published = Moment(day, day, Precision.DAY, Basis.METADATA) if day else None
    title, text = row.get("title") or "", row["text"] or ""
    body = text if text.startswith(title) else f"{title}\n{text}"
    return Report(
        row["dId"],
        row["dId"],
        None,
        title,
        row.get("source_domain"),
        (),
        None,
        "en",
        published,
        None,
        None,
        None,
        body,
    )


def _facts(report: Report, doc: Any) -> Facts:
    words = tuple(
        Word(token.idx, token.idx + len(token), token.lemma_.lower(), token.pos_, False)
        for token in doc
        if token.is_alpha and not token.is_stop and token.pos_ in CONTENT
    )
    sentences = tuple((sentence.start_char, sentence.end_char) for sentence in doc.sents)
    return Facts(report, sentences, words, (), (), (), (), ())
