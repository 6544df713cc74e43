from dataclasses import replace
from pathlib import Path

from tests.relate.make import day, entity, facts, figure, framed, of, report, resolved, statement, time

from sayso import api
from sayso.embed import embed
from sayso.model.relation import Conflict, ConflictType, When
from sayso.model.report import (
    Basis,
    Block,
    BlockRole,
    Change,
    Extent,
    Facts,
    Moment,
    Span,
    Stance,
    StatementKind,
)
from sayso.relate import claims, conflicts, sums, tracks

POLICE, COUNCIL = entity("Police"), entity("Corrie Council")


def toll(
    name: str,
    number: int,
    *sources: str,
    when: Moment | None = None,
    published: str | None = None,
    **more: object,
) -> Facts:
    words = f"{number} people"
    one = report(name, f"In the flood {words} were killed.", published, outlet=f"{name} Post")
    said = statement(one, f"{words} were killed", *sources)
    values = {"low": number, "high": number, "as_of": when} | more
    made = figure(one, words, "killed", **values)  # type: ignore[arg-type]
    return facts(one, [said], [of(said, made)])


def apart(*found: Facts) -> list[Conflict]:
    story = resolved(framed(found), [POLICE, COUNCIL])
    return list(conflicts.relate(story, claims.relate(story, embed), tracks.relate(story)))


def stated(value: str) -> Moment:
    return day(value, Basis.EXPRESSION)


def test_a_track_runs_in_order_of_time_and_leaves_parts_off() -> None:
    late, early = (
        toll("a", 17, "Police", when=stated("2024-05-03")),
        toll("b", 9, "Police", when=stated("2024-05-01")),
    )
    part = toll("c", 2, "Police", extent=Extent.PART)
    (track,) = tracks.relate(resolved([late, early, part], [POLICE]))
    assert track.figures == (early.figures[0].id, late.figures[0].id)


def test_by_how_much_a_count_rose_is_no_point_of_a_track() -> None:
    level, again = toll("a", 17, "Police"), toll("b", 19, "Police")
    risen = toll("c", 2, "Police", change=Change.UP)
    (track,) = tracks.relate(resolved([level, again, risen], [POLICE]))
    assert risen.figures[0].id not in track.figures
    assert apart(level, toll("d", 17, "Corrie Council", change=Change.UP)) == []


def test_a_single_figure_makes_no_track() -> None:
    assert tracks.relate(resolved([toll("a", 17, "Police")], [POLICE])) == ()


def test_single_cases_stay_off_the_track_of_a_count_of_many() -> None:
    body = report("c", "In the flood a body was found.")
    said = statement(body, "a body was found")
    case = facts(body, [said], [of(said, figure(body, "a body", "killed", 1, 1))])
    (track,) = tracks.relate(resolved([toll("a", 17, "Police"), toll("b", 19, "Police"), case], [POLICE]))
    assert case.figures[0].id not in track.figures
    (few,) = tracks.relate(resolved([toll("a", 3, "Police"), case], [POLICE]))
    assert case.figures[0].id in few.figures
    assert tracks.relate(resolved([case, replace(case, report=report("d", "x"))], [POLICE])) == ()


def test_killed_and_injured_of_one_sentence_are_summed_and_marked() -> None:
    one = report("a", "Police said about 100 people were killed and 900 injured.")
    said = statement(one, "about 100 people were killed and 900 injured", "Police")
    parts = [
        of(said, figure(one, "about 100 people", "killed", 100, 100)),
        of(said, figure(one, "900", "injured", 900, None)),
    ]
    made = next(
        f for f in sums.relate(resolved([facts(one, [said], parts)])).facts[0].figures if f.derived_from
    )
    assert (made.measure, made.low, made.high, made.text) == (
        "casualties",
        1000,
        None,
        "about 100 people were killed and 900",
    )


def test_two_authorities_on_one_day_with_other_numbers_are_a_figure_conflict() -> None:
    day_ = stated("2024-05-03")
    (one,) = apart(toll("a", 17, "Police", when=day_), toll("b", 14, "Corrie Council", when=day_))
    assert (one.type, one.time) == (ConflictType.FIGURE, When.SAME)


