"""What is compared and joined, from sentences through the whole program."""

from pathlib import Path

import pytest
from tests.relate.test_guards import dossier_of

from sayso import api
from sayso.model.relation import Claim

CLOSING = "Varnholt planned to close its paper mill at Ostry by March, with the loss of all 320 jobs."
"""A deed with a number beside it."""


def claims_of(folder: Path, *texts: str) -> list[set[str]]:
    """The texts of each claim's members, of one report for each text."""
    for place, text in enumerate(texts):
        (folder / f"{place}.txt").write_text(text, "utf-8")
    found = api.dossier([str(folder)])
    said = {one.id: one.text for one in found.statements} | {one.id: one.text for one in found.figures}

    def held(claim: Claim) -> set[str]:
        return {said[member.id] for member in claim.members}

    return [held(claim) for claim in found.claims]


def together(groups: list[set[str]], *words: str) -> bool:
    return any(all(any(word in text for text in group) for word in words) for group in groups)


def test_a_number_beside_the_deed_is_a_claim_of_its_own(tmp_path: Path) -> None:
    found = claims_of(
        tmp_path, CLOSING, "Mayor Ada Brandt said those 320 jobs had fed the town for a century."
    )
    assert not together(found, "planned to close", "had fed the town")


def test_a_claim_is_shown_in_the_name_of_who_says_it_there(tmp_path: Path) -> None:
    told = (
        "Varnholt, a paper maker, will close its mill. Varnholt chief Ada Brandt said all 320 jobs go.",
        "The paper maker Varnholt said 320 jobs would be lost at its mill at Ostry when the machines stop.",
    )
    for place, text in enumerate(told):
        (tmp_path / f"{place}.txt").write_text(text, "utf-8")
    texts = [claim.text for claim in api.dossier([str(tmp_path)]).claims]
    assert not any(text.startswith("Ada Brandt") and "would be lost" in text for text in texts)


def test_a_number_that_the_deed_is_done_to_is_what_the_statement_says(tmp_path: Path) -> None:
    found = claims_of(
        tmp_path,
        "The paper maker Varnholt will cut 320 jobs at its mill at Ostry.",
        "A total of 320 jobs will be lost at the Ostry mill, the union said.",
    )
    assert together(found, "will cut 320 jobs", "320 jobs will be lost")


@pytest.mark.parametrize(("number", "same"), [("40", True), ("55", False)])
def test_jobs_and_workers_of_one_whole_are_one_number(tmp_path: Path, number: str, same: bool) -> None:
    found = claims_of(
        tmp_path,
        "Varnholt will close its mill. All 320 jobs are at risk. Director Ada Brandt said about 40 of the "
        "320 could be offered work in the group.",
        "Varnholt will close its mill, where 320 workers make paper. Director Ada Brandt said "
        f"{number} of the 320 workers could be offered work in the group.",
    )
    assert together(found, "about 40 of the 320", f"{number} of the 320 workers") is same


LONG = (
    "Norland charged a teenage baker on Monday with arson for setting a flour store ablaze two weeks ago, a "
    "deed that made her known far beyond the valley and was seen as shameful by shopkeepers and as brave by "
    "fishermen, choir singers, widows and apprentices in coastal villages."
)


@pytest.mark.parametrize(("doer", "same"), [("Norland", True), ("Sudria", False)])
def test_one_deed_of_one_doer_is_the_same_among_many_circumstances(
    tmp_path: Path, doer: str, same: bool
) -> None:
    found = claims_of(tmp_path, LONG, f"{doer} charges teenage baker who burned store")
    assert together(found, LONG[:30], "burned") is same


def test_people_told_of_before_are_not_one_claim_for_their_number(tmp_path: Path) -> None:
    freed = "The Red Cross said it had handed the 21 girls to their parents in Ostry on Friday."
    denied = "Mayor Ada Brandt denied that the 21 girls were swapped for rebels in Ostry on Friday."
    again = "The bishop said the 21 girls were handed to their parents in Ostry on Friday."
    found = claims_of(tmp_path, freed, denied, again)
    assert not together(found, "had handed the 21 girls", "swapped for rebels")
    assert together(found, "had handed the 21 girls", "were handed to their parents")


