from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.clean.report import clean
from sayso.model.report import Basis, BlockRole, Precision, Received, Report

BODY = "The harbour master said the ferry had left port at noon. Two of the crew were taken to hospital."


def received(text: str, **metadata: Any) -> Received:
    return Received(name="a.txt", raw=text.encode("utf-8", "replace"), text=text, **metadata)


def report(text: str, **metadata: str) -> Report:
    found = clean(received(text, **metadata)).report
    assert found is not None
    return found


def rules(text: str, **metadata: str) -> list[str]:
    return [problem.rule for problem in clean(received(text, **metadata)).problems]


def published(text: str, **metadata: str) -> tuple[str | None, Basis] | None:
    moment = report(text, **metadata).published
    return None if moment is None else (moment.from_, moment.basis)


def test_metadata_is_trusted_first() -> None:
    assert published(f"Published: 3 May 2024\n\n{BODY}", published="2024-05-02T10:11:00Z") == (
        "2024-05-02T10:11", Basis.METADATA)  # fmt: skip


def test_midnight_in_metadata_is_a_day() -> None:
    moment = report(BODY, published="2024-05-02T00:00:00").published
    assert moment is not None
    assert (moment.from_, moment.to, moment.precision) == ("2024-05-02", "2024-05-02", Precision.DAY)


@pytest.mark.parametrize(
    "header", ["May 2, 2024", "date 2024-05-02", "Port Vell, Thursday, May 2, 2024 — No. 7"]
)
def test_a_header_line_dates_a_report(header: str) -> None:
    assert published(f"{header}\n\n{BODY}") == ("2024-05-02", Basis.TEXT)


def test_published_and_updated_are_told_apart() -> None:
    found = report(f"Published: 07:12, 2 May 2024 | Updated: 09:40, 3 May 2024\n\n{BODY}")
    assert found.published is not None
    assert found.updated is not None
    assert (found.published.from_, found.updated.from_) == ("2024-05-02T07:12", "2024-05-03T09:40")


def test_an_update_alone_publishes_nothing() -> None:
    found = report(f"Updated: 3 May 2024\n\n{BODY}")
    assert found.published is None
    assert found.updated is not None


def test_a_dateline_dates_a_report() -> None:
    found = report(f"LIMA, Peru, May 2, 2024 (XYZ) — {BODY}")
    assert found.published is not None
    assert (found.published.from_, found.published.basis) == ("2024-05-02", Basis.DATELINE)
    assert (found.dateline_place, found.agencies) == ("Lima, Peru", ("XYZ",))


def test_a_dateline_without_a_year_dates_nothing_by_itself() -> None:
    assert published(f"LIMA, May 2 (XYZ) — {BODY}") is None


def test_a_copyright_line_gives_a_dateline_its_year() -> None:
    assert published(f"LIMA, May 2 (XYZ) — {BODY}\n\n© 2024 Harbour Watch") == ("2024-05-02", Basis.DATELINE)


def test_a_copyright_line_alone_dates_nothing() -> None:
    assert published(f"{BODY}\n\n© 2024 Harbour Watch") is None


def test_the_date_in_a_url_is_asked_last() -> None:
    assert published(BODY, url="https://news.example/2024/05/02/ferry") == ("2024-05-02", Basis.METADATA)


def test_a_date_in_the_body_is_never_taken() -> None:
    assert (
        published(f"{BODY}\n\nOn May 2, 2024 the ferry was sold to a firm in Lima, the owner said.") is None
    )


def test_dates_that_disagree_are_said_and_the_trusted_one_taken() -> None:
    text = f"May 9, 2024\n\n{BODY}"
    assert published(text, published="2024-05-02") == ("2024-05-02", Basis.METADATA)
    assert rules(text, published="2024-05-02") == ["dates-disagree"]
    assert rules(f"May 3, 2024\n\n{BODY}", published="2024-05-02") == []


def test_an_ambiguous_date_stays_open_unless_other_evidence_decides() -> None:
    assert published(BODY, published="04/05/2024") is None
    assert rules(BODY, published="04/05/2024") == ["ambiguous-date"]
    assert published(f"LIMA, May 4 (XYZ) — {BODY}", published="04/05/2024") == ("2024-05-04", Basis.METADATA)
    assert published(f"May 4, 2024\n\n{BODY}", published="04/05/2024") == ("2024-05-04", Basis.METADATA)


def test_metadata_that_is_no_date_is_a_problem() -> None:
    assert rules(BODY, published="yesterday") == ["unreadable-date"]


