import spacy
from spacy.tokenizer import Tokenizer

from sayso.annotate import DEFAULT_PIPELINE
from sayso.pipes.loading import load


def test_the_tokenizer_is_the_one_that_the_pipeline_wrote() -> None:
    ours, plain = load(DEFAULT_PIPELINE), spacy.load(DEFAULT_PIPELINE)
    assert isinstance(ours.tokenizer, Tokenizer)
    assert isinstance(plain.tokenizer, Tokenizer)
    assert ours.tokenizer.to_bytes() == plain.tokenizer.to_bytes()
    assert ours.vocab.strings.to_bytes() == plain.vocab.strings.to_bytes()
    text = "They've sunk at 3 p.m. near Brod-on-Sea (www.brod.example), didn't they?"
    assert [(token.text, token.norm_) for token in ours(text)] == [
        (token.text, token.norm_) for token in plain(text)
    ]


def test_what_a_pipeline_brings_switched_off_is_not_loaded() -> None:
    assert load(DEFAULT_PIPELINE).component_names == spacy.load(DEFAULT_PIPELINE).pipe_names
