"""Short articles, their facts read once, and a process that adds them: for tests that kill and race
processes.

python tests/run/working.py FACTS DATABASE NUMBER… adds the articles of these numbers in one add; with `look`
for the database's articles, it looks at stories until it is stopped. It says so on standard output when it
has begun.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from sayso.clean.report import clean
from sayso.errors import NoSuchInput
from sayso.model.codec import from_plain, to_plain
from sayso.model.report import Facts, Received, Report
from sayso.run import stages
from sayso.run.desk import Desk, open_desk

URL = "https://news.example/dam"
_FLOOD = (
    "Nine people were killed when the lower dam at Aske failed, the mayor, Mirela Kovar, said on {day}. "
    "The Aske valley is flooded and {houses} houses are lost, Kovar said."
)
_WINE = (
    "The vintners of Torvik expect a poor harvest this year after frost in April, Odran Feeley said. "
    "Feeley, who heads the Torvik vintners, said that {share} vines in ten had been lost to the frost."
)


def _item(name: str, text: str, published: str, url: str | None = None) -> Received:
    return Received(name=url or name, raw=text.encode(), text=text, url=url, published=published)


ITEMS = (
    _item("a.txt", _FLOOD.format(day="Saturday", houses=40), "2024-05-04"),
    _item("b.txt", _WINE.format(share="three"), "2024-05-02"),
    _item("", _FLOOD.format(day="Sunday", houses=55), "2024-05-05", URL),
    _item("c.txt", "Kiraa.", "2024-05-05"),
    _item("d.txt", _WINE.format(share="four").replace("Odran", "Mr Odran"), "2024-05-03"),
    _item("", _FLOOD.format(day="Monday", houses=61), "2024-05-06", URL),
    _item("e.txt", _FLOOD.format(day="Monday", houses=60).replace("killed", "drowned"), "2024-05-06"),
)


def write_facts(path: Path) -> None:
    """Read all articles, and write their facts to a file."""
    reports = [report for item in ITEMS if (report := clean(item).report)]
    path.write_text(json.dumps([to_plain(one) for one in stages.facts(reports)]), "utf-8")


def facts_from(path: Path) -> "dict[str, Facts]":
    """Return facts by report, from the file that `write_facts` wrote."""
    found = (from_plain(Facts, one) for one in json.loads(path.read_text("utf-8")))
    return {one.report.id: one for one in found}


def use(path: Path) -> None:
    """Have this process take facts from the file in place of running the pipeline."""
    known = facts_from(path)

    def facts(reports: Iterable[Report]) -> Iterator[Facts]:
        return (known[report.id] for report in reports)

    stages.facts = facts


def look(desk: Desk) -> None:
    """Look at all stories, again and again; one that ends meanwhile says so."""
    while True:
        for row in desk.stories():
            with suppress(NoSuchInput):
                assert desk.dossier(row.handle).claims
            desk.why("houses")


def main(arguments: Sequence[str]) -> None:
    """Work as the arguments say."""
    facts, database, *numbers = arguments
    use(Path(facts))
    with open_desk(database) as desk:
        sys.stdout.write("begun\n")
        sys.stdout.flush()
        if numbers == ["look"]:
            look(desk)
        desk.add_received([ITEMS[int(number)] for number in numbers])


if __name__ == "__main__":
    main(sys.argv[1:])
