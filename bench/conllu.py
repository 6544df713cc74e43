"""Documents in CoNLL-U as GUM writes them: the text in marked blocks, and its words with their annotation."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.report import Block, BlockRole, Pair, Report

_BLOCK = re.compile(r"(?:^|\| )(\w+)")
_INLINE = {"quote", "hi"}
_ROLES = (("caption", BlockRole.CAPTION), ("head", BlockRole.SUBHEAD))


@dataclass(frozen=True, slots=True)
class Word:
    """One word: where it stands, its universal and its own tag, the number of the word it hangs on in the
    document (-1: the root of its sentence), that relation, and the fields of its last column."""

    span: Pair
    pos: str
    tag: str
    head: int
    relation: str
    misc: tuple[str, ...]

    def field(self, name: str) -> str | None:
        """Return the value of a field of the last column, or None where it has none."""
        return next((one[len(name) + 1 :] for one in self.misc if one.startswith(name + "=")), None)


@dataclass(slots=True)
class _Reader:
    """What has been read of a document: its text, its blocks and its words."""

    text: str
    blocks: list[Block]
    words: list[Word]
    left: int = 0

    def sentence(self, lines: Sequence[str]) -> None:
        """Take in one sentence's lines."""
        said = dict(line[2:].partition(" = ")[::2] for line in lines if line.startswith("# "))
        self._place(said["text"], said.get("newpar_block"))
        at, first = len(self.text) - len(said["text"]), len(self.words)
        for number, *fields in (line.split("\t") for line in lines):
            if number.isdigit():
                form = fields[0]
                # Words of a contraction ("ca", "n't") stand one after another in the text.
                at = self.text.index(form, at)
                head = int(fields[5]) if fields[5].isdigit() else 0
                self.words.append(
                    Word(
                        span=(at, at + len(form)),
                        pos=fields[2],
                        tag=fields[3],
                        head=first + head - 1 if head else -1,
                        relation=fields[6],
                        misc=tuple(fields[-1].split("|")),
                    )
                )
                at += len(form)

    def _place(self, text: str, block: str | None) -> None:
        """Append a sentence: to its block, or as a new one where one is marked or the marked one is over."""
        words = _BLOCK.findall(block or "")
        # A quotation or emphasis inside a paragraph that goes on is no block of its own.
        if self.left and (not words or words[0] in _INLINE):
            start, role = self.blocks[-1].start, self.blocks.pop().role
            self.text += " " + text
        else:
            self.text += "\n\n" if self.text else ""
            start, role = len(self.text), self._role(words)
            self.text += text
            length = re.search(r"\((\d+) s\)", block or "")
            self.left = int(length[1]) if length else -1
        self.blocks.append(Block(start, len(self.text), role))
        self.left -= 1

    def _role(self, words: Sequence[str]) -> BlockRole:
        role = next((role for word, role in _ROLES if word in words), BlockRole.PARAGRAPH)
        return BlockRole.HEADLINE if role is BlockRole.SUBHEAD and not self.text else role


def read(name: str, source: str) -> tuple[Report, tuple[Word, ...]]:
    """Return a document as a report of its text alone (who speaks is not printed), and its words.

    Marked paragraphs become blocks; one that says how many sentences it has ends with them. The first
    heading is the headline.
    """
    reader = _Reader("", [], [])
    for sentence in source.strip().split("\n\n"):
        reader.sentence(sentence.split("\n"))
    return plain_report(name, reader.text, reader.blocks), tuple(reader.words)


def plain_report(name: str, text: str, blocks: Sequence[Block]) -> Report:
    """Return a report that nothing is known of but its text."""
    return Report(
        id=name, name=name, url=None, title=None, outlet=None, agencies=(), byline=None, language="en",
        published=None, updated=None, seen=None, placed=None, text=text, blocks=tuple(blocks),
    )  # fmt: skip
