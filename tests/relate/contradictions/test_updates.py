"""How a count moves: steps, revisions, what an earlier or another event left, and what is no count at all."""

from tests.relate.make import apart, day, eid, entity, facts, figure, of, report, resolved, statement, time

from sayso.model.relation import Conflict, ConflictType
from sayso.model.report import (
    Basis,
    Extent,
    Facts,
)
from sayso.relate import episodes, tracks
from sayso.relate.view import view

PARTIES = [entity(name) for name in ("Police", "Corrie Council", "Harbour Clinic")]
POLICE, COUNCIL = "Police", "Corrie Council"


def told(text: str, numbers: dict[str, float], source: str, published: str | None, **more: object) -> Facts:
    """A report of one text whose numbers are killed people, all by one source."""
    one = report(f"{text}{published}{source}", text, published, outlet=f"{source} Post")
    said = statement(one, text, source)
    made = [figure(one, words, "killed", n, n, **more) for words, n in numbers.items()]
    return facts(one, [said], [of(said, item) for item in made])


def found(*reports: Facts) -> list[Conflict]:
    return apart(reports, PARTIES)


def types(*reports: Facts) -> list[ConflictType]:
    return sorted(one.type for one in found(*reports))


def test_the_later_count_of_another_body_carries_the_count_on() -> None:
    first = told("Police said 41 people were killed.", {"41 people": 41}, POLICE, "2024-05-03")
    later = told("The council said 43 people were killed.", {"43 people": 43}, COUNCIL, "2024-05-05")
    (one,) = found(first, later)
    assert one.type is ConflictType.UPDATE
    assert "a later count of the same event" in one.why


def test_steps_join_neighbours_and_leave_out_what_lags() -> None:
    reports = [
        told(f"{who} said {n} people were killed.", {f"{n} people": n}, who, f"2024-05-0{on}")
        for who, n, on in ((POLICE, 20, 1), (COUNCIL, 30, 2), (POLICE, 20, 3), (POLICE, 44, 4))
    ]
    story = found(*reports)
    assert len(story) == 2
    assert all(one.type is ConflictType.UPDATE for one in story)


def test_ten_times_as_many_or_months_later_is_another_count() -> None:
    first = told("Police said 41 people were killed.", {"41 people": 41}, POLICE, "2024-05-03")
    war = told("The council said 4,000 people were killed.", {"4,000 people": 4000}, COUNCIL, "2024-05-05")
    autumn = told("The council said 60 people were killed.", {"60 people": 60}, COUNCIL, "2024-09-05")
    assert types(first, war) == []
    assert types(first, autumn) == []


def test_a_number_called_an_earlier_one_is_movement_and_no_rival() -> None:
    text = "The council said 26 people were killed. Police had put the toll at 17 a day earlier."
    one = report("a", text, outlet="Corrie Post")
    now = statement(one, "26 people were killed", COUNCIL)
    before = statement(one, "the toll at 17 a day earlier", POLICE)
    made = [
        of(now, figure(one, "26 people", "killed", 26, 26)),
        of(before, figure(one, "17", "killed", 17, 17)),
    ]
    other = told("The council said 26 people were killed.", {"26 people": 26}, COUNCIL, None)
    (update,) = found(facts(one, [now, before], made), other)
    assert (update.type, update.a.id) == (ConflictType.UPDATE, made[1].id)


def test_bare_hundreds_are_no_rival_of_more_but_of_fewer() -> None:
    few = told("Police said 17 people were killed.", {"17 people": 17}, POLICE, None)
    many = told("The council said 2,400 people were killed.", {"2,400 people": 2400}, COUNCIL, None)
    text = "The clinic said hundreds of people were killed."
    one = report("c", text, outlet="Clinic Post")
    said = statement(one, text, "Harbour Clinic")
    loose = facts(one, [said], [of(said, figure(one, "hundreds", "killed", 100, 999, vague=True))])
    assert types(loose, many) == []
    assert types(loose, few) == [ConflictType.FIGURE]


def test_a_report_with_many_counts_tells_of_several_events() -> None:
    def both(text: str, second: dict[str, float]) -> Facts:
        one = report(text[-30:], text, "2024-05-03", outlet="Corrie Post")
        ours = statement(one, text.split(". ")[0], POLICE)
        theirs = statement(one, text.split(". ")[1], COUNCIL)
        first = of(ours, figure(one, "20 people", "killed", 20, 20))
        rest = [of(theirs, figure(one, words, "killed", n, n)) for words, n in second.items()]
        return facts(one, [ours, theirs], [first, *rest])

    other = told("Police said 20 people were killed.", {"20 people": 20}, POLICE, "2024-05-03")
    two = both("Police said 20 people were killed. The council said 41 were killed.", {"41": 41})
    assert types(two, other) == [ConflictType.FIGURE]
    many = both(
        "Police said 20 people were killed. The council said 41, 70 and 110 were killed.",
        {"41": 41, "70": 70, "110": 110},
    )
    assert types(many, other) == []


