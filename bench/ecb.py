"""Documents of ECB+ (`topics/N/N_Mecb.xml`, `…ecbplus.xml`): prose, and the events that people marked in it.

Two events of a kind make a topic: one in the documents `ecb`, the other in `ecbplus`. The line of the web
address that heads many `ecbplus` documents is no part of the text: it goes where a report's address goes.
"""

import csv
import re
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sayso.clean.report import clean
from sayso.clean.text import canonical
from sayso.model.report import Pair, Received, Report

_NAME = re.compile(r"(\d+)_(\d+)(ecb|ecbplus)\.xml$")
_GLUED = re.compile(
    r" (?=[,.;:!?)\]%’”]|n't\b|['’](?:s|re|ve|ll|d|m)?$)|(?<=[(\[$“])\s"
    r"|(?<=\w[’'])\s(?=(?:s|re|ve|ll|t|d|m)$)"
)
_QUOTES = {"``": '"', "''": '"'}
_ACTIONS = ("ACTION_", "NEG_ACTION_")


@dataclass(frozen=True, slots=True)
class Event:
    """A gold mention of an event: its document, the envelope of its words there, and its chain."""

    document: str
    span: Pair
    chain: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document as a report; the event it tells of, by its topic and part; the mentions of events in it."""

    report: Report
    topic: str
    story: str
    events: tuple[Event, ...]


def read(folder: Path) -> list[Document]:
    """Return the documents below `folder` by topic and name; of the mentions only those in sentences that the
    makers checked (`ECBplus_coreference_sentences.csv`), as everybody scores them."""
    checked = _checked(folder / "ECBplus_coreference_sentences.csv")
    paths = sorted((folder / "topics").glob("*/*.xml"), key=lambda path: (int(path.parent.name), path.name))
    return [document for path in paths if (document := _document(path, checked)) is not None]


def _checked(path: Path) -> set[tuple[str, str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return {(row["Topic"], row["File"], row["Sentence Number"]) for row in csv.DictReader(lines)}


def _document(path: Path, checked: set[tuple[str, str, str]]) -> Document | None:
    parts = _NAME.match(path.name)
    if parts is None:
        return None
    topic, number, part = parts.groups()
    tree = ElementTree.parse(path).getroot()
    address, text, places = _prose(tree)
    received = Received(name=path.name, raw=path.read_bytes(), text=text, url=address, language="en")
    report = clean(received).report
    if report is None:
        return None
    if canonical(text) != report.text:
        raise ValueError(f"{path.name}: the words have moved")
    sentences = {token.get("t_id", ""): token.get("sentence", "") for token in tree.iter("token")}
    kept = {one for one in places if (topic, f"{number}{part}", sentences[one]) in checked}
    return Document(
        report, topic, f"{topic}-{part}", tuple(_events(tree, report.id, f"{topic}:", places, kept))
    )


def _prose(tree: ElementTree.Element) -> tuple[str | None, str, dict[str, Pair]]:
    """Join the words, a sentence a line, blanks where English sets them; return the address apart, if one
    heads the document, the text, and where each word of the text stands."""
    lines: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for token in tree.iter("token"):
        lines[token.get("sentence", "")].append((token.get("t_id", ""), _shown(token.text or "")))
    first = next(iter(lines), "")
    heads = bool(lines) and lines[first][0][1].lower() in {"http", "https"}
    address = "".join(word for _, word in lines.pop(first)) if heads else None
    text, places = "", {}
    for line in lines.values():
        text += "\n" if text else ""
        for number, (id_, word) in enumerate(line):
            text += " " if number and word else ""
            if text.endswith(" ") and _GLUED.search(text[-3:] + word):
                text = text[:-1]
            places[id_] = (len(text), len(text) + len(word))
            text += word
    return address, text, places


def _shown(word: str) -> str:
    """A word in canonical form, LaTeX's quotation marks as plain ones; some tokens are blanks alone."""
    return _QUOTES.get(word, canonical(word).strip())


def _events(
    tree: ElementTree.Element, document: str, topic: str, places: Mapping[str, Pair], kept: set[str]
) -> Iterator[Event]:
    chains = _chains(tree)
    for mark in tree.iterfind("Markables/*"):
        words = [word.get("t_id", "") for word in mark.iter("token_anchor")]
        if mark.tag.startswith(_ACTIONS) and words and words[0] in kept:
            spans = [places[word] for word in words]
            id_ = mark.get("m_id", "")
            span = min(spans)[0], max(end for _, end in spans)
            yield Event(document, span, topic + chains.get(id_, f"{document}:{id_}"))


def _chains(tree: ElementTree.Element) -> dict[str, str]:
    """Map a mark to its chain: what is named across documents, or what the document alone brings together."""
    chains = {}
    for link in tree.iterfind("Relations/*"):
        name = link.get("note") if link.tag == "CROSS_DOC_COREF" else None
        for source in link.iter("source"):
            chains[source.get("m_id", "")] = name or f"{tree.get('doc_id')}:{link.get('r_id')}"
    return chains
