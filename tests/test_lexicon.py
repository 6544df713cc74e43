import re
import tomllib
from importlib import resources
from typing import Any

import pytest
from tests.extract.facts_of import said

from sayso import lexicon
from sayso.lexicon.bodies import function_of
from sayso.model.report import Stance, Statement

SLOTS = sorted(
    item.name.removesuffix(".toml")
    for item in resources.files(lexicon).joinpath("en").iterdir()
    if item.name.endswith(".toml")
)
CUES: dict[str, Any] = tomllib.loads(resources.files(lexicon).joinpath("en", "cues.toml").read_text("utf-8"))
GROUPS: list[dict[str, Any]] = [
    group for kind in ("verbs", "phrasal", "nouns", "adjectives") for group in CUES[kind]
]
EXAMPLES = [
    pytest.param(example, group["stance"], id=f"{lemma}-{group['frames'][0]}")
    for group in GROUPS
    for lemma, example in group["examples"].items()
]
FRAMES = {
    "clause", "quote", "to", "object", "blame", "of", "as", "name", "answer", "count", "shown", "intent",
    "changed", "given", "matters", "side",
}  # fmt: skip


def marked(example: str) -> tuple[str, str, str]:
    """An example without its marks, the source between [ ] and the content between { }."""
    (source,) = re.findall(r"\[(.+?)\]", example)
    (content,) = re.findall(r"\{(.+?)\}", example)
    return re.sub(r"[\[\]{}]", "", example), source, content


@pytest.mark.parametrize("slot", SLOTS)
def test_every_lexicon_file_parses(slot: str) -> None:
    assert lexicon.table(slot)


def strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for inner in value.values() for text in strings(inner)]
    return [text for inner in value for text in strings(inner)] if isinstance(value, list) else []


@pytest.mark.parametrize("slot", SLOTS)
def test_no_entry_has_white_space_around_it(slot: str) -> None:
    assert [text for text in strings(lexicon.table(slot)) if text != text.strip() or not text] == []


@pytest.mark.parametrize(("example", "stance"), EXAMPLES)
def test_the_example_of_a_cue_is_read_as_it_is_marked(example: str, stance: str) -> None:
    text, source, content = marked(example)
    found: list[Statement] = [
        one for one in said(text) if one.source is not None and one.source.text == source
    ]
    assert [one.text for one in found] == [content]
    assert found[0].stance is Stance(stance)


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: next(iter(group["examples"])))
def test_a_cue_group_has_known_frames_and_its_words_in_small_letters(group: dict[str, Any]) -> None:
    assert set(group["frames"]) <= FRAMES
    assert all(lemma == lemma.lower() for lemma in group["examples"])


def test_the_version_is_a_hash_of_all_rule_data() -> None:
    assert re.fullmatch(r"[0-9a-f]{12}", lexicon.version())
    assert lexicon.version() == lexicon.version()


@pytest.mark.parametrize(
    ("name", "function"),
    [
        ("South Korea’s National Intelligence Service", "intelligence"),
        ("Seoul’s intelligence agency", "intelligence"),
        ("the Ukrainian military intelligence service", "military intelligence"),
        ("the Polish foreign ministry", "foreign ministry"),
        ("the Ministry of Foreign Affairs of Poland", "foreign ministry"),
        ("the French army", "army"),
        ("the special forces of the French army", None),
        ("the Lunde Water Agency", None),
        ("Tarn Steel", None),
    ],
)
def test_a_bodys_name_tells_its_function(name: str, function: str | None) -> None:
    assert function_of(name) == function
