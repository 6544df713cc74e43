"""Search on a real file of a few articles."""

from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.model.search import By, Filters, Hit, HitKind
from sayso.run.desk import Desk
from sayso.store import search

FERRY = Path(str(files("sayso").joinpath("examples", "ferry")))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    path = tmp_path_factory.mktemp("search") / "desk.db"
    with Desk(path, create=True) as open_:
        open_.add([str(FERRY / name) for name in ("01-pws-nine-dead.txt", "02-meridiana-toll-17.txt")])
        open_.add([str(FERRY / "04-voz-del-huaimo-island-waits.txt"), str(FERRY / "08-pws-two-arrested.txt")])
        yield open_


def sentences(found: tuple[Hit, ...]) -> list[str]:
    return [one.sentence for one in found]


def words(desk: Desk, wanted: str, **filters: object) -> tuple[Hit, ...]:
    return desk.search(wanted, by=By.WORDS, filters=replace(Filters(), **filters))  # type: ignore[arg-type]


def test_copies_of_a_sentence_are_one_hit_with_its_articles(desk: Desk) -> None:
    first = words(desk, "captain warned radio")[0]
    assert first.sentence.startswith("A port official in Puerto Llancay told Meridiana")
    assert {one.outlet for one in first.places} == {"Agencia Meridiana", "La Voz del Huaimo"}
    assert first.sources == ("port official in Puerto Llancay",)
    assert (first.origins_low, first.claim is not None) == (1, True)


def test_the_words_are_marked_in_whatever_form(desk: Desk) -> None:
    first = words(desk, "captains warn")[0]
    assert {first.sentence[a:b] for a, b in first.marks} == {"captain", "warned"}


def test_all_words_must_be_there(desk: Desk) -> None:
    assert words(desk, "captain submarine") == ()
    assert words(desk, '"radio by twice"') == ()
    assert words(desk, '"twice by radio"')
    assert all("radio" not in one for one in sentences(words(desk, "captain -radio")))


def test_of_statements_with_a_common_word_those_written_last_are_weighed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = {one.sentence for one in words(desk, "ferry") if one.kind is HitKind.STATEMENT}
    rare = words(desk, "captain warned radio")
    monkeypatch.setattr(search, "MOST", 2)
    fewer = {one.sentence for one in words(desk, "ferry") if one.kind is HitKind.STATEMENT}
    assert 0 < len(fewer) <= 2 < len(every)
    assert words(desk, "captain warned radio")[0] == rare[0]
    assert set(sentences(words(desk, "ferry", since="2000-01-01"))) >= every, "filters leave nothing out"


def test_by_meaning_other_words_are_found(desk: Desk) -> None:
    found = desk.search("no one instructed us to remain", by=By.MEANING)
    assert any("Nobody ordered us to stay" in one for one in sentences(found)[:3])
    assert desk.search("quarterly profits of the semiconductor maker", by=By.MEANING) == ()


def test_what_both_find_comes_first(desk: Desk) -> None:
    found = desk.search("ordered us to stay")
    assert "words" in found[0].why
    assert "meaning" in found[0].why


def test_filters(desk: Desk) -> None:
    assert {
        one.outlet for hit in words(desk, "captain", outlet="la voz del huaimo") for one in hit.places
    } == {"La Voz del Huaimo"}
    assert all("Ibieta" in " ".join(hit.sources) for hit in words(desk, "said", source="Marcela Ibieta"))
    assert words(desk, "said", source="Marcela Ibieta")
    assert words(desk, "people", measure="missing")
    assert {hit.kind for hit in words(desk, "captain", kind=HitKind.ARTICLE)} == {HitKind.ARTICLE}
    days = [one.published for hit in words(desk, "ferry", since="2023-06-14") for one in hit.places]
    assert days
    assert min(str(day) for day in days) >= "2023-06-14"
    assert words(desk, "ferry", until="2023-06-12") == ()
    found = desk.search("the captain was told not to sail", by=By.MEANING, filters=Filters(outlet="Nobody"))
    assert found == ()


def test_signs_of_a_pattern_in_a_source_mean_nothing(desk: Desk) -> None:
    assert words(desk, "said", source="%") == ()
    assert words(desk, "said", source="Marcela_Ibieta") == ()


def test_at_most_so_many(desk: Desk) -> None:
    assert len(desk.search("ferry", limit=3)) == 3


@pytest.mark.parametrize("wanted", ["", "  ", "!!!", "-only", '""'])
def test_nothing_to_look_for_is_misuse(desk: Desk, wanted: str) -> None:
    with pytest.raises(UsageError, match="nothing to look for"):
        desk.search(wanted)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60) | st.lists(st.sampled_from(list('"-*():^{}+ANDORNOT \x00\x02a'))).map("".join))
def test_nothing_typed_is_an_error(desk: Desk, wanted: str) -> None:
    try:
        found = desk.search(wanted, limit=2)
    except UsageError:
        return
    assert len(found) <= 2


def test_what_is_added_is_found_by_a_desk_that_is_open(tmp_path: Path) -> None:
    with Desk(tmp_path / "desk.db", create=True) as one, Desk(tmp_path / "desk.db") as other:
        assert one.search("ferry capsized") == ()
        other.add([str(FERRY / "01-pws-nine-dead.txt")])
        assert one.search("a boat turned over at sea", by=By.MEANING)
        other.add([str(FERRY / "02-meridiana-toll-17.txt")])
        found = one.search("no one instructed us to remain", by=By.MEANING)
        assert any("Nobody ordered us to stay" in one_ for one_ in sentences(found))