def test_seconds_since_1970_are_read() -> None:
    assert published(BODY, published="1714644660") == ("2024-05-02T10:11", Basis.METADATA)


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"{BODY}\n\nDisclaimer: This story has not been edited by the Harbour Watch team.", "Harbour Watch"),
        (f"{BODY}\nDiscover more from Harbour Watch | Ships and Ports", "Harbour Watch"),
        (f"{BODY}\n\n© 2024 Harbour Watch. All rights reserved.", "Harbour Watch"),
        (f"THE HARBOUR COURIER\nMay 2, 2024\n\n{BODY}", "The Harbour Courier"),
        (f"Harbour24 » World » Americas\n\nFerry leaves the port\n\n{BODY}", "Harbour24"),
        (f"Home > World\n\nFerry leaves the port\n\n{BODY}", None),
        (f"By ANA RUIZ FOR HARBOUR ONLINE\n\n{BODY}", "Harbour"),
        (f"{BODY}\n\n© 2024 Harbour Media Group", None),
        (f"By Ana Ruiz, The Harbour Post\n\n{BODY}", "The Harbour Post"),
        (f"By Ana Ruiz, Associated Press\n\n{BODY}", None),
        (f"By Ana Ruiz, Correspondent\n\n{BODY}", None),
        (f"Ana Ruiz | Harbour Courier | 2 May 2024\n\n{BODY}", "Harbour Courier"),
        (f"Ana Ruiz | AP\n\n{BODY}", None),
    ],
)
def test_the_outlet_is_told_from_header_and_footer(text: str, outlet: str | None) -> None:
    assert report(text).outlet == outlet


def test_metadata_names_the_outlet_first() -> None:
    assert report(f"THE HARBOUR COURIER\n\n{BODY}", outlet="Harbour Online").outlet == "Harbour Online"


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        (f"{BODY}\n\nWith files from Pacific Wire Service", ("Pacific Wire Service",)),
        (f"{BODY}\n\nAdditional reporting by HWS and XYZ", ("HWS", "XYZ")),
        (f"{BODY}\n\n(Reporting by Ana Ruiz; editing by Jan Sol)", ()),
        (f"By Reuters\nMay 2, 2024\n\n{BODY}", ("Reuters",)),
        (f"The Harbour Courier\n\n{BODY}\n\n© Meridia 2024", ("Meridia",)),
        (f"{BODY}\n\nThe minister was right, Reuters reported on Monday.", ()),
        (f"By ANA RUIZ Associated Press\n\n{BODY}", ("Associated Press",)),
        (f"By Ana Ruiz, The Harbour Post\n\n{BODY}", ("The Harbour Post",)),
        (f"By Petra Sol\n\n{BODY}", ()),
        (f"The Harbour Courier\n\n{BODY}\n\n© Copyright 2024 The Associated Press", ("Associated Press",)),
        (f"{BODY}\n\nAssociated Press writer Jan Sol contributed to this report.", ("Associated Press",)),
        (f"{BODY}\n\nAna Ruiz is a Reuters reporter.", ()),
        (f"{BODY}\n\nAna Ruiz is an Associated Press writer.", ("Associated Press",)),
        (f"{BODY}\n\nFerry at the quay\n\nCredit: Reuters", ()),
    ],
)
def test_agencies_are_told_from_credit_lines(text: str, agencies: tuple[str, ...]) -> None:
    assert report(text).agencies == agencies


@pytest.mark.parametrize(
    ("header", "byline"),
    [
        ("By ANA RUIZ", "Ana Ruiz"),
        ("By Ana Ruiz and Jan Sol in Lima", "Ana Ruiz and Jan Sol"),
        ("Ferry leaves the port\nAna Ruiz, Shipping Editor", "Ana Ruiz"),
        ("Economy | Ana Ruiz | Monday, May 6, 2024", "Ana Ruiz"),
        ("By Reuters", None),
        ("By ANA RUIZ, AP", "Ana Ruiz"),
    ],
)
def test_the_byline(header: str, byline: str | None) -> None:
    assert report(f"{header}\n\n{BODY}").byline == byline


def test_the_title_is_the_headline_where_metadata_has_none() -> None:
    assert report(f"Ferry leaves the port\n\n{BODY}").title == "Ferry leaves the port"


def test_a_report_in_another_language_is_kept_and_said() -> None:
    text = "El capitán del puerto dijo que el transbordador había salido a mediodía con toda la tripulación."
    assert report(text).language == "es"
    assert rules(text) == ["no-lexicon"]


def test_a_short_text_has_no_language() -> None:
    assert report("The ferry left.").language is None


def test_a_text_of_no_letters_is_a_problem_in_plain_words() -> None:
    cleaned = clean(received(" \n***\n"))
    assert cleaned.report is None
    assert [(problem.rule, problem.message) for problem in cleaned.problems] == [
        ("empty", "a.txt has no text.")
    ]


