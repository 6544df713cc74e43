"""What somebody types into a search, as a question to FTS5 in which nothing typed is syntax."""

import re
from dataclasses import dataclass

LONGEST = 2_000
"""Characters of a search that are read."""

REACH = 24
"""Words between which all that is wanted must stand in an article: about as many as a sentence has."""

MOST = 32
"""Words and phrases of a search that are looked for."""

_PART = re.compile(r'(?P<sign>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_WORD = re.compile(r"\w")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})


@dataclass(frozen=True, slots=True)
class Match:
    """A search taken apart: what must be there, and what must not; each a word or a phrase."""

    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]

    def near(self) -> str:
        """Return it for whole articles: all that is wanted within a sentence or two, for words that stand far
        apart have nothing to do with each other."""
        if len(self.wanted) < 2:
            return self.question()
        left_out = "".join(f" NOT {_quoted(one)}" for one in self.unwanted)
        return f"NEAR({' '.join(map(_quoted, self.wanted))}, {REACH}){left_out}"

    def question(self, *, any_: bool = False) -> str:
        """Return it in the syntax of FTS5: all that is wanted, or with `any_` one of it."""
        joined = (" OR " if any_ else " AND ").join(map(_quoted, self.wanted))
        left_out = "".join(f" NOT {_quoted(one)}" for one in self.unwanted)
        return f"({joined}){left_out}" if self.wanted else ""

    @property
    def text(self) -> str:
        """What is wanted, as text to be compared by meaning."""
        return " ".join(self.wanted)


def match(typed: str) -> Match:
    """Take a search apart: words, phrases in quotation marks, and either with a minus before it.

    What has no letter and no digit is passed over, for no index holds it.
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    for part in _PART.finditer(typed[:LONGEST].translate(_QUOTES)):
        text = " ".join((part["phrase"] if part["phrase"] is not None else part["word"]).split())
        if _WORD.search(text):
            (unwanted if part["sign"] else wanted).append(text)
    return Match(tuple(dict.fromkeys(wanted[:MOST])), tuple(dict.fromkeys(unwanted[:MOST])))


def _quoted(text: str) -> str:
    """A string of FTS5: its words in this order, whatever else stands in it. A null byte would end it."""
    return '"' + text.replace('"', '""').replace("\x00", " ") + '"'