def test_undated_numbers_of_two_authorities_may_be_timing() -> None:
    (one,) = apart(toll("a", 17, "Police"), toll("b", 14, "Corrie Council"))
    assert (one.type, one.time) == (ConflictType.FIGURE, When.UNKNOWN)
    assert "may be timing" in one.why


def test_a_later_number_of_one_source_is_an_update() -> None:
    (one,) = apart(
        toll("a", 19, "Police", when=stated("2024-05-04")), toll("b", 12, "Police", when=stated("2024-05-03"))
    )
    assert (one.type, one.time) == (ConflictType.UPDATE, When.LATER)


def test_a_rendering_of_one_number_is_no_conflict() -> None:
    assert apart(toll("a", 100, "Police", approximate=True), toll("b", 100, "Police", high=None)) == []


def test_about_eleven_and_about_twelve_thousand_are_not_apart() -> None:
    pair = [
        toll(n, v, s, approximate=True)
        for n, v, s in (("a", 11000, "Police"), ("b", 12000, "Corrie Council"))
    ]
    assert apart(*pair) == []


def test_an_outlet_s_own_number_is_no_party_s() -> None:
    assert apart(toll("a", 17, "Police"), toll("b", 14)) == []


def test_one_number_under_two_measures_is_a_conflict_of_definition() -> None:
    other = toll("b", 400, "Police")
    other = replace(other, figures=tuple(replace(one, measure="casualties") for one in other.figures))
    assert [one.type for one in apart(toll("a", 400, "Police"), other)] == [ConflictType.DEFINITION]


def test_the_same_quoted_words_of_two_speakers_are_a_misquote() -> None:
    quote = '"About sixty of the crew could be offered other work in the spring"'
    found = []
    for name, source in (("a", "Police"), ("b", "Corrie Council")):
        one = report(name, f"{quote}, a post said.")
        found.append(facts(one, [statement(one, quote, source, kind=StatementKind.DIRECT)]))
    assert [one.type for one in apart(*found)] == [ConflictType.MISQUOTE]


def test_a_number_is_anothers_only_where_that_one_is_no_description_of_its_speaker() -> None:
    def types(owner: str) -> set[ConflictType]:
        found = [
            toll("a", 14, "Corrie Flood Agency"),
            toll("b", 26, "Corrie Flood Agency"),
            toll("c", 14, owner),
        ]
        parties = [entity("Corrie Flood Agency"), entity("water agency"), entity("water office")]
        story = resolved(found, parties)
        made = conflicts.relate(story, claims.relate(story, embed), tracks.relate(story))
        return {one.type for one in made}

    assert ConflictType.MISQUOTE in types("water office")
    assert ConflictType.MISQUOTE not in types("water agency")


def test_who_takes_a_number_as_known_does_not_own_it() -> None:
    def types(before: str) -> set[ConflictType]:
        text = f"{before}14 people who were killed"
        one = report("c", f"It spoke of {text}.", outlet="c Post")
        said = statement(one, text, "Brae Clinic")
        made = figure(one, "14 people", "killed", 14, 14)
        found = [
            toll("a", 14, "Corrie Flood Agency"),
            toll("b", 26, "Corrie Flood Agency"),
            facts(one, [said], [of(said, made)]),
        ]
        story = resolved(framed(found), [entity("Corrie Flood Agency"), entity("Brae Clinic")])
        return {
            each.type for each in conflicts.relate(story, claims.relate(story, embed), tracks.relate(story))
        }

    assert ConflictType.MISQUOTE in types("")
    assert ConflictType.MISQUOTE not in types("the ")


def test_a_denial_is_a_conflict_with_what_it_denies() -> None:
    text = "the operator had ignored two warnings about the ferry"
    found = []
    for name, source, stance in (("a", "Police", Stance.ASSERTS), ("b", "Corrie Council", Stance.DENIES)):
        one = report(name, text)
        found.append(facts(one, [statement(one, text, source, stance=stance)]))
    assert [one.type for one in apart(*found)] == [ConflictType.DENIAL]


