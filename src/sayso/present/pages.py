"""A dossier as one HTML file that needs nothing else: no network, no font, and still opens in ten years."""

from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from sayso.model.dossier import Dossier
from sayso.present import (
    articles,
    claims,
    conflicts,
    decided,
    graph,
    missing,
    opening,
    parties,
    script,
    timeline,
    tracks,
)
from sayso.present.direction import sparing
from sayso.present.index import Index
from sayso.present.policies import DEFAULT, POLICIES, Policy
from sayso.present.views.origins import Graph
from sayso.present.views.page import Page

if TYPE_CHECKING:
    from jinja2 import Environment

SECTIONS = (
    "glance",
    "said",
    "apart",
    "moved",
    "figures",
    "origins",
    "timeline",
    "missing",
    "articles",
    "parties",
    "reviewed",
    "problems",
)
"""The sections of the page in their order, each a template in `templates/sections`."""

STYLES = (
    "base",
    "frame",
    "glance",
    "said",
    "apart",
    "figures",
    "origins",
    "tables",
    "timeline",
    "articles",
    "parties",
    "missing",
    "tools",
    "print",
)
"""The parts of the style sheet in the order in which they apply, each a file in `templates/css`."""

_DATA = '<script type="application/json"'
"""Where what people read ends: no text of an article can hold this."""


def present(dossier: Dossier, policy: Policy = POLICIES[DEFAULT]) -> str:
    """Return the page of one story as HTML text; the same dossier gives the same bytes.

    `policy` takes low, best and high of each track.
    """
    sheet, code, page = style(), script.source(), view(dossier, policy)
    template = environment().get_template("dossier.html")
    html = template.render(
        page=page,
        style=sheet,
        policy=_policy(sheet, code),
        sections=SECTIONS,
        code=code,
        data=script.data(page),
    )
    body, mark, rest = html.partition(_DATA)
    return _encodable(sparing(body) + mark + rest)


def section(page: Page, name: str, *, unfolded: bool = False, review: str = "") -> str:
    """Return one of SECTIONS as HTML by itself; empty when there is nothing to show in it. `unfolded` opens
    what is folded away for its weight alone, where there is nothing else; below the address `review` is where
    things are decided on."""
    template = environment().get_template(f"sections/{name}.html")
    return _encodable(template.render(page=page, unfolded=unfolded, review=review).strip())


def _encodable(html: str) -> str:
    """Return the text with `?` for halves of characters, which file names may hold and nothing can write."""
    return html.encode("utf-8", "replace").decode("utf-8")


def view(dossier: Dossier, policy: Policy = POLICIES[DEFAULT]) -> Page:
    """Return everything on the page as values."""
    index = Index(dossier, whole=True)
    said = claims.view(index)
    return Page(
        opening=opening.view(index),
        claims=tuple(claim for claim in said if not claim.minor),
        minor_claims=tuple(claim for claim in said if claim.minor and not claim.own_of),
        own_words=claims.own_words(said),
        tracks=tracks.view(index, policy),
        conflicts=conflicts.view(index, moved=False),
        moves=conflicts.view(index, moved=True),
        events=timeline.view(index),
        articles=articles.view(index),
        parties=parties.view(index),
        missing=missing.view(index),
        problems=missing.problems(index),
        graph=graph.view(index),
        routes=tuple(_routes(index)),
        decisions=decided.view(index),
        made_with=made_with(dossier),
    )


def made_with(dossier: Dossier) -> tuple[str, ...]:
    """Return in words what a dossier was made with."""
    made = dossier.made_with
    return f"sayso {made.sayso}", f"pipeline {made.pipeline}", f"lexicon {made.lexicon}"


def _routes(index: Index) -> Iterator[tuple[str, Graph]]:
    for claim in index.ranked:
        if found := graph.route(index, claim):
            yield claims.anchor(claim), found


@cache
def environment() -> "Environment":
    """Return what templates are found and filled by."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("sayso.present"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals["unfolded"] = False
    made.globals["review"] = ""
    return made


@cache
def style() -> str:
    """Return the style sheet of every section, as one."""
    return "".join(map(css, STYLES))


def css(name: str) -> str:
    """Return one part of the style sheet."""
    return resources.files(__package__).joinpath("templates", "css", f"{name}.css").read_text("utf-8")


def _policy(style: str, code: str) -> str:
    """Return the Content-Security-Policy: nothing is loaded, only this style sheet and this script apply."""
    return (
        f"default-src 'none'; style-src '{script.digest(style)}'; script-src '{script.digest(code)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
