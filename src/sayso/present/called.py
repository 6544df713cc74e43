"""What articles are called, and the sentences of sayso's own that name them."""

import re
from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlsplit

from sayso.model.report import Report
from sayso.present import words

LONGEST = 48
"""Characters of a name that stands for an article without an outlet."""


class Called:
    """The articles of one story by what they are called: their outlet, else the host of their address, else
    the words in the names of their files, whole where those meet."""

    def __init__(self, reports: Sequence[Report]) -> None:
        short = Counter(words.file(one.name) for one in reports)
        self._names: dict[str, str] = {}
        self._files: dict[str, str] = {}
        for one in reports:
            name = words.file(one.name)
            named = (one.outlet or host(one.url)).removeprefix("www.")
            called = words.isolated(named or words.clip(name if short[name] == 1 else one.name, LONGEST))
            self._names[one.id] = called
            if not one.outlet and one.name != called:
                self._files[one.name] = called
        files = sorted(self._files, key=lambda name: (-len(name), name))
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, files))})(?!\w)") if files else None

    def get(self, report: str) -> str | None:
        """Return what to call the article of an id; None for one that is not there."""
        return self._names.get(report)

    def spoken(self, text: str) -> str:
        """Return a sentence of sayso's own as people write it: days in words, articles as they are called."""
        if self._pattern:
            text = self._pattern.sub(lambda name: self._files[name[0]], text)
        return words.spoken(text)


def host(url: str | None) -> str:
    """Return the host of an http(s) URL without `www.`; empty for any other."""
    return (urlsplit(url).hostname or "").removeprefix("www.") if url and safe(url) else ""


def safe(url: str | None) -> str | None:
    """Return the URL when it is one that may become a link (http or https with a host), else None."""
    try:
        parts = urlsplit(url or "")
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return None
    return url if usable else None
