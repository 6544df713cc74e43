"""How much of a server's time and bytes one fetch takes before it is given up."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """`size`: bytes of a page, after decompression. `redirects`: how many are followed. `seconds`: for one
    page with all its redirects, however slowly its bytes drip. `step`: seconds for the server's next
    bytes."""

    size: int = 10 * 2**20
    redirects: int = 5
    seconds: float = 30.0
    step: float = 10.0


PAGE = Limits()
"""For an article or a feed. Real articles are smaller than 2 MB; what is larger is mostly script."""

ROBOTS = Limits(size=512_000, seconds=15.0)
"""RFC 9309, 2.5: a robots file must be read up to 500 kibibytes at least."""
