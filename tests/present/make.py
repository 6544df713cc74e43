"""An invented story that holds every kind of thing a dossier can hold, a hostile article among them."""

from dataclasses import replace
from typing import Any

from sayso.model.dossier import FORMAT, Dossier, MadeWith
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
    Entity,
    First,
    Gap,
    GapKind,
    Lead,
    Member,
    Origin,
    Ref,
    RefKind,
    Support,
    TimelineItem,
    Track,
    When,
)
from sayso.model.report import (
    Basis,
    Block,
    BlockRole,
    EntityKind,
    Extent,
    Figure,
    Mention,
    Moment,
    Placed,
    Precision,
    Problem,
    Relay,
    Report,
    Span,
    Stage,
    Stance,
    Statement,
    StatementKind,
    TimeExpression,
    TimeType,
)

HOSTILE = "<script>window.broken=1</script>"
HOSTILE_TITLE = f'{HOSTILE}<img src=x onerror="window.broken=1">"\'\x1b[31m\u202egnp.exe'
RTL = "صوت الوادي"
LONG_WORD = "Talsperrensicherheitsbeauftragtenversammlungsprotokoll" * 4

_WIRE = """Gate failure at Tolm dam floods Lower Corvell
CORVELL, March 4 (Norwire) — A spillway gate at the Tolm dam broke on Tuesday night, mayor Ines Dahl said.
“Four people are dead and we are still looking for others,” she told reporters.
About 1,200 residents were moved to schools, the district said.
Halden Kraft, which runs the dam, declined to comment on the age of the gate.
The energy ministry has not confirmed the number of dead.
(Reporting by Jon Aasen)"""

_COURIER = """Four dead as dam gate breaks
A spillway gate at the Tolm dam broke on Tuesday night, mayor Ines Dahl said.
“Four people are dead and we are still looking for others,” she told reporters.
Halden Kraft “was warned about this gate in January”, a former inspector told the Courier.
Four hundred houses are under water. (Norwire)"""

_VOICE = """Corvell counts its dead
At least 11 people died when the gate gave way, according to the rescue service, which cited hospital lists.
The service put the number at six a day earlier.
Halden Kraft denies that it was warned about the gate.
Between 300 and 450 houses stand in water, 40 in the old quarter, the district office said.
It is the first time that a gate of the dam has failed.
Dahl reportedly promised to publish the January letter."""

_HOSTILE = f"""{HOSTILE} dozens died
A blogger wrote that “dozens” died and that </style></title><!-- the company {LONG_WORD} lied.
In 1988 a gate of the same dam failed, {RTL} reminds its readers."""


def moment(first: str | None, last: str | None = None, basis: Basis = Basis.TEXT, **more: Any) -> Moment:
    return Moment(first, last or first, more.get("precision", Precision.DAY), basis)


def by(last: str) -> Moment:
    return Moment(None, last, Precision.DAY, Basis.METADATA)


def make_report(key: str, outlet: str | None, text: str, published: Moment | None, **more: Any) -> Report:
    blocks, here = [], 0
    for place, line in enumerate(text.split("\n")):
        role = BlockRole.HEADLINE if place == 0 else BlockRole.PARAGRAPH
        role = BlockRole.CREDIT if line.startswith("(") else role
        cut = line.find(" — ")
        if cut > 0:
            blocks.append(Block(here, here + cut + 2, BlockRole.DATELINE))
        blocks.append(Block(here + (cut + 3 if cut > 0 else 0), here + len(line), role))
        here += len(line) + 1
    values: dict[str, Any] = {
        "url": None,
        "title": text.split("\n")[0],
        "agencies": (),
        "byline": None,
        "language": "en",
        "updated": None,
        "seen": None,
        "placed": None,
    }
    values |= more
    return Report(
        id=key,
        name=f"{key}.txt",
        outlet=outlet,
        published=published,
        text=text,
        blocks=tuple(blocks),
        **values,
    )


def locate(report: Report, text: str) -> Span:
    start = report.text.index(text)
    return Span(start, start + len(text), text)


