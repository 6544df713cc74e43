"""Attributions before their sources are known: what `attributions` and `speakers` hand on to `links`."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.extract.sayings.sources import Source
from sayso.model.report import Pair, Stance, StatementKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution, sources unresolved: token indices point into the Doc that `links` sees as well.

    `heads` are the tokens that head the source's parties; `cue_token` the word that introduces the content,
    None for a quote that floats on from the sentence before. `parenthetical` marks a cue set beside the
    clause it reports ("…, according to X"), which is what a relay looks like. `quoted` marks a cue inside a
    quotation: what somebody is quoted as saying that somebody said. `channel` is where it was said, where the
    setting shows it and not the words around the cue.
    """

    sentence: Pair
    source: Pair | None
    heads: tuple[int, ...]
    cue: Pair | None
    cue_token: int | None
    parts: tuple[Pair, ...]
    kind: StatementKind
    stance: Stance
    parenthetical: bool = False
    quoted: bool = False
    channel: str | None = None

    @property
    def is_post(self) -> bool:
        """Whether it is a post set into the text, whose signature tells where and when it was said."""
        return self.channel is not None

    @property
    def start(self) -> int:
        """First character of the content."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """End of the content."""
        return self.parts[-1][1]


def draft(
    doc: "Doc",
    sentence: "Span",
    speaker: Source | None,
    group: tuple[int, int],
    cue: "Token",
    parts: tuple[Pair, ...],
    stance: Stance,
    parenthetical: bool,
) -> Attribution:
    """Return the attribution of `parts` of `sentence` to `speaker`, None where nobody is named; `group` is
    the cue's token range, half open."""
    last = doc[group[1] - 1]
    return Attribution(
        sentence=(sentence.start_char, sentence.end_char),
        source=(speaker.start, speaker.end) if speaker is not None else None,
        heads=speaker.heads if speaker is not None else (),
        cue=(doc[group[0]].idx, last.idx + len(last)),
        cue_token=cue.i,
        parts=parts,
        kind=StatementKind.INDIRECT,
        stance=stance,
        parenthetical=parenthetical,
    )
