import pytest
from tests.extract.facts_of import pieces, said, sources

from sayso.model.report import Stance, StatementKind


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Mirela Kovar said that nobody was hurt.", ["that nobody was hurt"]),
        ("Mirela Kovar said nobody was hurt.", ["nobody was hurt"]),
        ("Mirela Kovar said in Monday's statement that nobody was hurt.", ["that nobody was hurt"]),
        ("The union told reporters in its letter that nobody was hurt.", ["that nobody was hurt"]),
        ("The ferry, Mirela Kovar said, left on time.", ["The ferry", "left on time"]),
        ("The road was shut overnight, police said.", ["The road was shut overnight"]),
        ("The river has fallen, according to the water board.", ["The river has fallen"]),
        ("According to the water board, the river has fallen.", ["the river has fallen"]),
        ("The ministry issued a warning that the dam could fail.", ["that the dam could fail"]),
        ("Forecasters warned of heavy rain in the north.", ["heavy rain in the north"]),
        ("The firm denied the allegation.", ["the allegation"]),
        ("Mine toll rises to 12; owner denies it was warned of gas", ["it was warned of gas"]),
        ("The union demanded a public inquiry.", ["a public inquiry"]),
        ("The minister promised to rebuild the bridge.", ["to rebuild the bridge"]),
        ("Residents accused the company of hiding the leak.", ["the company of hiding the leak"]),
        ("Kovar described the quay as unsafe.", ["the quay as unsafe"]),
        ("The plan was rejected by the dockers’ union.", ["The plan"]),
        ("The bridge was declared unsafe by the engineers.", ["The bridge", "unsafe"]),
        ("The minister was asked by lawmakers to resign.", ["The minister", "to resign"]),
        ("Police were told by the owner that the gate was open.", ["that the gate was open"]),
        ("The mayor asked whether the bridge was safe.", ["whether the bridge was safe"]),
        ("The train left at 9 a.m., the guard said.", ["The train left at 9 a.m."]),
    ],
)
def test_a_frame_tells_what_the_content_is(text: str, content: list[str]) -> None:
    (only,) = said(text)
    assert list(pieces(only, text)) == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The water office said about half of the bill in its letters reflected the cost of the pumps.",
            ["about half of the bill in its letters reflected the cost of the pumps"],
        ),
        (
            "Kovar said that the quay “could be unsafe,” and that the owner had struggled with the cost.",
            ["that the quay “could be unsafe,” and that the owner had struggled with the cost"],
        ),
        (
            "The lock lost 8.9 metres, the agency said in a June report, and those in the hills lost two.",
            ["The lock lost 8.9 metres", "those in the hills lost two"],
        ),
        ("The lower lock is shut, the agency said, but Kovar praised the crew.", ["The lower lock is shut"]),
        (
            "In Lunde last week, he told a meeting of island leaders that few people understood the risk.",
            ["that few people understood the risk"],
        ),
        (
            "Kovar met the owner that day, as the Lunde Post reported on Tuesday, and he will sell the yard.",
            ["Kovar met the owner that day"],
        ),
        (
            "The bishop called on the bank to publish the letter.",
            ["the bank to publish the letter"],
        ),
        (
            "The ferry firms are taking pains to say they are not closing a line.",
            ["they are not closing a line"],
        ),
        (
            "By nine the host was taking calls from listeners to the programme who said they had no water.",
            ["they had no water"],
        ),
        (
            "He hedged on whether he would sell, telling the Lunde Post his answer depended on the price.",
            ["his answer depended on the price"],
        ),
    ],
)
def test_a_content_is_found_where_the_parser_hung_it(text: str, content: list[str]) -> None:
    assert list(pieces(said(text)[0], text)) == content


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Bomb in the tunnel killed seven, claim passengers",
            "passengers",
            "Bomb in the tunnel killed seven",
        ),
        ("Seven killed in tunnel blaze, say police", "police", "Seven killed in tunnel blaze"),
        ("Law unclear on who owns the quay, experts say.", "experts", "Law unclear on who owns the quay"),
        (
            "After the vote, the mayor rang Feeley to thank him, the harbour office said in a statement.",
            "the harbour office",
            "After the vote, the mayor rang Feeley to thank him",
        ),
        (
            "The seals can reach two metres and weigh more than 100 kilos, the AMWU notes on its website.",
            "the AMWU",
            "The seals can reach two metres and weigh more than 100 kilos",
        ),
        (
            "The dam could fail and the valley might be flooded, added Kovar.",
            "Kovar",
            "The dam could fail and the valley might be flooded",
        ),
        ("He posted a video allegedly showing soldiers burning tents.", "a video", "soldiers burning tents"),
        ("The company’s own list showed 143.", "The company’s own list", "143"),
        (
            "Mirela Kovar, the head of the Lunde party, called the vote on Sunday a farce and left.",
            "Mirela Kovar, the head of the Lunde party",
            "the vote on Sunday a farce",
        ),
        (
            "The Lunde Star labelled some of what Kovar said of the dam as “exaggerated and wrong.”",
            "The Lunde Star",
            "some of what Kovar said of the dam as “exaggerated and wrong.”",
        ),
        ("The league has on many occasions condemned the camps.", "The league", "the camps"),
        ("The mayor let residents know that the dam was dry.", "The mayor", "that the dam was dry"),
        ("The minister played down the risk of a flood.", "The minister", "the risk of a flood"),
        ("The bank plans to close the branch in May.", "The bank", "to close the branch in May"),
    ],
)
def test_who_says_so_and_what(text: str, source: str, content: str) -> None:
    found = said(text)
    assert [(one.source.text, one.text) for one in found if one.source is not None] == [(source, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The yard makes boats, claims software and the odd mast.",
        "In May, the paper says.",
        "After the long vote in the hall, the paper says on Monday.",
        "The walls were cleaned and repaired, added Monday.",
        "The bank did not plan to close the branch in May.",
        "We want to close the yard.",
        "The survey shows Kovar.",
        "The window shows men in uniform leaving.",
        "The players played down in the valley.",
    ],
)
def test_what_looks_like_it_is_nobodys_word(text: str) -> None:
    assert said(text) == ()


