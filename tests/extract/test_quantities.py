import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.extract.facts_of import facts_of
from tests.extract.figures_of import PUBLISHED, figures_of

from sayso.model.report import Basis, Extent


@pytest.mark.parametrize(
    ("text", "found", "measure"),
    [
        ("The blast killed five guards.", "five guards", "killed"),
        ("Five guards were killed in the blast.", "Five guards", "killed"),
        ("The blast left five guards dead.", "five guards", "killed"),
        ("Police buried five guards who died there.", "five guards", "killed"),
        ("At least 30 people have died.", "At least 30 people", "killed"),
        ("About 100 soldiers are believed to have died.", "About 100 soldiers", "killed"),
        ("The quake claimed 132 lives.", "132 lives", "killed"),
        ("Twelve miners lost their lives.", "Twelve miners", "killed"),
        ("There were three deaths.", "three deaths", "killed"),
        ("The death toll of 12 is final.", "12", "killed"),
        ("The town mourned the deaths of 12 miners.", "12 miners", "killed"),
        ("Nearly 400 people were injured.", "Nearly 400 people", "injured"),
        ("Nine guards have sustained injuries.", "Nine guards", "injured"),
        ("The army reported 3,000 casualties.", "3,000 casualties", "casualties"),
        ("4,000 soldiers had been killed or injured.", "4,000 soldiers", "casualties"),
        ("Hundreds killed and wounded.", "Hundreds", "casualties"),
        ("Two hikers went missing.", "Two hikers", "missing"),
        ("The army captured two wounded soldiers.", "two wounded soldiers", "captured"),
        (
            "The agency reported that one wounded guard, captured there, had died.",
            "one wounded guard",
            "captured",
        ),
        ("Photos show two wounded men.", "two wounded men", "injured"),
        ("Some 3,000 villagers were displaced.", "Some 3,000 villagers", "displaced"),
        ("More than 200 guests were evacuated.", "More than 200 guests", "evacuated"),
        ("Divers rescued four boys.", "four boys", "rescued"),
        ("Police arrested 15 men.", "15 men", "arrested"),
        ("The state sent 10,000 to 12,000 troops.", "10,000 to 12,000 troops", "deployed"),
        ("There are approximately 12,000 soldiers.", "approximately 12,000 soldiers", "deployed"),
        ("The storm damaged 40 homes.", "40 homes", "damaged"),
        ("The storm destroyed 40 homes.", "40 homes", "destroyed"),
        ("The fire claimed 10 firefighters' lives.", "10 firefighters", "killed"),
        ("The grant changed 10 firefighters' lives.", "10 firefighters", "firefighter"),
        ("Eleven guards were taken to hospital.", "Eleven guards", "injured"),
        ("Eleven guards were taken to court.", "Eleven guards", "guard"),
        ("Six people remained in hospital.", "Six people", "injured"),
        ("Over 5,000 people were forced from their homes.", "Over 5,000 people", "displaced"),
        ("Two ministers were forced from office.", "Two ministers", "minister"),
        ("Some 7,000 people had been moved to shelters.", "Some 7,000 people", "evacuated"),
        ("The ministry lowered the number of those killed in Lunde to 16.", "16", "killed"),
        ("The flood has forced 5,000 people from their homes.", "5,000 people", "displaced"),
        ("The flood has forced 5,000 people to think.", "5,000 people", "people"),
        ("Divers pulled nine boys alive from the lake.", "nine boys", "rescued"),
        ("Police took nine men into custody.", "nine men", "arrested"),
        ("The bus took nine men home.", "nine men", "man"),
        ("Some 5,000 people were forced to flee.", "Some 5,000 people", "displaced"),
        ("Thousands of villagers had to leave their homes.", "Thousands of villagers", "displaced"),
        ("Two boys left home at dawn.", "Two boys", "boy"),
        ("Some 4,000 people are sheltering in schools.", "Some 4,000 people", "displaced"),
        ("All 132 people aboard were killed.", "132 people", "killed"),
        ("A boat with 40 people aboard sank.", "40 people", "aboard"),
        ("12 drown as boat capsizes", "12 drown", "killed"),
        ("The mint made 12 die casts.", "12 die casts", "cast"),
        ("Rebels released 90 prisoners.", "90 prisoners", "freed"),
        ("All 12 hostages were released.", "12 hostages", "freed"),
        ("Four guards were released from hospital.", "Four guards", "guard"),
        ("Ana Kovar demanded that rebels release 90 prisoners.", "90 prisoners", "prisoner"),
        ("Some 307 passengers and crew were on board.", "Some 307 passengers and crew", "aboard"),
        ("Two gunmen and police traded fire.", "Two gunmen", "gunman"),
        ("The bomber blew up a tram, killing herself and six guards.", "six guards", "killed"),
        ("She drove herself and six guards.", "six guards", "guard"),
        ("Three Sarvians among dead in Brod attack", "Three Sarvians", "killed"),
        ("Three guards live among rich people.", "Three guards", "guard"),
        ("Several guards were among those killed.", "Several guards", "killed"),
        ("Among those killed were five guards.", "five guards", "killed"),
        ("Among those present were five guards.", "five guards", "guard"),
        ("Police seek the 275 kidnapped girls.", "275 kidnapped girls", "abducted"),
        ("Several guards were among those sworn in.", "Several guards", "guard"),
        ("The captain of two ships died.", "two ships", "ship"),
        ("A group of 12 men died.", "12 men", "killed"),
        ("Twelve refugees drowned.", "Twelve refugees", "killed"),
        ("Twelve refugees sang.", "Twelve refugees", "displaced"),
        ("Two detainees were released.", "Two detainees", "freed"),
        ("Two guards are known to be injured.", "Two guards", "injured"),
        ("Two guards were sent to be injured.", "Two guards", "guard"),
        ("Two guards are not known to be injured.", "Two guards", "guard"),
        ("Eight guards had serious injuries.", "Eight guards", "injured"),
        ("Eight guards are in critical condition.", "Eight guards", "injured"),
        ("Two bridges are in critical condition.", "Two bridges", "bridge"),
        ("Eight guards are in good condition.", "Eight guards", "guard"),
        ("The bill passed with 212 votes.", "212 votes", "votes"),
        ("It cost $3.5 billion.", "$3.5 billion", "money"),
        ("It covers 984 square kilometres.", "984 square kilometres", "area"),
        ("It lies 20 miles away.", "20 miles", "distance"),
        ("He bought three ships.", "three ships", "ship"),
        ("Divers recovered 14 bodies.", "14 bodies", "killed"),
        ("A man's body was found in a ditch.", "A man's body", "killed"),
        ("Two sporting bodies complained.", "Two sporting bodies", "body"),
        ("A 58-year-old woman died there.", "A 58-year-old woman", "killed"),
        ("Fishermen picked up 12 people.", "12 people", "rescued"),
        ("Forty people were pulled alive from the sea.", "Forty people", "rescued"),
        ("The manifest listed 88 people.", "88 people", "aboard"),
        ("She put the number of people on board at 88.", "88", "aboard"),
        ("At least 30 of the people who sailed are islanders.", "At least 30 of the people", "aboard"),
        ("The bus is licensed to carry 50.", "50", "capacity"),
        ("Guards took two wounded soldiers from the hill.", "two wounded soldiers", "captured"),
        ("They took two soldiers to town.", "two soldiers", "soldier"),
        ("Twenty people are out of contact.", "Twenty people", "missing"),
        ("Ten of the survivors were treated for burns.", "Ten of the survivors", "injured"),
        ("Nine of the dead were islanders.", "Nine of the dead", "killed"),
        ("Around 60 of the plant's workers stay.", "Around 60 of the plant's workers", "worker"),
        ("The model projected peak deaths at 2,214.", "2,214", "killed"),
        ("The firm has a workforce of about 21,000.", "about 21,000", "workforce"),
        ("It lost £27million.", "£27million", "money"),
        ("It costs 310 million kronor.", "310 million kronor", "money"),
        ("The wind reached 90 kilometres an hour.", "90 kilometres an hour", "speed"),
    ],
)
def test_a_figure_has_its_span_and_measure(text: str, found: str, measure: str) -> None:
    (only,) = figures_of(text)
    assert (only.text, only.measure) == (found, measure)


