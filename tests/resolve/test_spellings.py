"""Spelling pairs: two spellings of one person or place, and two that only look alike.

`spellings.tsv` is own work from public facts: people in public life and places, in the romanisations, older
names and word orders in which the news prints them. Each pair is judged as the program would judge it: two
reports with one of the two names each, brought together by `extract.referents` and `resolve.entities`.
"""

from collections import Counter
from pathlib import Path

from sayso.extract.names.kinds import Name
from sayso.extract.referents.register import register
from sayso.lexicon import gazetteer
from sayso.model.report import EntityKind, LocalEntity
from sayso.resolve.entities import LARGEST_BLOCK, joined

GOAL = 0.95
"""F1 of "the same" that the pairs together must reach."""

MOST_JOINED = 0.01
"""Share of pairs joined wrongly: a name given in part (John Adams, John Quincy Adams) shows no difference."""

ROWS = [
    line.split("\t") for line in (Path(__file__).parent / "spellings.tsv").read_text("utf-8").splitlines()[1:]
]


def local(report: str, kind: str, name: str) -> tuple[LocalEntity, ...]:
    """The entities of a report that holds nothing but this name."""
    place = gazetteer.find(name) if kind == "place" else None
    mention = Name(0, 1, 0, len(name), name, EntityKind(kind), place.key if place else None)
    book = register(report, [mention])
    return book.entities(book.records)


def are_one(kind: str, one: str, other: str) -> bool:
    """Whether two reports that hold one name each give one entity."""
    return len(joined((*local("a", kind, one), *local("b", kind, other)))) == 1


def judged() -> tuple[Counter[str], list[str]]:
    """Count right joins, wrong joins and misses; and list what went wrong."""
    counts: Counter[str] = Counter()
    wrong = []
    for kind, verdict, one, other in ROWS:
        found, same = are_one(kind, one, other), verdict == "same"
        counts["right" if found and same else "joined" if found else "missed" if same else "apart"] += 1
        if found is not same:
            wrong.append(f"{kind}: {one} / {other}: {verdict}")
    return counts, wrong


def test_there_are_enough_pairs_of_either_sort() -> None:
    verdicts = Counter(verdict for _, verdict, _, _ in ROWS)
    assert min(verdicts.values()) >= 250
    assert sum(verdicts.values()) == len({(kind, *sorted((one, other))) for kind, _, one, other in ROWS})


def test_spellings_of_one_name_are_joined_and_look_alikes_are_not() -> None:
    counts, wrong = judged()
    f1 = 2 * counts["right"] / (2 * counts["right"] + counts["joined"] + counts["missed"])
    assert f1 >= GOAL, "\n".join(wrong)


def test_hardly_a_look_alike_is_joined() -> None:
    counts, wrong = judged()
    assert counts["joined"] <= MOST_JOINED * counts.total(), "\n".join(wrong)


def test_an_article_counts_for_nothing_but_as_first_word() -> None:
    assert are_one("person", "Omar al-Tarif", "Omar Tarif")
    assert not are_one("person", "Al Marsh", "Ed Marsh")


def test_a_feminine_ending_makes_another_name() -> None:
    assert not are_one("person", "Aleksandra Dorenko", "Aleksandr Dorenko")


def test_two_places_of_the_gazetteer_are_never_one() -> None:
    assert not are_one("place", "Shanxi", "Shaanxi")


def test_a_place_unknown_to_the_gazetteer_may_be_a_known_one_in_another_spelling() -> None:
    assert are_one("place", "Kundooz", "Kunduz")
    assert not are_one("place", "Ramla", "Ramallah")


def test_of_very_many_bearers_of_a_surname_those_with_one_given_name_are_still_met() -> None:
    onsets, ends = "bdgklmnprst", ("ano", "eta", "ilu", "oran", "ulme", "askan", "iben", "orvil")
    given = [f"{onset.upper()}{end}" for onset in onsets for end in ends]
    crowd = [
        one for number, name in enumerate(given) for one in local(str(number), "person", f"{name} Qarimi")
    ]
    again = (*local("x", "person", "Kaskan Karimi"), *local("y", "person", "Karimi"))
    assert len(crowd) > LARGEST_BLOCK
    assert len(joined((*crowd, *again))) == len(joined(crowd)) + 1
