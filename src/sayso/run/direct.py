"""Run all stages in this process, without a database."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import BinaryIO

from sayso.clean.report import clean
from sayso.judge.places import Places
from sayso.model.choices import NONE, Choices
from sayso.model.decision import Decision
from sayso.model.dossier import Dossier
from sayso.model.relation import Story
from sayso.model.report import Facts, Problem, Received, Report, Stage
from sayso.read.inputs import read
from sayso.read.tables import Columns
from sayso.run import stages

_NAMED = 3
"""Articles named of those that decisions are about and that are not there."""

Progress = Callable[[str, int, int], None]
"""Told the stage's name, how many are done and how many there are."""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a run: dossiers, largest story first, and the problems that belong to none of them."""

    dossiers: tuple[Dossier, ...]
    problems: tuple[Problem, ...]


def run(
    inputs: Sequence[str],
    *,
    columns: Columns | None = None,
    until: date | None = None,
    stdin: BinaryIO | None = None,
    choices: Choices = NONE,
    decisions: Sequence[Decision] = (),
    one_story: bool = False,
    progress: Progress | None = None,
) -> Result:
    """Read `inputs` (paths, folders, globs, URLs, `-` for `stdin`) and return one dossier for each story in
    them; `choices` are what the user settles of names and sides, `decisions` those of reviewers. With
    `one_story` all reports are one story, however little alike.

    `until` leaves out reports known to be published after that day; reports without a date stay.
    What is wrong with an input is a problem in the result; nothing is raised for it.
    """
    tell = progress or quiet
    tell("reading", 0, 1)
    reading = read(inputs, columns=columns, stdin=stdin)
    reports, problems = _cleaned(reading.items, tell)
    problems = [*reading.problems, *problems]
    kept = [report for report in reports if until is None or not later(report, until)]
    problems += [left_out(report, until) for report in reports if until is not None and later(report, until)]
    found = _extracted(kept, tell)
    if not found:
        return Result((), in_order(problems))
    tell("relating", 0, 1)
    stories = (stages.whole(found),) if one_story else stages.stories(found)
    return _related(stories, found, problems, choices, decisions)


def quiet(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


def _cleaned(items: Sequence[Received], tell: Progress) -> tuple[list[Report], list[Problem]]:
    reports: dict[str, Report] = {}
    problems: list[Problem] = []
    for number, item in enumerate(items):
        tell("cleaning", number, len(items))
        cleaned = clean(item)
        problems += cleaned.problems
        if cleaned.report is not None:
            reports[cleaned.report.id] = cleaned.report
    return sorted(reports.values(), key=lambda report: report.id), problems


def later(report: Report, until: date) -> bool:
    """Say whether a report is known to be published after a day."""
    return report.published is not None and (report.published.from_ or "") > f"{until.isoformat()}T99"


def left_out(report: Report, until: date | None) -> Problem:
    """Return the problem of a report that was published after the last day wanted."""
    message = f"{report.name} was published after {until} and is left out."
    return Problem(None, report.name, Stage.READ, "after-until", message)


def _extracted(reports: Sequence[Report], tell: Progress) -> list[Facts]:
    found = []
    for number, facts in enumerate(stages.facts(reports)):
        tell("extracting", number, len(reports))
        found.append(facts)
    return found


def _related(
    stories: Sequence[Story],
    found: Sequence[Facts],
    problems: Sequence[Problem],
    choices: Choices,
    decisions: Sequence[Decision],
) -> Result:
    by_report = {facts.report.id: facts for facts in found}
    made_with = stages.made_with()
    dossiers = []
    telling, silent = _parted(stories, by_report)
    problems = [*problems, *_unexplained(silent, by_report, problems)]
    log = Places.of(decisions, by_report)
    problems_of: dict[str | None, list[Problem]] = defaultdict(list)
    for one in problems:
        problems_of[one.report].append(one)
    for story in telling:
        own = [one for id_ in story.reports for one in problems_of[id_]]
        facts = [by_report[id_] for id_ in story.reports]
        decided = log.of_story(one.report for one in facts)
        dossiers.append(stages.dossier(story, facts, made_with, own, choices, decided))
    shown = {id_ for story in telling for id_ in story.reports}
    loose = [one for one in problems if one.report not in shown]
    loose += _elsewhere(decisions, dossiers)
    if len(dossiers) == 1:
        # With one story there is no question whose dossier shows what could not be read.
        dossiers = [replace(dossiers[0], problems=in_order([*dossiers[0].problems, *loose]))]
    return Result(tuple(dossiers), in_order(loose))


def _elsewhere(decisions: Sequence[Decision], dossiers: Sequence[Dossier]) -> list[Problem]:
    """One problem for all decisions that are about none of the stories."""
    from sayso.judge.story import elsewhere

    left = elsewhere(decisions, [one for dossier in dossiers for one in dossier.decisions])
    if not left:
        return []
    names = sorted({sign.outlet or sign.name or "" for one in left for sign in one.signs if sign.name})
    few = ", ".join(names[:_NAMED]) + f" and {len(names) - _NAMED} more" * (len(names) > _NAMED)
    message = (
        f"{len(left)} of the decisions are about articles that are not among these{f': {few}' * bool(few)}."
    )
    return [Problem(None, "decisions", Stage.REVIEW, "elsewhere", message)]


def _parted(stories: Sequence[Story], by_report: Mapping[str, Facts]) -> tuple[list[Story], list[Story]]:
    """Stories in which some report states something, and stories of reports from which nothing could be
    taken."""
    telling = [
        story
        for story in stories
        if any(by_report[id_].statements or by_report[id_].figures for id_ in story.reports)
    ]
    told = {story.id for story in telling}
    return telling, [story for story in stories if story.id not in told]


def _unexplained(
    silent: Sequence[Story], by_report: Mapping[str, Facts], problems: Sequence[Problem]
) -> list[Problem]:
    """A problem for each report that is left out for stating nothing and that no other problem speaks of."""
    explained = {one.report for one in problems}
    reports = [by_report[id_].report for story in silent for id_ in story.reports if id_ not in explained]
    return [no_facts(one.id, one.name) for one in reports]


def no_facts(report: str, name: str) -> Problem:
    """Return the problem of a report that states nothing."""
    message = f"{name} states nothing that sayso can read."
    return Problem(report, name, Stage.EXTRACT, "no-facts", message)


def in_order(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return problems each once, in the order in which a dossier has them."""
    return tuple(
        sorted(set(problems), key=lambda one: (one.report or "", one.name, one.stage, one.rule, one.message))
    )
