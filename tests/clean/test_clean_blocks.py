import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.clean.blocks import split
from sayso.clean.text import canonical
from sayso.model.report import BlockRole as Role

SAID = "The harbour master said the ferry had left port at noon."
MORE = "Two of the crew were taken to hospital, the coast guard said."


def roles(text: str, title: str | None = None) -> list[tuple[Role, str]]:
    return [(block.role, text[block.start : block.end]) for block in split(text, title)]


def test_a_line_may_hold_a_header_a_dateline_and_a_paragraph() -> None:
    text = " date 2024-05-02 Lima, May 2 (XYZ) The minister said the bridge was safe."
    assert roles(text) == [
        (Role.HEADER, "date 2024-05-02"),
        (Role.DATELINE, "Lima, May 2 (XYZ)"),
        (Role.PARAGRAPH, "The minister said the bridge was safe."),
    ]


@pytest.mark.parametrize(
    "header",
    [
        "date 2024-05-02 WORLD",
        "Updated 3 May 2024, 10:11 GMT",
        "Published: 07:12, 3 May 2024 | Updated: 09:40, 3 May 2024",
        "Published June 15, 2023 9:48 p.m. ET",
        "Port Vell, Thursday, May 2, 2024 — Year 12, No. 233",
        "Economy | Ana Ruiz | Monday, May 6, 2024",
        "Updated 4 minutes ago",
        "By Ana Ruiz",
        "By ANA RUIZ FOR HARBOUR ONLINE",
        "By Ana Ruiz and Jan Sol in Lima",
        "Harbour Watch » World » Americas",
        "Home > Regions > West",
        "NEWS | MONEY | SPORT",
        "World",
    ],
)
def test_header_lines(header: str) -> None:
    assert roles(f"{header}\n\n{SAID}\n\n{MORE}")[0] == (Role.HEADER, header)


def test_the_headline_is_told_from_masthead_byline_and_section() -> None:
    above = "THE HARBOUR LAMP\nNation\nWednesday, May 1, 2024\n\nFerry leaves port with full crew\nAna Ruiz"
    text = f"{above}\n\n{SAID}"
    assert [role for role, _ in roles(text)] == [
        Role.HEADER, Role.HEADER, Role.HEADER, Role.HEADLINE, Role.HEADER, Role.PARAGRAPH,
    ]  # fmt: skip


def test_a_headline_may_carry_the_outlet_behind_a_bar() -> None:
    text = f"Ferry leaves port with full crew | Harbour Watch – All The Ships\n\n{SAID}"
    assert roles(text)[:2] == [
        (Role.HEADLINE, "Ferry leaves port with full crew"),
        (Role.HEADER, "Harbour Watch – All The Ships"),
    ]


def test_a_line_that_equals_the_title_is_the_headline_even_as_a_sentence() -> None:
    title = "The ferry has left the port at last."
    assert roles(f"{title}\n\n{SAID}", title)[0] == (Role.HEADLINE, title)


def test_a_first_line_of_prose_is_no_headline() -> None:
    assert [role for role, _ in roles(f"{SAID}\n{MORE}")] == [Role.PARAGRAPH, Role.PARAGRAPH]


def test_subheads_stand_between_paragraphs() -> None:
    text = (
        f"{SAID}\n\nWhat came before\n\n{MORE}\n\n‘The water came in’\n\n{MORE}\n\nWHO IS TO BLAME?\n\n{SAID}"
    )
    assert [words for role, words in roles(text) if role is Role.SUBHEAD] == [
        "What came before", "‘The water came in’", "WHO IS TO BLAME?",
    ]  # fmt: skip


def test_short_speech_is_no_subhead() -> None:
    text = f"{SAID}\n\n“Never.”\n\n“Never again,” he said\n\n{MORE}"
    assert roles(text)[1][0] is Role.PARAGRAPH


@pytest.mark.parametrize(
    "caption",
    [
        "Divers wait at the quay on Monday.  / Photo: Harbour Archive",
        "Workers leave the yard after the meeting. Picture: Ana Ruiz",
        "Caption: The ferry at the quay on Monday",
        "File photo: the ferry at the quay last year.",
        "Divers wait at the quay. (HW Photo/Ana Ruiz)",
        "The Moira leaves the quay in Port Vell, May 2, 2024. (Ana Ruiz/Reuters)",
        "Divers wait at the quay, Aug. 17, 2015. Ana B. Ruiz/EPA",
        "FILE - In this May 2, 2020 photo the ferry leaves port.",
        "File - In this Thursday, May 2, 2024 file photo, the ferry leaves port.",
    ],
)
def test_captions_go_with_their_credit(caption: str) -> None:
    assert (Role.CAPTION, caption) in roles(f"{SAID}\n\n{caption}\n\n{MORE}")


