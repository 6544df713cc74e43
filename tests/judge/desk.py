"""A reviewer at work on the example stories: facts taken once, decisions made by what they are about."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from tests.golden.cases import inputs

from sayso.clean.report import clean
from sayso.judge.taking import By, Meant, Thing, decide
from sayso.model.codec import to_json
from sayso.model.decision import Decision, Setting, What
from sayso.model.dossier import Dossier, MadeWith
from sayso.model.ids import content_id
from sayso.model.relation import Claim, Story
from sayso.model.report import Facts, Figure, Statement
from sayso.read.inputs import read
from sayso.run import stages


@cache
def facts(case: str) -> tuple[Facts, ...]:
    cleaned = (clean(item).report for item in read(inputs(case)).items)
    return tuple(stages.facts(report for report in cleaned if report is not None))


def dossier(found: Sequence[Facts], log: Sequence[Decision] = ()) -> Dossier:
    ids = tuple(sorted(item.report.id for item in found))
    story = Story(content_id("story", ids[0]), ids, ())
    return stages.dossier(story, found, MadeWith("0", "none", "none"), (), decisions=log)


@cache
def _seen(case: str, log: tuple[Decision, ...]) -> Dossier:
    return dossier(facts(case), log)


def written(found: Sequence[Facts], log: Sequence[Decision] = ()) -> str:
    return to_json(dossier(found, log))


@dataclass
class Desk:
    """One story as a reviewer sees it, and the log of what they decide."""

    case: str
    log: list[Decision] = field(default_factory=list)

    @property
    def facts(self) -> tuple[Facts, ...]:
        return facts(self.case)

    def seen(self) -> Dossier:
        return _seen(self.case, tuple(self.log))

    def decide(self, what: What, thing: Thing, other: Thing | None = None, **more: Any) -> Decision:
        """Decide something, a second after what was decided before; what is to be set comes as keywords."""
        names = more.pop("names", (None, None))
        by = By("A. B.", f"2031-03-05T10:00:{len(self.log):02}.000Z", more.pop("note", "a note"))
        seen = self.seen()
        second = Meant(seen, other, names[1]) if other else None
        settings = [Setting(name, value) for name, value in more.items()]
        made = decide(what, Meant(seen, thing, names[0]), by, second, settings)
        self.log.append(made)
        return made


def told(seen: Dossier) -> dict[str, Statement | Figure]:
    """The facts of a story by id."""
    return {one.id: one for one in seen.statements} | {one.id: one for one in seen.figures}


def ranked(seen: Dossier) -> list[Claim]:
    return sorted(seen.claims, key=lambda one: (-one.rank, one.id))


def figure(seen: Dossier, text: str, low: float) -> Figure:
    return min((one for one in seen.figures if one.text == text and one.low == low), key=lambda one: one.id)


def shifted(found: Sequence[Facts]) -> list[Facts]:
    """The facts as another rule would find them: same words in the same places, all ids others."""

    def other(id_: str | None) -> str | None:
        return content_id("shifted", id_) if id_ else None

    made = []
    for item in found:
        statements = tuple(
            replace(one, id=content_id("shifted", one.id), within=other(one.within))
            for one in item.statements
        )
        figures = tuple(
            replace(
                one,
                id=content_id("shifted", one.id),
                statement=other(one.statement),
                part_of=other(one.part_of),
            )
            for one in item.figures
        )
        made.append(replace(item, statements=statements, figures=figures))
    return made


def revised(found: Sequence[Facts], report: str) -> list[Facts]:
    """The facts with one report under another id, as a new revision of it would have."""

    def moved(one: Any) -> Any:
        return replace(one, report=content_id("revision", report))

    made = []
    for item in found:
        if item.report.id == report:
            item = replace(  # noqa: PLW2901 (the item, revised)
                shifted([item])[0],
                report=replace(item.report, id=content_id("revision", report)),
                entities=tuple(map(moved, item.entities)),
                mentions=tuple(map(moved, item.mentions)),
                times=tuple(map(moved, item.times)),
                deeds=tuple(map(moved, item.deeds)),
            )
            item = replace(  # noqa: PLW2901
                item,
                statements=tuple(map(moved, item.statements)),
                figures=tuple(map(moved, item.figures)),
            )
        made.append(item)
    return made
