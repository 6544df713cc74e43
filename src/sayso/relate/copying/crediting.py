"""Whom a report credits: agencies of datelines and credit lines,
and outlets that it quotes or that passed on what it reports.
Where the words that it credits stand in a report of theirs, that report is the source.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.model.ids import content_id
from sayso.model.relation import Aligned, Derivation, DerivationKind, DerivedFrom
from sayso.model.report import Facts, Report, Statement
from sayso.relate.copying.candidates import MOST
from sayso.relate.copying.utterances import Quoted
from sayso.relate.media import carries_words_of, credited, entity_named, is_media, own_house, same_outlet
from sayso.relate.moments import before, key, known
from sayso.relate.view import View

TOLD, FEWEST = 0.5, 3
"""Share of a statement's content words, and how many of them,
that a sentence near them in the credited report has."""


def relate(story: View, quoted: Quoted) -> Iterator[Derivation]:
    """Yield the credits of each report of a story; `quoted` are the utterances that pairs of reports
    quote."""
    pairs = _by_report(quoted)
    copies: dict[str, _Copy] = {}
    for facts in story.facts.values():
        yield from _agencies(story, facts.report)
        for passed_on, statements in sorted(_passed_on(story, facts).items()):
            copies[passed_on] = copy = copies.get(passed_on) or _copy_of(story, passed_on)
            yield from _relayed(story, facts, passed_on, statements, pairs.get(facts.report.id, {}), copy)


def _by_report(quoted: Quoted) -> dict[str, dict[str, list[tuple[Statement, Statement]]]]:
    """For each report and each other one, the statements that quote one utterance, its own first."""
    found: dict[str, dict[str, list[tuple[Statement, Statement]]]] = defaultdict(lambda: defaultdict(list))
    for (a, b), pairs in quoted.items():
        for pair in pairs:
            found[a][b].append((pair.a, pair.b))
            found[b][a].append((pair.b, pair.a))
    return found


@dataclass(frozen=True, slots=True)
class _Copy:
    """The reports that carry an agency's or outlet's words, and of these its own, the first few."""

    carrying: frozenset[str]
    own: tuple[Report, ...]

    def rank(self, story: View) -> Callable[[str], tuple[object, ...]]:
        """Return a sort key of report ids: its own reports first, then the earliest."""
        own = {report.id for report in self.own}
        return lambda id_: (id_ not in own, key(known(story.report(id_))), id_)


def _copy_of(story: View, entity: str) -> _Copy:
    names = story.entities[entity].names
    reports = [facts.report for facts in story.facts.values()]
    carrying = [report for report in reports if carries_words_of(report, names)]
    own = [
        report for report in carrying if not report.outlet or any(own_house(report, name) for name in names)
    ]
    own.sort(key=lambda report: (key(known(report)), report.id))
    return _Copy(frozenset(report.id for report in carrying), tuple(own[:MOST]))


def _agencies(story: View, report: Report) -> Iterator[Derivation]:
    for name in credited(report):
        entity = entity_named(story, name)
        if entity:
            yield _credit(report.id, DerivedFrom(entity=entity), f"credited to {name}")


def _passed_on(story: View, facts: Facts) -> dict[str, list[Statement]]:
    """The agencies and outlets that the report's statements come from or through, with these statements."""
    found: dict[str, list[Statement]] = defaultdict(list)
    for one in sorted(facts.statements, key=lambda one: (one.start, one.id)):
        through = {relay.entity for relay in one.relays}
        for entity in sorted(through | {source for source in one.sources if story.named(source)}):
            found[entity].append(one)
    return {entity: statements for entity, statements in found.items() if is_media(story, entity)}


def _relayed(
    story: View,
    facts: Facts,
    relay: str,
    statements: Sequence[Statement],
    quoted: Mapping[str, Sequence[tuple[Statement, Statement]]],
    copy: _Copy,
) -> Iterator[Derivation]:
    """What an agency or outlet passed on: from it, and from reports of it that came out before and say the
    same. A report is never credited to its own outlet or agency this way.
    """
    report = facts.report
    own = [name for name in (report.outlet, *report.agencies) if name]
    if any(same_outlet(one, name) for one in own for name in story.entities[relay].names):
        return
    passed = f"passes on what {story.name(relay)} reported"
    yield _credit(report.id, DerivedFrom(entity=relay), passed)
    same = {
        other: [(one, said) for one, said in quoted[other] if one in statements]
        for other in quoted.keys() & copy.carrying
        if _earlier(story, other, report)
    }
    first = min((other for other, pairs in same.items() if pairs), key=copy.rank(story), default=None)
    if first is not None:
        why = f"credits {story.name(relay)} for what {_outlet(story.report(first))} quotes"
        yield _excerpt(facts, first, same[first], why)
    for one in copy.own:
        if one.id != first and _earlier(story, one.id, report) and _tells(story, statements, one):
            yield _credit(report.id, DerivedFrom(report=one.id), passed)


def _earlier(story: View, other: str, report: Report) -> bool:
    return other != report.id and not before(known(report), known(story.report(other)))


def _outlet(report: Report) -> str:
    return report.outlet or report.name


def _tells(story: View, statements: Sequence[Statement], other: Report) -> bool:
    """Whether one of the statements stands in a report in other words:
    a sentence and the next hold most of its content words.
    """
    theirs = story.facts[other.id]
    said = [{word.lemma for word in story.words(other.id, span)} for span in theirs.sentences]
    near = [one | after for one, after in zip(said, [*said[1:], set()], strict=True)]
    for one in statements:
        ours = {word.lemma for word in story.words(one.report, (one.start, one.end))}
        if any(len(ours & words) >= max(FEWEST, TOLD * len(ours)) for words in near):
            return True
    return False


def _excerpt(facts: Facts, source: str, same: Sequence[tuple[Statement, Statement]], why: str) -> Derivation:
    evidence = tuple(
        sorted({Aligned(one.sentence, said.sentence) for one, said in same}, key=lambda one: (one.a, one.b))
    )
    share = round(len({one.a for one in evidence}) / max(len(facts.sentences), 1), 4)
    id_ = content_id("derivation", facts.report.id, source, "excerpt")
    return Derivation(
        id_, facts.report.id, DerivedFrom(report=source), DerivationKind.EXCERPT, share, why, evidence
    )


def _credit(report: str, source: DerivedFrom, why: str) -> Derivation:
    id_ = content_id("derivation", report, source.report or source.entity, "credit")
    return Derivation(id_, report, source, DerivationKind.CREDITED, 0.0, why, ())
