"""Which report links to which: an address in the text of the one that is the address of the other."""

import re
from collections.abc import Iterator

from sayso.model.ids import content_id
from sayso.model.relation import Derivation, DerivationKind, DerivedFrom
from sayso.relate.view import View

_ADDRESS = re.compile(r"https?://[^\s<>\"'()\[\]]{4,500}")
_NAMELESS = re.compile(r"^https?://(?:www\.)?|[?#].*$|[/.,;:!]+$")


def relate(story: View) -> Iterator[Derivation]:
    """Yield a link for each report whose address another one gives."""
    known: dict[str, str] = {}
    for facts in story.facts.values():
        if facts.report.url:
            known.setdefault(_plain(facts.report.url), facts.report.id)
    for facts in story.facts.values() if known else ():
        report = facts.report
        linked = {known.get(_plain(match.group())) for match in _ADDRESS.finditer(report.text)}
        for other in sorted(one for one in linked if one and one != report.id):
            id_ = content_id("derivation", report.id, other, "link")
            why = "gives its address"
            yield Derivation(id_, report.id, DerivedFrom(report=other), DerivationKind.LINK, 0.0, why, ())


def _plain(address: str) -> str:
    """An address without scheme, query and the stop behind it."""
    while (shorter := _NAMELESS.sub("", address)) != address:
        address = shorter
    return address