def test_a_denial_to_come_or_of_a_passing_mention_is_no_conflict() -> None:
    text = "the operator had ignored two warnings about the ferry"
    claim = report("a", text)
    later = report("b", f"The council will deny that {text}.")
    start = later.text.index("deny")
    denial = statement(
        later, text, "Corrie Council", stance=Stance.DENIES, cue=Span(start, start + 4, "deny")
    )
    assert apart(facts(claim, [statement(claim, text, "Police")]), facts(later, [denial])) == []
    named = report("c", "the warnings about the ferry")
    other = report("d", text)
    passing = statement(named, named.text, "Police")
    flat = statement(other, text, "Corrie Council", stance=Stance.DENIES)
    assert apart(facts(named, [passing]), facts(other, [flat])) == []


def test_who_tells_of_a_denial_is_not_denied() -> None:
    def types(told: str) -> list[ConflictType]:
        text = "that the operator had ignored two warnings about the ferry"
        first, later = report("a", f"{told} {text}"), report("b", text)
        denial = statement(later, text, "Corrie Council", stance=Stance.DENIES)
        items = facts(first, [statement(first, first.text, "Police")]), facts(later, [denial])
        return [one.type for one in apart(*items)]

    assert types("the owner denied") == []
    assert types("the owner reported") == [ConflictType.DENIAL]


def test_a_name_beside_a_possessive_is_no_pronoun() -> None:
    quote = '"About sixty of the crew could be offered other work in the spring"'
    found = []
    for name, source, said in (
        ("a", "Police", "Police"),
        ("b", "Corrie Council", "its council, Corrie Council"),
    ):
        one = report(name, f"{quote}, a post said.")
        made = statement(one, quote, source, kind=StatementKind.DIRECT)
        found.append(facts(one, [replace(made, source=Span(0, 0, said))]))
    assert [one.type for one in apart(*found)] == [ConflictType.MISQUOTE]


def test_words_that_a_pronoun_gives_to_somebody_are_no_misquote() -> None:
    quote = '"About sixty of the crew could be offered other work in the spring"'
    found = []
    for name, source, said in (("a", "Police", "Police"), ("b", "Corrie Council", "she")):
        one = report(name, f"{quote}, a post said.")
        made = statement(one, quote, source, kind=StatementKind.DIRECT)
        made = replace(made, source=Span(0, 0, said))
        found.append(facts(one, [made]))
    assert apart(*found) == []


def test_a_number_told_under_both_measures_in_one_report_is_two_counts() -> None:
    def both(name: str, *measures: str) -> Facts:
        made = toll(name, 400, "Police")
        return replace(
            made,
            figures=tuple(replace(one, id=f"{name}{m}", measure=m) for one in made.figures for m in measures),
        )

    assert apart(both("a", "killed", "injured"), both("b", "injured")) == []
    small = [toll("a", 12, "Police"), toll("b", 12, "Police")]
    small[1] = replace(small[1], figures=tuple(replace(one, measure="injured") for one in small[1].figures))
    assert apart(*small) == []


def test_a_first_is_set_against_an_earlier_time() -> None:
    new = report("a", "The sea broke the wall of Corrie harbour for the first time.", "2024-05-03")
    old = report("b", "In 1998 the sea broke the wall of Corrie harbour.", "2024-05-04")
    then = Moment("1998-01-01", "1998-12-31", stated("1998-01-01").precision, Basis.EXPRESSION)
    found = [
        facts(
            new,
            [statement(new, "The sea broke the wall of Corrie harbour for the first time", "Police")],
            names=("Corrie",),
        ),
        facts(
            old,
            [statement(old, "the sea broke the wall of Corrie harbour", "Police", event=then)],
            names=("Corrie",),
        ),
    ]
    assert [one.type for one in apart(*found)] == [ConflictType.FIRST]


def test_a_toll_that_moved_from_one_number_to_another_is_an_update() -> None:
    old = toll("a", 26, "Police", published="2024-05-03")
    text = "The toll was lowered from 26 to 19 on Saturday."
    one = report("b", text, "2024-05-04")
    told = [figure(one, number, "killed", float(number), float(number), who=None) for number in ("26", "19")]
    found = apart(old, facts(one, [], told))
    assert [(item.type, item.a.id, item.b.id) for item in found] == [
        (ConflictType.UPDATE, old.figures[0].id, told[1].id)
    ]