def test_of_a_long_line_only_the_last_sentence_is_the_caption() -> None:
    text = f"{' '.join([SAID] * 8)} Divers wait. / Photo: Ana Ruiz"
    assert roles(text)[-1] == (Role.CAPTION, "Divers wait. / Photo: Ana Ruiz")


@pytest.mark.parametrize(
    "credit",
    ["(Reporting by Ana Ruiz; editing by Jan Sol)", "With input from Harbour Wire", "(Harbourwire)", "— HWS"],
)
def test_credit_lines(credit: str) -> None:
    assert roles(f"{SAID}\n\n{credit}")[-1] == (Role.CREDIT, credit)


def test_a_credit_may_end_a_paragraph() -> None:
    assert roles(f"{SAID} (MERIDIA)") == [(Role.PARAGRAPH, SAID), (Role.CREDIT, "(MERIDIA)")]


def test_leftovers_of_the_page_after_the_body_are_boilerplate() -> None:
    text = (
        f"{SAID}\n\n{MORE}\n\nRead more: Six ferries to avoid\nMayor opens new school\n© Harbour Watch 2024"
    )
    assert [role for role, _ in roles(text)][2:] == [Role.BOILERPLATE] * 3


def test_a_hard_wrapped_paragraph_is_one_block() -> None:
    text = (
        "The harbour master of Port Vell said on Monday that the ferry had\n"
        "left port at noon with a crew of twelve and that no distress call\n"
        "was heard before it went down off the northern breakwater, where\n"
        "divers found it."
    )
    assert [role for role, _ in roles(text)] == [Role.PARAGRAPH]


def test_prose_in_scripts_without_spaces_is_prose() -> None:
    assert [role for role, _ in roles("港の責任者は、フェリーが正午に出港したと述べた。")] == [Role.PARAGRAPH]


FRAGMENTS = (
    SAID,
    MORE,
    "By Ana Ruiz",
    "date 2024-05-02 ",
    "LIMA, May 2 (XYZ) — ",
    "Photo: Ana",
    " / Photo: Ana",
)
MARKS = (
    "(HWS)",
    " ",
    "\n",
    "\n\n",
    "Read more: x",
    "World",
    " | ",
    "“",
    "ab",
    "© 2024",
    "- a",
    "- ",
    "1. ",
    "?",
)
PIECES = st.sampled_from([*FRAGMENTS, *MARKS, "---", "\t", "\u200b"])


@settings(deadline=None)
@given(st.lists(PIECES, max_size=14), st.sampled_from([None, SAID, "World"]))
def test_blocks_cover_everything_in_order_and_do_not_overlap(pieces: list[str], title: str | None) -> None:
    assert_covered(canonical("".join(pieces)), title)


@settings(deadline=None)
@given(st.text(st.characters(), max_size=200))
def test_blocks_cover_any_text(text: str) -> None:
    assert_covered(canonical(text), None)


def assert_covered(text: str, title: str | None) -> None:
    blocks = split(text, title)
    covered = [False] * len(text)
    for block, after in zip(blocks, [*blocks[1:], None], strict=False):
        assert 0 <= block.start < block.end <= len(text)
        assert after is None or block.end <= after.start
        assert text[block.start : block.end].strip() == text[block.start : block.end]
        covered[block.start : block.end] = [True] * (block.end - block.start)
    free = (text[at] for at, inside in enumerate(covered) if not inside)
    assert all(character.isspace() or character in "|»:>/›→" for character in free)


def test_labels_that_open_a_line_are_no_part_of_it() -> None:
    text = (
        "Story highlights The harbour master says the ferry was safe\n\n"
        f"{SAID}\n\nMedia playback is unsupported on your device Media caption The master: no time\n\n"
        f"Update at 8:11 a.m. ET. Ferry Back In Port:\n\n{MORE}"
    )
    assert roles(text) == [
        (Role.BOILERPLATE, "Story highlights"),
        (Role.HEADLINE, "The harbour master says the ferry was safe"),
        (Role.PARAGRAPH, SAID),
        (Role.BOILERPLATE, "Media playback is unsupported on your device Media caption"),
        (Role.CAPTION, "The master: no time"),
        (Role.BOILERPLATE, "Update at 8:11 a.m. ET."),
        (Role.PARAGRAPH, "Ferry Back In Port:"),
        (Role.PARAGRAPH, MORE),
    ]


