import re
from typing import Any

import pytest

from sayso.clean.credits import signatures
from sayso.clean.patterns import boxes, describes, end_of, marks, role_of, start_of
from sayso.lexicon import table

PATTERNS = table("boilerplate")["patterns"]


@pytest.mark.parametrize("entry", PATTERNS, ids=[str(entry["example"])[:40] for entry in PATTERNS])
def test_each_pattern_finds_its_example(entry: dict[str, Any]) -> None:
    if entry["where"] == "end":
        found = end_of(entry["example"])
        assert found is not None
        assert found[1] == entry["role"]
    elif entry["where"] == "start":
        opening = start_of(entry["example"])
        assert opening is not None
        assert (opening.role, opening.then) == (entry["role"], entry.get("then"))
    elif entry["where"] == "inside":
        ((start, end),) = boxes(entry["example"])
        assert entry["example"][:start] + entry["example"][end:] == "Sen. Ana Ruiz (Vell) said no."
    elif entry["where"] == "mark":
        assert len(marks(entry["example"])) == 2
    elif entry["where"] == "beside":
        assert describes(entry["example"])
    else:
        assert role_of(entry["example"]) == entry["role"]


@pytest.mark.parametrize("entry", table("outlets")["signatures"], ids=lambda entry: str(entry["outlet"]))
def test_each_signature_finds_its_outlet(entry: dict[str, Any]) -> None:
    match = re.search(entry["regex"], entry["example"])
    assert match is not None
    assert match["outlet"] == entry["outlet"]
    assert list(signatures(entry["example"]))


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister said the photo was a fake and that the bridge was safe.",
        "Subscribers to the gas network will pay more from May, the regulator said.",
        "She told reporters the agency had read more than 400 letters from survivors.",
        "“Share the bread,” the mayor told the crowd.",
        "Copying the report would break the law, the judge said.",
        "The picture in the east is worse, the governor said on Monday.",
        "He closed the port after two boats sank (one of them a trawler).",
        "Related deaths rose to 40, the health ministry said.",
        "More than 40 people were rescued by helicopter.",
        "The video shows three men leaving the bank, police said.",
        "Watch officers saw the flare at 2 a.m., the coast guard said.",
        "The source: a leaking pipe under the quay, engineers found.",
        "In this village 30 houses burned down.",
        "Credit for the rescue goes to the fishermen, the mayor said.",
        "We use cookies of rice flour, the baker said.",
        "From Monday the ferry will run twice a day, the firm said.",
    ],
)
def test_sentences_of_the_body_are_no_furniture(sentence: str) -> None:
    assert role_of(sentence) is None
    assert end_of(sentence) is None
