"""The one country that a story plays in, where its reports name no other: a ministry, an army or a police
force that no report ties to a country is that one's."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.lexicon import gazetteer, words
from sayso.lexicon.bodies import function_of
from sayso.model.ids import content_id
from sayso.model.report import EntityKind, LocalEntity

STRAYS = 5
"""Of so many reports one may name another country, in passing, and the story still plays in one."""

WHY = "the only country that these reports tell of"
"""The reason of an authority that no words beside a name show."""


def settled(local: Sequence[LocalEntity]) -> list[LocalEntity]:
    """Return the local entities with those that serve a state, and are tied to none, tied to the one country
    of the story; unchanged where it plays in several, or in none that is known."""
    home = country(local)
    if home is None:
        return list(local)
    governments = {one.report: one for one in local if one.government and one.gazetteer == home}
    given = {one.id for one in governments.values()}
    found = [_tied(one, home, governments) for one in local]
    return found + [one for one in governments.values() if one.id not in given]


def _tied(one: LocalEntity, home: str, governments: dict[str, LocalEntity]) -> LocalEntity:
    """An entity as it is, or, where it serves a state that nothing names, tied to that of `home`;
    `governments` by report gets those made for it."""
    if one.answers_to is not None or one.government or not _is_national(one, home):
        return one
    if all(function_of(name) == "government" for name in one.names):
        return replace(one, key=f"gov:{home}", government=True, gazetteer=home)
    government = governments.setdefault(one.report, _government(one.report, home))
    return replace(one, answers_to=government.id, answers_why=WHY)


def country(local: Iterable[LocalEntity]) -> str | None:
    """Return the gazetteer key of the one country that reports name, by itself, its people or places in it;
    None where several are named, or one town of it alone: somebody may only have been there on a visit."""
    named: dict[str, set[str]] = defaultdict(set)
    shown: dict[str, set[str]] = defaultdict(set)
    for one in local:
        place = gazetteer.get(one.gazetteer) if one.gazetteer else None
        if place is not None and place.country and one.gazetteer is not None:
            named[one.report].add(place.country)
            shown[place.country].add(one.gazetteer)
    counts = Counter(code for codes in named.values() for code in codes)
    if not counts:
        return None
    most = max(sorted(counts), key=lambda code: counts[code])
    strays = max((count for code, count in counts.items() if code != most), default=0)
    alone = counts[most] * 2 >= len(named) and strays <= len(named) // STRAYS
    alone = alone and (f"geo:{most}" in shown[most] or len(shown[most]) > 1)
    return f"geo:{most}" if alone and gazetteer.get(f"geo:{most}") is not None else None


def _is_national(one: LocalEntity, home: str) -> bool:
    """Whether what serves some state serves the whole one: of police and officials only where they are not a
    part's or a town's."""
    if one.serves is None:
        return False
    return one.serves == "state" or home.removeprefix("geo:") not in words("offices", "federal")


def _government(report: str, home: str) -> LocalEntity:
    place = gazetteer.get(home)
    assert place is not None
    key = f"gov:{home}"
    return LocalEntity(
        id=content_id("local", report, key),
        report=report,
        key=key,
        name=place.name,
        kind=EntityKind.ORGANISATION,
        names=(place.name,),
        gazetteer=home,
        government=True,
    )
