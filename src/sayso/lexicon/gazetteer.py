"""Places: countries, first-level regions, capitals and larger cities, under the names that the news uses.

The tables in `places/` are made by tools/make_gazetteer.py from GeoNames (CC BY 4.0) and own lists. Names
are looked up by their spelling, capitals included: "US" is a country, "us" is nothing. The caller strips a
possessive 's; a leading "the" and a headline in capitals are understood.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence


class PlaceKind(StrEnum):
    """How large a place is, by rank and not by area."""

    country = "country"
    region = "region"
    city = "city"


TABLES = {
    PlaceKind.country: "countries.tsv",
    PlaceKind.region: "regions.tsv",
    PlaceKind.city: "cities.tsv",
}
"""The files in `places/`, each with one kind of place."""
_Row: TypeAlias = tuple[PlaceKind, list[str]]  # a place's kind and its other fields as text

CITY_WEIGHT = 8
"""A bare "New York" or "Kursk" is the city more often than the region around it, so its people count 8 times;
"Ontario" is still not the town in California. The number is a judgement, not a measurement."""
CAPITAL_WEIGHT = 40
"""A national capital outranks larger namesakes: "Washington", "San José"."""
CAPITALS_FROM = 4
"""Letters; a shorter word in capitals is read as it stands ("US"), never as a name in a headline ("MAN")."""

REMEMBERED = 16384
"""Words whose place is kept: most words looked up name none, and are looked up again soon."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place.

    Attributes:
        key: stable: "geo:UA", "geo:RU/Kursk-Oblast", or for a city its number in GeoNames, "geo:703448".
        name: the usual English name.
        country: ISO 3166 two-letter code ("XK": Kosovo).
        admin1: name of the first-level region it is in or is; None where unknown, and for a country.
        lat: degrees; of a region its chief town's; None where unknown.
        lon: as lat.
        population: people; of a region the sum of its towns, good for ranking only; 0 where unknown.
    """

    key: str
    name: str
    kind: PlaceKind
    country: str
    admin1: str | None
    lat: float | None
    lon: float | None
    population: int


def find(name: str) -> Place | None:
    """The most prominent place of this name: a country before a city before a region of about its size."""
    places = candidates(name)
    return places[0] if places else None


@lru_cache(maxsize=REMEMBERED)
def candidates(name: str) -> tuple[Place, ...]:
    """All places of this name, the most prominent first."""
    spelling = _spelling(name, _tables().names, _names_by_capitals)
    return _places(spelling) if spelling else ()


@lru_cache(maxsize=REMEMBERED)
def demonym(word: str) -> Place | None:
    """The country, or for a few ("Scots", "Chechen") the region, whose people or things a word names."""
    spelling = _spelling(word, _tables().demonyms, _demonyms_by_capitals)
    return _people(spelling) if spelling else None


def capital_of(place: Place) -> Place | None:
    """The country whose capital or seat of government a place is; None for any other place."""
    row = _tables().capitals.get(place.key)
    return _place(row) if row else None


def country_named(text: str) -> str | None:
    """The key of the country that its own name, a word for its people or its capital's name stands for."""
    place = demonym(text) or find(text)
    if place is None:
        return None
    if place.kind is PlaceKind.country:
        return place.key
    country = capital_of(place)
    return country.key if country is not None else None


def ambiguous(name: str) -> bool:
    """Whether a name is as often a word or a person's name, so that a caller wants more evidence."""
    spelling = _spelling(name, _tables().names, _names_by_capitals)
    return spelling in _tables().ambiguous


@lru_cache(maxsize=REMEMBERED)
def begins(text: str) -> bool:
    """Whether the name of a place, spelt in any way that `find` understands, begins with these characters."""
    plain = _plain(text)
    return plain in ("the", "The") or any(
        _leads(form, _sorted_names()) or (form.isupper() and _leads(form, _sorted_capitals()))
        for form in (plain, _without_article(plain))
    )


@cache
def names() -> frozenset[str]:
    """Every spelling of a place's name, for building a phrase matcher; each has a capital letter."""
    return frozenset(_tables().names)


