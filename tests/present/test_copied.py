"""How many articles only repeat another's text, and whose it is."""

import json
from dataclasses import replace
from pathlib import Path

from tests.present.make import make_dossier

from sayso import api
from sayso.model.relation import DerivationKind, DerivedFrom
from sayso.present import claims, copied
from sayso.present.index import Index

FULL = make_dossier()
COPY = FULL.derivations[0]


def again(*kinds: DerivationKind, share: float = 1.0, why: str = "alike") -> int:
    ids = [report.id for report in FULL.reports]
    found = tuple(
        replace(
            COPY, report=ids[place + 1], from_=DerivedFrom(report=ids[place]), kind=kind, share=share, why=why
        )
        for place, kind in enumerate(kinds)
    )
    return copied.repeated(Index(replace(FULL, derivations=found)))


def test_articles_with_one_text_are_all_but_one_of_them_copies() -> None:
    assert again(DerivationKind.IDENTICAL, DerivationKind.EDITED_COPY) == 2
    assert again(DerivationKind.IDENTICAL, why="7 sentences alike; direction unknown") == 1


def test_what_two_articles_have_of_one_agency_is_one_text() -> None:
    assert again(DerivationKind.SHARED_AGENCY) == 1


def test_an_article_that_takes_up_a_little_of_another_is_no_copy() -> None:
    assert again(DerivationKind.IDENTICAL, share=0.2) == 0
    assert again(DerivationKind.PARAPHRASE, DerivationKind.EXCERPT, DerivationKind.CREDITED) == 0


def test_an_outlet_that_copied_a_sentence_does_not_tell_it_in_its_own_words(tmp_path: Path) -> None:
    text = "The old bridge at Ostry has been under repair since May. Its northern arch was rebuilt in stone."
    text += (
        " A new railing of cast iron was set on both sides. Carts and cars have crossed it again since June."
    )
    rows = [
        {"outlet": outlet, "date": f"2031-03-0{day}", "title": "A bridge repaired", "text": text}
        for day, outlet in enumerate(("Harbour Post", "Storr Daily", "Corrie Sun"), 1)
    ]
    (tmp_path / "all.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    found = Index(api.dossier([str(tmp_path)]))
    assert {claims.speaker(found, one) for one in found.ranked} == {"Harbour Post, in its own words"}
