"""Importing spaCy without its commands.

`import spacy` brings in `spacy.cli`, for the one function `spacy.info`, and with it a downloader, a project
manager and their HTTP client: a third of the time that the import takes, and nothing that reads a text. They
are imported as ever when somebody asks for them.
"""

import sys
from types import ModuleType
from typing import Any

_COMMANDS = ("spacy.cli", "spacy.cli.info")


def spacy() -> Any:
    """Return the module `spacy`, imported without `spacy.cli` unless that is there already."""
    if "spacy" in sys.modules:
        return sys.modules["spacy"]
    held = {name: ModuleType(name) for name in _COMMANDS if name not in sys.modules}
    for module in held.values():
        module.info = _info  # type: ignore[attr-defined]
    sys.modules.update(held)
    try:
        import spacy as imported
    finally:
        for name in held:
            del sys.modules[name]
    return imported


def _info(*arguments: Any, **settings: Any) -> Any:
    """Do what `spacy.info` does."""
    from spacy.cli.info import info

    return info(*arguments, **settings)
