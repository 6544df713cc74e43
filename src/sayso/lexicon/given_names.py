"""Given names that tell whether "he" or "she" can mean their bearer."""

from functools import cache
from importlib import resources


def gender(name: str) -> str | None:
    """Return "f" or "m" for a given name that is nearly always a woman's or a man's, else None."""
    return _names().get(name.lower())


@cache
def _names() -> dict[str, str]:
    text = resources.files("sayso.lexicon").joinpath("given", "names.tsv").read_text("utf-8")
    return dict(line.split("\t") for line in text.splitlines())