def test_a_changed_count_is_what_it_is_now() -> None:
    text = "Officials lowered the number of dead from 26 to 19 and the number of missing from 57 to 33."
    (only,) = said(text)
    assert list(pieces(only, text)) == ["the number of dead", "to 19 and the number of missing", "to 33"]


def test_the_bank_that_cuts_its_rate_says_nothing() -> None:
    assert said("The bank cut its rate from five to four per cent.") == ()


def test_who_is_accused_by_nobody_named_is_hearsay() -> None:
    text = "Odran Feeley is accused of selling the ship."
    (only,) = said(text)
    assert (list(pieces(only, text)), only.source) == (["Odran Feeley", "selling the ship"], None)


@pytest.mark.parametrize(
    "text",
    [
        "No group has claimed the attack.",
        "Nobody says the boat was old.",
        "There were no reports that the boat was old.",
        "Claims said the boat was old.",
        "Scenes said to be from Lunde were false.",
    ],
)
def test_what_nobody_says_is_nobodys(text: str) -> None:
    assert all("old" not in one.text and one.source is None for one in said(text))


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The council wants to triple the size of the pier, lower the fees and build a new market.",
            "to triple the size of the pier, lower the fees and build a new market",
        ),
        ("The bank promised to pay and the clerks smile.", "to pay"),
        (
            "Kovar has mentioned refinancing student loans and forcing universities to spend more.",
            "refinancing student loans and forcing universities to spend more",
        ),
        (
            "The survey found 31 cases of fraud out of more than a thousand ballots.",
            "31 cases of fraud out of more than a thousand ballots",
        ),
        (
            "Witnesses described rough play by the guards behind the sheds.",
            "rough play by the guards behind the sheds",
        ),
        ("Kovar mocked the mayor in a long letter.", "the mayor"),
        ("The airline disputes the idea that its crew was tired.", "the idea that its crew was tired"),
        ("The minister gave a warning that the dam could fail.", "that the dam could fail"),
        ("Though she called the plan “outrageous” and left, the mayor stayed.", "the plan “outrageous”"),
    ],
)
def test_a_content_ends_where_what_it_tells_of_ends(text: str, content: str) -> None:
    (only,) = said(text)
    assert only.text == content


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The lock lost four gates in May, according to the water office, and the pier lost two.",
            "the water office",
            ["The lock lost four gates in May", "and the pier lost two"],
        ),
        (
            "Odran Feeley is one of nine people hurt by falling stones, according to a Lunde newspaper.",
            "a Lunde newspaper",
            ["Odran Feeley is one of nine people hurt by falling stones"],
        ),
        (
            "According to the radio host Odran Feeley, the move reeks of fear and despair.",
            "the radio host Odran Feeley",
            ["the move reeks of fear and despair"],
        ),
        (
            "The boats were late all summer, according to show insiders.",
            "insiders",
            ["The boats were late all summer"],
        ),
        (
            "UPDATE: According to the radio, Odran Feeley left the yard.",
            "the radio",
            ["Odran Feeley left the yard"],
        ),
        (
            "Mirela Kovar sold the car (her own, according to the garage) in June.",
            "the garage",
            ["her own"],
        ),
        ("The mill shut in June (according to the mayor).", "the mayor", ["The mill shut in June"]),
        ("According to that 2014 plan, the mill stores acid.", "that 2014 plan", ["the mill stores acid"]),
    ],
)
def test_according_to_tells_of_the_whole_clause(text: str, source: str, content: list[str]) -> None:
    (only,) = said(text)
    assert only.source is not None
    assert (only.source.text, list(pieces(only, text))) == (source, content)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The figure of 26 had been given to the radio by the police chief.",
            "the police chief",
            "The figure of 26",
        ),
        ("The senator attacked the ruling.", "The senator", "the ruling"),
        ("The council backs the plan for a tram.", "The council", "the plan for a tram"),
        (
            "The bishop called on growers to protest peacefully.",
            "The bishop",
            "growers to protest peacefully",
        ),
        ("The rescue service had counted only 14.", "The rescue service", "only 14"),
        (
            "The council shut two berths, citing a threat to the wells.",
            "The council",
            "a threat to the wells",
        ),
        (
            "In a letter seen by PWS, Brod Ferries’ manager, Odran Feeley, again denied that he was ill.",
            "Brod Ferries’ manager, Odran Feeley",
            "that he was ill",
        ),
    ],
)
def test_who_takes_a_stand_gives_a_figure_or_cites_a_reason(text: str, source: str, content: str) -> None:
    (only,) = said(text)
    assert only.source is not None
    assert (only.source.text, only.text) == (source, content)