def test_what_is_foreseen_or_told_beside_somebody_is_no_point_of_a_track() -> None:
    real = told("Police said 20 people were killed.", {"20 people": 20}, POLICE, "2024-05-03")
    again = told("The council said 20 people were killed.", {"20 people": 20}, COUNCIL, "2024-05-03")
    could = told("Police said the toll could reach 90 people.", {"90 people": 90}, POLICE, "2024-05-03")
    beside = told("The envoy and 13 others were killed.", {"13 others": 13}, POLICE, "2024-05-03")
    (track,) = tracks.relate(resolved([real, again, could, beside], PARTIES))
    assert set(track.figures) == {real.figures[0].id, again.figures[0].id}


def with_time(item: Facts, words: str, start: str, end: str) -> Facts:
    from dataclasses import replace

    return replace(item, times=(*item.times, time(item.report, words, start, end)))


def test_the_dead_of_an_older_event_stay_off_the_track() -> None:
    text = "The May 2019 flood that killed 130 people was worse."
    old = with_time(
        told(text, {"130 people": 130}, POLICE, "2024-05-03"), "May 2019", "2019-05-01", "2019-05-31"
    )
    text = "Since May 2019 floods have killed 140 people."
    since = with_time(
        told(text, {"140 people": 140}, POLICE, "2024-05-03"), "May 2019", "2019-05-01", "2019-05-31"
    )
    new = told("The council said 135 people were killed.", {"135 people": 135}, COUNCIL, "2024-05-03")
    (track,) = tracks.relate(resolved([old, since, new], PARTIES))
    assert set(track.figures) == {since.figures[0].id, new.figures[0].id}


def test_a_count_of_the_event_s_own_day_stands_on_its_track() -> None:
    own = {"extent": Extent.IN_PERIOD, "during": day("2024-05-02", Basis.EXPRESSION)}
    text = "Police said 84 people were killed on Thursday."
    days = [
        with_time(
            told(text, {"84 people": 84}, POLICE, "2024-05-03", **own), "Thursday", "2024-05-02", "2024-05-02"
        ),
        told("The council said 80 people were killed.", {"80 people": 80}, COUNCIL, "2024-05-02"),
    ]
    other = with_time(
        told("It was on Thursday, they said.", {}, COUNCIL, "2024-05-04"),
        "Thursday",
        "2024-05-02",
        "2024-05-02",
    )
    (track,) = tracks.relate(resolved([*days, other], PARTIES))
    assert days[0].figures[0].id in track.figures
    ago = told(
        "On Monday 12 people were killed.",
        {"12 people": 12},
        POLICE,
        "2024-05-03",
        extent=Extent.IN_PERIOD,
        during=day("2024-04-29", Basis.EXPRESSION),
    )
    goes_on = view(resolved([*days, other, ago], PARTIES))
    assert episodes.of_the_event(goes_on) == frozenset()


STATE = entity("Corria", government=True)
BODIES = [
    STATE,
    *(entity(name, authority=eid("Corria")) for name in ("Lake Police", "Rescue Agency", "Chief Orlu")),
]


def moves(*reports: Facts) -> list[tuple[str, str]]:
    """The numbers that each update leads from and to."""
    texts = {one.id: one.text for item in reports for one in item.figures}
    found = (one for one in apart(reports, BODIES) if one.type is ConflictType.UPDATE)
    return sorted((texts[one.a.id], texts[one.b.id]) for one in found)


def missing(
    who: str, number: int, published: str | None, sentence: str = "{who} said {n} people were missing."
) -> Facts:
    one = report(
        f"{who}{number}{published}", sentence.format(who=who, n=number), published, outlet=f"{who} Post"
    )
    said = statement(one, one.text, who)
    return facts(one, [said], [of(said, figure(one, f"{number} people", "missing", number, number))])


def test_a_body_whose_own_count_went_on_is_not_carried_on_by_another_of_its_state() -> None:
    first = told("Lake Police said 20 people were killed.", {"20 people": 20}, "Lake Police", "2024-05-03")
    own = told("Lake Police said 48 people were killed.", {"48 people": 48}, "Lake Police", "2024-05-04")
    other = told("The agency said 42 people were killed.", {"42 people": 42}, "Rescue Agency", "2024-05-04")
    assert moves(first, own, other) == [("20 people", "48 people")]
    assert moves(first, other) == [("20 people", "42 people")]


def test_a_number_between_stands_in_the_way_only_where_it_was_told_by_then() -> None:
    police = missing("Lake Police", 31, "2024-05-03"), missing("Lake Police", 48, "2024-05-04")
    after, before = (missing("Rescue Agency", 38, f"2024-05-0{on}") for on in (7, 3))
    assert ("31 people", "48 people") in moves(*police, after)
    assert ("31 people", "48 people") not in moves(*police, before)