def test_undated_and_dated_tolls_of_two_parties_are_no_dispute_unless_set_side_by_side() -> None:
    dated = toll("a", 9, "Police", published="2024-05-01")
    assert apart(dated, toll("b", 26, "Corrie Council")) == []


def listed(joint: str) -> Facts:
    """A report in which the council gives two numbers, in one sentence or in two."""
    text = f"The council said 12 people were killed at the port{joint} 20 people were killed at the station."
    one = report("l", text, "2024-05-01", outlet="l Post")
    parts = "12 people were killed at the port", "20 people were killed at the station"
    said = [statement(one, part, "Corrie Council") for part in parts]
    counts = [
        of(told, figure(one, f"{number} people", "killed", number, number, as_of=stated("2024-05-01")))
        for told, number in zip(said, (12, 20), strict=True)
    ]
    return facts(one, said, counts)


def test_two_numbers_of_one_sentence_are_of_two_places_and_no_rivals_of_a_third() -> None:
    whole = toll("a", 33, "Police", when=stated("2024-05-01"), published="2024-05-01")
    assert apart(whole, listed(" and")) == []
    assert apart(whole, listed(". Then")) == []
    other = toll("b", 20, "Corrie Council", when=stated("2024-05-01"), published="2024-05-01")
    assert [one.type for one in apart(whole, other)] == [ConflictType.FIGURE]


def test_a_headline_that_repeats_the_body_takes_no_part() -> None:
    body = toll("a", 9, "Police", when=stated("2024-05-01"))
    late = report("b", "Toll at 17\nPolice said 17 people were killed.", "2024-05-03")
    loud = Block(0, 10, BlockRole.HEADLINE), Block(11, len(late.text), BlockRole.PARAGRAPH)
    late = replace(late, blocks=loud)
    said = statement(late, "17 people were killed", "Police")
    top = figure(late, "17", "killed", 17, 17, who=None, sources=said.sources)
    below = of(said, figure(late, "17 people", "killed", 17, 17))
    (one,) = apart(body, facts(late, [said], [top, below]))
    assert one.b.id == below.id


def test_a_denial_that_points_back_is_set_against_the_paragraph_before() -> None:
    text = "Police said the pier was closed.\nThe council rejected both accounts."
    one = replace(
        report("a", text),
        blocks=(Block(0, 32, BlockRole.PARAGRAPH), Block(33, len(text), BlockRole.PARAGRAPH)),
    )
    claim = statement(one, "the pier was closed", "Police")
    denial = statement(one, "both accounts", "Corrie Council", stance=Stance.DENIES)
    (found,) = apart(facts(one, [claim, denial]))
    assert (found.type, found.a.id, found.b.id) == (ConflictType.DENIAL, claim.id, denial.id)


def test_two_authorities_that_put_one_event_on_two_days_are_a_conflict_of_dates() -> None:
    told = []
    for name, party, when in (("a", "Police", "2024-05-01"), ("b", "Corrie Council", "2024-05-03")):
        one = report(name, "the northern lock gate at Corrie collapsed under the barge")
        told.append(facts(one, [statement(one, one.text, party, event=stated(when))], names=["Corrie"]))
    (found,) = apart(*told)
    assert found.type is ConflictType.DATE


def test_the_dead_of_two_sides_are_never_set_against_each_other() -> None:
    ours = toll("a", 17, "Police", when=stated("2024-05-03"), who_side="one")
    theirs = toll("b", 40, "Corrie Council", when=stated("2024-05-03"), who_side="other")
    same = toll("b", 40, "Corrie Council", when=stated("2024-05-03"), who_side="one")
    assert [one.type for one in apart(ours, same)] == [ConflictType.FIGURE]
    assert apart(ours, theirs) == []