@pytest.mark.parametrize(
    "text",
    [
        "The trader had given the keys to the guard.",
        "The wolves attacked the flock.",
        "The council shut two berths, citing the fire service.",
        "The clerk requested anonymity.",
        "Kovar called out of touch officials.",
    ],
)
def test_what_is_given_or_attacked_may_be_a_thing(text: str) -> None:
    assert said(text) == ()


def test_who_is_blamed_by_nobody_named_is_hearsay() -> None:
    text = "The firm has been blamed for the collapse of the quay."
    (only,) = said(text)
    assert (list(pieces(only, text)), only.source) == (["The firm", "the collapse of the quay"], None)


def test_a_claim_told_of_apart_from_its_noun_is_whose_it_says() -> None:
    text = "A spokesman denied a separate allegation by the union that casting patterns were sent to Brod."
    denied, alleged = said(text)
    assert denied.text == "a separate allegation by the union that casting patterns were sent to Brod"
    assert alleged.source is not None
    assert (alleged.source.text, alleged.text) == ("the union", "that casting patterns were sent to Brod")


def test_a_claim_behind_a_thing_that_is_done_is_whose_it_says() -> None:
    review = "Work is stalled while the AMMU conducts its review of Ms. Kovar’s allegation"
    (alleged,) = said(f"{review} that the owner locked her out.")
    assert alleged.source is not None
    assert (alleged.source.text, alleged.text) == ("Ms. Kovar’s", "that the owner locked her out")
    (known,) = said("We know from her earlier statements that both of the pumps are kept in a shed.")
    assert (known.source.text if known.source else "") == "We"
    (told,) = said("Kovar told reporters at the union’s office that the dam had leaked.")
    assert told.source is not None
    assert (told.source.text, told.text) == ("Kovar", "that the dam had leaked")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The firm was accused by the union of hiding a leak.", ["The firm", "of hiding a leak"]),
        ("The firm was accused of theft by the union.", ["The firm", "of theft"]),
        ("The firm was blamed by the union for the fire.", ["The firm", "for the fire"]),
        ("The firm was accused by members of the union.", ["The firm"]),
    ],
)
def test_what_somebody_is_accused_of_by_another_is_told(text: str, content: list[str]) -> None:
    (only,) = said(text)
    assert list(pieces(only, text)) == content
    assert only.source is not None
    assert only.source.text.endswith("the union")


