"""Who passes on rather than speaks for itself: agencies and outlets, by the lexicon and by the reports
themselves; and whose copy a report says it is.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from sayso.lexicon import choice, table, words
from sayso.lexicon.media import names_outlet
from sayso.model.names import acronym_of, fold, key, one_house
from sayso.model.report import BlockRole, Report
from sayso.relate.view import View

_NAMED = frozenset({BlockRole.HEADER, BlockRole.DATELINE, BlockRole.CREDIT, BlockRole.BOILERPLATE})


def is_media(story: View, entity: str) -> bool:
    """Say whether an entity is a news agency or outlet: a known name, a telling noun, or an outlet of this
    story.
    """
    if entity not in story.passing_on:
        story.passing_on[entity] = _is_media(story, entity)
    return story.passing_on[entity]


def _is_media(story: View, entity: str) -> bool:
    found = story.entities.get(entity)
    if found is None or found.kind in {"person", "place"}:
        return False
    own = [facts.report for facts in story.facts.values()]
    published = {name for report in own for name in (*report.agencies, report.outlet) if name}
    return any(map(names_outlet, found.names)) or any(
        same_outlet(one, name) for one in found.names for name in published
    )


def entity_named(story: View, name: str) -> str | None:
    """Return the first entity that an outlet or agency of a name is, None where there is none."""
    if name not in story.outlets:
        story.outlets[name] = next(
            (one.id for one in story.entities.values() if any(same_outlet(name, n) for n in one.names)), None
        )
    return story.outlets[name]


@lru_cache(maxsize=65536)
def same_outlet(a: str, b: str) -> bool:
    """Say whether two names mean one outlet: the same words, one the other's initials, its domain, or "News
    Agency" left off.
    """
    if one_house(a, b) or one_house(b, a):
        return True
    short, long = sorted((key(a), key(b)), key=len)
    if not short:
        return False
    rest = set(long) - set(short)
    same = set(short) <= set(long) and rest <= {fold(word) for word in words("relate", "outlet_words")}
    return same or acronym_of(a, b) or acronym_of(b, a)


def own_house(report: Report, agency: str) -> bool:
    """Say whether a report's outlet is that agency itself."""
    return report.outlet is not None and same_outlet(agency, report.outlet)


def carries_words_of(report: Report, names: Sequence[str]) -> bool:
    """Say whether a report is an outlet's of one of these names, or carries copy of such an agency."""
    published = [name for name in (report.outlet, *report.agencies) if name]
    return any(same_outlet(one, name) for one in published for name in names)


def credited(report: Report) -> tuple[str, ...]:
    """Return the agencies that a report credits, without its own outlet."""
    return tuple(name for name in report.agencies if not own_house(report, name))


def carries(report: Report, agency: str) -> bool:
    """Say whether a report as a whole is an agency's copy, as its dateline, header,
    rights line or a staff note ("Ana Ruiz is a Harbour Wire writer") says;
    "With files from Harbour Wire" speaks of a part.
    """
    lines = [report.text[block.start : block.end] for block in report.blocks if block.role in _NAMED]
    naming = [line for line in lines if _forms(agency).search(line)]
    return not naming or any(not _in_part(line) or _staff(agency).search(line) for line in naming)


@lru_cache(maxsize=4096)
def _forms(agency: str) -> re.Pattern[str]:
    forms = (agency, *table("agencies")["forms"].get(agency, ()))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)")


@lru_cache(maxsize=4096)
def _staff(agency: str) -> re.Pattern[str]:
    return re.compile(rf"{_forms(agency).pattern}\s+(?:\w+\s+)?(?:{choice('relate', 'staff')})\b")


def _in_part(line: str) -> bool:
    """A credit of a part: "Additional reporting by …", "… contributed to this report"."""
    lowered = line.lower()
    return any(word in lowered for word in words("relate", "in_part"))