def test_words_like_those_labels_within_a_sentence_are_left_alone() -> None:
    for line in (
        "Story highlighted by the mayor: the ferry was late, the master said.",
        "The media caption was wrong, the editor said, and so was the photo.",
        "Updates at 8:11 on the board were wrong, the coast guard said.",
    ):
        assert (Role.PARAGRAPH, line) in roles(f"{SAID}\n\n{line}\n\n{MORE}")


def test_the_captions_of_a_gallery_stand_apart() -> None:
    title = "The ferry comes home"
    gallery = (
        f"Photos: {title} {title} – Divers wait at the quay. Hide Caption 1 of 2 "
        f"Photos: {title} {title} – The master leaves. Hide Caption 2 of 2"
    )
    assert [words for role, words in roles(f"{SAID}\n\n{gallery}\n\n{MORE}") if role is Role.CAPTION] == [
        "Divers wait at the quay.",
        "The master leaves.",
    ]


def test_a_photo_credit_ends_the_caption_before_a_headline_in_one_line() -> None:
    text = f"Divers wait at the quay. | AP Photo Ferry leaves port with full crew\n\n{SAID}"
    assert roles(text)[:2] == [
        (Role.CAPTION, "Divers wait at the quay. | AP Photo"),
        (Role.HEADLINE, "Ferry leaves port with full crew"),
    ]


def test_a_short_post_is_no_dated_header_line() -> None:
    post = "Bridge shut. — Mirela Kovar (@mkovar) May 6, 2024"
    assert (Role.PARAGRAPH, post) in roles(f"{SAID}\n\n{post}\n\n{MORE}")


def test_a_box_within_a_sentence_is_no_part_of_it() -> None:
    text = (
        "Sen. Ana Ruiz Ana Maria RuizFerry owner denies the charges MORE (Vell) said the ferry was safe.\n\n"
        f"{MORE}"
    )
    assert roles(text) == [
        (Role.PARAGRAPH, "Sen. Ana Ruiz"),
        (Role.BOILERPLATE, "Ana Maria RuizFerry owner denies the charges MORE"),
        (Role.PARAGRAPH, "(Vell) said the ferry was safe."),
        (Role.PARAGRAPH, MORE),
    ]


def test_a_name_told_twice_is_no_box() -> None:
    line = "Ana Ruiz and Jan Ruiz own the ferry; Ana Ruiz wants MORE money, Jan Ruiz said."
    assert (Role.PARAGRAPH, line) in roles(f"{SAID}\n\n{line}")


def test_a_headline_in_capitals_between_paragraphs_is_a_link_to_another_story() -> None:
    text = (
        "Ferry sinks off Lunde\n\nThe ferry sank on Monday, and nine people died.\n\n"
        "MAYOR OF LUNDE LEAVES TOWN AFTER FLOOD, CLERK SAYS\n\nIT WAS OLD\n\n"
        "WHO WILL PAY FOR THE NEW FERRY?\n\nThe mayor said the ferry was old and slow."
    )
    found = {said: role for role, said in roles(text)}
    assert found["MAYOR OF LUNDE LEAVES TOWN AFTER FLOOD, CLERK SAYS"] is Role.BOILERPLATE
    assert found["IT WAS OLD"] is Role.SUBHEAD
    assert found["WHO WILL PAY FOR THE NEW FERRY?"] is Role.SUBHEAD


def test_a_subhead_of_a_text_that_is_all_in_capitals_is_no_link() -> None:
    text = (
        "FERRY SINKS OFF LUNDE\n\nTHE FERRY SANK ON MONDAY, AND NINE PEOPLE DIED.\n\n"
        "NEIGHBOURS OF THE HARBOUR SAW IT GO\n\nTHE MAYOR SAID THE FERRY WAS OLD AND SLOW."
    )
    found = {said: role for role, said in roles(text)}
    assert found["NEIGHBOURS OF THE HARBOUR SAW IT GO"] is Role.SUBHEAD
