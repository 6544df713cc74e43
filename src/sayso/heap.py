"""What the collector of garbage need not look at: what stays for good, and what is being built.

Facts and dossiers are trees of frozen values; nothing in them leads back to itself, so that counting
references alone frees them. Yet each few ten thousand of them have the collector go through everything that
the process holds: a fifth of a second with a pipeline loaded, and several times for one large story.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unswept() -> Iterator[None]:
    """Collect no garbage while the block builds values; what it leaves is collected after it as ever."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def keep() -> None:
    """Look no more at what is there now, for it stays until the process ends: pipelines, tables, words."""
    gc.freeze()