def test_a_claim_that_is_denied_is_whose_it_says() -> None:
    denied, claimed = said("The airline denied the union’s claim that its crew was tired.")
    assert (denied.stance, denied.text) == (Stance.DENIES, "the union’s claim that its crew was tired")
    assert claimed.source is not None
    assert (claimed.source.text, claimed.text) == ("the union’s", "that its crew was tired")


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Kovar said she was ill and called the vote a farce.", "she was ill", "the vote a farce"),
        (
            "The envoy stressed that the talks were not over, and growers warned that the wells were dry.",
            "that the talks were not over",
            "that the wells were dry",
        ),
        (
            "The Lunde Post wrote that the yard was sold, and the union disputes the figure.",
            "that the yard was sold",
            "the figure",
        ),
    ],
)
def test_a_second_saying_is_no_part_of_the_first(text: str, first: str, second: str) -> None:
    assert [one.text for one in said(text)] == [first, second]


def test_what_others_warned_of_stays_in_what_is_said() -> None:
    assert said("Kovar said the growers were ill and warned the council.")[0].text == (
        "the growers were ill and warned the council"
    )


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "After a quarrel with growers, Transport and Harbours Secretary Mirela Kovar said she would go.",
            "Transport and Harbours Secretary Mirela Kovar",
        ),
        (
            "The pumps had failed, wrote film director Odran Feeley, the owner’s nephew, on Facebook.",
            "film director Odran Feeley, the owner’s nephew",
        ),
    ],
)
def test_who_stands_beside_the_cue_says_so_though_the_parser_lost_it(text: str, source: str) -> None:
    (only,) = said(text)
    assert only.source is not None
    assert only.source.text == source


@pytest.mark.parametrize(
    "text",
    [
        "The town talked of little else as Mirela Kovar, Odran’s sister, attacked Feeley for his words.",
        "According to Kovar Feeley was late.",
    ],
)
def test_a_name_beside_a_cue_may_be_no_source(text: str) -> None:
    assert all(one.source is None or one.source.text != "Feeley" for one in said(text))


def test_the_content_before_a_last_cue_runs_to_its_source() -> None:
    text = (
        "As of Friday 712 people had been saved, 85 of them by air, and some 2,300 remained away, Kovar said."
    )
    (only,) = said(text)
    assert only.text == text.removesuffix(", Kovar said.")


def test_a_clause_with_its_own_source_and_cue_is_no_part_of_the_content() -> None:
    first, second = said("The driver said he was tired, while the owner said the brakes had failed.")
    assert (first.text, second.text) == ("he was tired", "the brakes had failed")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“Nobody was hurt in the collapse,” said Mirela Kovar.", StatementKind.DIRECT),
        ("Mirela Kovar said that nobody was hurt.", StatementKind.INDIRECT),
        ("Mirela Kovar said the quay was “cracked from end to end” after the storm.", StatementKind.MIXED),
        ("“We saw the crane fall,” Mirela Kovar said, “and then the lights went out.”", StatementKind.DIRECT),
    ],
)
def test_the_kind_is_how_much_stands_in_quotation_marks(text: str, kind: StatementKind) -> None:
    (only,) = said(text)
    assert only.kind is kind


def test_a_split_quote_is_one_statement_in_two_pieces() -> None:
    text = "“We saw the crane fall,” Mirela Kovar said, “and then the lights went out.”"
    (only,) = said(text)
    assert pieces(only, text) == ("“We saw the crane fall,”", "“and then the lights went out.”")
    assert (only.start, only.end) == (0, len(text))


@pytest.mark.xfail(strict=True, reason="the parser runs the clause on into the main verb")
def test_a_nouns_clause_ends_where_the_main_verb_begins() -> None:
    (only,) = said("The mayor’s claim that the bridge was safe angered many in the town.")
    assert only.text == "that the bridge was safe"


