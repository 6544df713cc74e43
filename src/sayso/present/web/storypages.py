"""A story: its first screen, its sections, and each claim, article and party of it."""

import json
from dataclasses import replace
from urllib.parse import quote

from starlette.responses import RedirectResponse, Response

from sayso.errors import NoSuchInput
from sayso.model.change import ChangeKind
from sayso.model.codec import to_json, to_plain
from sayso.model.relation import Claim
from sayso.present import articles, claims, graph, logs, pages, parties, quotes, whys
from sayso.present.logs import Logged
from sayso.present.views.changes import ChangeView
from sayso.present.views.common import Quote
from sayso.present.views.conflicts import ConflictView
from sayso.present.web import addresses, rendering, sections
from sayso.present.web.cases import Case
from sayso.present.web.visits import JSON, Visit

LATELY = 6
"""Changes on the first screen of a story."""

LOGGED = 200
"""Last changes among which they are looked for."""

LISTED = frozenset({ChangeKind.REPORT_NEW})
"""What is no news on the pages of a story, which list its articles."""

QUOTES = 40
"""Quotes of a party on one page."""

_LISTS = {
    "said": ("claims",),
    "apart": ("conflicts",),
    "moved": ("conflicts",),
    "figures": ("tracks", "figures"),
    "origins": ("claims", "derivations"),
    "timeline": ("timeline",),
    "missing": ("leads", "gaps"),
    "articles": ("reports",),
    "parties": ("entities",),
    "reviewed": ("decisions",),
    "problems": ("problems",),
}
"""The lists of a dossier file that a section shows."""


def overview(visit: Visit) -> Response:
    """Answer with the first screen of a story."""
    standing, case = visit.case(visit.number("story"))

    def make() -> str:
        return rendering.story_page(
            case,
            "overview",
            view=case.page(),
            address=_path(visit),
            body=pages.section(case.page(), "glance"),
            lately=_lately(visit, case.number),
            at_work=standing.at_work,
        )

    return visit.kept(standing, make)


def _lately(visit: Visit, story: int) -> list[tuple[Logged, ChangeView]]:
    """Return what changed last in a story, the newest first, and of one time the weightiest."""
    logged = visit.desk.changes(None, story)[-LOGGED:]
    views = [(one, logs.view(one)) for one in logged]
    views.sort(key=lambda pair: (pair[0].at, pair[1].weight), reverse=True)
    return [pair for pair in views if not pair[1].minor and pair[1].kind not in LISTED][:LATELY]


def overview_json(visit: Visit) -> Response:
    """Answer with the dossier file of a story."""
    standing, case = visit.case(visit.number("story"))
    return visit.kept(standing, lambda: to_json(case.dossier), JSON)


def one_file(visit: Visit) -> Response:
    """Answer with the page of a story as one file, to be kept or mailed."""
    standing, case = visit.case(visit.number("story"))
    answer = visit.kept(standing, lambda: pages.present(case.dossier))
    answer.headers["Content-Disposition"] = f'attachment; filename="story-{case.number}.html"'
    return answer


def section(visit: Visit) -> Response:
    """Answer with one part of a section of a story."""
    name = visit.word("section")
    if name not in addresses.SECTIONS:
        raise NoSuchInput(f"a story has no part that is called “{name}”")
    standing, case = visit.case(visit.number("story"))
    return visit.kept(
        standing, lambda: _articles(visit, case) if name == "articles" else _part(visit, case, name)
    )


def section_json(visit: Visit) -> Response:
    """Answer with the lists of the dossier that a section shows."""
    name = visit.word("section")
    if name not in _LISTS:
        raise NoSuchInput(f"a story has no part that is called “{name}”")
    standing, case = visit.case(visit.number("story"))

    def make() -> str:
        found = {one: [to_plain(item) for item in getattr(case.dossier, one)] for one in _LISTS[name]}
        return json.dumps({"story": case.number, "title": case.dossier.title, **found}, ensure_ascii=False)

    return visit.kept(standing, make, JSON)


def _part(visit: Visit, case: Case, name: str) -> str:
    found = sections.parts(case, name)
    at = visit.asked("at")
    holding = (number for number, part in enumerate(found, 1) if at and at in part.anchors)
    number = next(holding, min(visit.asked_number("page"), len(found)))
    view = found[number - 1].page
    body = pages.section(view, name, unfolded=True, review=case.review)
    address = addresses.story(case.number, name)
    pager = rendering.pager(address, number, len(found))
    return rendering.story_page(
        case,
        "section",
        view=view,
        address=_path(visit),
        title=addresses.SECTIONS[name],
        section=name,
        body=body,
        pager=pager,
    )


def _articles(visit: Visit, case: Case) -> str:
    rows = tuple(articles.view_of(case.index, report.id) for report in articles.ordered(case.index))
    view = replace(case.page(), articles=rows)
    return rendering.story_page(
        case,
        "articles",
        view=case.page(),
        address=_path(visit),
        title="Articles",
        section="articles",
        rows=view,
    )


