"""Posts that are set whole into a text ("… — Name (@handle) May 6, 2024"): who signs one says it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.extract.sayings.drafts import Attribution, draft
from sayso.extract.sayings.quotes import Quote
from sayso.extract.sayings.sources import Source
from sayso.extract.sentences import tokens_in
from sayso.lexicon.embeds import Signature, signature
from sayso.model.report import Block, BlockRole, Pair, Report, Stance, StatementKind

if TYPE_CHECKING:
    from spacy.tokens import Doc

_DASHES = "-–—―"
_LINKS = re.compile(r"(?:\s*(?:https?://|pic\.twitter\.com/)\S+)+\s*$")


@dataclass(frozen=True, slots=True)
class Post:
    """A post within a report: its words, and what signs it."""

    said: Pair
    signed: Signature

    def holds(self, offset: int) -> bool:
        """Tell whether a character stands in the words of the post."""
        return self.said[0] <= offset < self.said[1]


def posts(report: Report) -> tuple[Post, ...]:
    """Return the posts of a report, in order; a signature alone in its paragraph signs the one above."""
    found = []
    above: Block | None = None
    for block in report.blocks:
        signed = signature(report.text, block.start, block.end)
        if signed is not None:
            alone = signed.start == block.start and above is not None and above.role is BlockRole.PARAGRAPH
            said = (above.start, above.end) if alone and above is not None else (block.start, signed.start)
            post = Post(_words(report.text, *said), signed)
            if post.said[0] < post.said[1]:
                found.append(post)
        above = block if signed is None else None
    return tuple(found)


def _words(text: str, start: int, end: int) -> Pair:
    """What is said, without the dash before a signature below it and the links at its end."""
    said = text[start:end].rstrip().rstrip(_DASHES)
    links = _LINKS.search(said)
    return start, start + len((said[: links.start()] if links is not None else said).rstrip())


def attributed(doc: "Doc", found: Sequence[Post]) -> Iterator[Attribution]:
    """Yield what each post says, said by who signs it."""
    for post in found:
        inside = tokens_in(doc, post.said[0], post.signed.end)
        signing = tokens_in(doc, post.signed.start, post.signed.end)
        named = [token for token in tokens_in(doc, *post.signed.who) if token.is_alpha]
        if not inside or not named:
            continue
        head = next((token for token in reversed(named) if token.pos_ == "PROPN"), named[-1])
        lead = (signing[0].i, max(tokens_in(doc, *post.signed.who)[0].i, signing[0].i + 1))
        cue = next((token for token in signing if token.pos_ == "VERB" and token.i < lead[1]), signing[0])
        whole = doc[inside[0].i : inside[-1].i + 1]
        speaker = Source(*post.signed.who, (head.i,))
        one = draft(doc, whole, speaker, lead, cue, (post.said,), Stance.ASSERTS, False)
        yield replace(one, kind=StatementKind.DIRECT, channel=post.signed.channel)


def inside_posts(found: Sequence[Post], told: Sequence[Attribution]) -> list[Attribution]:
    """Mark what the words of a post say that somebody said: "I" is who signs, nothing around is theirs, and
    the signature is no part of it. The post itself is said by nobody else, whatever introduces it."""
    return [inner for one in told if (inner := _inside(found, one)) is not None]


def _inside(found: Sequence[Post], one: Attribution) -> Attribution | None:
    post = next((post for post in found if one.cue is not None and post.holds(one.cue[0])), None)
    if post is None:
        held = one.parts and all(any(each.holds(start) for each in found) for start, _ in one.parts)
        return None if held else one
    clipped = ((max(start, post.said[0]), min(end, post.said[1])) for start, end in one.parts)
    parts = tuple((start, end) for start, end in clipped if start < end)
    return replace(one, parts=parts, quoted=True) if parts else None


def outside_posts(found: Sequence[Post], marks: Sequence[Quote]) -> list[Quote]:
    """Return the quotations that no post holds."""
    return [mark for mark in marks if not any(post.holds(mark.start) for post in found)]