def test_two_names_of_one_speaker_need_share_no_more_than_one_would(tmp_path: Path) -> None:
    warned = (
        "A pilot in Ostry told Norwire that the captain was warned twice by radio on Monday not to leave."
    )
    again = "A pilot claimed that the skipper was told twice over the radio to stay put."
    other = "A trader claimed that the skipper was told twice over the radio to stay put."
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    assert together(claims_of(tmp_path / "one", warned, again), "warned twice", "told twice")
    assert not together(claims_of(tmp_path / "two", warned, other), "warned twice", "told twice")


QUOTED = "Mayor Ada Brandt called the decision “an act of quite deliberate spite”."


@pytest.mark.parametrize(
    ("again", "same"),
    [
        ("The shopkeeper branded the closure “an act of quite deliberate spite”.", True),
        ("The shopkeeper branded the closure “an act of quiet despair”.", False),
    ],
)
def test_the_same_quoted_words_are_one_claim_of_one_origin_whoever_said_them(
    tmp_path: Path, again: str, same: bool
) -> None:
    before = "Varnholt will close its paper mill at Ostry. "
    for place, text in enumerate((before + QUOTED, before + again)):
        (tmp_path / f"{place}.txt").write_text(text, "utf-8")
    found = api.dossier([str(tmp_path)])
    assert (
        together(claims_of(tmp_path, before + QUOTED, before + again), "the decision", "the closure") is same
    )
    if same:
        (claim,) = (one for one in found.claims if "spite" in one.text)
        assert (claim.origins_low, claim.origins_high) == (1, 2)


HEADED = """Mill talks to open on 5 March

The maker Varnholt said on Tuesday that formal talks on the future of the mill would begin on 5 March.

Ada Brandt, the mayor of Ostry, said that the town would not give up its mill.
"""


@pytest.mark.parametrize(
    ("headline", "same"), [("", True), ("How to read the mill talks on 5 March?", False)]
)
def test_a_heading_sums_up_what_its_text_tells(tmp_path: Path, headline: str, same: bool) -> None:
    text = HEADED.replace("Mill talks to open on 5 March", headline) if headline else HEADED
    found = claims_of(tmp_path, text)
    assert together(found, headline or "Mill talks to open", "would begin") is same


@pytest.mark.parametrize(("noun", "same"), [("employees", True), ("machines", False)])
def test_one_number_of_jobs_and_of_those_who_hold_them_is_one(tmp_path: Path, noun: str, same: bool) -> None:
    found = claims_of(
        tmp_path,
        "Varnholt will close its mill. About 60 jobs could be kept at other mills of the group, Ada Bo said.",
        f"Varnholt will close its mill. Around 60 {noun} could be kept at other mills of it, she said.",
    )
    assert together(found, "About 60", "Around 60") is same


@pytest.mark.parametrize(
    ("when", "same"), [("when a slide buried a road", True), ("by a slide in 2019", False)]
)
def test_a_count_of_one_day_is_the_count_told_without_a_day(tmp_path: Path, when: str, same: bool) -> None:
    found = claims_of(
        tmp_path,
        "2022-08-16\n\nA slide killed at least eleven people in the hills of Ostry on Tuesday, police said.",
        f"2022-08-16\n\nAt least 11 people were killed {when} in the hills of Ostry, police said.",
    )
    assert together(found, "at least eleven", "At least 11") is same


def test_names_on_a_list_are_people_told_of_by_the_same_number(tmp_path: Path) -> None:
    found = claims_of(
        tmp_path,
        "Norlines said the manifest of the ferry Marta listed 143 people on board.",
        "Norlines said its manifest of 143 names on board was complete.",
    )
    assert together(found, "143 people", "143 names")


@pytest.mark.parametrize(("told", "same"), [("more than 50 inches", True), ("more than 50 feet", False)])
def test_one_number_of_two_units_is_not_one_figure(tmp_path: Path, told: str, same: bool) -> None:
    found = claims_of(
        tmp_path,
        "The storm dumped more than 50 inches of rain on parts of Lunde, forecasters said.",
        f"Forecasters said the storm had dumped {told} of rain on parts of Lunde.",
    )
    assert together(found, "than 50 inches", told[5:]) is same


def test_an_outlet_that_does_something_is_another_doer(tmp_path: Path) -> None:
    found = claims_of(
        tmp_path,
        "Mayor Ada Brandt said on Monday that the Ostry Herald had closed its mill at Lunde in March.",
        "Mayor Ada Brandt said on Monday that Varnholt had closed its mill at Lunde in March.",
    )
    assert not together(found, "Herald", "Varnholt")


