"""Attributed spans of GUM: reading the gold, pairing by overlap, and the scores of a run."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench import folders, gum
from sayso.model.report import BlockRole, Report

DOCUMENT = """
# newdoc id = GUM_news_bridge
# newpar
# newpar_block = head (1 s)
# text = Bridge closed
1	Bridge	bridge	NOUN	NN	_	2	nsubj	_	Discourse=organization-heading:1->3:5:_
2	closed	close	VERB	VBD	_	0	root	_	_

# text = The mayor said it isn't safe because the deck sags.
1	The	the	DET	DT	_	2	det	_	Discourse=attribution-negative:2->3:1:sem-atsrc-3-4-gold+lex-indwd-5-_
2	mayor	mayor	NOUN	NN	_	3	nsubj	_	_
3	said	say	VERB	VBD	_	0	root	_	_
4	it	it	PRON	PRP	_	7	nsubj	_	Discourse=ROOT:3:0
5-6	isn't	_	_	_	_	_	_	_	_
5	is	be	AUX	VBZ	_	7	cop	_	_
6	n't	not	PART	RB	_	7	advmod	_	_
7	safe	safe	ADJ	JJ	_	3	ccomp	_	_
8	because	because	SCONJ	IN	_	11	mark	_	Discourse=causal-cause:4->3:0:dm-because-10-_
9	the	the	DET	DT	_	10	det	_	_
10	deck	deck	NOUN	NN	_	11	nsubj	_	_
11	sags	sag	VERB	VBZ	_	7	advcl	_	SpaceAfter=No
12	.	.	PUNCT	.	_	3	punct	_	_

# text = Work starts on Monday.
1	Work	work	NOUN	NN	_	2	nsubj	_	Discourse=elaboration-additional:5->3:2:_
2	starts	start	VERB	VBZ	_	0	root	_	_
3	on	on	ADP	IN	_	4	case	_	_
4	Monday	Monday	PROPN	NNP	_	2	obl	_	SpaceAfter=No
5	.	.	PUNCT	.	_	2	punct	_	_

# newpar
# newpar_block = figure (1 s) | caption (1 s)
# text = The deck, Ann Lee thinks, sags.
1	The	the	DET	DT	_	2	det	_	Discourse=elaboration-additional:6->3:3:_
2	deck	deck	NOUN	NN	_	7	nsubj	_	SpaceAfter=No
3	,	,	PUNCT	,	_	6	punct	_	_
4	Ann	_	PROPN	_	_	6	_	_	Discourse=joint:7->6:0;attribution-positive:7->6:1:0:sem-atsrc-23-24-_
5	Lee	Lee	PROPN	NNP	_	4	flat	_	_
6	thinks	think	VERB	VBZ	_	7	parataxis	_	SpaceAfter=No
7	,	,	PUNCT	,	_	6	punct	_	_
8	sags	sag	VERB	VBZ	_	0	root	_	Discourse=same-unit_m:8->6:1:_|SpaceAfter=No
9	.	.	PUNCT	.	_	8	punct	_	_
"""


def words(report: Report, chars: gum.Chars) -> str:
    """The characters of a set as text, a blank for each gap."""
    listed = sorted(chars)
    return "".join(
        ("" if before + 1 == at else " ") + report.text[at]
        for before, at in zip([listed[0] - 1, *listed], listed, strict=False)
    )


def test_a_document_is_its_text_in_marked_blocks() -> None:
    report, _ = gum.read("GUM_news_bridge", DOCUMENT)
    assert [(report.text[one.start : one.end], one.role) for one in report.blocks] == [
        ("Bridge closed", BlockRole.HEADLINE),
        ("The mayor said it isn't safe because the deck sags. Work starts on Monday.", BlockRole.PARAGRAPH),
        ("The deck, Ann Lee thinks, sags.", BlockRole.CAPTION),
    ]


def test_a_quotation_inside_a_paragraph_that_goes_on_is_no_block() -> None:
    plain, _ = gum.read("GUM_news_bridge", DOCUMENT)
    quoted = DOCUMENT.replace("# text = Work", "# newpar_block = quote (1 s)\n# text = Work")
    report, _ = gum.read("GUM_news_bridge", quoted)
    assert report.blocks == plain.blocks


def test_what_attaches_below_an_attribution_is_attributed_and_what_attaches_above_is_not() -> None:
    report, gold = gum.read("GUM_news_bridge", DOCUMENT)
    assert words(report, gold[0].content) == "it isn't safe because the deck sags."
    assert words(report, gold[0].source) == "The mayor"
    assert gold[0].marks == {"negative"}


def test_a_unit_cut_in_two_by_its_attribution_is_taken_whole() -> None:
    report, gold = gum.read("GUM_news_bridge", DOCUMENT)
    assert words(report, gold[1].content) == "The deck, sags."
    assert words(report, gold[1].source) == "Ann Lee"


def test_a_unit_inside_what_is_attributed_is_nested_and_one_without_a_verb_marked() -> None:
    inner = DOCUMENT.replace("causal-cause:4->3:0:dm-because-10-_", "attribution-positive:4->3:0:_")
    _, gold = gum.read("GUM_news_bridge", inner.replace("sag\tVERB", "sag\tNOUN"))
    assert gold[1].marks == {"positive", "nested", "verbless"}


def test_half_of_both_must_be_shared() -> None:
    long, half, less = frozenset(range(10)), frozenset(range(5)), frozenset(range(4))
    assert list(gum.match([long], [half])) == [(0, 0)]
    assert list(gum.match([long], [less])) == []
    assert list(gum.match([long], [less], half=False)) == [(0, 0)]


def test_the_best_pair_is_taken_first() -> None:
    outer, inner = frozenset(range(10)), frozenset(range(6))
    assert sorted(gum.match([outer, inner], [inner, outer])) == [(0, 1), (1, 0)]


@settings(deadline=None)
@given(
    st.lists(st.frozensets(st.integers(0, 30), min_size=1)),
    st.lists(st.frozensets(st.integers(0, 30), min_size=1)),
)
def test_pairs_are_one_to_one_and_strict_ones_no_more_than_touching_ones(
    wanted: list[gum.Chars], given_: list[gum.Chars]
) -> None:
    strict, touching = list(gum.match(wanted, given_)), list(gum.match(wanted, given_, half=False))
    for pairs in (strict, touching):
        assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(wanted[i] & given_[j] for i, j in touching)


def test_a_run_scores_statements_sources_genres_and_marks(tmp_path: Path) -> None:
    (tmp_path / "gum").mkdir()
    (tmp_path / "gum" / "GUM_news_bridge.conllu").write_text(DOCUMENT.lstrip(), "utf-8")
    result = gum.run(tmp_path)
    assert result["spans"]["gold"] == 2
    assert result["spans"]["matched"] >= 1
    assert result["sources"]["share"] == 1.0
    assert set(result["by_genre"]) == {"news"}
    assert result["by_mark"]["negative"] == {"gold": 1, "matched": 1, "recall": 1.0}
    for count in ("found", "matched"):
        assert sum(row[count] for row in result["by_content"].values()) == result["spans"][count]
    assert result["worst"][0]["document"] == "GUM_news_bridge"
    assert "GUM_news_bridge" in gum.table(result)


def test_absent_data_is_said(tmp_path: Path) -> None:
    with pytest.raises(folders.AbsentData):
        gum.run(tmp_path)
