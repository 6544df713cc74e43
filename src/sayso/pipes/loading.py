"""Loading a pipeline without what its own files replace or nothing here asks for.

A pipeline writes its tokenizer whole. `spacy.load` first makes one from the rules of the language, some
thousand exceptions each of which is looked up in the vocabulary, and then reads the written one over it.
Here the first is made without rules; what is read over it is the same.
"""

import warnings
from typing import TYPE_CHECKING

from sayso.pipes.importing import spacy

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language
    from spacy.tokenizer import Tokenizer

_UNUSED = ("senter",)
"""Components that a pipeline brings along switched off."""

_UNRULED = "sayso.unruled.v1"


def load(name: str) -> "Language":
    """Return the installed pipeline of this name, which must have spaCy's own kind of tokenizer.

    Raises OSError where it is not installed.
    """
    library = spacy()
    library.registry.tokenizers(_UNRULED, func=_unruled)
    with warnings.catch_warnings():
        # The pinned pipeline was trained on 3.8.0 and says so under every later 3.8;
        # the lock file settles which runs.
        warnings.filterwarnings("ignore", message=r".*\[W095\].*")
        loaded: Language = library.load(
            name, exclude=_UNUSED, config={"nlp.tokenizer": {"@tokenizers": _UNRULED}}
        )
    return loaded


def _unruled() -> "Callable[[Language], Tokenizer]":
    from spacy.tokenizer import Tokenizer

    return lambda nlp: Tokenizer(nlp.vocab)
