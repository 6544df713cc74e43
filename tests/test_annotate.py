from tests.extract.figures_of import report_of

from sayso.annotate import DEFAULT_PIPELINE, annotate, pipeline, version
from sayso.model.plain import plain

CURLY = "“It’s over,” she said – „über“ «nothing».\u00a0More…"


def test_the_doc_has_the_reports_offsets() -> None:
    (doc,) = annotate([report_of(CURLY)])
    assert len(doc.text) == len(CURLY)
    for token in doc:
        assert plain(CURLY[token.idx : token.idx + len(token)]) == token.text


def test_quotes_and_dashes_are_made_plain_one_for_one() -> None:
    assert plain("“a” ‘b’ – «c» „d\u00a0e") == '"a" \'b\' - "c" "d e'
    assert plain("naïve 9 €…") == "naïve 9 €…"


def test_each_block_starts_a_sentence() -> None:
    report = report_of("Road shut\nThe road was shut\nand nobody came")
    (doc,) = annotate([report])
    starts = {sentence.start_char for sentence in doc.sents}
    assert {block.start for block in report.blocks} <= starts


def test_docs_come_in_the_order_of_the_reports() -> None:
    texts = ["The first.", "The second one.", "The third one of all."]
    assert [doc.text for doc in annotate(report_of(text) for text in texts)] == texts


def test_an_empty_report_and_no_report_are_read() -> None:
    assert [doc.text for doc in annotate([report_of("")])] == [""]
    assert list(annotate([])) == []


def test_the_pipeline_is_loaded_once_and_its_version_is_told() -> None:
    assert pipeline() is pipeline()
    assert version().startswith(f"{DEFAULT_PIPELINE}-3.")