def test_a_number_that_is_told_to_have_come_from_another_follows_no_third() -> None:
    agency = missing("Rescue Agency", 52, "2024-05-04")
    text = "Lake Police lowered the number of people missing from 57 people to 33 people."
    one = report("cut", text, "2024-05-06", outlet="Cut Post")
    said = statement(one, text, "Lake Police")
    old, new = (figure(one, f"{n} people", "missing", n, n) for n in (57, 33))
    cut = facts(one, [said], [old, of(said, new)])
    assert moves(agency, missing("Chief Orlu", 57, None), cut) == [("57 people", "33 people")]
    assert moves(agency, missing("Lake Police", 33, "2024-05-06")) == [("52 people", "33 people")]


def risen(text: str) -> Facts:
    return told(text, {"17": 17}, "Lake Police", None, extent=Extent.CUMULATIVE)


def test_what_a_count_is_told_to_have_risen_to_carries_on_the_one_below() -> None:
    chief = told("Chief Orlu said 12 people were killed.", {"12 people": 12}, "Chief Orlu", None)
    rose, stood = (risen(f"The toll of people killed had {how} 17.") for how in ("risen to", "stood near"))
    assert moves(chief, rose) == [("12 people", "17")]
    assert moves(chief, stood) == []


def test_what_a_count_rose_to_and_what_another_puts_it_at_are_apart() -> None:
    def both(rise: str) -> list[ConflictType]:
        text = f"The toll of people killed had risen{rise} 17, police said. The clinic put the dead at 25."
        one = report("a", text, "2024-05-03", outlet="A Post")
        told = [
            statement(one, f"The toll of people killed had risen{rise} 17", POLICE),
            statement(one, "the dead at 25", "Harbour Clinic"),
        ]
        numbers = [figure(one, f"{n}", "killed", n, n, extent=Extent.CUMULATIVE) for n in (17, 25)]
        other = report("b", "Police said 17 people were killed.", "2024-05-03", outlet="B Post")
        again = statement(other, other.text, POLICE)
        seventeen = of(again, figure(other, "17 people", "killed", 17, 17))
        made = facts(one, told, [of(*pair) for pair in zip(told, numbers, strict=True)])
        return types(made, facts(other, [again], [seventeen]))

    assert both(" to") == [ConflictType.FIGURE]
    assert both(", with") == [ConflictType.UPDATE]


def test_a_count_that_nobody_told_for_weeks_is_not_carried_on_by_another_body() -> None:
    first = told("Police said 41 people were killed.", {"41 people": 41}, POLICE, "2024-05-03")
    soon = told("The council said 43 people were killed.", {"43 people": 43}, COUNCIL, "2024-05-15")
    late = told("The council said 43 people were killed.", {"43 people": 43}, COUNCIL, "2024-06-15")
    assert types(first, soon) == [ConflictType.UPDATE]
    assert types(first, late) == []


def test_a_movement_starts_from_who_told_the_number_by_then() -> None:
    at_first = told("The council said 26 people were killed.", {"26 people": 26}, COUNCIL, None)
    text = "The toll was lowered from 26 to 19 on Saturday."
    one = report("b", text, "2024-05-04")
    cut = facts(one, [], [figure(one, n, "killed", float(n), float(n), who=None) for n in ("26", "19")])
    looking_back = told("Police said 26 people were killed.", {"26 people": 26}, POLICE, "2024-05-06")
    starts = {move.a.id for move in found(at_first, cut, looking_back) if "told as a movement" in move.why}
    assert starts == {at_first.figures[0].id}


def rise(n: int, published: str, text: str = "The toll has risen to {n}.") -> Facts:
    """A report that tells of a toll in its outlet's own words."""
    one = report(f"{text}{n}", text.format(n=n), published, outlet="Corrie Bugle")
    made = figure(one, str(n), "killed", n, n, extent=Extent.CUMULATIVE)
    return facts(one, [statement(one, one.text)], [made])


def test_what_a_toll_is_told_to_have_come_to_is_a_state_of_it_whoever_tells_it_and_weeks_later() -> None:
    first = told("Police said 41 people were killed.", {"41 people": 41}, POLICE, "2024-05-03")
    for published in ("2024-05-05", "2024-05-30"):
        (one,) = found(first, rise(43, published))
        assert one.type is ConflictType.UPDATE
        assert "a later count of the same event" in one.why


def test_what_an_outlet_counts_without_a_word_of_movement_is_no_state() -> None:
    first = told("Police said 41 people were killed.", {"41 people": 41}, POLICE, "2024-05-03")
    assert found(first, rise(43, "2024-05-05", "A list has {n} killed.")) == []


def test_a_toll_that_came_to_a_number_moved_from_the_nearest_one() -> None:
    reports = [
        told("Police said 41 people were killed.", {"41 people": 41}, POLICE, None),
        told("The council said 43 people were killed.", {"43 people": 43}, COUNCIL, "2024-05-05"),
        rise(44, "2024-05-09"),
    ]
    numbers = {one.why.split("“")[2][:2] for one in found(*reports)}
    assert len(found(*reports)) == 1
    assert numbers == {"44"}
