"""Names by hand: reading the gold of both collections, which mentions count, and the scores of a run."""

# ruff: noqa: E501 (lines of the formats read)

from pathlib import Path

from bench.entity_gold import Document, Gold, gum, meantime

from bench import entities
from sayso.model.report import EntityKind

GUM = """
# text = Minister Ann Lee of Norland left the Port Authority of Brod .
1	Minister	minister	PROPN	NNP	_	8	nsubj	_	Discourse=attribution-positive:1->2:0:sem-atsrc-1-3-_|Entity=(1-person-new-nnnnn-cf1-1,2,3-coref-Ann_Lee
2	Ann	Ann	PROPN	NNP	_	1	flat	_	_
3	Lee	Lee	PROPN	NNP	_	1	flat	_	_
4	of	of	ADP	IN	_	5	case	_	_
5	Norland	Norland	PROPN	NNP	_	1	nmod	_	Entity=(2-place-new-nnnnn-cf2-1-sgl-Norland)1)
6	left	leave	VERB	VBD	_	0	root	_	_
7	the	the	DET	DT	_	9	det	_	Entity=(3-organization-new-nnnnn-cf3-3-sgl
8	Port	port	PROPN	NNP	_	9	compound	_	_
9	Authority	authority	PROPN	NNP	_	6	obj	_	_
10	of	of	ADP	IN	_	11	case	_	_
11	Brod	Brod	PROPN	NNP	_	9	nmod	_	Entity=(4-place-new-nnnnn-cf4-1-sgl-Brod)3)
12	.	.	PUNCT	.	_	6	punct	_	_

# text = She said the President met Ann Lee 's sister .
1	She	she	PRON	PRP	_	2	nsubj	_	Discourse=attribution-positive:2->3:0:sem-atsrc-13-_|Entity=(1-person-giv:act-nnnnn-cf1-1-ana)
2	said	say	VERB	VBD	_	0	root	_	_
3	the	the	DET	DT	_	4	det	_	Discourse=ROOT:3:0|Entity=(5-person-new-nnnnn-cf2-2-sgl
4	President	President	PROPN	NNP	_	5	nsubj	_	Entity=5)
5	met	meet	VERB	VBD	_	2	ccomp	_	_
6	Ann	Ann	PROPN	NNP	_	9	nmod:poss	_	Entity=(6-person-new-nnnnn-cf3-4-sgl(1-person-giv:act-nnnnn-cf1-1,2-coref-Ann_Lee
7	Lee	Lee	PROPN	NNP	_	6	flat	_	_
8	's	's	PART	POS	_	6	case	_	Entity=1)
9	sister	sister	NOUN	NN	_	5	obj	_	Entity=6)
10	.	.	PUNCT	.	_	2	punct	_	_
"""

CAT = b"""<?xml version="1.0" ?><Document doc_id="1" doc_name="1_ferry" lang="en">
<token number="0" sentence="0" t_id="1">Ferry</token><token number="1" sentence="0" t_id="2">sinks</token>
<token number="2" sentence="1" t_id="3">Talcamar</token><token number="3" sentence="1" t_id="4">'s</token>
<token number="4" sentence="1" t_id="5">ferry</token><token number="5" sentence="1" t_id="6">,</token>
<token number="6" sentence="1" t_id="7">the</token><token number="7" sentence="1" t_id="8">Astra</token>
<Markables>
<ENTITY_MENTION head="Talcamar" m_id="1" syntactic_type="NAM"><token_anchor t_id="3"/></ENTITY_MENTION>
<ENTITY_MENTION head="ferry" m_id="2" syntactic_type="NOM"><token_anchor t_id="5"/></ENTITY_MENTION>
<ENTITY_MENTION head="" m_id="3" syntactic_type="NAM"><token_anchor t_id="7"/><token_anchor t_id="8"/></ENTITY_MENTION>
<ENTITY ent_type="ORG" instance_id="ORG1" m_id="9"/><ENTITY ent_type="PRO" instance_id="PRO1" m_id="8"/>
</Markables>
<Relations><REFERS_TO r_id="1"><source m_id="1"/><target m_id="9"/></REFERS_TO>
<REFERS_TO r_id="2"><source m_id="2"/><source m_id="3"/><target m_id="8"/></REFERS_TO></Relations>
</Document>"""


def named(document: Document) -> list[tuple[str, EntityKind | None]]:
    """The names that count, in order, with their kinds."""
    text = document.report.text
    counting = sorted((one for one in document.mentions if one.named), key=lambda one: one.span)
    return [(text[slice(*one.name)], one.kind) for one in counting]


def test_names_count_and_descriptions_offices_and_inner_names_do_not() -> None:
    assert named(gum("GUM_news_port", GUM)) == [
        ("Ann Lee", EntityKind.PERSON),
        ("Norland", EntityKind.PLACE),
        ("Port Authority of Brod", EntityKind.ORGANISATION),
        ("Ann Lee", EntityKind.PERSON),
    ]


def test_pronouns_that_are_sources_speak() -> None:
    document = gum("GUM_news_port", GUM)
    assert [document.report.text[slice(*span)] for span in document.speaking] == ["She"]
    assert dict(document.pronouns)[document.speaking[0]] == "1"


def test_the_marks_of_the_other_collection_say_what_is_a_name() -> None:
    document = meantime("1_ferry", CAT)
    assert document.report.text == "Ferry sinks\n\nTalcamar's ferry, the Astra"
    assert named(document) == [("Talcamar", EntityKind.ORGANISATION), ("the Astra", None)]
    assert {one.link for one in document.mentions} == {"ORG1", "PRO1"}
    assert document.annotated == len(document.report.text)


def test_a_mention_is_found_by_its_head_inside_its_span() -> None:
    document = gum("GUM_news_port", GUM)
    text = document.report.text

    def hit(said: str) -> Gold | None:
        at = text.index(said)
        return entities._hit(document.mentions, (at, at + len(said)))

    whole = hit("Port Authority of Brod")
    assert whole is not None
    assert whole.kind is EntityKind.ORGANISATION
    inner = hit("Brod")
    assert inner is not None
    assert not inner.named
    assert hit("left the Port") is None


def test_a_run_scores_three_systems(tmp_path: Path) -> None:
    (tmp_path / "gum").mkdir()
    (tmp_path / "gum" / "GUM_news_port.conllu").write_text(GUM, "utf-8")
    folder = tmp_path / "meantime" / "corpus"
    folder.mkdir(parents=True)
    (folder / "1_ferry.xml").write_bytes(CAT)
    result = entities.run(tmp_path)
    assert {name: [*systems] for name, systems in result.items()} == {
        "gum": ["spacy", "match", "sayso"],
        "meantime": ["spacy", "match", "sayso"],
    }
    sayso = result["gum"]["sayso"]
    assert sayso["mentions, any kind"]["recall"] >= 0.75
    assert sayso["entities of two links"] == 0
    assert "names, CoNLL F1" in entities.table(result)
