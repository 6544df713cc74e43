import csv
import json
from pathlib import Path

import pytest
from bench.folders import AbsentData

from bench import syndication

BODY = [
    "The old pier at Storr collapsed under the weight of the crowd late on Monday evening, police said.",
    "Nine people were taken to hospital in Storr with broken bones and cold from the water of the bay.",
    "The Harbour Board had been told in January that the planks were rotten, letters of Marta Holm show.",
]

GOLD = {
    ("1", "2"): "identical",
    ("1", "3"): "edited-copy",
    ("1", "4"): "independent",
    ("2", "4"): "shared-agency",
}


def page(name: str, publisher: str, *paragraphs: str) -> dict[str, object]:
    return {"id": name, "publisher": publisher, "paragraphs": paragraphs, "wire_terms_in_lead": []}


def test_pairs_are_labelled_by_their_derivation() -> None:
    other = "Ferries to Corrie ran as usual through the night, the harbour office told the Storr Daily."
    pages = [
        page("1", "storrdaily.example", *BODY),
        page("2", "corriepost.example", *BODY),
        page("3", "skerrynews.example", BODY[0], other),
        page(
            "4",
            "bayherald.example",
            other.replace("Ferries", "Buses").replace("told the Storr Daily", "wrote"),
        ),
    ]
    facts = syndication.facts_of(pages)
    assert syndication.label(facts["1"], facts["2"]) == "identical"
    assert syndication.label(facts["1"], facts["3"]) == "edited-copy"
    assert syndication.label(facts["1"], facts["4"]) == "independent"


def test_macro_f1_is_the_mean_over_the_labels() -> None:
    assert syndication.scores(GOLD, GOLD)["macro_f1"] == 1.0
    assert syndication.scores(GOLD, dict.fromkeys(GOLD, "identical"))["macro_f1"] == 0.1


def test_the_baseline_takes_the_best_thresholds() -> None:
    share = {("1", "2"): 0.9, ("1", "3"): 0.4, ("1", "4"): 0.1, ("2", "4"): 0.4}
    rows = {pair: {"jaccard8": str(value), "containment8": str(value)} for pair, value in share.items()}
    wired = {pair: pair == ("2", "4") for pair in GOLD}
    assert syndication.baseline(GOLD, rows, wired)["macro_f1"] == 1.0


def test_the_gold_holds_ids_and_labels_of_200_pairs() -> None:
    gold = syndication.read_gold(syndication.GOLD)
    assert len(gold) == 200
    assert set(gold.values()) == set(syndication.LABELS)


def test_a_folder_is_scored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [page("1", "storrdaily.example", *BODY), page("2", "corriepost.example", *BODY)]
    (tmp_path / "articles.jsonl").write_text("\n".join(map(json.dumps, pages)), "utf-8")
    with (tmp_path / "pairs-sharing-8grams.tsv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter="\t").writerows(
            [["id_a", "id_b", "jaccard8", "containment8"], ["1", "2", "1", "1"]]
        )
    (tmp_path / "gold.tsv").write_text("id_a\tid_b\tstratum\tlabel\n1\t2\thigh\tidentical\n", "utf-8")
    monkeypatch.setattr(syndication, "GOLD", tmp_path / "gold.tsv")
    result = syndication.run(tmp_path)
    assert result["wrong"] == []
    assert "| sayso |" in syndication.table(result)


def test_absent_data_is_said(tmp_path: Path) -> None:
    with pytest.raises(AbsentData):
        syndication.run(tmp_path)
