"""The coder sheets: one row a stated figure and one a track, flat, to import into a coder's own table.

`docs/sheets.md` says what each column means.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sayso.lexicon import table
from sayso.lexicon import words as lexicon_words
from sayso.model.dossier import Dossier
from sayso.model.relation import ConflictType, Entity, Track
from sayso.model.report import EntityKind, Figure, Moment, Report, Statement
from sayso.present import decided, words
from sayso.present.estimates import Estimate, claimed, estimate, is_given, is_official
from sayso.present.index import Index
from sayso.present.overtaken import shown_side
from sayso.present.policies import Policy

_JOINT = "; "
_STRIPPED = " ,.;:–—-'’“”\""


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One stated figure, for coders; see `docs/sheets.md`."""

    figure: str
    track: str | None
    measure: str
    words: str
    low: float | None
    high: float | None
    approximate: bool
    vague: bool
    unit: str
    deaths_low: float | None
    deaths_high: float | None
    injured_low: float | None
    injured_high: float | None
    casualties_low: float | None
    casualties_high: float | None
    missing_low: float | None
    missing_high: float | None
    who: str | None
    who_side: str | None
    place: str | None
    place_precision: str | None
    country: str | None
    admin1: str | None
    as_of_from: str | None
    as_of_to: str | None
    as_of_precision: str | None
    as_of_basis: str | None
    during_from: str | None
    during_to: str | None
    extent: str
    change: str | None
    part_of: str | None
    source_original: str | None
    source_office: str | None
    source_named: bool | None
    source_official: bool | None
    source_authority: str | None
    source_side: str | None
    relies_on: str | None
    relays: str | None
    voice: str | None
    stance: str | None
    hedges: str | None
    origins_low: int | None
    origins_high: int | None
    disputed: bool
    review: str | None
    quote: str
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    article: str
    article_name: str | None
    article_outlet: str | None
    article_agencies: str | None
    article_url: str | None
    article_published: str | None


@dataclass(frozen=True, slots=True)
class TrackLine:
    """One track: the set of figures stated on it, then what a policy made of them; see `docs/sheets.md`."""

    track: str
    measure: str
    unit: str | None
    who: str | None
    place: str | None
    place_precision: str | None
    country: str | None
    admin1: str | None
    as_of_from: str | None
    as_of_to: str | None
    stated: str
    left_out: str | None
    figures: int
    articles: int
    apart: int
    policy: str
    low: float | None
    best_low: float | None
    best_high: float | None
    high: float | None
    deaths_low: float | None
    deaths_best: float | None
    deaths_high: float | None
    best_words: str | None
    best_source: str | None
    best_figure: str | None
    best_as_of_to: str | None
    origins_low: int | None
    origins_high: int | None
    why: str
    review: str | None


def figures(dossier: Dossier) -> tuple[FigureLine, ...]:
    """Return a row for each stated figure, track by track, harm to people first; sums by sayso have none."""
    index = Index(dossier)
    offices = _offices(dossier, index)
    stated = [one for one in dossier.figures if not one.derived_from]
    place = {key: at for at, key in enumerate(key for one in _ordered(dossier) for key in one.figures)}

    def order(one: Figure) -> tuple[int, int, str, str, int, str]:
        return place.get(one.id, len(place)), _harm(one.measure), one.measure, one.report, one.start, one.id

    return tuple(_figure(index, offices, one) for one in sorted(stated, key=order))


def tracks(dossier: Dossier, policy: Policy) -> tuple[TrackLine, ...]:
    """Return a row for each track on which something is stated, with what the policy makes of it."""
    index = Index(dossier)
    found = ((track, estimate(index, track, policy)) for track in _ordered(dossier))
    return tuple(_track(index, track, made) for track, made in found if made.stated)


def _ordered(dossier: Dossier) -> list[Track]:
    """Return the tracks, those of harm to people first, then the longest."""
    return sorted(dossier.tracks, key=lambda one: (_harm(one.measure), -len(one.figures), one.id))


def _harm(measure: str) -> int:
    """Return the place of a measure among those of harm to people; all others share the last."""
    harm: list[str] = table("comparison")["measures"]["harm"]
    return harm.index(measure) if measure in harm else len(harm)