@pytest.mark.xfail(strict=True, reason="an agent after an infinitive hangs on the infinitive, not on the cue")
def test_a_passive_with_an_infinitive_has_its_agent_as_source() -> None:
    (only,) = said("The bridge was reported to be unsafe by the engineers.")
    assert only.source is not None
    assert only.source.text == "the engineers"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Mirela Kovar said she would leave the party, while Jan Sol will stay on as mayor.",
            "she would leave the party",
        ),
        (
            "The ministry said the north was safe, while the south was flooded.",
            "the north was safe, while the south was flooded",
        ),
        (
            "Mirela Kovar said Brod paid half, while Jan Sol paid nothing.",
            "Brod paid half, while Jan Sol paid nothing",
        ),
    ],
)
def test_what_another_one_does_beside_the_source_is_the_outlets(text: str, content: str) -> None:
    assert said(text)[0].text == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Mirela Kovar claims that her badge was taken from her and she was sent home.",
            "that her badge was taken from her and she was sent home",
        ),
        (
            "Police said the road was shut, and nobody would be let in.",
            "the road was shut, and nobody would be let in",
        ),
        (
            "The owner estimated that nine boats had sunk, but I would not bet on it.",
            "that nine boats had sunk",
        ),
        (
            "Mirela Kovar said that her badge was taken from her, but the firm kept silent.",
            "that her badge was taken from her",
        ),
    ],
)
def test_a_second_clause_goes_with_what_is_told_by_its_tense(text: str, content: str) -> None:
    assert [one.text for one in said(text)] == [content]


def test_nobody_says_nothing_before_a_comma_that_opens_a_paragraph() -> None:
    assert not said("The wall fell.\n\n, the old Vale council says.")
    assert len(said("The wall fell, the old Vale council says.")) == 1


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("When the mayor told reporters to go, Kovar said, “You can stay.”", ("“You can stay.”",)),
        ("“You go,” Kovar said, “When the mayor goes.”", ("“You go,”", "“When the mayor goes.”")),
    ],
)
def test_what_stands_before_a_whole_sentence_in_quotation_marks_is_not_said(
    text: str, parts: tuple[str, ...]
) -> None:
    (found,) = (one for one in said(text) if one.cue is not None and one.cue.text == "said")
    assert pieces(found, text) == parts


def test_a_verb_alone_is_nothing_told() -> None:
    text = "Felt we should just tell you all so you stop asking."
    assert "Felt" not in [one.text for one in said(f"The board met in Lunde.\n\n{text}")]


def test_why_it_is_so_now_is_not_what_is_said() -> None:
    text = (
        "The critic balanced liberty and the common good, favoring the lockdowns at first and favoring "
        "reopening now that the lockdowns’ goals have been achieved."
    )
    assert not [one for one in said(text) if one.text.startswith("that the lockdowns")]


def test_what_is_told_to_a_programme_called_now_is_said() -> None:
    text = "Ana Larsen, a local politician, told Here & Now that she was “not surprised” by the reports."
    assert [one.text for one in said(text)] == ["that she was “not surprised” by the reports"]


def test_the_joint_to_what_another_says_is_no_part_of_a_content() -> None:
    text = "In the May poll, 40 percent blamed Kovar and just 29 percent blamed the media."
    assert "Kovar" in [one.text for one in said(text)]


def test_of_a_content_that_is_but_its_opening_nothing_is_left() -> None:
    text = "But as Reeds explained to the Post's Ada Kovar, watching the race inspired her to write a letter."
    assert "But" not in [one.text for one in said(text)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor said the dam would hold, the Lunde Times reported on Friday.", "the dam would hold"),
        (
            "Jan Dahl, a cook, said he hid when the fire broke out, the Lunde Times reported on its website.",
            "he hid when the fire broke out",
        ),
        (
            "The mayor said the dam would hold, Radio Norland reported late on Friday, citing a witness.",
            "the dam would hold",
        ),
        ("The mayor said that when asked, the ministry replied.", "that when asked, the ministry replied"),
    ],
)
def test_who_tells_of_a_saying_at_its_end_is_no_part_of_it(text: str, content: str) -> None:
    assert [one.text for one in said(text)] == [content]


def test_a_name_beside_the_words_before_it_does_all_that_follows() -> None:
    text = "In an interview with The Lunde Hour, Mirela Kovar slammed Odran Feeley, saying nobody liked him."
    assert {frozenset(sources(text, one)) for one in said(text)} == {frozenset({"Mirela Kovar"})}


def test_what_others_are_helped_to_say_is_not_what_stands_before() -> None:
    text = "Odran Feeley helped The Lunde Post disclose plans that the mayor had kept for years."
    assert not any("Feeley" in one.text for one in said(text))


