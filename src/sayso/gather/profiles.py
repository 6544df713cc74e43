"""What a report is about, as numbers: made from the report alone and shipped data, so that a pair's
likeness is the pair's own.
"""

import json
import math
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sayso.embed import Embed
from sayso.lexicon.idf import weight
from sayso.model.grammar import Word
from sayso.model.names import fold
from sayso.model.report import BlockRole, Facts, Report

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

HEAD = 1200
"""Characters that count as the head of a report; news says there what it is about."""

KEYS = 20
"""Heaviest words of a report that bring it together with others; two reports need `SHARED_KEYS` in common
to be compared. Numbers are none of them: the table of frequencies has no years, dates or counts, so that each
would weigh as the rarest of words.
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
    whole = _weighed(facts.words)
    head = _weighed([word for word in facts.words if word.start < begin + HEAD])
    telling = (lemma for lemma in whole if not lemma[:1].isdigit())
    keys = sorted(telling, key=lambda lemma: (-whole[lemma], lemma))[:KEYS]
    return Profile(report.id, report.name, whole, head, row, _day(report), tuple(keys))


def _weighed(words: Sequence[Word]) -> Mapping[str, float]:
    counts = Counter(fold(word.lemma) for word in words)
    lemmas = {fold(word.lemma): word.lemma for word in words}
    raw = {key: (1 + math.log(count)) * weight(lemmas[key]) for key, count in sorted(counts.items())}
    length = math.sqrt(math.fsum(value * value for value in raw.values())) or 1.0
    return {key: value / length for key, value in raw.items()}


def _day(report: Report) -> int | None:
    moment = report.published
    if moment is None or moment.from_ is None:
        return None
    return date.fromisoformat(moment.from_[:10]).toordinal()


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