def article(visit: Visit) -> Response:
    """Answer with one article, its facts marked and beside it; lead on to one that is elsewhere now."""
    report, story = visit.word("report"), visit.number("story")
    standing, case = visit.case(story)
    if report not in case.index.reports:
        place = visit.desk.article(report)
        if (place.story, place.report) == (story, report):
            raise NoSuchInput("the article is just being taken into the story; ask again")
        return RedirectResponse(addresses.article(place.story, place.report), 302)
    revisions = visit.desk.revisions(report)

    def make() -> str:
        ids = [one.id for one in articles.ordered(case.index)]
        place = ids.index(report)
        view = articles.view_of(case.index, report)
        return rendering.story_page(
            case,
            "article",
            view=case.page(),
            address=_path(visit),
            title=view.title,
            section="articles",
            item=view,
            before=ids[place - 1] if place else None,
            after=ids[place + 1] if place + 1 < len(ids) else None,
            revisions=revisions if len(revisions) > 1 else (),
        )

    return visit.kept(standing, make)


def article_json(visit: Visit) -> Response:
    """Answer with an article and the facts in it."""
    report = visit.word("report")
    standing, case = visit.case(visit.number("story"))
    found = case.index.reports.get(report)
    if found is None:
        raise NoSuchInput("the story has no such article")
    facts = [to_plain(one) for one in case.index.facts.values() if one.report == report]
    return visit.kept(
        standing, lambda: json.dumps({"report": to_plain(found), "facts": facts}, ensure_ascii=False), JSON
    )


def article_anywhere(visit: Visit) -> Response:
    """Lead to an article in the story that it is in now, in the text that stands."""
    place = visit.desk.article(visit.word("report"))
    return RedirectResponse(addresses.article(place.story, place.report), 302)


def claim(visit: Visit) -> Response:
    """Answer with one claim down to its roots."""
    place = visit.desk.claim(visit.number("claim"))
    standing, case = visit.case(place.story)
    found = case.index.claims.get(place.claim)
    if found is None:
        raise NoSuchInput("the claim is being related anew; ask again")

    def make() -> str:
        return rendering.story_page(
            case,
            "claim",
            view=replace(case.page(), graph=graph.route(case.index, found)),
            address=_path(visit),
            title=found.text,
            section="said",
            item=claims.view_of(case.index, found),
            facing=_facing(case, found),
            number=visit.number("claim"),
        )

    return visit.kept(standing, make)


def _facing(case: Case, found: Claim) -> list[ConflictView]:
    """Return what stands against the members of a claim, and how they moved."""
    members = case.index.member_facts(found)
    ids = {one.id for fact in members for one in case.index.conflicts_of.get(fact.id, ())}
    return [one for one in (*case.conflicts, *case.moves) if one.anchor.removeprefix("x-") in ids]


def claim_json(visit: Visit) -> Response:
    """Answer with a claim and all that it rests on."""
    place = visit.desk.claim(visit.number("claim"))
    standing, case = visit.case(place.story)
    found = [case.index.claims[place.claim]] if place.claim in case.index.claims else []
    return visit.kept(standing, lambda: json.dumps(whys.plain(case.dossier, found), ensure_ascii=False), JSON)


def party(visit: Visit) -> Response:
    """Answer with everything about one who speaks."""
    standing, case = visit.case(visit.number("story"))
    found = case.party(visit.word("party"))
    if found is None:
        raise NoSuchInput("nobody of that name speaks in this story now")

    def make() -> str:
        said = _quoted(case, found.id)
        last = max((len(said) + QUOTES - 1) // QUOTES, 1)
        number = min(visit.asked_number("page"), last)
        item = parties.view_of(case.index, found)
        return rendering.story_page(
            case,
            "party",
            view=case.page(),
            address=_path(visit),
            title=item.name,
            section="parties",
            item=item,
            quotes=said[(number - 1) * QUOTES : number * QUOTES],
            quoted=len(said),
            pager=rendering.pager(addresses.party(case, found.id), number, last),
        )

    return visit.kept(standing, make)


def party_json(visit: Visit) -> Response:
    """Answer with a party and the facts that it states."""
    standing, case = visit.case(visit.number("story"))
    found = case.party(visit.word("party"))
    if found is None:
        raise NoSuchInput("nobody of that name speaks in this story now")
    facts = [to_plain(one) for one in case.index.facts.values() if found.id in case.index.sources(one)]
    return visit.kept(
        standing, lambda: json.dumps({"entity": to_plain(found), "facts": facts}, ensure_ascii=False), JSON
    )


def _quoted(case: Case, entity: str) -> tuple[Quote, ...]:
    """Return what a party says, in its sentences."""
    facts = (fact for fact in case.index.facts.values() if entity in case.index.sources(fact))
    return quotes.merged(
        replace(quotes.view(case.index, fact), speaker="", speaker_href=None) for fact in facts
    )


def _path(visit: Visit) -> str:
    """Return the address that was asked for, as it was written."""
    return quote(visit.request.url.path, safe="/")
