"""A long log by the articles that its decisions speak of, so that each story is judged by its own."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.model.decision import Decision, What, in_order
from sayso.model.report import Report


@dataclass(frozen=True, slots=True)
class Places:
    """The decisions of a log by id, URL and name of their articles, and what undoes which."""

    decisions: tuple[Decision, ...]
    by_place: Mapping[str, Sequence[Decision]]
    undoing: Mapping[str, Sequence[Decision]]

    @staticmethod
    def of(log: Iterable[Decision], reports: Iterable[str]) -> "Places":
        """Sort a log, which may come in any order; `reports` are the ids of all that there are.

        A decision on a report that is there by its id is about that one: many folders have a `1.txt`.
        """
        here = frozenset(reports)
        ordered = tuple(in_order(log))
        by_place: dict[str, list[Decision]] = defaultdict(list)
        undoing: dict[str, list[Decision]] = defaultdict(list)
        for one in ordered:
            if one.what is What.UNDO:
                undoing[one.about.id].append(one)
            for place in one.places & here or one.places:
                by_place[place].append(one)
        return Places(ordered, dict(by_place), dict(undoing))

    def of_story(self, reports: Iterable[Report]) -> tuple[Decision, ...]:
        """Return the decisions that may be about these reports, with all that undoes them."""
        names = {name for report in reports for name in (report.id, report.url, report.name) if name}
        found = {one.id: one for name in sorted(names) for one in self.by_place.get(name, ())}
        left = list(found)
        while left:
            for one in self.undoing.get(left.pop(), ()):
                if one.id not in found:
                    found[one.id] = one
                    left.append(one.id)
        return tuple(in_order(found.values()))
