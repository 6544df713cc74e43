"""Apply a desk's decisions to one story: find what each is about, let the latest count, and hand on what
follows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.judge import corrections, names
from sayso.judge.corrections import People
from sayso.judge.finding import find
from sayso.judge.latest import Log, latest
from sayso.judge.matching import FACTS, Shelf
from sayso.judge.rulings import rulings
from sayso.model.choices import NONE, Choices
from sayso.model.decision import NO_RULINGS, Decision, Found, Rulings, Standing
from sayso.model.report import Facts, Problem, Stage


@dataclass(frozen=True, slots=True)
class Judged:
    """A story's facts as corrected, the choices of names and sides, what `relate` goes by, and a problem for
    each decision that finds nothing to stand on."""

    facts: tuple[Facts, ...]
    choices: Choices = NONE
    rulings: Rulings = NO_RULINGS
    problems: tuple[Problem, ...] = ()


def judge(facts: Sequence[Facts], log: Sequence[Decision], choices: Choices = NONE) -> Judged:
    """Return a story's facts and choices after the decisions of `log` that are about its reports; `facts` and
    `log` may come in any order."""
    if not log:
        return Judged(tuple(facts), choices)
    shelf, known = Shelf.of(facts), Log.of(log)
    tried = [(one, find(shelf, one)) for one in known.on(shelf.holds)]
    lost = [(_gone(one, known), why) for one, why in tried if isinstance(why, str)]
    found = latest([one for _, one in tried if isinstance(one, Found)], known.undone)
    people = People.of(facts)
    found = tuple(_with_original(shelf, people, one) for one in found)
    everything = sorted([*found, *(one for one, _ in lost)], key=_place)
    return Judged(
        corrections.corrected(facts, found),
        names.choices(found, choices),
        replace(rulings(shelf, found), found=tuple(everything)),
        tuple(_problem(shelf, one.decision, why) for one, why in lost if not _is_undone(one)),
    )


def elsewhere(log: Sequence[Decision], judged: Sequence[Decision]) -> tuple[Decision, ...]:
    """Return the decisions of a log that no story was found for; `judged` are those of all stories."""
    here = {one.id for one in judged}
    return tuple(one for one in Log.of(log).decisions if one.id not in here)


def _place(found: Found) -> tuple[str, str]:
    return found.decision.at, found.decision.id


def _gone(decision: Decision, known: Log) -> Found:
    standing = Standing.UNDONE if decision.id in known.undone else Standing.UNMATCHED
    return Found(replace(decision, standing=standing), ())


def _is_undone(found: Found) -> bool:
    return found.decision.standing is Standing.UNDONE


def _with_original(shelf: Shelf, people: People, found: Found) -> Found:
    """Keep what sayso found beside what a reviewer sets of a fact, and the fact's id of now."""
    one = found.decision
    if one.about.kind not in FACTS or len(found.about) != 1:
        return found
    fact = shelf.facts[found.about[0]]
    was = corrections.was(people, fact, one.set)
    return replace(found, decision=replace(one, about=replace(one.about, id=fact.id), was=was))


def _problem(shelf: Shelf, decision: Decision, why: str) -> Problem:
    reports = [report for sign in decision.signs for report in shelf.reports_of(sign)]
    named = next((sign.name for sign in decision.signs if sign.name), "")
    subject = f" “{decision.signs[0].text}”" if decision.signs else ""
    message = (
        f"A decision of {decision.by} on {decision.at[:10]} (to {decision.what}{subject}) "
        f"finds nothing to stand on: {why}."
    )
    report = reports[0] if reports else None
    return Problem(
        report.id if report else None,
        report.name if report else named,
        Stage.REVIEW,
        "nothing-to-stand-on",
        message,
    )
