import pytest
from tests.extract.facts_of import entity, facts_of, said, sources

from sayso.model.report import Span, Stance, StatementKind


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Mirela Kovar said the quay was safe.", "Mirela Kovar"),
        ("Polish President Andrej Wolan said the road was open.", "Polish President Andrej Wolan"),
        (
            "“Nobody was hurt,” said Mirela Kovar, a spokeswoman for the Port of Lunde.",
            "Mirela Kovar, a spokeswoman for the Port of Lunde",
        ),
        ("The mayor, who was on holiday, said the wells were dry.", "The mayor, who was on holiday"),
        ("A senior official, speaking on condition of anonymity, said it had failed.",
         "A senior official, speaking on condition of anonymity"),
        ("The plan was rejected by the dockers’ union.", "the dockers’ union"),
        ("The engineers were quoted as saying the bridge was unsafe.", "The engineers"),
        ("“Nobody moved,” replied the pilot.", "the pilot"),
        ("The ferry, Mirela Kovar said, left on time.", "Mirela Kovar"),
        ("The dam is safe for now, engineers say.", "engineers"),
        ("The river has fallen, according to the Lunde water board.", "the Lunde water board"),
        ("The mayor’s claim that the bridge was safe is false.", "The mayor’s"),
        ("The hospital’s figures show that nine people died.", "The hospital’s figures"),
        ("“The map was wrong,” tweeted Kovar, who drew the first one.", "Kovar, who drew the first one"),
        ("A spokesman for the port on Monday said the quay was safe.", "A spokesman for the port"),
        ("Money was taken from other funds as well, the document states.", "the document"),
        ("South Korean President Moon Jo-in has said the harbour will open.",
         "South Korean President Moon Jo-in"),
        ("The wells of Lunde were dry, according to local media\n\nThe rain came on Monday.", "local media"),
        ("The department for months had denied that the dam was old.", "The department"),
        ("Merkely said he saw the bridge fall.", "Merkely"),
        ("Scott made clear that farmers seeking aid will have to wait.", "Scott"),
        ("Police Monday said the road was shut.", "Police"),
        ("A report last week said the road was shut.", "A report"),
        ("A guard on the quay said the ferry was late.", "A guard on the quay"),
        ("According to the union’s plan, the yard would stay open.", "the union’s plan"),
        ("The mayor made clear that the quay was shut.", "The mayor"),
        ("The Lunde Council and the Dockers’ Union said the talks had failed.",
         "The Lunde Council and the Dockers’ Union"),
    ],
)  # fmt: skip
def test_a_source_is_the_whole_phrase_with_titles_and_relative_clauses(text: str, source: str) -> None:
    (only,) = said(text)
    assert only.source is not None
    assert only.source.text == source


@pytest.mark.parametrize(
    "text",
    [
        "It is not known whether the dam will hold.",
        "The sign showed the way to the harbour.",
        "The snow confirmed an early winter.",
        "They chose another road, in part fearing a strike would close the harbour.",
        "Instead of apologising for his remarks, the mayor left.",
        "Rather than admit that the dam leaked, the firm sued.",
        "The firm left without claiming that the dam was safe.",
        "The case was heard by the High Court of Norland.",
        "Premiums vary according to certain factors, including age.",
        "It emerged that the treasurer had misled the board.",
        "The band played so well that the hall filled.",
        "The harbour and the bridge: what we know",
        "He met three agencies, two councils and the member states.",
        "The boy was seen leaving the harbour at night.",
        "The mayor made sure that the doors were shut.",
        "The court put an end to it.",
    ],
)
def test_what_cannot_speak_is_no_source(text: str) -> None:
    assert said(text) == ()


def test_a_second_cue_shares_the_subject_of_the_first() -> None:
    first, second = said("Kovar said the lower town was lost and warned that the dam could fail.")
    assert first.text == "the lower town was lost"
    assert second.text == "that the dam could fail"
    assert first.sources == second.sources


def test_a_participle_shares_the_subject_of_its_clause() -> None:
    first, second = said("It was the worst flood in years, said Kovar, adding that the lower town was lost.")
    assert second.text == "that the lower town was lost"
    assert first.sources == second.sources


def test_a_relative_clause_speaks_for_the_noun_it_hangs_on() -> None:
    text = "Mirela Kovar, who said the quay was safe, left on Monday."
    (only,) = said(text)
    assert only.source is not None
    assert only.source.text == "who"
    assert [named.name for named in facts_of(text).entities if named.id in only.sources] == ["Mirela Kovar"]


