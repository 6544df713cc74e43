"""What the page's script gets: the charts and the graph as JSON that no text in it can end, and the script
itself with its hash.
"""

import base64
import hashlib
import json
from dataclasses import fields, is_dataclass, replace
from functools import cache
from importlib import resources
from typing import Any

from sayso.present.views.origins import Graph
from sayso.present.views.page import Page

_UNSAFE = str.maketrans({mark: f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"})
"""Signs that could end a script element, or a line in it, are written as JSON escapes."""


def data(page: Page) -> str:
    """Return what the script draws as JSON fit to stand inside a script element."""
    plain = {
        "charts": [_plain(track.chart) for track in page.tracks if track.chart],
        "sides": _sides(page),
        "graph": _plain(page.graph),
        "routes": {claim: _plain(graph) for claim, graph in page.routes},
    }
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


@cache
def source() -> str:
    """Return the script, as npm built it from `web/`."""
    return resources.files(__package__).joinpath("static", "page.js").read_text("utf-8")


def digest(text: str) -> str:
    """Return the hash by which a Content-Security-Policy lets an inline text through."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _sides(page: Page) -> dict[str, Any]:
    """Return the names of all sides, and for each claim the places of those that it is traced to."""
    claims = (*page.claims, *page.minor_claims)
    names = sorted({origin.side for claim in claims for origin in claim.origins if origin.side})
    found = {
        claim.anchor: sorted(
            {names.index(side) for one in claim.origins if (side := one.side or one.name) in names}
        )
        for claim in claims
    }
    return {"names": names, "of": {claim: sides for claim, sides in found.items() if sides}}


def _plain(value: Any) -> Any:
    """Return frozen values as JSON values, less the rows of a graph, which stand in the page, and all that is
    empty.
    """
    if isinstance(value, Graph):
        value = replace(value, rows=())
    if is_dataclass(value):
        named = ((one.name, getattr(value, one.name)) for one in fields(value))
        return {name: _plain(part) for name, part in named if _told(part)}
    return [_plain(part) for part in value] if isinstance(value, tuple) else value


def _told(value: Any) -> bool:
    return value is not None and value is not False and value != "" and value != ()
