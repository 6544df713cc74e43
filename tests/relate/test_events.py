from tests.relate.make import day

from sayso.embed import embed
from sayso.relate.events import Telling, events


def test_one_deed_under_two_names_is_one_event() -> None:
    assert events([Telling("quake"), Telling("closure"), Telling("earthquake")], embed) == [[0, 2], [1]]


def test_one_deed_on_two_days_is_two_events() -> None:
    tellings = [Telling("arrest", day("2024-03-01")), Telling("arrest", day("2024-03-05")), Telling("arrest")]
    assert events(tellings, embed) == [[0, 2], [1]]


def test_what_two_parties_say_is_two_sayings_and_one_of_an_unknown_party_goes_with_the_first() -> None:
    tellings = [Telling("say", None, frozenset(who)) for who in (["mayor"], ["firm"], ["mayor", "clerk"], [])]
    assert events(tellings, embed) == [[0, 2, 3], [1]]


def test_deeds_about_other_things_are_other_events() -> None:
    about = [{"farmer": 2.0, "tractor": 3.0}, {"trawler": 3.0, "wreck": 2.0}, {"farmer": 2.0}]
    tellings = [Telling("find", about=one) for one in about]
    assert events(tellings, embed) == [[0, 2], [1]]


def test_nothing_told_is_no_event() -> None:
    assert events([], embed) == []