def test_what_somebody_is_charged_with_wanting_to_do_gives_no_measure() -> None:
    text = "Kovar is charged with using a bomb to kill three guards and injure 40 others."
    assert all(one.measure != "injured" for one in figures_of(text))
    (hurt,) = figures_of("Kovar used a bomb to break in and injured 40 others.")
    assert hurt.measure == "injured"


def test_no_more_leaves_those_told_of_before() -> None:
    assert figures_of("There were no more survivors.") == ()
    (none,) = figures_of("There were no survivors.")
    assert (none.measure, none.low) == ("survived", 0)


def test_a_verb_of_others_befalls_only_them() -> None:
    both, one = figures_of("Two guards were run down, one killed and the other hurt.")
    assert (both.measure, one.measure) == ("guard", "killed")


def test_a_toll_is_read_behind_what_it_rose_by() -> None:
    more, toll = sorted(figures_of("The toll rose by two to 43."), key=lambda one: one.low or 0)
    assert (more.low, more.change is None) == (2, False)
    assert (toll.low, toll.measure, toll.change) == (43, "killed", None)


def test_killed_and_wounded_together_are_casualties_and_the_missing_stand_apart() -> None:
    lost, missing = figures_of(
        "The unit lost at least 30 soldiers killed and wounded, and three more went missing."
    )
    assert (lost.measure, lost.low, lost.high) == ("casualties", 30, None)
    assert (missing.measure, missing.low) == ("missing", 3)