def test_what_somebody_is_behind_according_to_is_no_part_of_what_they_tell() -> None:
    text = (
        "According to Selma Berg, a reporter with the Lunde Times who spoke to Radio Norland on Thursday "
        "evening, the gunman, whom she did not recognize, targeted the editors."
    )
    (only,) = said(text)
    assert only.text == "the gunman, whom she did not recognize, targeted the editors"
    (listed,) = said("According to police, a man, his wife and their child died.")
    assert listed.text == "a man, his wife and their child died"


def test_what_somebody_does_besides_saying_so_is_not_said() -> None:
    (only,) = said("Kovar spoke, asserting that Marsh admires the tolls and linking him to the firm.")
    assert only.text == "that Marsh admires the tolls"
    (only,) = said("Kovar spoke, saying the firm is closing the mill and opening a shop.")
    assert only.text == "the firm is closing the mill and opening a shop"


def test_a_second_clause_with_the_same_modal_is_said_too() -> None:
    (only,) = said("Kovar said other steps may be needed, and the town may need more help.")
    assert only.text == "other steps may be needed, and the town may need more help"
    (only,) = said("Kovar said other steps may be needed, and the town waits for the council.")
    assert only.text == "other steps may be needed"


def test_a_clause_that_bounds_what_is_said_stays_in_it() -> None:
    told = said("Kovar said that he got involved only after the clerks asked him to do so.")
    assert told[0].text == "that he got involved only after the clerks asked him to do so"
    told = said("Kovar said that he got involved, while the clerks asked him to go.")
    assert told[0].text == "that he got involved"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The clinic said it had documented twelve deaths.", ["it had documented twelve deaths"]),
        ("The clinic documented twelve deaths.", ["twelve deaths"]),
    ],
)
def test_what_a_party_says_it_counted_is_told_once(text: str, told: list[str]) -> None:
    assert [one.text for one in said(text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A film of the raid, whose place was confirmed by the harbour police, showed smoke.", []),
        ("The date of the raid was confirmed by the harbour police.", ["The date of the raid"]),
    ],
)
def test_whose_place_was_confirmed_tells_nothing_by_itself(text: str, told: list[str]) -> None:
    assert [one.text for one in said(text) if one.stance is Stance.CONFIRMS] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Mirela Kovar said that the union had asked the mayor to stay and that he had refused.",
            [
                "that the union had asked the mayor to stay and that he had refused",
                "the mayor to stay",
            ],
        ),
        (
            "The union asked the mayor to stay and to listen.",
            ["the mayor to stay and to listen"],
        ),
    ],
)
def test_a_second_that_goes_on_from_the_first(text: str, told: list[str]) -> None:
    assert [one.text for one in said(text)] == told


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The toll has risen to 36, the harbour ministry said on Friday, up from 22 on Monday.",
            ["The toll has risen to 36", "up from 22 on Monday"],
        ),
        (
            "At least 36 people died, police said, including three children.",
            ["At least 36 people died", "including three children"],
        ),
        (
            "Some 400 houses were lost, Kovar told the council, compared with 120 in the flood of 2019.",
            ["Some 400 houses were lost", "compared with 120 in the flood of 2019"],
        ),
        ("The lock is shut, Kovar told the council, including two of its members.", ["The lock is shut"]),
    ],
)
def test_what_a_number_is_set_beside_is_told_behind_who_says_so(text: str, content: list[str]) -> None:
    (only,) = said(text)
    assert list(pieces(only, text)) == content


def test_the_day_of_an_earlier_count_is_not_when_it_was_said() -> None:
    (only,) = said("The toll has risen to 36, the harbour ministry said, up from 22 on Monday.")
    assert only.said is None


def test_a_clause_behind_a_semicolon_is_none_of_what_the_one_before_declares() -> None:
    text = "The council declared an emergency after a crane fell on nine houses; nobody was hurt, Kovar said."
    assert not any(one.text.endswith("hurt") and sources(text, one) != {"Kovar"} for one in said(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Kovar said that nine men had died, citing a log she had seen, and called for an inquiry.",
            ["that nine men had died", "an inquiry"],
        ),
        (
            "Kovar said that the crews were “in control of the fire” and urged residents to leave.",
            ["that the crews were “in control of the fire”", "residents to leave"],
        ),
    ],
)
def test_a_second_verb_behind_a_closed_content_is_the_speakers(text: str, told: list[str]) -> None:
    found = said(text)
    assert [one.text for one in found] == told
    assert {name for one in found for name in sources(text, one)} == {"Kovar"}