def sentence(report: Report, start: int) -> tuple[int, int]:
    first = report.text.rfind("\n", 0, start) + 1
    dateline = report.text.find(" — ", first, start)
    last = report.text.find("\n", start)
    return (dateline + 3 if dateline >= 0 else first), last if last >= 0 else len(report.text)


def make_statement(
    key: str, report: Report, text: str, sources: tuple[str, ...] = (), **more: Any
) -> Statement:
    span = locate(report, text)
    values: dict[str, Any] = {
        "kind": StatementKind.INDIRECT if sources else StatementKind.NARRATED,
        "stance": Stance.ASSERTS,
        "hedges": (),
        "source": None,
        "cue": None,
        "channel": None,
        "said": None,
        "event": None,
        "relays": (),
        "relies_on": (),
        "within": None,
        "parts": ((span.start, span.end),),
    }
    values |= more
    return Statement(
        id=key,
        report=report.id,
        start=span.start,
        end=span.end,
        text=text,
        sentence=sentence(report, span.start),
        sources=sources,
        **values,
    )


def make_figure(
    key: str, report: Report, text: str, low: float | None, high: float | None, **more: Any
) -> Figure:
    span = locate(report, text)
    values: dict[str, Any] = {
        "measure": "killed",
        "approximate": False,
        "unit": "person",
        "who": "people",
        "who_entity": None,
        "who_side": None,
        "where": None,
        "as_of": None,
        "during": None,
        "extent": Extent.CUMULATIVE,
        "part_of": None,
        "derived_from": (),
        "statement": None,
        "sources": (),
        "track": None,
    }
    values |= more
    return Figure(
        id=key,
        report=report.id,
        start=span.start,
        end=span.end,
        text=text,
        sentence=sentence(report, span.start),
        low=low,
        high=high,
        **values,
    )


def make_entity(key: str, name: str, kind: EntityKind = EntityKind.ORGANISATION, **more: Any) -> Entity:
    values: dict[str, Any] = {
        "names": (name,),
        "authority": key,
        "side": None,
        "place": None,
        "merged": (),
    } | more
    return Entity(id=key, name=name, kind=kind, **values)


def _ref(key: str) -> Ref:
    return Ref(RefKind.FIGURE if key.startswith("f") else RefKind.STATEMENT, key)


def _claim(
    key: str, text: str, text_from: str, members: dict[str, Bearing], origins: tuple[Origin, ...], **more: Any
) -> Claim:
    shown = sum(origin.certainty is Certainty.SHOWN for origin in origins)
    values: dict[str, Any] = {
        "disputed_by": (),
        "first": None,
        "rank": 0.5,
        "rank_why": "repeated",
        "sides": (),
    } | more
    return Claim(
        id=key,
        text=text,
        text_from=_ref(text_from),
        origins=origins,
        origins_low=shown,
        origins_high=len(origins),
        members=tuple(Member(_ref(item).kind, item, bearing) for item, bearing in members.items()),
        support=(Support.UNTRACED, Support.ONE_ORIGIN, Support.SEVERAL_SIDES)[min(shown, 2)],
        **values,
    )


def _origin(entity: str | None, side: str | None, certainty: Certainty, why: str, *members: str) -> Origin:
    return Origin(entity, entity, side, certainty, why, tuple(map(_ref, members)))


def make_reports() -> tuple[Report, ...]:
    return (
        make_report(
            "a1",
            "Norwire",
            _WIRE,
            moment("2031-03-05", basis=Basis.METADATA),
            byline="Jon Aasen",
            url="https://norwire.example/tolm?a=1&b=2",
            dateline_place="Corvell",
        ),
        make_report(
            "b2",
            "Corvell Courier",
            _COURIER,
            moment("2031-03-06", basis=Basis.METADATA),
            agencies=("Norwire",),
        ),
        make_report(
            "c3",
            None,
            _VOICE,
            None,
            url="https://www.voice.example/tolm",
            placed=Placed("2031-03-06", None, "it gives a number that the Courier of 6 March lacks"),
        ),
        make_report(
            "d4",
            RTL,
            _HOSTILE,
            None,
            title=HOSTILE_TITLE,
            url="javascript:window.broken=1",
            byline=f"=HYPERLINK({LONG_WORD})",
        ),
    )