def test_another_thousand_beside_another_measure_is_a_level() -> None:
    dead, hurt = figures_of("At least 100 soldiers had been killed and another 1,000 wounded.")
    assert (dead.measure, hurt.measure) == ("killed", "injured")
    assert (hurt.text, hurt.extent) == ("another 1,000 wounded", Extent.LEVEL)


def test_another_forty_of_the_same_is_new_since() -> None:
    (only,) = figures_of("Another 40 people died in hospital.")
    assert only.extent is Extent.NEW_SINCE


def test_parts_name_their_whole_and_take_its_measure() -> None:
    whole, officers, generals = figures_of(
        "There are 12,000 soldiers, including 500 officers and three generals."
    )
    assert whole.extent is Extent.LEVEL
    assert {officers.part_of, generals.part_of} == {whole.id}
    assert {officers.measure, generals.measure} == {"deployed"}


def test_an_injured_man_is_a_figure_of_one_and_a_man_who_speaks_is_none() -> None:
    (only,) = figures_of("An injured man was captured. A man said so. Soldiers were killed.")
    assert (only.text, only.low, only.high) == ("An injured man", 1, 1)


def test_a_man_in_a_sentence_about_a_toll_is_no_figure() -> None:
    assert figures_of("The death toll in the attack, in which a man drove a truck, is not known.") == ()


def test_no_casualties_is_a_figure_of_nought() -> None:
    (only,) = figures_of("The fire caused no casualties.")
    assert (only.low, only.high, only.measure) == (0, 0, "casualties")


def test_a_stated_period_bounds_the_figure_and_its_day() -> None:
    (only,) = figures_of("On 14 and 15 March the army lost at least 30 soldiers killed and wounded.")
    assert only.extent is Extent.IN_PERIOD
    assert only.during is not None
    assert (only.during.from_, only.during.to) == ("2024-03-14", "2024-03-15")
    assert only.as_of is not None
    assert (only.as_of.to, only.as_of.basis) == ("2024-03-15", Basis.EXPRESSION)


def test_the_day_of_saying_is_no_period() -> None:
    (only,) = figures_of("The mayor said on Tuesday that 12 people were killed.")
    assert (only.extent, only.during) == (Extent.LEVEL, None)


def test_a_period_that_cannot_be_resolved_still_keeps_a_figure_off_the_whole() -> None:
    (only,) = figures_of("On 14 and 15 March the army lost 30 soldiers killed and wounded.", published=None)
    assert (only.extent, only.during, only.as_of) == (Extent.IN_PERIOD, None, None)


def test_tolls_and_since_are_cumulative() -> None:
    (toll,) = figures_of("The death toll rose to 45.")
    (since,) = figures_of("More than 3,000 soldiers have been killed since October.")
    assert (toll.extent, since.extent) == (Extent.CUMULATIVE, Extent.CUMULATIVE)


def test_without_a_date_of_its_own_a_figure_holds_no_later_than_its_report() -> None:
    (dated,) = figures_of("Five guards were killed.")
    (undated,) = figures_of("Five guards were killed.", published=None)
    assert dated.as_of is not None
    assert (dated.as_of.from_, dated.as_of.to, dated.as_of.basis) == (None, PUBLISHED, Basis.INFERRED)
    assert undated.as_of is None


