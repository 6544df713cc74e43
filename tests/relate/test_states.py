"""Which counts are states of one count: a part, another event's or another place's toll is none."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pytest
from tests.relate.make import entity, facts, figure, of, report, resolved, statement, time

from sayso.model.relation import Track
from sayso.model.report import Block, BlockRole, Facts
from sayso.relate import sums, tracks

POLICE, MAYOR = entity("Police"), entity("Mayor Orlu")


def told(name: str, text: str, counts: Mapping[str, tuple[str, int]], *sources: str, on: str = "3") -> Facts:
    """A report whose figures are the given words: of which measure, and how many."""
    one = report(name, text, f"2024-05-0{on}", outlet=f"{name} Post")
    whole = statement(one, text, *sources)
    made = [
        of(whole, figure(one, words, measure, number, number, who=words.split(maxsplit=1)[-1]))
        for words, (measure, number) in counts.items()
    ]
    return facts(one, [whole], made)


def on_tracks(*reports: Facts) -> set[str]:
    """The words of the figures that are on a track."""
    story = sums.relate(resolved(list(reports), [POLICE, MAYOR]))
    return _texts(story.facts, tracks.relate(story))


def _texts(found: Iterable[Facts], made: Iterable[Track]) -> set[str]:
    on = {id_ for track in made for id_ in track.figures}
    return {one.text for item in found for one in item.figures if one.id in on}


FIRE = told("a", "The fire in Lunde killed 84 people.", {"84 people": ("killed", 84)})


def test_a_count_far_from_its_reports_own_is_of_another_event() -> None:
    text = "The fire killed 80 people. A day later one in Corrie killed two more guests."
    beside = told("b", text, {"80 people": ("killed", 80), "two more guests": ("killed", 2)})
    assert on_tracks(FIRE, beside) == {"84 people", "80 people"}


def test_who_is_captured_may_be_so_in_several_deeds() -> None:
    both = {"one guest": ("captured", 1), "two guests": ("captured", 2)}
    text = "The gang captured one guest in May and two guests in June."
    other = told("b", "The gang captured two guests.", {"two guests": ("captured", 2)})
    assert on_tracks(told("a", text, both), other) == {"one guest", "two guests"}


def test_a_count_that_another_report_gave_before_is_an_older_state() -> None:
    early = told("c", "The fire killed 30 people.", {"30 people": ("killed", 30)}, on="2")
    text = "The fire killed 80 people. At noon it was 30 people."
    late = told("b", text, {"80 people": ("killed", 80), "30 people": ("killed", 30)})
    assert len(_tracked(FIRE, early, late)) == 4
    called = told(
        "b",
        text.replace("At noon it was", "That is up from"),
        {"80 people": ("killed", 80)} | {"30 people": ("killed", 30)},
    )
    assert len(_tracked(FIRE, called)) == 3


def _tracked(*reports: Facts) -> list[str]:
    return [id_ for track in tracks.relate(resolved(list(reports), [POLICE, MAYOR])) for id_ in track.figures]


def test_what_a_party_puts_in_its_place_stays_unless_of_one_site() -> None:
    text = "The fire killed 80 people. The mayor said 20 residents died."
    one = told("b", text, {"80 people": ("killed", 80)})
    said = statement(one.report, "20 residents died", "Mayor Orlu")
    low = of(said, figure(one.report, "20 residents", "killed", 20, 20))
    both = replace(one, statements=(*one.statements, said), figures=(*one.figures, low))
    assert "20 residents" in on_tracks(FIRE, both)
    at = replace(one.report, text=text.replace("died", "died at the hospital"))
    said = statement(at, "20 residents died", "Mayor Orlu")
    low = of(said, figure(at, "20 residents", "killed", 20, 20))
    part = facts(at, [*one.statements, said], [*one.figures, low])
    assert "20 residents" not in on_tracks(FIRE, part)


def test_what_a_hospital_counts_was_brought_there() -> None:
    hospital = entity("Corrie Hospital")
    text = "The fire killed 80 people. The hospital counted 60 residents."
    one = told("b", text, {"80 people": ("killed", 80)})
    for source, on in ((hospital, False), (MAYOR, True)):
        said = statement(one.report, "counted 60 residents", source.name)
        low = of(said, figure(one.report, "60 residents", "killed", 60, 60))
        both = replace(one, statements=(*one.statements, said), figures=(*one.figures, low))
        found = tracks.relate(resolved([FIRE, both], [POLICE, MAYOR, hospital]))
        assert ("60 residents" in _texts([FIRE, both], found)) is on


def test_the_women_among_the_dead_are_a_part_of_them() -> None:
    other = told("a", "The fire killed three people.", {"three people": ("killed", 3)})
    text = "Two women and a man were killed. All three people lived in Lunde."
    parts = told("b", text, {"Two women": ("killed", 2), "three people": ("killed", 3)})
    assert "Two women" not in on_tracks(other, parts)
    alone = told("b", "The fire killed two women.", {"two women": ("killed", 2)})
    assert "two women" in on_tracks(other, alone)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The fire hurt 90 people. Of them 15 people remain in hospital.", "15 people"),
        ("The fire hurt 90 people. Some 70 people were critically hurt.", "70 people"),
        ("The fire hurt 90 people. So far 60 people were discharged.", "60 people"),
        ("The fire hurt 90 people. Of them 70 people were slightly hurt.", "70 people"),
        (
            "The fire hurt 90 people. Of them 70 people have wounds that are not life-threatening.",
            "70 people",
        ),
        ("The fire hurt 90 people. Some 70 people have life-threatening burns.", "70 people"),
    ],
)
def test_the_worst_and_those_in_hospital_yet_are_some_of_the_injured(text: str, words: str) -> None:
    other = told("a", "The fire hurt 95 people.", {"95 people": ("injured", 95)})
    number = int(words.split()[0])
    beside = told("b", text, {"90 people": ("injured", 90), words: ("injured", number)})
    assert on_tracks(other, beside) == {"95 people", "90 people"}
    same = told("b", "Some 95 people were slightly hurt.", {"95 people": ("injured", 95)})
    assert len(_tracked(other, same)) == 2
    taken = told("b", "They released a list of 80 people taken to hospital.", {"80 people": ("injured", 80)})
    assert "80 people" in on_tracks(other, taken)


def test_a_sum_goes_with_its_part() -> None:
    other = told(
        "a",
        "It killed 9 people and hurt 50 people.",
        {"9 people": ("killed", 9)} | {"50 people": ("injured", 50)},
    )
    text = "It hurt 60 people. It killed 8 people and 12 people are critically hurt."
    counts = {"60 people": ("injured", 60), "8 people": ("killed", 8), "12 people": ("injured", 12)}
    third = replace(told("c", "It left 59 casualties.", {"59 casualties": ("casualties", 59)}))
    found = on_tracks(other, told("b", text, counts), third)
    assert "9 people and hurt 50 people" in found
    assert "8 people and 12 people" not in found


def test_a_sentence_that_goes_on_about_an_older_event_counts_that() -> None:
    text = "In May 2019 a fire broke out in Corrie. It killed 70 people."
    old = told("b", text, {"70 people": ("killed", 70)})
    dated = replace(old, times=(time(old.report, "May 2019", "2019-05-01", "2019-05-31"),))
    new = told("c", "The fire in Lunde killed 82 people.", {"82 people": ("killed", 82)})
    assert on_tracks(FIRE, new, dated) == {"84 people", "82 people"}
    assert "70 people" in on_tracks(FIRE, new, old)


@pytest.mark.parametrize(
    "text",
    [
        "It was in revenge for a raid that killed 70 people.",
        "An earlier fire killed 70 people.",
        "It is the deadliest fire since one that killed 70 people.",
    ],
)
def test_what_an_event_answers_or_is_set_beside_is_another(text: str) -> None:
    new = told("c", "The fire in Lunde killed 82 people.", {"82 people": ("killed", 82)})
    assert on_tracks(FIRE, new, told("b", text, {"70 people": ("killed", 70)})) == {"84 people", "82 people"}
    own = told("b", "An earlier report said it killed 70 people.", {"70 people": ("killed", 70)})
    assert "70 people" in on_tracks(FIRE, new, own)


def test_what_a_word_means_and_that_there_was_none_for_years_count_nothing() -> None:
    means = told("b", "The law defines it as 70 people killed.", {"70 people": ("killed", 70)})
    means = replace(
        means,
        words=tuple(
            replace(one, pos="VERB", lemma="define") if "define" in one.lemma else one for one in means.words
        ),
    )
    assert on_tracks(FIRE, means) == set()
    none = told("b", "There have been no deaths on the pier since 1959.", {"no deaths": ("killed", 0)})
    assert on_tracks(FIRE, none) == set()
    now = told("b", "There have been no deaths on the pier.", {"no deaths": ("killed", 0)})
    assert "no deaths" in on_tracks(FIRE, now)


def test_a_list_of_places_a_line_each_is_of_none_of_the_whole() -> None:
    lines = ["Lunde: 70 dead", "Corrie: 60 dead", "Tarvik: 50 dead"]
    text = "\n".join(lines)
    one = told("b", text, {line.split(": ")[1]: ("killed", int(line.split()[1])) for line in lines})
    starts = [text.index(line) for line in lines]
    blocks = tuple(
        Block(at, at + len(line), BlockRole.PARAGRAPH) for at, line in zip(starts, lines, strict=True)
    )
    listed = replace(one, report=replace(one.report, blocks=blocks))
    assert on_tracks(FIRE, listed) == set()
    two = told("b", lines[0], {"70 dead": ("killed", 70)})
    assert "70 dead" in on_tracks(FIRE, two)


def test_counts_of_a_group_that_are_those_of_people_join_them() -> None:
    text = "The fire killed three people. The three clerks died at noon."
    both = told("b", text, {"three people": ("killed", 3), "three clerks": ("killed", 3)})
    more = told("c", "Three clerks were killed.", {"Three clerks": ("killed", 3)})
    assert [len(track.figures) for track in tracks.relate(resolved([both, more]))] == [3]
    other = told("c", "Five clerks were killed.", {"Five clerks": ("killed", 5)})
    assert [len(track.figures) for track in tracks.relate(resolved([both, other]))] == [2]


@pytest.mark.parametrize(
    ("number", "sources", "on"),
    [
        (8, (), {"8 boats"}),
        (3, (), set()),  # other boats
        (3, ("Police",), {"8 boats", "3 boats"}),  # a party's own number
    ],
)
def test_a_number_of_things_is_a_state_where_two_tell_it_or_somebody_gives_it(
    number: int, sources: tuple[str, ...], on: set[str]
) -> None:
    givers = ("Mayor Orlu",) if sources else ()
    first = told("a", "There were 8 boats at the quay.", {"8 boats": ("boat", 8)}, *givers)
    other = told(
        "b", f"There were {number} boats off Lunde.", {f"{number} boats": ("boat", number)}, *sources
    )
    assert on_tracks(first, other) == on


def test_large_numbers_of_things_near_each_other_are_states_of_one() -> None:
    first = told("a", "Some 900 boats came.", {"900 boats": ("boat", 900)})
    near = told("b", "The race had 1,200 boats.", {"1,200 boats": ("boat", 1200)})
    far = told("c", "The harbour holds 40 boats.", {"40 boats": ("boat", 40)})
    assert on_tracks(first, near, far) == {"900 boats", "1,200 boats"}