def make_dossier() -> Dossier:
    """Return the whole story."""
    wire, courier, voice, hostile = make_reports()
    said, asserts = moment("2031-03-05"), Bearing.ASSERTS
    statements = (
        make_statement(
            "s1",
            wire,
            "A spillway gate at the Tolm dam broke on Tuesday night",
            ("mayor",),
            cue=locate(wire, "said"),
            event=moment("2031-03-04"),
        ),
        make_statement(
            "s2",
            wire,
            "“Four people are dead and we are still looking for others,”",
            ("mayor",),
            kind=StatementKind.DIRECT,
            said=said,
        ),
        make_statement("s3", wire, "the age of the gate", ("firm",), stance=Stance.DECLINES),
        make_statement("s4", wire, "the number of dead", ("ministry",), stance=Stance.NOT_CONFIRMED),
        make_statement(
            "s5",
            courier,
            "A spillway gate at the Tolm dam broke on Tuesday night",
            ("mayor",),
            event=moment("2031-03-04"),
        ),
        make_statement(
            "s6",
            courier,
            "“Four people are dead and we are still looking for others,”",
            ("mayor",),
            kind=StatementKind.DIRECT,
            relays=(Relay("wire", locate(courier, "Norwire")),),
        ),
        make_statement(
            "s7",
            courier,
            "“was warned about this gate in January”",
            ("inspector",),
            kind=StatementKind.MIXED,
            own_reporting=locate(courier, "told the Courier"),
        ),
        make_statement("s8", voice, "it was warned about the gate", ("firm",), stance=Stance.DENIES),
        make_statement("s9", voice, "It is the first time that a gate of the dam has failed."),
        make_statement("s10", hostile, "In 1988 a gate of the same dam failed", ("paper",)),
        make_statement(
            "s11",
            voice,
            "publish the January letter",
            ("mayor",),
            stance=Stance.PROMISES,
            hedges=(locate(voice, "reportedly"),),
            relies_on=("hospital",),
            joint=True,
            channel="a briefing",
        ),
        make_statement("s12", hostile, "“dozens” died and that </style></title><!-- the company", ("blog",)),
        make_statement("s13", courier, "Four hundred houses are under water."),
        make_statement(
            "s14",
            voice,
            "At least 11 people died when the gate gave way",
            ("rescue",),
            relies_on=("hospital",),
        ),
    )
    figures = (
        make_figure("f1", wire, "Four", 4, 4, statement="s2", as_of=moment("2031-03-05"), sources=("mayor",)),
        make_figure(
            "f2", courier, "Four people", 4, 4, statement="s6", as_of=by("2031-03-06"), sources=("mayor",)
        ),
        make_figure(
            "f3",
            voice,
            "At least 11 people",
            11,
            None,
            statement="s14",
            sources=("rescue",),
            as_of=moment("2031-03-07"),
        ),
        make_figure("f4", voice, "six", 6, 6, sources=("rescue",), as_of=moment("2031-03-06")),
        make_figure("f5", hostile, "“dozens” died", 24, None, vague=True, sources=("blog",)),
        make_figure(
            "f6",
            wire,
            "About 1,200 residents",
            1100,
            1300,
            measure="evacuated",
            who="residents",
            approximate=True,
            sources=("district",),
            as_of=by("2031-03-05"),
        ),
        make_figure(
            "f7",
            courier,
            "Four hundred houses",
            400,
            400,
            measure="damaged",
            who="houses",
            unit="thing",
            statement="s13",
            as_of=by("2031-03-06"),
        ),
        make_figure(
            "f8",
            voice,
            "Between 300 and 450 houses",
            300,
            450,
            measure="damaged",
            who="houses",
            unit="thing",
            sources=("district",),
        ),
        make_figure(
            "f9",
            voice,
            "40 in the old quarter",
            40,
            40,
            measure="damaged",
            who="houses",
            unit="thing",
            sources=("district",),
            extent=Extent.PART,
            part_of="f8",
        ),
        make_figure(
            "f10",
            hostile,
            "“dozens”",
            None,
            20,
            measure="killed",
            derived_from=("f5",),
            extent=Extent.IN_PERIOD,
            during=moment("2031-03-04", "2031-03-05"),
        ),
    )
    tracks = (
        Track("t1", "killed", None, None, ("f1", "f2", "f4", "f3", "f5", "f10"), who="people"),
        Track("t2", "damaged", None, "town", ("f7", "f8"), who="houses"),
        Track("t3", "evacuated", None, None, ("f6",), who="residents"),
    )
    track_of = {key: track.id for track in tracks for key in track.figures}
    return Dossier(
        format=FORMAT,
        made_with=MadeWith("0.1.0", "pipeline 3.8.0", "abc123"),
        title="Gate failure at Tolm dam floods Lower Corvell",
        span=moment("2031-03-04", "2031-03-07"),
        reports=(wire, courier, voice, hostile),
        entities=_entities(),
        mentions=(
            Mention("m1", "a1", *_place(wire, "Ines Dahl"), "mayor"),
            Mention("m2", "a1", *_place(wire, "Lower Corvell"), "town"),
        ),
        times=(
            TimeExpression(
                "x1",
                "a1",
                *_place(wire, "Tuesday night"),
                TimeType.TIME,
                "2031-03-04TNI",
                moment("2031-03-04"),
                "published",
            ),
        ),
        statements=statements,
        figures=tuple(replace(figure, track=track_of.get(figure.id)) for figure in figures),
        claims=_claims(asserts, hostile),
        tracks=tracks,
        conflicts=_conflicts(),
        derivations=(
            Derivation(
                "d1",
                "b2",
                DerivedFrom(report="a1"),
                DerivationKind.COPIED,
                0.5,
                "two sentences are the same",
                (Aligned((29, 130), (47, 200)),),
            ),
            Derivation(
                "d2", "b2", DerivedFrom(entity="wire"), DerivationKind.CREDITED, 0.0, "credits (Norwire)", ()
            ),
        ),
        timeline=(
            TimelineItem(
                "e1", moment("2031-03-04"), "A spillway gate broke.", (_ref("s1"), _ref("s5")), "c1"
            ),
            TimelineItem(
                "e2",
                moment("1988-01-01", "1988-12-31", Basis.EXPRESSION, precision=Precision.YEAR),
                f"A gate of the same dam failed {HOSTILE}.",
                (_ref("s10"),),
                None,
            ),
        ),
        leads=(
            Lead("firm", "the January letter to Halden Kraft", (_ref("s11"),)),
            Lead(
                "hospital",
                "the hospital lists that the rescue service cites",
                (_ref("s14"), Ref(RefKind.REPORT, "c3")),
            ),
        ),
        gaps=(
            Gap(GapKind.SILENT_PARTY, "No word from the dam’s owner, the region", ()),
            Gap(GapKind.UNDATED_REPORT, "Two articles carry no date", ("c3", "d4")),
            Gap(GapKind.UNDATED_FIGURE, "“dozens” has no date", ("f5",)),
        ),
        decisions=(),
        problems=(
            Problem(None, "scan.pdf", Stage.READ, "no-text", "the file holds pictures only"),
            Problem("d4", f"{HOSTILE}.txt", Stage.CLEAN, "controls", "control characters were removed"),
        ),
    )