def test_a_stated_day_is_the_day_a_figure_holds_for() -> None:
    (only,) = figures_of("By Tuesday 12 people had died.")
    assert only.as_of is not None
    assert only.as_of.to == "2024-05-14"


def test_a_negated_verb_gives_no_measure() -> None:
    (only,) = figures_of("Police said 12 guards were not injured.")
    assert only.measure == "guard"


@pytest.mark.parametrize("text", ["The blast could kill 500 guards.", "They came to free 500 guards."])
def test_what_has_not_happened_gives_no_measure(text: str) -> None:
    (only,) = figures_of(text)
    assert only.measure == "guard"


def test_a_count_as_of_a_day_is_a_level_on_that_day() -> None:
    dead, missing = figures_of("As of noon on Friday, 41 people had died and 26 were missing.")
    assert (dead.extent, dead.during, missing.measure) == (Extent.LEVEL, None, "missing")
    assert dead.as_of is not None
    assert dead.as_of.to == "2024-05-10"


def test_people_on_board_are_aboard() -> None:
    (only,) = figures_of("At least 160 people were believed to have been on board.")
    assert (only.measure, only.low) == ("aboard", 160)


def test_a_currency_code_before_a_number_is_money() -> None:
    (only,) = figures_of("The repair cost Rs 1.8 million.")
    assert (only.text, only.unit, only.low) == ("Rs 1.8 million", "INR", 1_800_000)


def test_the_day_a_number_changes_is_no_period() -> None:
    old, new = figures_of("Officials on Friday cut the number of people killed from 26 to 19.")
    assert (old.measure, new.measure, new.unit) == ("killed", "killed", "person")
    assert (new.extent, new.during) == (Extent.CUMULATIVE, None)


def test_an_active_subject_is_not_a_victim() -> None:
    attackers, victims = figures_of("Ten gunmen killed 40 villagers.")
    assert (attackers.measure, victims.measure) == ("gunman", "killed")


def test_who_is_counted_stands_with_its_modifiers() -> None:
    (only,) = figures_of("More than 3,000 North Korean soldiers were killed.")
    assert (only.who, only.unit) == ("North Korean soldiers", "person")


def test_the_number_of_something_counts_it() -> None:
    (only,) = figures_of("The number of foreign soldiers present in the valley ranges from 11,000 to 12,000.")
    assert (only.measure, only.low, only.high, only.who) == ("deployed", 11_000, 12_000, "foreign soldiers")


def test_small_coins_are_given_in_their_currency() -> None:
    (only,) = figures_of("A stamp costs 36 cents.")
    assert (only.unit, only.low) == ("USD", 0.36)


def test_the_text_of_a_figure_keeps_the_characters_of_the_report() -> None:
    text = "An envoy spoke of “several hundred” casualties."
    (only,) = figures_of(text)
    assert only.text == "“several hundred” casualties" or only.text == "several hundred” casualties"
    assert text[only.start : only.end] == only.text


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet="0123456789 ,.-–/:'’“”()$€£%²٣ killeddead men of two hundred or more\n", max_size=80))
def test_any_text_gives_figures_with_their_own_words(text: str) -> None:
    for figure in figures_of(text):
        assert text[figure.start : figure.end] == figure.text
        assert figure.low is not None or figure.high is not None
        assert figure.low is None or figure.high is None or figure.low <= figure.high


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police put the dead at 31 and the missing at 12.", [(31, "killed"), (12, "missing")]),
        ("The toll rose to 23 from 17.", [(23, "killed"), (17, "killed")]),
        (
            "They cut the number of people slain from 26 to 19 and the number of missing from 57 to 33.",
            [(26, "killed"), (19, "killed"), (57, "missing"), (33, "missing")],
        ),
        ("The number killed by the storm was cut from 11 to 8.", [(11, "killed"), (8, "killed")]),
        ("The number of posts at risk has fallen to 615 from 640.", [(615, "post"), (640, "post")]),
        ("Police counted 17 dead, while the army had counted 14.", [(17, "killed"), (14, "killed")]),
        ("Some 500 people were saved, 40 of them by boat.", [(500, "rescued"), (40, "rescued")]),
        ("Some 500 people were saved, including 40 who swam.", [(500, "rescued"), (40, "rescued")]),
        ("She said 41 people had died. The figure of 41 was wrong.", [(41, "killed"), (41, "killed")]),
        ("The mill cuts 640 jobs. About 60 of the 640 may move.", [(640, "job"), (60, "job"), (640, "job")]),
    ],
)
def test_a_bare_number_takes_the_measure_of_what_it_stands_for(
    text: str, expected: list[tuple[int, str]]
) -> None:
    assert [(figure.low, figure.measure) for figure in figures_of(text)] == expected


