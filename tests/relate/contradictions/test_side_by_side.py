"""Tolls that one report sets side by side, read from its words."""

from pathlib import Path

from sayso import api

FIRST = "LUNDE, May 3 2024 (Brod Post) - {} people died of the fever in Lunde, the health agency said Friday."


def _found(folder: Path, *texts: str) -> list[tuple[str, str]]:
    """The conflicts of a story of reports: their sort and why."""
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, "utf-8")
    (dossier,) = api.dossiers([str(folder)]).dossiers
    return [(one.type.value, one.why) for one in dossier.conflicts]


def test_two_bodies_side_by_side_in_one_report_are_apart_by_two_of_ten_as_well(tmp_path: Path) -> None:
    first = FIRST.format("Ten")
    both = first + "\n\nHealth Minister Mirela Kovar put the death toll at eight.\n"
    ((sort, why),) = _found(tmp_path, first, both.replace("Brod", "Lunde"))
    assert sort == "figure"
    assert "“eight” (Mirela Kovar)" in why


def test_what_a_toll_is_up_from_is_what_its_own_sentence_counts_on_from(tmp_path: Path) -> None:
    first = "LUNDE, May 2 2024 (Brod Post) - The death toll of the fire in Lunde is three, police said.\n"
    later = (
        "LUNDE, May 4 2024 (Lunde Post) - The toll of the fire in Lunde now stands at 19, up from 13.\n\n"
        "The opposition says 27 people were killed in the fire in Lunde.\n"
    )
    earlier = [why for _, why in _found(tmp_path, first, later) if why.endswith("an earlier count)")]
    assert len(earlier) == 1
    assert "“19”" in earlier[0]