def test_two_lines_of_a_list_are_two_things(tmp_path: Path) -> None:
    found = claims_of(
        tmp_path,
        "These were the worst fires.\n\nLunde paper mill: 13 dead\n\nOstry weaving shed: 13 dead\n\n",
    )
    assert not any(sum("13 dead" in text for text in group) > 2 for group in found), found


@pytest.mark.parametrize(
    ("title", "same"), [("Photos: The great fire at the mill of Ostry ", False), ("", False)]
)
def test_the_title_before_each_caption_makes_no_two_of_them_alike(
    tmp_path: Path, title: str, same: bool
) -> None:
    captions = (
        "A woman looks for her son",
        "Firemen carry a ladder",
        "Police close the road",
        "A dog sleeps",
    )
    found = claims_of(tmp_path, "\n\n".join(f"{title}{caption}." for caption in captions))
    assert together(found, "looks for her son", "carry a ladder") is same


@pytest.mark.parametrize(
    ("content", "same"),
    [
        ("asked whether the zoo in Ostry could meet the needs of such animals", False),
        ("said that the zoo in Ostry could meet the needs of such animals", True),
    ],
)
def test_what_is_only_asked_is_no_telling_of_it(tmp_path: Path, content: str, same: bool) -> None:
    found = claims_of(
        tmp_path,
        f"Keeper Ada Brandt {content}.",
        "The zoo in Ostry meets the needs of its animals with warm cages.",
    )
    assert together(found, "could meet the needs", "warm cages") is same


@pytest.mark.parametrize(
    ("again", "same"), [("came rushing into his inn", False), ("stood on the beach in Ostry", True)]
)
def test_a_round_number_of_people_recurs(tmp_path: Path, again: str, same: bool) -> None:
    found = claims_of(
        tmp_path,
        "Baker Ada Brandt said about 100 people were on the beach of Ostry below the wall.",
        f"Waiter Odran Feeley said about 100 people {again}.",
    )
    assert together(found, "were on the beach", again) is same


@pytest.mark.parametrize(
    ("quoted", "same"), [("He found out from a note", True), ("She found it in a drawer", False)]
)
def test_a_heading_that_quotes_goes_with_what_it_quotes(tmp_path: Path, quoted: str, same: bool) -> None:
    found = claims_of(
        tmp_path,
        f"‘{quoted}’: town reels as mill faces axe\n\nVarnholt will close its paper mill at Ostry.\n\n"
        "Ada Brandt, a baker, said: ‘Thirty years he has given that place and he found out from a note.’\n",
    )
    assert together(found, "town reels", "Thirty years") is same


RAMMED = (
    "Rebels struck at the Sudrian consulate in the northern port of Ostry late on Thursday, ramming a lorry "
    "laden with gas bottles into its wall and killing at least two people."
)


@pytest.mark.parametrize(
    ("first", "same"),
    [
        ("Two people have died in a suicide bombing in the town of Ostry.", True),
        ("Ostry is in mourning. Two people have died in a suicide bombing in the town of Ostry.", False),
    ],
)
def test_a_small_toll_told_first_in_two_reports_is_one(tmp_path: Path, first: str, same: bool) -> None:
    assert together(claims_of(tmp_path, first, RAMMED), "Two people", "at least two people") is same


@pytest.mark.parametrize(("town", "same"), [("Ostrowagadh", True), ("Kelminster", False)])
def test_a_name_spelled_in_two_ways_is_one_word(tmp_path: Path, town: str, same: bool) -> None:
    found = claims_of(
        tmp_path,
        "Mayor Ada Brandt of Ostrowagarh said a slide had closed the road from Ostrowagarh to the coast.",
        f"People fled {town} on Monday. The way from {town} to the coast was blocked by a slide.",
    )
    assert together(found, "had closed the road", "was blocked by a slide") is same


@pytest.mark.parametrize(
    ("said", "joined"),
    [("expected the Talwen to be back on the Corrie Dock", True), ("expected the Talwen", False)],
)
def test_names_alone_are_one_claim_where_one_speaker_says_the_same_of_them(said: str, joined: bool) -> None:
    dossier = dossier_of(
        f"Ana Kovar said she {said}.",
        "“We have to wait,” Ana Kovar said, expecting the Talwen to be back on the Corrie Dock.",
    )
    assert any(len(claim.members) == 2 for claim in dossier.claims) == joined


