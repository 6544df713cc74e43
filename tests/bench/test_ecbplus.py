"""ECB+ on two documents of our own: the reader, and what a run gives."""

from pathlib import Path

import pytest
from bench.folders import AbsentData

from bench import ecb, ecbplus

WORDS = "The ferry Marra sank off Storr . Divers searched the wreck of the Marra ."


def document(name: str, words: str, marks: dict[int, str]) -> str:
    """A document whose marked words (by number) belong to chains."""
    lines, sentence = [], 0
    for number, word in enumerate(words.split()):
        lines.append(f'<token t_id="{number}" sentence="{sentence}" number="0">{word}</token>')
        sentence += word == "."
    marked = "".join(
        f'<ACTION_OCCURRENCE m_id="{at}"><token_anchor t_id="{at}"/></ACTION_OCCURRENCE>' for at in marks
    )
    links = "".join(
        f'<CROSS_DOC_COREF r_id="1" note="{chain}"><source m_id="{at}"/></CROSS_DOC_COREF>'
        for at, chain in marks.items()
    )
    body = "".join(lines)
    return (
        f'<Document doc_name="{name}" doc_id="{name}">{body}<Markables>{marked}'
        f'<HUMAN_PART_PER m_id="90"><token_anchor t_id="0"/></HUMAN_PART_PER></Markables>'
        f"<Relations>{links}</Relations></Document>"
    )


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "ecbplus"
    (folder / "topics" / "3").mkdir(parents=True)
    for name in ("3_1ecb.xml", "3_2ecb.xml"):
        text = document(name, WORDS, {3: "sinking", 8: "search"})
        (folder / "topics" / "3" / name).write_text(text, "utf-8")
    web = document("3_1ecbplus.xml", f"http : / / x . {WORDS}", {9: "sinking"})
    (folder / "topics" / "3" / "3_1ecbplus.xml").write_text(web, "utf-8")
    rows = ["Topic,File,Sentence Number", "3,1ecb,0", "3,2ecb,0", "3,2ecb,1"]
    (folder / "ECBplus_coreference_sentences.csv").write_text("\n".join(rows), "utf-8")
    return tmp_path


def test_words_become_prose_and_the_address_goes_where_addresses_go(data: Path) -> None:
    first, web, _ = ecb.read(data / "ecbplus")
    assert first.report.text == "The ferry Marra sank off Storr.\nDivers searched the wreck of the Marra."
    assert web.report.url == "http://x."
    assert (first.story, web.story) == ("3-ecb", "3-ecbplus")


def test_only_events_in_checked_sentences_count(data: Path) -> None:
    found = [
        (one.report.name, one.report.text[slice(*event.span)])
        for one in ecb.read(data / "ecbplus")
        for event in one.events
    ]
    assert found == [("3_1ecb.xml", "sank"), ("3_2ecb.xml", "sank"), ("3_2ecb.xml", "searched")]


def test_a_run_scores_stories_and_chains(data: Path) -> None:
    result = ecbplus.run(data)
    assert (result["documents"], result["mentions"]) == (3, 3)
    assert result["chains"]["sayso"]["b_cubed"] == 1.0
    assert "ecbplus, 3 documents" in ecbplus.table(result)


def test_without_its_data_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(AbsentData):
        ecbplus.run(tmp_path)
