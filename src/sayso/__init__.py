"""sayso: who said what, who is only repeating it, and on whose say-so each claim stands.

import sayso
dossier = sayso.dossier(["reports/"])
for claim in dossier.claims:
    print(claim.origins_low, claim.origins_high, claim.text)
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from sayso.api import changes as changes
    from sayso.api import dossier as dossier
    from sayso.api import dossiers as dossiers
    from sayso.api import open_desk as open  # noqa: A004 - the name a reader looks for: sayso.open("desk.db")
    from sayso.api import why as why

__all__ = ["__version__", "changes", "dossier", "dossiers", "open", "why"]

_NAMES = {name: name for name in __all__[1:]} | {"open": "open_desk"}
"""What the API calls that which is asked for here."""


def __getattr__(name: str) -> Any:
    """Load the Python API at first use, so that `import sayso` and `sayso --help` stay fast."""
    if name in _NAMES:
        from sayso import api

        return getattr(api, _NAMES[name])
    raise AttributeError(f"module 'sayso' has no attribute {name!r}")
