"""Large and hostile stories, made from others."""

import json
from typing import Any

from sayso.model.codec import from_json, to_json
from sayso.model.dossier import Dossier

BREAKING = (
    '"><script>window.broken=1</script><img src=x onerror="window.broken=1"><svg onload=window.broken=1>'
    "<a href=javascript:window.broken=1>x</a></style></title></script><!--{{ 7*7 }}{% raw %}]]>&lt;b&gt;"
    "'\u202egnp.exe\u2066\x00\x1b[31m\ud800\U0001f1e9 صوت"
)
"""What a page could stumble over: elements, handlers, ends of elements, directions, halves of characters."""


def grown(dossier: Dossier, times: int) -> Dossier:
    """Return the story told `times` over, every copy with ids of its own."""
    plain = json.loads(to_json(dossier))
    lists = [key for key, value in plain.items() if isinstance(value, list)]
    ids = {item["id"] for key in lists for item in plain[key] if "id" in item}
    copies = [_renamed({key: plain[key] for key in lists}, ids, f"-{copy}") for copy in range(times)]
    joined = {key: [item for copy in copies for item in copy[key]] for key in lists}
    return from_json(json.dumps(plain | joined))


def _renamed(value: Any, ids: set[str], suffix: str) -> Any:
    if isinstance(value, dict):
        return {key: _renamed(item, ids, suffix) for key, item in value.items()}
    if isinstance(value, list):
        return [_renamed(item, ids, suffix) for item in value]
    return value + suffix if isinstance(value, str) and value in ids else value


def hostile(dossier: Dossier) -> Dossier:
    """Return the story with `BREAKING` at the end of every free text: names, titles, reasons, notes."""
    plain = json.loads(to_json(dossier))
    for report in plain["reports"]:
        report["url"] = "javascript:window.broken=1"
        for key in ("name", "title", "outlet", "byline"):
            report[key] = f"{report[key]} {BREAKING}"
        report["agencies"] = [BREAKING]
        report["text"] += BREAKING
    for entity in plain["entities"]:
        entity["name"] += BREAKING
        entity["names"] = [*entity["names"], BREAKING]
    for key, fields in _FREE.items():
        for item in plain[key]:
            item |= {field: f"{item[field]} {BREAKING}" for field in fields if item.get(field)}
    for claim in plain["claims"]:
        for origin in claim["origins"]:
            origin["why"] += BREAKING
    plain["title"] += BREAKING
    return from_json(json.dumps(plain))


_FREE = {
    "claims": ("text", "rank_why"),
    "conflicts": ("why",),
    "derivations": ("why",),
    "timeline": ("text",),
    "leads": ("what",),
    "gaps": ("text",),
    "problems": ("name", "message"),
    "tracks": ("who",),
    "figures": ("who", "unit"),
    "statements": ("channel",),
}
