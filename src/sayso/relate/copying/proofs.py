"""Whether the sentences that two reports share show that one draws on the other, or both on a third."""

from collections.abc import Sequence

from sayso.model.report import Report
from sayso.relate.copying.alignment import SAME, Match, shared_run
from sayso.relate.copying.passages import Sentence
from sayso.relate.media import same_outlet

LONG = 14
"""Words of an unquoted sentence, or in a row in it, that show copying by themselves when they are the same;
else two sentences are needed.
"""

NEAR = 0.85
"""Likeness of an unquoted sentence that shows copying together with a shared quotation."""

SEVERAL = 2
"""Shared quotations with which a long unquoted sentence shows copying though it is edited."""

HOUSE, HALF = 80, 0.5
"""Unquoted words that two reports of one outlet must share, or the share of one of them that they must be:
an outlet sets the same lines, templates and background under many reports.
Over 9,000 articles that a few outlets published in eight years, what shares fewer is furniture.
"""


def shows_copying(
    a: Report, b: Report, groups: Sequence[Sequence[Sentence]], matches: Sequence[Match], quoted: int
) -> bool:
    """Say whether two reports share text.

    `groups` are their sentences, `matches` those that are alike, `quoted` is how many utterances both quote.
    """
    own = [match for match in matches if match.own and (match.a.telling or match.b.telling)]
    if a.outlet and b.outlet and same_outlet(a.outlet, b.outlet):
        words = sum(match.words for match in own)
        return words >= min(HOUSE, HALF * min(_words(group) for group in groups)) > 0 or _one_page(
            groups, matches
        )
    beside = max(len(matches) - len(own), quoted)
    near = any(match.score >= NEAR for match in own) and beside > 0
    edited = any(match.words >= LONG for match in own) and beside >= SEVERAL
    return len(own) > 1 or near or edited or any(map(_long, own))


def _one_page(groups: Sequence[Sequence[Sentence]], matches: Sequence[Match]) -> bool:
    """All that one of the two says stands in the other."""
    return len(matches) == min(map(len, groups))


def _words(group: Sequence[Sentence]) -> int:
    return sum(len(sentence.words) for sentence in group)


def _long(match: Match) -> bool:
    return (match.score >= SAME and match.words >= LONG) or shared_run(match.a, match.b) >= LONG
