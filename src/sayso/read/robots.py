"""What a site's robots.txt allows, read by Protego."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.read.encodings import decode

if TYPE_CHECKING:
    from protego import Protego

LONGEST_DELAY = 60.0
"""Seconds of a `Crawl-delay` that are obeyed; some sites write a day, by which no desk could follow them, and
a delay of a minute asks for no more than 1,440 pages a day."""

_GROUP = re.compile(r"^[ \t]*user[ -]?agent\b[ \t]*:?[ \t]*([^#\r\n]*).*$", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one site for one agent."""

    agent: str
    rules: "Protego"

    def allowed(self, url: str) -> bool:
        """Say whether the agent may fetch a URL of the site."""
        return self.rules.can_fetch(url, self.agent)

    def delay(self) -> float:
        """Return the seconds that the site wants between two requests, 0 where it does not say."""
        return min(self.rules.crawl_delay(self.agent) or 0.0, LONGEST_DELAY)


@lru_cache(maxsize=128)
def parse(raw: bytes, agent: str) -> Robots:
    """Return the rules that a robots file has for `agent`; what is no rule is passed over."""
    from protego import Protego

    return Robots(agent, Protego.parse(_for_one(decode(raw).text, agent.lower())))


def _for_one(text: str, agent: str) -> str:
    """The file with all agents called `other` that are neither `agent` nor everybody: a file with ten
    thousand agents, each with ten thousand rules, would take all memory."""

    def kept(match: re.Match[str]) -> str:
        name = match[1].strip().lower()
        return match[0] if name.strip("*") in {"", agent} else "User-agent: other"

    return _GROUP.sub(kept, text)