def test_a_bare_part_takes_the_unit_of_its_whole_and_says_of_them() -> None:
    whole, some = figures_of("Some 500 people were saved, 40 of them by boat.")
    assert (some.text, some.part_of, some.unit) == ("40 of them", whole.id, "person")


def test_another_thousand_are_of_the_group_before() -> None:
    _, wounded = figures_of("At least 100 northern soldiers were killed and another 1,000 wounded.")
    assert (wounded.measure, wounded.who) == ("injured", "northern soldiers")


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The toll was cut to 19 following counts of the dead.", "19"),
        ("Some 19 working pumps were lost.", "Some 19 working pumps"),
    ],
)
def test_a_participle_that_stands_for_a_preposition_is_not_counted(text: str, figure: str) -> None:
    assert [one.text for one in figures_of(text)] == [figure]


def test_the_hurt_of_a_headline_are_not_the_dead_beside_them() -> None:
    dead, hurt = figures_of("56 dead, more than 600 hurt as forces clear the camps")
    assert (dead.measure, hurt.measure) == ("killed", "injured")


def test_one_person_is_no_sum_of_the_violence_that_killed_them() -> None:
    (only,) = figures_of("Cameraman Mick Kovar was shot dead in the violence.")
    assert only.extent is Extent.LEVEL


def test_those_whom_the_violence_killed_are_a_sum() -> None:
    (only,) = figures_of("Some 400 people were shot dead in the violence.")
    assert only.extent is Extent.CUMULATIVE


def test_bases_are_counted_by_the_base() -> None:
    (only,) = figures_of("The army left five military bases there.")
    assert only.measure == "base"


def test_a_toll_is_of_people_not_of_the_cases_told_with_it() -> None:
    told = {
        one.text: one.measure for one in facts_of("The toll rose to six, with 11 suspected cases.").figures
    }
    assert told == {"six": "killed", "11 suspected cases": "suspected case"}
    told = {one.text: one.measure for one in facts_of("The toll stands at 9 guards and 14 nuns.").figures}
    assert told == {"9 guards": "killed", "14 nuns": "killed"}


def test_what_some_of_the_nine_had_befell_not_all_nine() -> None:
    text = "Nine people were killed. Eight of the nine had gunshot wounds."
    told = {(one.text, one.measure, one.part_of is not None) for one in facts_of(text).figures}
    assert told == {("Nine people", "killed", False), ("Eight", "killed", True), ("nine", "killed", False)}
    who = {(one.text, one.measure) for one in facts_of("Two of the nine who died were nuns.").figures}
    assert who == {("Two", "killed"), ("nine", "killed")}


def test_what_a_toll_was_before_is_a_toll_of_its_own_day() -> None:
    found = {one.low: one for one in facts_of("The toll stands at 19, up from 13 on Monday.").figures}
    assert {one.measure for one in found.values()} == {"killed"}
    former = found[13].as_of
    assert former is not None
    assert former.from_ == "2024-05-13"
    assert found[19].as_of is not None
    assert found[19].as_of.from_ is None


def test_deaths_that_are_classed_as_something_are_some_of_the_deaths() -> None:
    text = "The toll is eight. The difference was due to two deaths that were classed as probable."
    told = {one.text: one.extent.value for one in facts_of(text).figures}
    assert told == {"eight": "cumulative", "two deaths": "part"}
    told = {
        one.text: one.extent.value for one in facts_of("Smoke caused 12 deaths that were avoidable.").figures
    }
    assert told == {"12 deaths": "level"}


def test_the_toll_of_a_fire_counts_no_fires() -> None:
    told = {one.text: one.measure for one in facts_of("The death toll of the fire stands at 19.").figures}
    assert told == {"19": "killed"}
    told = {one.text: one.measure for one in facts_of("The toll of wounded rose to 30.").figures}
    assert told == {"30": "injured"}