def test_a_report_of_leftovers_is_kept_and_said() -> None:
    assert rules("Read more: Six ferries to avoid") == ["no-body"]


def test_a_gallery_of_captions_is_a_report() -> None:
    first = "Photos: The bridge at Brod Crews stand by the river on Monday. Hide Caption 1 of 2"
    second = "Photos: The bridge at Brod Police said that nine people had died. Hide Caption 2 of 2"
    assert rules(f"The bridge at Brod\n\n{first}\n\n{second}") == []


def test_a_correction_is_told_as_such_and_is_no_part_of_the_story() -> None:
    note = "CORRECTION: An earlier version of this story gave the names of all 12 victims."
    assert rules(f"{BODY}\n\n{note}") == ["corrected"]
    assert report(f"{BODY}\n\n{note}").blocks[-1].role is BlockRole.BOILERPLATE


def test_a_corrected_count_in_the_story_is_no_correction_of_the_article() -> None:
    assert rules(f"{BODY}\n\nThe ministry corrected its count on Monday, from 14 to 12 victims.") == []


def test_boilerplate_stays_in_the_text() -> None:
    found = report(f"{BODY}\n\nSubscribe to our letter")
    block = found.blocks[-1]
    assert (block.role, found.text[block.start : block.end]) == (
        BlockRole.BOILERPLATE,
        "Subscribe to our letter",
    )


@settings(deadline=None, max_examples=150)
@given(st.text(st.characters(), max_size=200), st.text(max_size=30), st.text(max_size=30))
def test_no_item_raises_and_cleaning_is_steady(text: str, date: str, title: str) -> None:
    item = received(text, published=date, title=title, url=title, byline=date, outlet=title, language=date)
    first, second = clean(item), clean(item)
    assert first == second
    assert first.report is None or all(
        first.report.text[block.start : block.end] for block in first.report.blocks
    )


def test_a_dateline_far_from_the_metadata_is_a_problem() -> None:
    assert rules(f"LIMA, Jan 12 - {BODY}", published="2024-03-30") == ["dates-disagree"]
    assert rules(f"LIMA, March 29 - {BODY}", published="2024-03-30") == []


def test_the_url_against_the_metadata_is_a_problem() -> None:
    url = "https://outlet.example/2023/05/03/ferry"
    assert rules(BODY, published="2024-01-12", url=url) == ["dates-disagree"]
    assert published(BODY, published="2024-01-12", url=url) == ("2024-01-12", Basis.METADATA)
    assert rules(BODY, published="2023-05-04", url=url) == []


def test_an_update_before_the_publication_is_a_problem() -> None:
    assert rules(BODY, published="2024-01-12", updated="2023-12-01") == ["dates-disagree"]
    assert rules(BODY, published="2024-01-12", updated="2024-02-01") == []


def test_a_leap_day_of_a_common_year_is_no_date() -> None:
    assert published(f"Published: 29 February 2023\n\n{BODY}") is None
    header = "Published: 3 May 2023 | Updated: 31 June 2023"
    assert rules(f"{header}\n\n{BODY}") == ["unreadable-date"]
    assert rules(f"LIMA, Feb 29 - {BODY}", published="2023-03-01") == ["dates-disagree"]
    assert rules(f"LIMA, Feb 29 - {BODY}", published="2024-03-01") == []


@pytest.mark.parametrize("value", ["9999-12-31", "0001-01-01", "2024-13-45", "9" * 5000, "٢٠٢٤-٠١-١٢"])
def test_a_date_out_of_reach_is_none(value: str) -> None:
    assert published(BODY, published=value) is None
    assert rules(BODY, published=value) == ["unreadable-date"]


def test_the_holder_of_the_rights_whose_domain_it_is_is_no_agency() -> None:
    footer = "Copyright 2024 WHBR HarbourNews. Associated Press contributed to this report. All rights kept."
    assert report(f"{BODY}\n\n{footer}", outlet="harbournews.example.com").agencies == ("Associated Press",)


def test_the_dateline_behind_a_gallery_is_found() -> None:
    gallery = "\n\n".join(
        f"Divers wait at the quay of Port Vell on day {number} of the search." for number in range(9)
    )
    assert report(f"{gallery}\n\nPORT VELL (AP) — {BODY}").agencies == ("Associated Press",)


def test_a_page_of_links_to_several_agencies_credits_none() -> None:
    links = "\n\n".join(f"A ferry sank off Port Vell on day {number} of the storm." for number in range(9))
    assert report(f"{links}\n\nLIMA (AP) — {BODY}\n\nLIMA (Reuters) - {BODY}").agencies == ()
