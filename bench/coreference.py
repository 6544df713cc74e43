"""Three measures of coreference and their mean: MUC, B-cubed and CEAF-e (Pradhan et al. 2014), by counts
that can be added up over documents.

A clustering is a list of sets of mentions; key and response name a mention alike where they mean the same
one. Mentions of one side only count as errors there: nothing is added to make both sides equal. Clusters of
one mention count in B-cubed and CEAF-e; MUC counts links and so does not see them.
"""

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass

from bench.scoring import harmonic

Clusters = Sequence[Collection[Hashable]]


@dataclass(frozen=True, slots=True)
class Counts:
    """What is right, of what was found, and of what was wanted; recall and precision may differ in what is
    right."""

    recalled: float = 0.0
    wanted: float = 0.0
    precise: float = 0.0
    found: float = 0.0

    def __add__(self, other: "Counts") -> "Counts":
        """Return the sum over two documents."""
        return Counts(
            self.recalled + other.recalled,
            self.wanted + other.wanted,
            self.precise + other.precise,
            self.found + other.found,
        )

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 0 where nothing was."""
        return self.precise / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of what was wanted that is right; 0 where nothing was."""
        return self.recalled / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return harmonic(self.precision, self.recall)


def muc(key: Clusters, response: Clusters) -> Counts:
    """Count links: how many of those that hold a cluster together are there on the other side."""
    recalled, wanted = _links(key, response)
    precise, found = _links(response, key)
    return Counts(recalled, wanted, precise, found)


def b_cubed(key: Clusters, response: Clusters) -> Counts:
    """Count mentions: the share of each one's cluster that its cluster on the other side holds."""
    recalled, wanted = _shares(key, response)
    precise, found = _shares(response, key)
    return Counts(recalled, wanted, precise, found)


def ceaf_e(key: Clusters, response: Clusters) -> Counts:
    """Count entities, paired one to one so that they share most: twice what two share by what both have."""
    alike = [[2 * len(set(one) & set(other)) / (len(one) + len(other)) for other in response] for one in key]
    right = best_pairing(alike)
    return Counts(right, len(key), right, len(response))


def conll(counts: Mapping[str, Counts]) -> float:
    """Return the mean of the F1 of the three measures."""
    return sum(one.f1 for one in counts.values()) / len(counts)


MEASURES = {"muc": muc, "b_cubed": b_cubed, "ceaf_e": ceaf_e}
"""The three measures by name."""


def scored(key: Clusters, response: Clusters) -> dict[str, Counts]:
    """Return the counts of one document for each measure.

    Parts that share no mention are counted apart and added up: that changes no count, and lets thousands of
    chains be paired.
    """
    found = dict.fromkeys(MEASURES, Counts())
    for wanted, given in _apart(key, response):
        found = {name: found[name] + measure(wanted, given) for name, measure in MEASURES.items()}
    return found


def _apart(key: Clusters, response: Clusters) -> list[tuple[Clusters, Clusters]]:
    """Part both sides into pairs of which none shares a mention with another."""
    clusters = [*key, *response]
    part = list(range(len(clusters)))

    def root(number: int) -> int:
        while part[number] != number:
            part[number] = part[part[number]]
            number = part[number]
        return number

    holder: dict[Hashable, int] = {}
    for number, cluster in enumerate(clusters):
        for mention in cluster:
            part[root(number)] = root(holder.setdefault(mention, number))
    parts: dict[int, tuple[list[Collection[Hashable]], list[Collection[Hashable]]]] = {}
    for number, cluster in enumerate(clusters):
        parts.setdefault(root(number), ([], []))[number >= len(key)].append(cluster)
    return list(parts.values())


def _links(of: Clusters, by: Clusters) -> tuple[int, int]:
    """Count the links of clusters that other clusters keep: their size less the parts these cut them into."""
    where = _by_mention(by)
    kept = 0
    for cluster in of:
        parts = {where[mention] for mention in cluster if mention in where}
        alone = sum(mention not in where for mention in cluster)
        kept += len(cluster) - len(parts) - alone
    return kept, sum(len(cluster) - 1 for cluster in of)


def _shares(of: Clusters, by: Clusters) -> tuple[float, int]:
    where = _by_mention(by)
    right = 0.0
    for cluster in of:
        met: dict[int, int] = {}
        for mention in cluster:
            if mention in where:
                met[where[mention]] = met.get(where[mention], 0) + 1
        right += sum(count * count for count in met.values()) / len(cluster)
    return right, sum(len(cluster) for cluster in of)


def _by_mention(clusters: Clusters) -> dict[Hashable, int]:
    return {mention: number for number, cluster in enumerate(clusters) for mention in cluster}


def best_pairing(worth: Sequence[Sequence[float]]) -> float:
    """Return the largest sum of cells of a table, at most one a row and one a column.

    The Hungarian method, row by row along shortest paths, in cubic time: a document has few entities.
    """
    if not worth or not worth[0]:
        return 0.0
    if len(worth) > len(worth[0]):
        worth = list(zip(*worth, strict=True))
    rows, columns = len(worth), len(worth[0])
    of_row, of_column = [0.0] * (rows + 1), [0.0] * (columns + 1)
    holder = [0] * (columns + 1)
    for row in range(1, rows + 1):
        _seat(worth, row, of_row, of_column, holder)
    return sum(worth[holder[column] - 1][column - 1] for column in range(1, columns + 1) if holder[column])


def _seat(
    worth: Sequence[Sequence[float]],
    row: int,
    of_row: list[float],
    of_column: list[float],
    holder: list[int],
) -> None:
    """Give one more row a column, others moving up along the cheapest path; column 0 is the new row's own."""
    columns = len(holder) - 1
    holder[0], at = row, 0
    slack, came, done = [float("inf")] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
    while True:
        done[at], here = True, holder[at]
        for column in range(1, columns + 1):
            if not done[column]:
                cost = -worth[here - 1][column - 1] - of_row[here] - of_column[column]
                if cost < slack[column]:
                    slack[column], came[column] = cost, at
        ahead = min((c for c in range(1, columns + 1) if not done[c]), key=lambda c: slack[c])
        step = slack[ahead]
        for column in range(columns + 1):
            if done[column]:
                of_row[holder[column]] += step
                of_column[column] -= step
            else:
                slack[column] -= step
        at = ahead
        if holder[at] == 0:
            break
    while at:
        holder[at] = holder[came[at]]
        at = came[at]
