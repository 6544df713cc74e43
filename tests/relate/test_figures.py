from dataclasses import replace

from tests.relate.make import day, entity, facts, figure, of, report, resolved, statement

from sayso.embed import embed
from sayso.model.relation import Conflict, ConflictType, When
from sayso.model.report import Basis, Extent, Facts, Moment, Stance, StatementKind
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
    story = resolved(found, [POLICE, COUNCIL])
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


def test_a_single_figure_makes_no_track() -> None:
    assert tracks.relate(resolved([toll("a", 17, "Police")], [POLICE])) == ()


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


def test_a_denial_is_a_conflict_with_what_it_denies() -> None:
    text = "the operator had ignored two warnings about the ferry"
    found = []
    for name, source, stance in (("a", "Police", Stance.ASSERTS), ("b", "Corrie Council", Stance.DENIES)):
        one = report(name, text)
        found.append(facts(one, [statement(one, text, source, stance=stance)]))
    assert [one.type for one in apart(*found)] == [ConflictType.DENIAL]


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