def test_what_others_had_told_is_why_it_was_denied_and_no_part_of_it() -> None:
    text = "The port denied that oil had leaked, after a claim by the union that the valves were open."
    assert [pieces(one, text) for one in said(text)] == [
        ("that oil had leaked",),
        ("that the valves were open",),
    ]
    assert all(not one.relays and one.within is None for one in said(text))


def test_who_has_not_called_it_a_coup_tells_nothing_of_it() -> None:
    assert said("The council has not called the sale a fraud.") == ()


def test_what_is_quoted_behind_an_object_belongs_to_it() -> None:
    text = "Kovar promised elections “within 18 months” in a letter to the council."
    assert [pieces(one, text) for one in said(text)] == [("elections “within 18 months”",)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The road was shut, said Mirela Kovar, the mayor of Lunde, and the town is “in need of help”.",
            ["The road was shut … the town is “in need of help”"],
        ),
        (
            "“The road is shut,” said Mirela Kovar, the mayor of Lunde, and the council went home.",
            ["“The road is shut,”"],
        ),
    ],
)
def test_a_second_clause_behind_who_says_so_with_words_beside_the_name(text: str, told: list[str]) -> None:
    assert [" … ".join(pieces(one, text)) for one in said(text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kovar has given three accounts of the night.", []),
        ("The guards gave conflicting versions of how he died.", []),
        ("Kovar gave an account of the night.", ["an account of the night"]),
        ("Kovar gave few details of the deal.", ["few details of the deal"]),
    ],
)
def test_how_often_and_how_differently_a_thing_was_told_is_nobodys_word(text: str, told: list[str]) -> None:
    assert [one.text for one in said(text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Kovar said she left after the board told her that the firm was bankrupt.",
            [
                "she left after the board told her that the firm was bankrupt",
                "that the firm was bankrupt",
            ],
        ),
        (
            "Kovar said she would stay, after the board told her that the firm was sound.",
            ["she would stay", "that the firm was sound"],
        ),
        (
            "Kovar said schools would stay shut after the agency warned of rain.",
            ["schools would stay shut", "rain"],
        ),
    ],
)
def test_after_what_something_past_was_so_is_told_with_it(text: str, told: list[str]) -> None:
    assert [one.text for one in said(text)] == told


def test_hundreds_of_people_can_ask() -> None:
    (one,) = said("Hundreds of people called on Lalo to step down.")
    assert (one.text, one.stance) == ("Lalo to step down", Stance.ASKS)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The report urges prosecutors to re-examine 12 cases.", ["prosecutors to re-examine 12 cases"]),
        ("The clerk was not authorised to discuss the inquiry.", []),
        (
            "Kovar was authorised to say that the inquiry was over. She said so.",
            ["that the inquiry was over"],
        ),
    ],
)
def test_what_is_asked_in_a_word_with_a_hyphen_and_what_one_may_not_discuss(
    text: str, told: list[str]
) -> None:
    assert [one.text for one in said(text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("“You lied,” Kovar said, to which Brand replied, “I did not.”", ["“You lied,”", "“I did not.”"]),
        ("“What is going on?” Kovar asked, which drew applause.", ["“What is going on?”"]),
        ("Kovar asked which road was shut.", ["which road was shut"]),
        ("They heard the mayor say that it was over.", ["that it was over"]),
        ("They heard that it was over.", ["that it was over"]),
        (
            "Mirela Kovar warned of “lasting damage” unless the mills reopened.",
            ["“lasting damage” unless the mills reopened"],
        ),
        ("Mirela Kovar warned of damage as the mills reopened.", ["damage"]),
    ],
)
def test_anothers_answer_is_left_out_and_a_condition_taken_in(text: str, told: list[str]) -> None:
    assert [one.text for one in said(text)] == told


def test_a_second_count_of_a_toll_is_told_with_it() -> None:
    text = "Police put the toll at 36 dead and 11 missing, revising an earlier count."
    assert [pieces(one, text) for one in said(text)] == [("the toll at 36 dead and 11 missing",)]


def test_who_contradicts_what_others_claim_is_who_tells_so() -> None:
    text = "Odran Brand told the Post that Kovar had lost weight but showed no wounds, contradicting claims."
    assert {name for one in said(text) for name in sources(text, one)} == {"Odran Brand"}