def test_who_leaves_without_saying_declines_to_say() -> None:
    (only,) = said("The mayor left without saying how many were hurt.")
    assert (only.stance, only.text) == (Stance.DECLINES, "how many were hurt")


def test_nobody_names_himself_in_his_own_quotation() -> None:
    text = (
        "Rabbi Jacob Luskin mourned the couple on Monday.\n\n"
        "“Martin Veiss and his daughters died in that terrible crash,” he said."
    )
    assert [sources(text, one) for one in said(text) if one.kind is StatementKind.DIRECT] == [
        {"Jacob Luskin"}
    ]


def test_how_a_voice_sounded_is_neither_a_cue_nor_a_content() -> None:
    (only,) = said("“The road is ours and so is the bridge,” Kovar said, his voice thundering.")
    assert (only.kind, only.text) == (StatementKind.DIRECT, "“The road is ours and so is the bridge,”")


def test_a_group_with_a_name_beside_it_is_the_member_named() -> None:
    text = "The committee's top Democrat, Sen. Carla Onslow, said the road was closed."
    (only,) = said(text)
    assert sources(text, only) == {"Carla Onslow"}


def test_a_pronoun_means_the_one_named_beside_the_subject_before_it() -> None:
    text = (
        "“We oppose it,” said Mary Sumner, a delegate. A member of the board, Jackie Curtiss, sought advice. "
        "“We should wait for the count,” she said."
    )
    assert sources(text, said(text)[-1]) == {"Jackie Curtiss"}


def test_two_titled_names_joined_by_and_are_both_sources() -> None:
    text = (
        "The force will grow by May, Vice President Mike Pellow and Defense Secretary James N. Mattock "
        "promised Thursday, laying out a plan."
    )
    only, _ = said(text)
    assert sources(text, only) == {"Mike Pellow", "James N. Mattock"}
    assert only.text == "The force will grow by May"


def test_some_and_others_are_nobody_told_of_before() -> None:
    text = "The port council said the quay was safe. Some said it was not."
    assert "port council" not in str(sources(text, said(text)[-1])).lower()


def test_they_are_no_single_person_and_promise_nothing_for_one() -> None:
    (one,) = said("Hansen argues that they will make the town poorer.")
    (other,) = said("Officials said they would pay.")
    assert (one.stance, other.stance) == (Stance.ASSERTS, Stance.PROMISES)


def test_a_programme_told_is_no_content() -> None:
    (only,) = said("“There has to be a bill,” Rep. Hakeem Jeffers told NBC's “Meet the Press.”")
    assert only.text.startswith("“There has to be a bill,”")


def test_a_participle_goes_on_for_the_outer_speaker() -> None:
    text = "Kovar said the union would strike, saying that it was ready."
    assert [sources(text, one) for one in said(text)] == [{"Kovar"}, {"Kovar"}]


def test_a_participle_after_a_content_of_saying_is_the_inner_speakers() -> None:
    text = "Kovar said the union had warned the port, saying that it was ready."
    assert sources(text, said(text)[-1]) != {"Kovar"}


def test_a_relative_clause_that_the_parser_runs_on_does_not_take_the_speaker() -> None:
    text = (
        "Martin Balfour, 30, from Lunde, who was among more than 50 injured, said he recalled it speeding up."
    )
    assert sources(text, said(text)[-1]) == {"Martin Balfour"}
    assert any(one.text.startswith("he recalled") for one in said(text))


def test_a_participle_behind_a_comma_is_the_main_clauses() -> None:
    text = "Mirela Kovar apologised on Monday as anger grew, saying she had meant it in jest."
    assert sources(text, said(text)[-1]) == {"Mirela Kovar"}


def test_a_participle_within_a_clause_is_that_clauses() -> None:
    text = "Mirela Kovar left the room after Jan Sol stood up saying the bridge was safe."
    one = next(one for one in said(text) if "safe" in one.text)
    assert sources(text, one) == {"Jan Sol"}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Brand mocked Peter Kovar for claiming that the dam was safe.", "Peter Kovar"),
        ("Brod sold two yards within days of Talcamar announcing that it would leave.", "Talcamar"),
        ("Two shareholders sent a letter to the company asking for a new pump.", "Two shareholders"),
    ],
)
def test_a_participle_is_of_who_does_so(text: str, source: str) -> None:
    assert source in {report_text(one.source) for one in said(text)}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Peter Kovar won a prize for claiming that the dam was safe.", "Peter Kovar"),
        ("Brod sold two yards within days, and Talcamar announced that it would leave.", "Talcamar"),
        ("Two shareholders sent a crate to the company, warning that it was old.", "Two shareholders"),
    ],
)
def test_a_participle_of_nobody_else_is_of_the_subject(text: str, source: str) -> None:
    assert source in {report_text(one.source) for one in said(text)}


