from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.extract.facts_of import entity, facts_of, narrated, said

import sayso
from sayso.clean.report import clean
from sayso.model.report import Facts, Figure, Mention, Received, Span, Statement, TimeExpression
from sayso.run import stages

EXAMPLES = tuple(
    path.read_text("utf-8") for path in sorted(Path(sayso.__file__).parent.glob("examples/*/*.txt"))
)
Spanned = Statement | Figure | TimeExpression | Mention | Span
SLOW = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def facts_of_any(text: str) -> Facts | None:
    report = clean(Received(name="r.txt", raw=text.encode(), text=text, language="en")).report
    return next(iter(stages.facts([report]))) if report is not None else None


def holds(facts: Facts) -> bool:
    """Every span that a report's facts give is the text that they give."""
    text = facts.report.text
    spans: list[Spanned] = [*facts.statements, *facts.figures, *facts.times, *facts.mentions]
    spans_of = [
        span
        for one in facts.statements
        for span in (*one.hedges, one.source, one.cue, one.own_reporting, *(r.mention for r in one.relays))
        if span is not None
    ]
    inside = all(one.start <= start < end <= one.end for one in facts.statements for start, end in one.parts)
    return inside and all(text[one.start : one.end] == one.text for one in (*spans, *spans_of))


def refers(facts: Facts) -> bool:
    """Every entity and statement that facts name is there."""
    entities = {one.id for one in facts.entities}
    statements = {one.id for one in facts.statements}
    named = {one.entity for one in facts.mentions} | {id_ for one in facts.figures for id_ in one.sources}
    for one in facts.statements:
        named |= {*one.sources, *one.relies_on, *(relay.entity for relay in one.relays)}
    pointed = {one.statement for one in facts.figures} | {one.within for one in facts.statements}
    return named <= entities and pointed - {None} <= statements


@SLOW
@given(st.text(max_size=200))
def test_any_text_gives_facts_whose_spans_hold(text: str) -> None:
    facts = facts_of_any(text)
    assert facts is None or (holds(facts) and refers(facts))


@SLOW
@given(
    st.lists(
        st.sampled_from(
            ["Kovar", "said", "“", "”", '"', "that", "the", "nine", "people", "died", ",", ".", ":",
             "\n\n", "he", "who", "I", "think", "told", "us", "claim", "reportedly", "is", "believed",
             "confident", "about", "blamed", "for", "according", "to", "Reuters", "reported", "not",
             "confirmed", "on", "Monday", "(AP)", "—", "‘", "’"]
        ),
        max_size=40,
    )
)  # fmt: skip
def test_any_heap_of_reporting_words_gives_facts_whose_spans_hold(heap: list[str]) -> None:
    facts = facts_of_any(" ".join(heap))
    assert facts is None or (holds(facts) and refers(facts))


@SLOW
@given(st.sampled_from(EXAMPLES), st.data())
def test_a_damaged_report_gives_facts_whose_spans_hold(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 400)))
    facts = facts_of_any(text[:start] + text[end:])
    assert facts is None or (holds(facts) and refers(facts))


def test_a_figure_belongs_to_the_smallest_statement_around_it() -> None:
    text = "Nine people died in Aske, the mayor said. The county hospital said 12 people were injured."
    speakers = {
        figure.text.split()[0]: [entity(text, id_).name for id_ in figure.sources]
        for figure in facts_of(text).figures
    }
    assert speakers == {"Nine": ["mayor"], "12": ["county hospital"]}


def test_a_figure_in_narration_has_no_source() -> None:
    text = "Nine people died near Kursk in Russia."
    (figure,) = facts_of(text).figures
    (narration,) = narrated(text)
    assert (figure.sources, figure.statement) == ((), narration.id)


def test_the_finer_place_is_where_it_happened() -> None:
    text = "Nine people died near Kursk in Russia."
    (figure,) = facts_of(text).figures
    assert figure.where is not None
    assert entity(text, figure.where).name == "Kursk"


def test_a_group_counted_answers_to_its_country_when_it_bears_arms() -> None:
    text = "Two North Korean soldiers were captured near Kursk, the mayor said."
    (figure,) = facts_of(text).figures
    assert figure.who_entity is not None
    group = entity(text, figure.who_entity)
    assert group.answers_to is not None
    assert entity(text, group.answers_to).name == "North Korea"


def test_a_caption_that_repeats_the_body_is_one_statement() -> None:
    text = (
        "Storm hits harbour\n\nNine people were hurt at the quay. (Photo: Arvo Brenn)\n\n"
        "The storm broke on Monday.\n\nNine people were hurt at the quay."
    )
    (only,) = [one for one in narrated(text) if "quay" in one.text]
    assert only.start > text.index("Monday")
    assert [text[start:end] for start, end in only.also] == [only.text]


def test_a_statement_in_a_statement_keeps_both_levels() -> None:
    outer, inner = said("An official said the army said the bridge was open.")
    assert inner.within == outer.id
    assert outer.within is None


def test_a_sentence_that_only_tells_who_speaks_is_not_narrated_as_well() -> None:
    assert (
        narrated("“The tunnel flooded in minutes and nobody came to help,” said Mirela Kovar on Monday.")
        == ()
    )


def test_every_name_is_a_mention_of_its_entity() -> None:
    text = "Mirela Kovar met the White House envoy. Kovar said the talks had failed."
    found = {one.text: entity(text, one.entity).name for one in facts_of(text).mentions}
    assert found["Mirela Kovar"] == found["Kovar"] == "Mirela Kovar"


def test_words_keep_their_negation() -> None:
    words = {
        word.lemma: word.negated for word in facts_of("The dam did not fail. The bridge collapsed.").words
    }
    assert (words["fail"], words["collapse"]) == (True, False)


def test_nothing_is_read_in_a_language_without_a_lexicon() -> None:
    received = Received(name="r", raw=b"r", text="Le pont est ferme, dit le maire de Lunde.", language="fr")
    report = clean(received).report
    assert report is not None
    assert next(iter(stages.facts([report]))).statements == ()