def test_of_one_dispute_the_report_that_set_the_two_side_by_side_first_is_shown() -> None:
    def both(name: str, of_police: int, published: str) -> Facts:
        text = f"Police said {of_police} people were killed. The council said 40 people were killed."
        one = report(name, text, published, outlet=f"{name} Post")
        told = [
            statement(one, f"{n} people were killed", who)
            for n, who in ((of_police, "Police"), (40, "Corrie Council"))
        ]
        numbers = [figure(one, f"{n} people", "killed", n, n) for n in (of_police, 40)]
        return facts(one, told, [of(*pair) for pair in zip(told, numbers, strict=True)])

    found = apart(both("a", 60, "2024-05-03"), both("b", 58, "2024-05-04"))
    (one,) = (each for each in found if each.type is ConflictType.FIGURE)
    assert "60 people" in one.why


def test_a_number_moved_to_another_speaker_is_set_against_its_owner_s() -> None:
    parties = [entity("Corrie Flood Agency"), entity("water office")]
    found = [
        toll("a", 14, "Corrie Flood Agency"),
        toll("b", 26, "Corrie Flood Agency"),
        toll("c", 14, "water office"),
    ]
    story = resolved(found, parties)
    made = conflicts.relate(story, claims.relate(story, embed), tracks.relate(story))
    (one,) = (each for each in made if each.type is ConflictType.MISQUOTE)
    assert {one.a.id, one.b.id} == {found[0].figures[0].id, found[2].figures[0].id}


def test_what_an_outlet_passes_on_and_what_a_count_came_from_are_no_party_s_numbers() -> None:
    def two(number: str, low: float, high: float, source: str) -> list[ConflictType]:
        text = f"Police said 40 people were killed. {source} said {number} people were killed."
        one = report("a", text, "2024-05-03")
        told = [
            statement(one, f"{words} people were killed", who)
            for words, who in (("40", "Police"), (number, source))
        ]
        made = [
            figure(one, "40 people", "killed", 40, 40),
            figure(one, f"{number} people", "killed", low, high),
        ]
        first = facts(one, told, [of(*pair) for pair in zip(told, made, strict=True)])
        story = resolved([first, toll("b", 40, "Police")], [POLICE, COUNCIL, entity("Norland News Agency")])
        found = conflicts.relate(story, claims.relate(story, embed), tracks.relate(story))
        return [each.type for each in found]

    assert two("60", 60, 60, "Corrie Council") == [ConflictType.FIGURE]
    assert two("60", 60, 60, "Norland News Agency") == []
    assert two("from 60 to 70", 60, 70, "Corrie Council") == []


def test_a_first_that_a_pronoun_takes_up_is_of_the_time_told_before() -> None:
    called = "It was the first time the sea broke the wall of Corrie harbour"
    text = f"In 1998 a wave struck Corrie harbour. {called}."
    new = report("a", text, "2024-05-03")
    old = report("b", "On 9 May 1998 the sea broke the wall of Corrie harbour.", "2024-05-04")
    then = Moment("1998-05-09", "1998-05-09", stated("1998-05-09").precision, Basis.EXPRESSION)
    first = facts(new, [statement(new, called, "Police")], names=("Corrie",))
    told = statement(old, "the sea broke the wall of Corrie harbour", "Police", event=then)
    earlier = facts(old, [told], names=("Corrie",))
    assert [one.type for one in apart(first, earlier)] == [ConflictType.FIRST]
    of_1998 = replace(first, times=(time(new, "1998", "1998-01-01", "1998-12-31"),))
    assert apart(of_1998, earlier) == []


def test_what_a_count_came_from_is_a_state_of_it_however_far(tmp_path: Path) -> None:
    texts = {
        "a": "Published: 9 May 2024\n\nThe dam at Kolva broke on 9 May. Forty-two people were missing.",
        "b": "Published: 11 May 2024\n\nAt Kolva, where the dam broke on 9 May, 19 people were missing, "
        "down from 42.",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    dossier = api.dossiers([str(tmp_path)], one_story=True).dossiers[0]
    line = next(one for one in dossier.tracks if one.measure == "missing")
    lows = {one.id: one.low for one in dossier.figures}
    assert {lows[id_] for id_ in line.figures} == {19, 42}