def _place(report: Report, text: str) -> tuple[int, int, str]:
    span = locate(report, text)
    return span.start, span.end, span.text


def _entities() -> tuple[Entity, ...]:
    return (
        make_entity("mayor", "Ines Dahl", EntityKind.PERSON, authority="town", side="town"),
        make_entity("town", "Lower Corvell", EntityKind.PLACE, side="town"),
        make_entity("district", "Lower Corvell district office", authority="town", side="town"),
        make_entity("firm", "Halden Kraft", side="firm"),
        make_entity("ministry", "Energy ministry", side="state"),
        make_entity("rescue", "Rescue service", side="state"),
        make_entity("state", "the state", side="state"),
        make_entity("hospital", "Corvell hospital"),
        make_entity("inspector", "a former inspector", EntityKind.PERSON, named=False),
        make_entity("wire", "Norwire"),
        make_entity("paper", RTL),
        make_entity("blog", f"Blog {HOSTILE}"),
    )


def _claims(asserts: Bearing, hostile: Report) -> tuple[Claim, ...]:
    own = "her own words; the articles that repeat them add nobody"
    return (
        _claim(
            "c1",
            "A spillway gate at the Tolm dam broke on Tuesday night",
            "s1",
            {"s1": asserts, "s5": asserts},
            (_origin("mayor", "town", Certainty.SHOWN, own, "s1", "s5"),),
            rank=0.9,
            sides=("town",),
            first=First("a1", moment("2031-03-05")),
        ),
        _claim(
            "c2",
            "Four people are dead",
            "s2",
            {"s2": asserts, "s6": asserts, "s14": asserts, "s4": Bearing.NOT_CONFIRMED},
            (
                _origin("mayor", "town", Certainty.SHOWN, own, "s2", "s6"),
                _origin(
                    "rescue",
                    "state",
                    Certainty.POSSIBLE,
                    "cites hospital lists, which may be the mayor’s too",
                    "s14",
                ),
            ),
            rank=0.8,
            disputed_by=("k1",),
            sides=("town", "state"),
            wording_confirmed=False,
            first=First("a1", moment("2031-03-05")),
        ),
        _claim(
            "c3",
            "Halden Kraft was warned about this gate in January",
            "s7",
            {"s7": asserts, "s8": Bearing.DENIES, "s3": Bearing.DECLINES},
            (
                _origin(
                    "inspector", None, Certainty.SHOWN, "told the Courier, which gathered it itself", "s7"
                ),
            ),
            rank=0.7,
            disputed_by=("k3",),
            first=First("b2", moment("2031-03-06")),
        ),
        _claim(
            "c4",
            "Four hundred houses are under water",
            "s13",
            {"s13": asserts},
            (
                _origin(
                    None,
                    None,
                    Certainty.UNKNOWN,
                    "the outlet’s own words, no sign of its own reporting",
                    "s13",
                ),
            ),
        ),
        _claim("c5", f"Dozens died {hostile.title}", "s12", {"s12": asserts}, (), rank=0.2),
    )


