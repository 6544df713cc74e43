"""The pass for near-duplicates: which pairs are wanted, and the share that is found."""

import gzip
import json
from pathlib import Path

from bench.near_duplicates import _result, _times, recall, sentences, table, truth

LINE = "the mayor opened the new bridge over the river on monday"


def item(report: str, words: str) -> tuple[str, tuple[str, ...]]:
    return report, tuple(words.split())


def test_sentences_are_those_of_six_words_each_once_an_article(tmp_path: Path) -> None:
    (tmp_path / "stream").mkdir()
    rows = [{"url": None, "title": "", "outlet": None, "byline": None, "published": None}]
    text = f"{LINE.capitalize()}. Too short. {LINE}!"
    with gzip.open(tmp_path / "stream" / "articles.jsonl.gz", "wt", encoding="utf-8") as out:
        out.writelines(json.dumps({**row, "text": text}) + "\n" for row in rows)
    assert list(sentences(tmp_path, 5)) == [item("0", LINE)]


def test_wanted_are_edits_of_two_articles_and_nothing_else() -> None:
    edited = LINE.replace("monday", "tuesday")
    others = (item("a", edited), item("c", "six people died in a fire in the harbour"))
    assert truth([item("a", LINE), item("b", edited), *others]) == {(0, 1), (1, 2)}


def test_what_hangs_together_is_found_and_chance_is_not() -> None:
    wanted = {(0, 1), (1, 2), (0, 2), (3, 4)}
    assert recall([(0, 1), (1, 2), (2, 5), (5, 3)], wanted) == 0.75


def test_what_is_asked_of_both_is_told_of_each() -> None:
    told = _result("so", [(0.3, [(0, 1), (2, 3)]), (0.1, []), (0.2, [])], {(0, 1), (4, 5)})
    assert told == {"setting": "so", "recall": 0.5, "proposed": 2, "seconds": 0.2}


def test_only_who_finds_no_less_is_compared() -> None:
    own = {"recall": 0.9, "seconds": 0.5}
    assert _times(own, [{"recall": 0.8, "seconds": 1.0}, {"recall": 0.9, "seconds": 5.0}]) == 10.0
    assert _times(own, [{"recall": 0.8, "seconds": 1.0}]) is None


def test_the_table_tells_both_ratios() -> None:
    one = {"setting": "64 permutations", "recall": 1.0, "proposed": 3, "seconds": 2.0}
    shown = table(
        {
            "articles": 1, "sentences": 2, "pairs": 1, "sayso": {**one, "seconds": 0.2},
            "datasketch": [one], "times_as_fast": 10.0, "times_as_fast_by_itself": 12.0,
        }
    )  # fmt: skip
    assert "10.0 times as fast" in shown
    assert "12.0 times as fast" in shown