def _figure(index: Index, offices: dict[tuple[str, str], str], figure: Figure) -> FigureLine:
    return FigureLine(
        figure=figure.id,
        track=figure.track,
        measure=figure.measure,
        words=_line(figure.text),
        low=figure.low,
        high=figure.high,
        approximate=figure.approximate,
        vague=figure.vague,
        unit=figure.unit,
        **_values(index, figure),
        who=figure.who or _name(index, figure.who_entity),
        who_side=_name(index, figure.who_side),
        **_place(index, figure.where),
        **_days(figure),
        extent=figure.extent,
        change=figure.change,
        part_of=figure.part_of,
        **_said(index, offices, figure),
        disputed=_disputed(index, figure),
        review=decided.review(index, figure.id),
        quote=_line(index.sentence(figure)),
        start=figure.start,
        end=figure.end,
        sentence_start=figure.sentence[0],
        sentence_end=figure.sentence[1],
        **_article(index, figure),
    )


def _days(figure: Figure) -> dict[str, Any]:
    """Return the columns of when a figure holds."""
    as_of, during = figure.as_of, figure.during
    return {
        "as_of_from": as_of.from_ if as_of else None,
        "as_of_to": as_of.to if as_of else None,
        "as_of_precision": as_of.precision if as_of else None,
        "as_of_basis": as_of.basis if as_of else None,
        "during_from": during.from_ if during else None,
        "during_to": during.to if during else None,
    }


def _said(index: Index, offices: dict[tuple[str, str], str], figure: Figure) -> dict[str, Any]:
    """Return the columns of who says a figure, how, and on how many origins."""
    statement = index.facts.get(figure.statement or "")
    said = statement if isinstance(statement, Statement) else None
    sources = index.sources(figure)
    origins = claimed(index, figure.id)
    return {
        "source_original": _joined(_name(index, one) for one in sources) or _as_written(said),
        "source_office": _joined(
            offices.get((figure.report, one)) or offices.get(("", one)) for one in sources
        ),
        "source_named": all(index.entities[one].named for one in _known(index, sources)) if sources else None,
        "source_official": any(is_official(index, one) for one in sources) if sources else None,
        "source_authority": _joined(_name(index, one.authority) for one in _entities(index, sources)),
        "source_side": _joined(_name(index, shown_side(index, one)) for one in sources),
        "relies_on": _joined(_name(index, one) for one in said.relies_on) if said else None,
        "relays": _joined(_name(index, one.entity) or one.mention.text for one in said.relays)
        if said
        else None,
        "voice": said.kind if said else None,
        "stance": said.stance if said else None,
        "hedges": _joined(_line(one.text) for one in said.hedges) if said else None,
        "origins_low": origins[0] if origins else None,
        "origins_high": origins[1] if origins else None,
    }


def _article(index: Index, figure: Figure) -> dict[str, Any]:
    """Return the columns of the article that states a figure."""
    report = index.reports.get(figure.report)
    return {
        "article": figure.report,
        "article_name": report.name if report else None,
        "article_outlet": report.outlet if report else None,
        "article_agencies": _joined(report.agencies) if report else None,
        "article_url": report.url if report else None,
        "article_published": _published(report),
    }


def _track(index: Index, track: Track, made: Estimate) -> TrackLine:
    best = made.best.figure if made.best else None
    deaths = track.measure == "killed" and all(one.figure.unit == "person" for one in made.standing)
    low, high = made.low, made.high
    days = [one.as_of or one.during for one in made.stated]
    return TrackLine(
        track=track.id,
        measure=track.measure,
        unit=made.stated[0].unit,
        who=track.who or _name(index, track.who_entity),
        **_place(index, track.where),
        as_of_from=min((one.from_ for one in days if one and one.from_), default=None),
        as_of_to=max((one.to for one in days if one and one.to), default=None),
        stated=_counted(_stated(index, one) for one in made.stated) or "",
        left_out=_counted(f"{_stated(index, one.figure)}: {one.why}" for one in made.left_out),
        figures=len(made.stated),
        articles=len({one.report for one in made.stated}),
        apart=len(_apart(index, made.stated)),
        policy=made.policy,
        low=low,
        best_low=best.low if best else None,
        best_high=best.high if best else None,
        high=high,
        deaths_low=low if deaths else None,
        deaths_best=best.low if best and deaths else None,
        deaths_high=high if deaths else None,
        best_words=_line(best.text) if best else None,
        best_source=_plain(index.speaker(best)) if best else None,
        best_figure=best.id if best else None,
        best_as_of_to=best.as_of.to if best and best.as_of else None,
        origins_low=made.best.origins_low if made.best else None,
        origins_high=made.best.origins_high if made.best else None,
        why=made.why,
        review=_joined(decided.review(index, one.id) for one in made.stated),
    )


