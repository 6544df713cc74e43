"""What a report is about, as numbers: made from the report alone and shipped data, so that a pair's
likeness is the pair's own.
"""

import json
import math
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import compress
from typing import TYPE_CHECKING

from sayso.embed import Embed
from sayso.lexicon.idf import weight
from sayso.model.names import fold
from sayso.model.report import BlockRole, Facts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

HEAD = 1200
"""Characters that count as the head of a report; news says there what it is about."""

KEYS = 20
"""Heaviest words of a report that bring it together with others (see `candidates`). Numbers are none of them:
the table of frequencies has no years, dates or counts, so that each would weigh as the rarest of words.
"""


@dataclass(frozen=True, slots=True)
class Profile:
    """A report's words weighed by idf, of the whole and of its head (unit length), its headline's vector,
    and its day.
    """

    report: str
    name: str
    whole: Mapping[str, float]
    head: Mapping[str, float]
    headline: "NDArray[np.float32]"
    day: int | None
    keys: tuple[str, ...]


def profiles(facts: Sequence[Facts], embed: Embed) -> list[Profile]:
    """Return one profile a report, in order of report id."""
    ordered = sorted(facts, key=lambda item: item.report.id)
    rows = embed([headline(item) for item in ordered])
    return [_profile(item, row) for item, row in zip(ordered, rows, strict=True)]


def headline(facts: Facts) -> str:
    """Return the report's title, else its headline block, else its first sentence."""
    report = facts.report
    if report.title:
        return report.title
    for block in report.blocks:
        if block.role is BlockRole.HEADLINE:
            return report.text[block.start : block.end]
    return " ".join(report.text[start:end] for start, end in facts.sentences[:1])


def _profile(facts: Facts, row: "NDArray[np.float32]") -> Profile:
    report = facts.report
    begin = facts.sentences[0][0] if facts.sentences else 0
    lemmas = [word.lemma for word in facts.words]
    folded = list(map(fold, lemmas))
    heading = [word.start < begin + HEAD for word in facts.words]
    whole = _weighed(folded, lemmas)
    head = _weighed(list(compress(folded, heading)), compress(lemmas, heading))
    telling = (lemma for lemma in whole if not lemma[:1].isdigit())
    keys = sorted(telling, key=lambda lemma: (-whole[lemma], lemma))[:KEYS]
    first = day(report.published.from_ if report.published else None)
    return Profile(report.id, report.name, whole, head, row, first, tuple(keys))


def _weighed(folded: Sequence[str], lemmas: Iterable[str]) -> Mapping[str, float]:
    """Return the weight of each word by its folded lemma, in order of these; of unit length together."""
    counts = Counter(folded)
    lemma = dict(zip(folded, lemmas, strict=True))
    raw = {key: (1 + math.log(counts[key])) * weight(lemma[key]) for key in sorted(counts)}
    length = math.sqrt(math.fsum(value * value for value in raw.values())) or 1.0
    return {key: value / length for key, value in raw.items()}


def day(came_out: str | None) -> int | None:
    """Return the day, counted from the year 1, of the first day or minute at which a report came out."""
    return date.fromisoformat(came_out[:10]).toordinal() if came_out else None


def packed(profile: Profile) -> bytes:
    """Return a profile as bytes that `unpacked` reads back exactly."""
    import numpy as np

    words = list(profile.whole)
    place = {word: number for number, word in enumerate(words)}
    head = {
        "report": profile.report,
        "name": profile.name,
        "day": profile.day,
        "keys": profile.keys,
        "words": words,
        "head": [place[word] for word in profile.head],
    }
    weights = np.array([*profile.whole.values(), *profile.head.values()], "<f8")
    return b"".join(
        (
            json.dumps(head, ensure_ascii=False).encode("utf-8", "surrogatepass"),
            b"\n",
            weights.tobytes(),
            profile.headline.astype("<f4").tobytes(),
        )
    )


def unpacked(body: bytes) -> Profile:
    """Return the profile that `packed` made bytes of; raise `ValueError` for other bytes."""
    import numpy as np

    line, _, numbers = body.partition(b"\n")
    head = json.loads(line.decode("utf-8", "surrogatepass"))
    words = list(map(sys.intern, head["words"]))
    count = len(words) + len(head["head"])
    weights = np.frombuffer(numbers, "<f8", count).tolist()
    return Profile(
        report=head["report"],
        name=head["name"],
        whole=dict(zip(words, weights, strict=False)),
        head={
            words[place]: weight_ for place, weight_ in zip(head["head"], weights[len(words) :], strict=True)
        },
        headline=np.frombuffer(numbers, "<f4", offset=count * 8).astype(np.float32),
        day=head["day"],
        keys=tuple(head["keys"]),
    )
