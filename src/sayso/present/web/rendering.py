"""Pages of the server from the templates of the one-file page, and the files that they load."""

import hashlib
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.present import pages, script
from sayso.present.views.page import Page
from sayso.present.web import addresses
from sayso.present.web.cases import Case


@cache
def files() -> dict[str, tuple[str, str]]:
    """Return the files that pages load, by name: their text and media type. A name holds a hash of the text,
    so that a browser may keep the file for good."""
    style = pages.style() + pages.css("desk")
    found = {
        "css": (style, "text/css; charset=utf-8"),
        "js": (script.source(), "text/javascript; charset=utf-8"),
    }
    return {f"page-{_hash(text)}.{end}": (text, media) for end, (text, media) in found.items()}


def page(template: str, **values: Any) -> str:
    """Return a page of the desk that belongs to no story."""
    return _filled(template, title=values.pop("title"), **values)


def story_page(
    case: Case, template: str, *, view: Page, address: str, title: str = "", section: str = "", **values: Any
) -> str:
    """Return the page of a story at an address; links in it to what stands elsewhere lead there."""
    html = _filled(
        template,
        json_href=f"{address}.json",
        title=" · ".join(filter(None, (title, case.dossier.title))),
        case=case,
        page=view,
        section=section,
        tabs=tuple(_tabs(case)),
        data=script.data(view),
        review=case.review,
        **values,
    )
    return addresses.relinked(html, case)


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a page stands among the pages of a list; None where there is nothing before or after."""

    number: int
    last: int
    before: str | None
    after: str | None


def pager(address: str, number: int, last: int, **asked: str) -> Pager:
    """Return the ways from one page of a list to its neighbours."""
    before = addresses.with_query(address, **asked, page=number - 1) if number > 1 else None
    after = addresses.with_query(address, **asked, page=number + 1) if number < last else None
    return Pager(number, last, before, after)


def _tabs(case: Case) -> list[tuple[str, str, str, int | None]]:
    """Return the ways to the sections: name, words, address, and how much is there where that is counted."""
    shown: list[tuple[str, str, str, int | None]] = [("", "At a glance", addresses.story(case.number), None)]
    for name, words in addresses.SECTIONS.items():
        count = case.counts.get(name)
        if count != 0 or name in {"said", "apart"}:
            shown.append((name, words, addresses.story(case.number, name), count))
    if case.reviews:
        shown.append(("review", "To review", addresses.review(case.number), None))
    return shown


def _filled(template: str, **values: Any) -> str:
    names = {name.rpartition(".")[2]: f"/static/{name}" for name in files()}
    return pages.environment().get_template(f"web/{template}.html").render(files=names, **values)


def _hash(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8"), digest_size=8).hexdigest()
