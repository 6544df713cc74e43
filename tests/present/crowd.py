"""A story of many articles, made by counting: origins, agencies, copies, long tails."""

from dataclasses import replace

from tests.present.make import (
    by,
    locate,
    make_dossier,
    make_entity,
    make_figure,
    make_report,
    make_statement,
    moment,
)

from sayso.model.dossier import Dossier
from sayso.model.relation import (
    About,
    Aligned,
    Bearing,
    Certainty,
    Claim,
    Conflict,
    ConflictType,
    Derivation,
    DerivationKind,
    DerivedFrom,
    Member,
    Origin,
    Ref,
    RefKind,
    Support,
    Track,
    When,
)
from sayso.model.report import Relay, Report

SPEAKERS = 30
AGENCIES = 6
FIGURES = 60
COPIED = 3
"""Every third article is a copy of the first."""


def make_crowd(articles: int) -> Dossier:
    """Return a story of that many articles: each says what one of SPEAKERS said through one of AGENCIES."""
    reports = tuple(_report(n) for n in range(articles))
    statements = tuple(
        make_statement(
            f"s{n:04}",
            report,
            f"water stands {n % SPEAKERS} metres high",
            (f"p{n % SPEAKERS:02}",),
            relays=(Relay(f"w{n % AGENCIES}", locate(report, "Agency")),) if n % 2 else (),
        )
        for n, report in enumerate(reports)
    )
    figures = tuple(
        make_figure(
            f"f{n:04}",
            report,
            f"{10 + n} people",
            10 + n,
            None if n % 5 == 0 else 10 + n,
            as_of=by(f"2031-03-{1 + n % 28:02}") if n % 4 else None,
            sources=(f"p{n % 3:02}",),
            track="t1",
        )
        for n, report in enumerate(reports[:FIGURES])
    )
    claims = tuple(_claim(speaker, articles) for speaker in range(min(SPEAKERS, articles)))
    apart = tuple(
        Conflict(f"k{n}", ConflictType.FIGURE, About.FACT, When.SAME, _figure(n), _figure(n + 1), "apart")
        for n in range(0, len(figures) - 1, 9)
    )
    copies = tuple(
        Derivation(
            f"d{n}",
            reports[n].id,
            DerivedFrom(report=reports[0].id),
            DerivationKind.COPIED,
            0.9,
            "the same sentences",
            (Aligned((0, len(reports[n].text)), (0, len(reports[0].text))),),
        )
        for n in range(COPIED, articles, COPIED)
    )
    return replace(
        make_dossier(),
        title=f"{articles} articles on one flood",
        reports=reports,
        entities=(
            *(make_entity(f"p{n:02}", f"Speaker {n}", side=f"p{n % 4:02}") for n in range(SPEAKERS)),
            *(make_entity(f"w{n}", f"Agency {n}") for n in range(AGENCIES)),
        ),
        statements=statements,
        figures=figures,
        claims=claims,
        tracks=(Track("t1", "killed", None, None, tuple(figure.id for figure in figures)),),
        conflicts=apart,
        derivations=copies,
        mentions=(),
        times=(),
        timeline=(),
        leads=(),
        gaps=(),
        problems=(),
    )


def _report(n: int) -> Report:
    said = f"Agency says that water stands {n % SPEAKERS} metres high."
    text = f"Flood, day {n}\n{said}\nIn all {10 + n} people died."
    return make_report(f"r{n:04}", f"Outlet {n}", text, moment(f"2031-03-{1 + n % 28:02}"))


def _figure(n: int) -> Ref:
    return Ref(RefKind.FIGURE, f"f{n:04}")


def _claim(speaker: int, articles: int) -> Claim:
    members = tuple(Ref(RefKind.STATEMENT, f"s{n:04}") for n in range(speaker, articles, SPEAKERS))
    certainty = Certainty.SHOWN if speaker % 5 else Certainty.POSSIBLE
    key = f"p{speaker:02}"
    return Claim(
        id=f"c{speaker:02}",
        text=f"Water stands {speaker} metres high",
        text_from=members[0],
        rank=0.5,
        rank_why="repeated",
        members=tuple(Member(ref.kind, ref.id, Bearing.ASSERTS) for ref in members),
        origins=(Origin(key, key, f"p{speaker % 4:02}", certainty, "its own words", members),),
        origins_low=int(certainty is Certainty.SHOWN),
        origins_high=1,
        sides=(f"p{speaker % 4:02}",),
        support=Support.ONE_ORIGIN,
        disputed_by=(),
        first=None,
    )
