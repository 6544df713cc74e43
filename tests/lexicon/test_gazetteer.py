from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.lexicon import gazetteer
from sayso.lexicon.gazetteer import (
    PlaceKind,
    ambiguous,
    candidates,
    capital_of,
    demonym,
    demonyms,
    find,
    names,
)

PLACES = Path(gazetteer.__file__).parent / "places"


def key(name: str) -> str | None:
    place = find(name)
    return place.key if place else None


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("U.S.", "US"),
        ("US", "US"),
        ("Britain", "GB"),
        ("DPRK", "KP"),
        ("Burma", "MM"),
        ("Taiwan", "TW"),
        ("Kosovo", "XK"),
    ],
)
def test_a_country_is_found_under_its_usual_names(name: str, country: str) -> None:
    assert key(name) == f"geo:{country}"


def test_a_formal_name_is_found_with_either_apostrophe() -> None:
    long = "Democratic People’s Republic of Korea"
    assert key(long) == key(long.replace("’", "'")) == "geo:KP"


@pytest.mark.parametrize("word", ["us", "turkey", "chad", "", " ", "the", "WHO", "Nowhereville"])
def test_what_is_no_name_is_not_found(word: str) -> None:
    assert find(word) is None
    assert candidates(word) == ()


@pytest.mark.parametrize("name", ["the Netherlands", "The Netherlands", "NETHERLANDS", "the  United\nStates"])
def test_an_article_capitals_and_line_breaks_are_understood(name: str) -> None:
    assert find(name) is not None


@pytest.mark.parametrize(
    ("old", "new"), [("Kiev", "Kyiv"), ("Bombay", "Mumbai"), ("Kharkov", "Kharkiv"), ("Rangoon", "Yangon")]
)
def test_former_names_are_the_same_place(old: str, new: str) -> None:
    assert key(old) == key(new)


def test_accents_may_be_left_out() -> None:
    assert key("Bogota") == key("Bogotá")


def test_the_most_prominent_place_comes_first() -> None:
    georgia = candidates("Georgia")
    assert [place.kind for place in georgia[:2]] == [PlaceKind.country, PlaceKind.region]
    assert [(p.kind, p.country) for p in (candidates("Birmingham")[0], candidates("Ontario")[0])] == [
        (PlaceKind.city, "GB"),
        (PlaceKind.region, "CA"),
    ]


def test_a_bare_name_is_the_city_and_a_full_one_the_region() -> None:
    city, region = find("Kursk"), find("Kursk region")
    assert city is not None
    assert region is not None
    assert (city.kind, region.kind) == (PlaceKind.city, PlaceKind.region)
    assert city.admin1 == region.admin1 == region.name == "Kursk Oblast"


@pytest.mark.parametrize(
    ("word", "where"),
    [
        ("Ukrainian", "geo:UA"),
        ("North Koreans", "geo:KP"),
        ("Britons", "geo:GB"),
        ("Swiss", "geo:CH"),
        ("Scots", "geo:GB/Scotland"),
    ],
)
def test_a_word_for_a_people_gives_its_country(word: str, where: str) -> None:
    place = demonym(word)
    assert place is not None
    assert place.key == where


@pytest.mark.parametrize("word", ["polish", "Korean", "Arab"])
def test_a_word_that_names_no_one_country_gives_none(word: str) -> None:
    assert demonym(word) is None


def test_a_capital_gives_its_country_and_another_city_none() -> None:
    kyiv, odesa = find("Kyiv"), find("Odesa")
    assert kyiv is not None
    assert odesa is not None
    assert capital_of(kyiv) == find("Ukraine")
    assert capital_of(odesa) is None


@pytest.mark.parametrize(
    ("name", "unsure"), [("Reading", True), ("Nice", True), ("READING", True), ("Kyiv", False), ("us", False)]
)
def test_names_that_are_also_words_or_people_are_marked(name: str, unsure: bool) -> None:
    assert ambiguous(name) is unsure


def test_every_name_has_a_capital_and_finds_its_place() -> None:
    for name in names():
        assert name != name.lower()
        assert find(name) is candidates(name)[0]


def test_every_word_for_a_people_has_a_capital() -> None:
    assert all(demonym(word) and word != word.lower() for word in demonyms())


def test_keys_are_stable_in_form_and_used_once() -> None:
    places = {place for name in names() for place in candidates(name)}
    assert len({place.key for place in places}) == len(places)
    assert all(place.key.startswith("geo:") for place in places)


def test_positions_are_on_the_globe() -> None:
    for place in {place for name in names() for place in candidates(name)}:
        assert place.lat is None or -90 <= place.lat <= 90
        assert place.lon is None or -180 <= place.lon <= 180


@settings(deadline=None)
@given(st.text())
def test_any_text_may_be_asked_for(text: str) -> None:
    assert find(text) in (None, *candidates(text)[:1])


def test_the_tables_stay_small() -> None:
    assert sum(file.stat().st_size for file in PLACES.iterdir()) < 900_000
