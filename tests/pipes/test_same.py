"""What stands in for a component gives the same as the component, bit for bit."""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotate import DEFAULT_PIPELINE
from sayso.pipes import attributes, embedding, entities

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from thinc.api import Model

TEXTS = (
    "Ada Brenner of the Port Authority of Brod told the Brod Herald on 3 May that 12 crew were missing.",
    "I saw you. It hit me; they're gone. There's nothin' left, and y'all didn't get it. She got $4 million.",
    "GENEVA (XYZ) - The United Nations High Commissioner for Refugees\n\n said   so .\n",
    "“Nobody,” he said, “has asked us about it.” To leave is what the town wanted, wherever that was.",
    "Lake Mirna Dam",
    "Brod",
    "\n \n",
    "",
)
COLUMNS: list[int | str] = [
    "TAG",
    "POS",
    "MORPH",
    "DEP",
    "HEAD",
    "LEMMA",
    "ENT_IOB",
    "ENT_TYPE",
    "ENT_KB_ID",
    "SENT_START",
]


@cache
def loaded(_: str) -> "Language":
    """The pipeline as it comes; a fresh one for each name."""
    import spacy

    return spacy.load(DEFAULT_PIPELINE)


def model_of(nlp: "Language", name: str) -> "Model[Any, Any]":
    model: Model[Any, Any] = nlp.get_pipe(name).model  # type: ignore[attr-defined]
    return model


def plain(text: str) -> "Doc":
    nlp = loaded("plain")
    doc = nlp.make_doc(text)
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


@cache
def steps() -> "tuple[Callable[[Doc], Doc], ...]":
    nlp = loaded("ours")
    remembered = [embedding.fit(model_of(nlp, name)) for name in ("tok2vec", "ner")]
    assert remembered == [True, True]
    stand_ins = {"attribute_ruler": attributes.fit, "ner": entities.fit}
    made = [stand_ins.get(name, lambda one: one)(pipe) for name, pipe in nlp.pipeline]
    return tuple(step for step in made if step is not None)


def test_all_that_is_known_stands_in() -> None:
    kinds = [type(step) for step in steps()]
    assert attributes.Attributes in kinds
    assert entities.Entities in kinds
    assert len(kinds) == len(loaded("ours").pipeline)


def ours(text: str) -> "Doc":
    doc = loaded("ours").make_doc(text)
    for step in steps():
        doc = step(doc)
    return doc


def assert_same(text: str) -> None:
    one, other = plain(text), ours(text)
    assert one.to_array(COLUMNS).tolist() == other.to_array(COLUMNS).tolist()
    assert np.array_equal(one.tensor, other.tensor)
    assert [(name.text, name.label_) for name in one.ents] == [
        (name.text, name.label_) for name in other.ents
    ]


@pytest.mark.parametrize("text", TEXTS)
def test_the_same_is_found(text: str) -> None:
    assert_same(text)
    assert_same(text)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.sampled_from([word for text in TEXTS for word in text.split(" ")]), max_size=40).map(" ".join)
)
def test_the_same_is_found_in_jumbled_words(text: str) -> None:
    assert_same(text)


def test_names_that_are_there_already_are_left_to_the_recogniser() -> None:
    from spacy.tokens import Span

    found = []
    for nlp, ner in ((loaded("plain"), loaded("plain").get_pipe("ner")), (loaded("ours"), steps()[-1])):
        doc = nlp.make_doc("Ada Brenner spoke in Brod on Monday.")
        doc.set_ents([Span(doc, 4, 5, label="ORG")], default="unmodified")
        found.append([(name.text, name.label_) for name in ner(doc).ents])
    assert found[0] == found[1]
    assert ("Brod", "ORG") in found[0]


def test_rows_are_forgotten_when_they_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "_KEPT", 12)
    nlp = loaded("small")
    vectors = nlp.get_pipe("tok2vec")
    assert embedding.fit(model_of(nlp, "tok2vec"))
    for text in (*TEXTS, *TEXTS):
        assert np.array_equal(vectors(nlp.make_doc(text)).tensor, plain(text).tensor)


def test_what_is_of_another_kind_is_left_alone() -> None:
    import spacy

    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    assert attributes.fit(ruler) is None
    ruler.add([[{"SHAPE": "Xxxx"}]], {"POS": "NOUN"})  # type: ignore[attr-defined]
    assert attributes.fit(ruler) is None
    assert entities.fit(ruler) is None
    assert entities.fit(loaded("plain").get_pipe("parser")) is None
    assert not embedding.fit(model_of(loaded("plain"), "tagger"))