def _place(index: Index, entity: str | None) -> dict[str, Any]:
    """Return the columns of where a figure holds."""
    known = index.entities.get(entity or "")
    place = known.place if known else None
    return {
        "place": known.name if known else None,
        "place_precision": place.level if place else None,
        "country": place.country if place else None,
        "admin1": place.admin1 if place else None,
    }


_COLUMNS = {"killed": "deaths", "injured": "injured", "casualties": "casualties", "missing": "missing"}
"""The measure that each pair of value columns is for; killed and injured together never count as deaths."""


def _values(index: Index, figure: Figure) -> dict[str, Any]:
    """Return the value columns: those of the figure's own measure, where its source gives a number of people,
    over whatever time and of whatever part."""
    column = _COLUMNS.get(figure.measure)
    if decided.rejected(index, figure.id):
        column = None
    fit = figure.unit == "person" and figure.change is None and is_given(index, figure)
    return {
        f"{name}_{end}": getattr(figure, end) if fit and name == column else None
        for name in _COLUMNS.values()
        for end in ("low", "high")
    }


def _offices(dossier: Dossier, index: Index) -> dict[tuple[str, str], str]:
    """Return what each report calls a person beside the name, and under "" what the story calls them most."""
    found: dict[tuple[str, str], Counter[str]] = {}
    for statement in dossier.statements:
        if statement.source is None or len(statement.sources) != 1:
            continue
        person = index.entities.get(statement.sources[0])
        if person and (office := _office(person, statement.source.text)):
            for report in (statement.report, ""):
                found.setdefault((report, person.id), Counter())[office] += 1
    return {key: min(seen, key=lambda one: (-seen[one], -len(one), one)) for key, seen in found.items()}


def _office(person: Entity, text: str) -> str | None:
    """Return the words of a source that name an office: what stands beside the person's name."""
    name = max((one for one in person.names if one in text), key=len, default=None)
    if name is None or person.kind is not EntityKind.PERSON or not person.named:
        return None
    rest = _line(text.replace(name, " ", 1)).replace(" ,", ",").partition(" who ")[0].strip(_STRIPPED)
    known = {one for key in ("state", "people") for one in lexicon_words("offices", key)}
    lowered = rest.casefold().replace(",", " ").split()
    return rest if known & {*lowered, " ".join(lowered)} else None


def _stated(index: Index, figure: Figure) -> str:
    """Return a figure of the set in words: its number, who gives it, as of when."""
    when = words.moment(figure.as_of or figure.during)
    return f"{words.amount(figure)} ({_plain(index.speaker(figure))}, {when})"


def _counted(texts: Iterable[str]) -> str | None:
    """Return texts as a list, each once, with how often it comes."""
    found = Counter(texts)
    return _JOINT.join(text if n == 1 else f"{text} ×{n}" for text, n in found.items()) or None


def _apart(index: Index, stated: Iterable[Figure]) -> set[str]:
    return {
        conflict.id
        for figure in stated
        for conflict in index.conflicts_of.get(figure.id, ())
        if conflict.type is not ConflictType.UPDATE
    }


def _disputed(index: Index, figure: Figure) -> bool:
    claims = index.claims_of.get(figure.id, ())
    return bool(_apart(index, (figure,))) or any(claim.disputed_by for claim in claims)


def _published(report: Report | None) -> str | None:
    """Return the day or minute of publication; a stretch of time as `from/to`."""
    moment: Moment | None = report.published if report else None
    if moment is None or moment.from_ == moment.to:
        return moment.from_ if moment else None
    return f"{moment.from_ or '..'}/{moment.to or '..'}"


def _as_written(said: Statement | None) -> str | None:
    """Return the words for a source that no entity bears; a pronoun tells nobody."""
    written = _line(said.source.text) if said and said.source else ""
    return None if written.casefold() in lexicon_words("offices", "pronouns") else written or None


def _known(index: Index, entities: Iterable[str]) -> Iterator[str]:
    return (one for one in entities if one in index.entities)


def _entities(index: Index, entities: Iterable[str]) -> Iterator[Entity]:
    return (index.entities[one] for one in _known(index, entities))


def _name(index: Index, entity: str | None) -> str | None:
    known = index.entities.get(entity or "")
    return _line(known.name) if known else None


def _joined(names: Iterable[str | None]) -> str | None:
    return _JOINT.join(dict.fromkeys(filter(None, names))) or None


def _line(text: str) -> str:
    """Return the text on one line."""
    return " ".join(text.split())


def _plain(text: str) -> str:
    """Return the text without the marks that isolate a name of another direction on a page."""
    return _line(text.replace("\u2068", "").replace("\u2069", ""))