def _conflicts() -> tuple[Conflict, ...]:
    same, fact = When.SAME, About.FACT
    return (
        Conflict(
            "k1",
            ConflictType.FIGURE,
            fact,
            When.UNKNOWN,
            _ref("f2"),
            _ref("f5"),
            "killed, the same people: 4 against dozens; the second has no date",
        ),
        Conflict(
            "k2", ConflictType.UPDATE, fact, When.LATER, _ref("f4"), _ref("f3"), "the same source a day later"
        ),
        Conflict(
            "k3",
            ConflictType.DENIAL,
            fact,
            same,
            _ref("s7"),
            _ref("s8"),
            "one says that it was warned, one denies it",
        ),
        Conflict(
            "k4", ConflictType.FIRST, fact, same, _ref("s9"), _ref("s10"), "“the first time” against 1988"
        ),
        Conflict(
            "k5", ConflictType.FIGURE, fact, same, _ref("f1"), _ref("f3"), "killed: 4 against at least 11"
        ),
    )


def make_empty() -> Dossier:
    """Return a story of one article without a date in which nothing was found."""
    full = make_dossier()
    report = make_report("z9", None, "Nothing here.", None, title=None)
    lists = (
        "entities mentions times statements figures claims tracks conflicts derivations timeline leads gaps"
    )
    empty: dict[str, Any] = dict.fromkeys((*lists.split(), "problems"), ())
    return replace(full, title="Nothing", span=None, reports=(report,), **empty)
