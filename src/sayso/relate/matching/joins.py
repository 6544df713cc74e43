"""Claims that a reviewer joins, and members that a reviewer keeps apart, whatever the rules say."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.model.decision import Rulings
from sayso.relate.matching.units import Unit

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Joins:
    """Pairs of units that are never in one claim, and sets of units whose claims are one."""

    apart: frozenset[Pair]
    together: tuple[tuple[frozenset[int], frozenset[int]], ...]

    @staticmethod
    def of(found: Sequence[Unit], rulings: Rulings) -> "Joins":
        """Find the units of the facts that the rulings name: a statement's only figure goes with it."""
        place = {unit.alone.id: number for number, unit in enumerate(found) if unit.alone}
        place |= {unit.ref.id: number for number, unit in enumerate(found)}
        known = [[place[one] for one in pair if one in place] for pair in rulings.apart]
        return Joins(
            frozenset((min(pair), max(pair)) for pair in known if len(set(pair)) == 2),
            tuple((_places(place, one), _places(place, other)) for one, other in rulings.together),
        )

    def kept_apart(self, one: Iterable[int], other: Sequence[int]) -> bool:
        """Say whether a reviewer keeps any two members of two groups apart."""
        return bool(self.apart) and any((min(a, b), max(a, b)) in self.apart for a in one for b in other)

    def joined(self, groups: Sequence[list[int]]) -> list[list[int]]:
        """Return the groups with those made one that a reviewer says are one."""
        kept = list(groups)
        for one, other in self.together:
            ours, theirs = self._most(kept, one, other), self._most(kept, other, one)
            if ours is None or theirs is None or ours is theirs or self.kept_apart(ours, theirs):
                continue
            kept = [group for group in kept if group is not ours and group is not theirs]
            kept.append(sorted([*ours, *theirs]))
        return kept

    def _most(
        self, groups: Sequence[list[int]], wanted: frozenset[int], others: frozenset[int]
    ) -> list[int] | None:
        """The group that holds most of the wanted units, those that a reviewer took out since left aside."""
        staying = (one for one in wanted if not self.kept_apart((one,), sorted(others | wanted - {one})))
        left = frozenset(staying) or wanted
        sizes = [(-len(left.intersection(group)), group) for group in groups]
        best = min(sizes, default=(0, []))
        return best[1] if best[0] else None


def _places(place: dict[str, int], facts: Iterable[str]) -> frozenset[int]:
    return frozenset(place[one] for one in facts if one in place)
