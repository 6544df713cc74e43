"""Names in one report: people, organisations, places and groups, each with its span and kind.

The small pipeline's entities are taken where they can be trusted,
corrected by the gazetteer (it calls Kursk a product) and completed by runs of capitals around a noun that
names a body ("Security Service of Ukraine").
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.extract.names import bounds, labels, listings, repeats
from sayso.extract.names.bounds import is_title
from sayso.extract.names.kinds import Found, Name, agreed, introduced, is_kin
from sayso.extract.names.openings import without_openers
from sayso.extract.names.runs import LONGEST_PERSON, bodies, full_name, runs
from sayso.extract.names.unlabelled import unlabelled
from sayso.extract.sentences import Tokens, capitalised, sentences, text_of
from sayso.extract.sentences import tokens as tokens_of
from sayso.model.report import EntityKind, Pair, Report

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


def extract(report: Report, doc: "Doc") -> tuple[Name, ...]:
    """Return the names of a report in order, none overlapping another; longer ones win."""
    shown, tokens = sentences(report, doc), tokens_of(doc)
    capital = [(sentence, capitalised(doc, sentence)) for sentence in shown]
    joined = [run for sentence, at in capital for run in runs(tokens, sentence, at)]
    found = [*listings.credited(report, shown, tokens), *listings.well_known(doc, shown, tokens)]
    found += bodies(tokens, joined)
    found += [body for sentence, at in capital for body in listings.acronyms(tokens, sentence, at)]
    found += [place for sentence, at in capital for place in listings.places(tokens, sentence, at)]
    found += labels.labelled(shown, tokens, doc.ents)
    found += [person for first, last in joined for person in full_name(tokens, first, last)]
    names = [_name(report, tokens, *item) for item in _widened(shown, tokens, _without_overlaps(found))]
    names += [_name(report, tokens, *item) for item in _introduced(tokens, joined, names)]
    free = [position for _, at in capital for position in at]
    names += [_name(report, tokens, *item) for item in unlabelled(tokens, free, names)]
    settled = without_openers(tokens, agreed(tokens, sorted(names, key=lambda name: name.first)))
    kept = {name.first for name in settled}
    again = [_name(report, tokens, *item) for item in repeats.again(doc, shown, settled)]
    ends = {name.last for name in again}
    names = [name for name in names if name.first in kept and name.last not in ends]
    return agreed(tokens, sorted((*names, *again), key=lambda name: name.first)) if again else settled


def _introduced(tokens: Tokens, runs: Sequence[Pair], names: Sequence[Name]) -> Iterator[Found]:
    """Names the pipeline missed: a run of capitals that a role beside it introduces."""
    taken = {index for name in names for index in range(name.first, name.last)}
    for first, last in runs:
        if (
            taken.isdisjoint(range(first, last))
            and last - first <= LONGEST_PERSON
            and introduced(tokens, first, last)
        ):
            yield first, last, EntityKind.PERSON, None


def _widened(shown: Sequence["Span"], tokens: Tokens, found: Sequence[Found]) -> Iterator[Found]:
    """The names with what belongs to them on either side and is no other name's."""
    taken = {index for first, last, *_ in found for index in range(first, last)}
    starts = [sentence.start for sentence in shown]
    for first, last, kind, place in found:
        sentence = shown[bisect_right(starts, first) - 1]
        begin, end = first, last
        if kind is EntityKind.PERSON:
            begin, end = bounds.person(tokens, first, last, sentence.start, sentence.end, taken)
        elif kind is EntityKind.ORGANISATION:
            end = bounds.numbered(tokens, first, last)
        if taken.isdisjoint(range(last, end)):
            taken.update(range(begin, end))
            yield begin, end, kind, place
        else:
            yield begin, last, kind, place


def _without_overlaps(found: Sequence[Found]) -> list[Found]:
    """Keep the longest at each place; among equals the gazetteer's reading, then the first found."""
    order = sorted(range(len(found)), key=lambda i: (found[i][0] - found[i][1], found[i][3] is None, i))
    taken: set[int] = set()
    kept = []
    for index in order:
        span = range(found[index][0], found[index][1])
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(found[index])
    return sorted(kept, key=lambda item: item[0])


def _name(report: Report, tokens: Tokens, first: int, last: int, kind: EntityKind, place: str | None) -> Name:
    start, end = tokens[first].idx, tokens[last - 1].idx + len(tokens[last - 1])
    title = _title_before(tokens, first)
    related = kind is EntityKind.PERSON and is_kin(tokens, first, last)
    return Name(first, last, start, end, report.text[start:end], kind, place, title, related)


def _title_before(tokens: Tokens, first: int) -> str | None:
    """The titles right before a name: `President`, `Foreign Minister`."""
    begin = first
    while begin > 0 and (
        is_title(tokens[begin - 1])
        or (
            begin < first
            and tokens[begin - 1].text.istitle()
            and tokens[begin - 1].pos_ == "PROPN"
            and tokens[begin - 1].ent_type_ != "PERSON"
        )
    ):
        begin -= 1
    return text_of(tokens[begin:first]) if begin < first else None