def test_of_two_parties_who_tells_what_is_not_so_tells_something_else(tmp_path: Path) -> None:
    told = "Lunde Dockers Union said the plan to close the iron mill at Ostry by March {} the town."
    plan = "Cale Foundry said that the plan to close the iron mill at Ostry by March pleased it."
    assert not together(claims_of(tmp_path, told.format("did not surprise"), plan), "the town", "pleased")
    assert together(claims_of(tmp_path, told.format("surprised"), plan), "the town", "pleased")


RAID = "On Monday guards raided the village of Ostry in Lunde, and 30 people were killed, a doctor said."


@pytest.mark.parametrize(
    ("told", "joined"),
    [
        ("The rebels said it was in answer to a raid on Ostry in which 30 people were killed.", False),
        ("The rebels said that after a raid on Ostry 30 people were killed.", True),
        ("The rebels said the guards had raided Ostry, killing 30 people.", True),
    ],
)
def test_a_toll_that_only_tells_which_event_is_meant_is_a_claim_of_its_own(
    tmp_path: Path, told: str, joined: bool
) -> None:
    content = told.removeprefix("The rebels said ").removeprefix("that ").rstrip(".")
    found = claims_of(tmp_path, RAID, told)
    assert together(found, "On Monday guards raided", content) is joined


@pytest.mark.parametrize(
    ("other", "joined"),
    [
        ("The scene after a bus overturned in Ostry, near Lunde.", False),
        ("At least six people died after a bus overturned in Ostry, near Lunde.", True),
    ],
)
def test_who_gives_no_number_does_not_tell_the_toll(tmp_path: Path, other: str, joined: bool) -> None:
    toll = "At least six people are dead after a bus overturned in Ostry, near Lunde."
    assert together(claims_of(tmp_path, toll, other), toll.rstrip("."), other.rstrip(".")) is joined


@pytest.mark.parametrize(("when", "joined"), [("earlier this month", True), ("early in the month", False)])
def test_a_time_set_beside_another_is_no_opposite_of_it(tmp_path: Path, when: str, joined: bool) -> None:
    found = claims_of(
        tmp_path,
        "The Reed Front said the bombing late on Thursday was a revenge attack for the burning of the mill "
        "in Ostry this month.",
        f"The Reed Front said the bombing was a revenge attack for the burning of the mill in Ostry {when}.",
    )
    assert together(found, "late on Thursday", when) is joined


@pytest.mark.parametrize(
    ("speaker", "joined"), [("Odran Vale, a Varnholt spokesman,", True), ("Ada Brandt", False)]
)
def test_two_who_speak_for_one_authority_need_share_less(tmp_path: Path, speaker: str, joined: bool) -> None:
    found = claims_of(
        tmp_path,
        "Varnholt said that it had closed the mill in answer to the strike last week in Ostry province.",
        f"{speaker} said that the closing of the mill was in answer to the dockers’ strike in Ostry.",
    )
    assert together(found, "it had closed", "the closing of the mill") is joined


@pytest.mark.parametrize(
    ("other", "words", "same"),
    [
        ("Odran Maro had 26 percent of the support in Corrie, a poll found.", "Odran Maro had", False),
        ("The council said turnout in Corrie had been 26 percent this year.", "turnout in Corrie", True),
    ],
    ids=["of another thing", "of the same"],
)
def test_a_share_is_known_by_what_it_is_of(tmp_path: Path, other: str, words: str, same: bool) -> None:
    found = claims_of(tmp_path, "Turnout in the vote at Corrie was 26 percent, Ada Brandt said.", other)
    assert together(found, "Turnout in the vote", words) is same


@pytest.mark.parametrize(
    ("other", "words", "same"),
    [
        (
            "Since the bill, which would have allowed sailors to be extradited to Norland, was put forward "
            "in April, there have been marches for 14 weeks.",
            "marches",
            False,
        ),
        (
            "In April the council changed the harbour law to allow sailors to be extradited to Norland.",
            "changed",
            True,
        ),
    ],
    ids=["beside another matter", "the matter itself"],
)
def test_a_deed_in_a_clause_beside_another_is_not_what_is_told(
    tmp_path: Path, other: str, words: str, same: bool
) -> None:
    first = (
        "The council changed the harbour law that would allow stranded sailors to be extradited to Norland."
    )
    assert together(claims_of(tmp_path, first, other), "stranded", words) is same