@cache
def demonyms() -> frozenset[str]:
    """Every word for a people, for building a phrase matcher."""
    return frozenset(_tables().demonyms)


def _spelling(
    name: str, known: Mapping[str, object], by_capitals: Callable[[], Mapping[str, str]]
) -> str | None:
    """The spelling in the table, for "the  Netherlands", "KYIV OBLAST", "Cote d’Ivoire" too."""
    plain = _plain(name)
    for form in (plain, _without_article(plain)):
        if form in known:
            return form
        if form.isupper() and form in by_capitals():
            return by_capitals()[form]
    return None


def _plain(name: str) -> str:
    return " ".join(name.split()).replace("’", "'")


def _without_article(plain: str) -> str:
    return plain.removeprefix("the ").removeprefix("The ")


def _leads(text: str, spellings: Sequence[str]) -> bool:
    """Whether one of some sorted spellings begins with a text: the first one not before it then does."""
    at = bisect_left(spellings, text)
    return at < len(spellings) and spellings[at].startswith(text)


@cache
def _places(spelling: str) -> tuple[Place, ...]:
    places = [_place(row) for row in _tables().names[spelling]]
    return tuple(sorted(places, key=_rank))


@cache
def _people(spelling: str) -> Place:
    return min((_place(row) for row in _tables().demonyms[spelling]), key=_rank)


def _rank(place: Place) -> tuple[bool, int, str]:
    """Sort key, the most prominent first; the key settles ties."""
    capital = place.key in _tables().capitals
    weight = CAPITAL_WEIGHT if capital else CITY_WEIGHT if place.kind is PlaceKind.city else 1
    return (place.kind is not PlaceKind.country, -weight * place.population, place.key)


def _place(row: _Row) -> Place:
    kind, (key, name, country, admin1, lat, lon, people) = row
    return Place(key, name, kind, country, admin1 or None, _degrees(lat), _degrees(lon), int(people))


def _degrees(text: str) -> float | None:
    return float(text) if text else None


@dataclass(frozen=True, slots=True)
class _Tables:
    """The files, indexed. Rows stay text until they are asked for: 7,000 places take longer than the rest."""

    names: dict[str, list[_Row]] = field(default_factory=dict)
    demonyms: dict[str, list[_Row]] = field(default_factory=dict)
    capitals: dict[str, _Row] = field(default_factory=dict)  # the capital's key to its country
    ambiguous: set[str] = field(default_factory=set)


@cache
def _tables() -> _Tables:
    from importlib.resources import files

    folder = files("sayso.lexicon") / "places"
    tables = _Tables()
    for kind, name in TABLES.items():
        for line in (folder / name).read_text(encoding="utf-8").splitlines():
            _enter(tables, kind, line)
    return tables


def _enter(tables: _Tables, kind: PlaceKind, line: str) -> None:
    """Index one line as make_gazetteer.py writes it."""
    *cells, others, unsure, words, capital = line.split("\t")
    row = (kind, cells)
    for name in (cells[1], *_parts(others)):
        tables.names.setdefault(name, []).append(row)
    for word in _parts(words):
        tables.demonyms.setdefault(word, []).append(row)
    tables.ambiguous.update(_parts(unsure))
    if capital:
        tables.capitals[capital] = row


def _parts(text: str) -> list[str]:
    return text.split("|") if text else []


@cache
def _names_by_capitals() -> dict[str, str]:
    return _by_capitals(_tables().names)


@cache
def _sorted_names() -> tuple[str, ...]:
    return tuple(sorted(_tables().names))


@cache
def _sorted_capitals() -> tuple[str, ...]:
    return tuple(sorted(_names_by_capitals()))


@cache
def _demonyms_by_capitals() -> dict[str, str]:
    return _by_capitals(_tables().demonyms)


def _by_capitals(spellings: Iterable[str]) -> dict[str, str]:
    return {s.upper(): s for s in sorted(spellings, reverse=True) if len(s) >= CAPITALS_FROM}


def get(key: str) -> Place | None:
    """The place with this key, or None."""
    row = _by_key().get(key)
    return _place(row) if row else None


@cache
def _by_key() -> dict[str, _Row]:
    return {row[1][0]: row for rows in _tables().names.values() for row in rows}