def report_text(span: Span | None) -> str | None:
    return span.text if span is not None else None


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Mirela Kovar said the firm rejects cheap steel, and called for a vote.", "Mirela Kovar"),
        ("Mirela Kovar said the firm rejected cheap steel and called for a vote.", "the firm"),
    ],
)
def test_who_speaks_in_another_tense_than_the_content_is_who_says_so(text: str, source: str) -> None:
    (asking,) = (one for one in said(text) if one.stance is Stance.ASKS)
    assert asking.source is not None
    assert asking.source.text == source


def test_a_day_that_owns_a_report_belongs_to_it() -> None:
    (only,) = said("Friday’s report describes a second meeting of the board.")
    assert only.source is not None
    assert only.source.text == "Friday’s report"


@pytest.mark.parametrize(
    ("text", "bearers"),
    [
        (
            "“It is dead,” said Rep. Mirela Kovar, R-N.Y., who wrote that the plan had failed.",
            {"Mirela Kovar"},
        ),
        (
            "The mayor left, with pilots complaining that it was late and a letter making the rounds.",
            {"pilots"},
        ),
    ],
)
def test_a_seat_or_what_stands_behind_the_cue_says_nothing(text: str, bearers: set[str]) -> None:
    found = [one for one in said(text) if one.cue is not None and one.cue.text in {"wrote", "complaining"}]
    assert [sources(text, one) for one in found] == [bearers]


def test_one_of_many_may_accuse() -> None:
    (only,) = said("The coach is accused by one swimmer of selling the club's boat.")
    assert only.source is not None
    assert only.source.text == "one swimmer"


def test_the_same_is_nobody() -> None:
    found = said("Mirela Kovar, who wrote to the board in a string of letters, said the same.")
    assert all(one.source is not None and one.source.text != "the same" for one in found)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Mirela Kovar issued a statement that said the sale was off.", "Mirela Kovar"),
        ("The board sent a letter to the mayor that said the sale was off.", "board"),
        ("The mayor read a statement that said the sale was off.", "statement"),
    ],
)
def test_what_a_paper_says_is_said_by_who_puts_it_out(text: str, source: str) -> None:
    (only,) = said(text)
    assert sources(text, only) == {source}


@pytest.mark.parametrize(
    "title", ["Gen", "Lt Gen", "Det Supt", "Sen", "Gov", "Prof", "Gen.", "Retired Lt. Gen"]
)
def test_a_title_without_its_dot_is_no_part_of_a_name(title: str) -> None:
    text = f"{title} Mark Brand said the sale was off. Mark Brand said it would rain."
    assert {name for one in said(text) for name in sources(text, one)} == {"Mark Brand"}


def test_a_dash_between_blanks_parts_two_names() -> None:
    text = "Jan Brand spoke of the sacking of his friend, Feeley – Kovar denied any hand in it."
    assert [sources(text, one) for one in said(text) if one.text.startswith("any hand")] == [{"Kovar"}]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The mayor was accused by the guards of selling the horse.", "guards"),
        ("The mayor has been accused by the head of the union of theft.", "head of the union"),
        ("The mayor has been accused by members of the council.", "members of the council"),
    ],
)
def test_a_charge_is_no_part_of_who_makes_it(text: str, who: str) -> None:
    (only,) = said(text)
    assert sources(text, only) == {who}


def test_a_coordinator_is_called_by_the_name_beside() -> None:
    text = "The United Nations humanitarian coordinator, Ana Kovar, said she was appalled by the raid."
    assert [sources(text, one) for one in said(text)] == [{"Ana Kovar"}]


def test_who_cites_two_parties_relies_on_both() -> None:
    text = "Nine people died in the fire, the Lunde Times reported, citing health officials and witnesses."
    (only,) = said(text)
    assert {entity(text, one).name for one in only.relies_on} == {"health officials", "witnesses"}


def test_a_storm_before_a_colon_says_nothing() -> None:
    told = facts_of("Cyclone Vera: toll climbs to 31 as rescuers arrive\n\nThe road to Lunde was shut.")
    assert not any(one.sources for one in told.statements)
