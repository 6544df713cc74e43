"""Vague numbers, with their bounds out of `vague.toml`: "dozens", "several hundred", "tens of thousands"."""

from sayso.extract.figures.numberwords import Number, scaled, tidy
from sayso.lexicon import table
from sayso.lexicon import vague as bounds


def vague(words: tuple[str, ...], i: int) -> Number | None:
    """Return the vague number at `i`, or None: "dozens", "a few", "a couple of dozen"."""
    data = bounds()
    if words[i] in data["plurals"]:
        # "Scores of 3-2" were not forty and more.
        results = words[i + 1 : i + 2] == ("of",) and words[i + 2 : i + 3] and words[i + 2][:1].isdecimal()
        return _plural(words, i) if not results else None
    if words[i + 1 : i + 2] == ("as",):
        return None  # "as few as 10"
    for length in (2, 1):
        phrase = " ".join(words[i : i + length])
        if phrase in data["quantifiers"]:
            return _quantified(words, i, i + length, phrase)
    return None


def _plural(words: tuple[str, ...], i: int) -> Number:
    plurals = bounds()["plurals"]
    row, end = plurals[words[i]], i + 1
    low, high = row["low"], row["high"]
    if words[end : end + 1] == ("of",) and words[end + 1 : end + 2] and words[end + 1] in plurals:
        scale = table("vague")["plurals"][words[end + 1]]["low"]
        high = (high + 1) * scale - 1 if low < high else high * scale
        low, end = low * scale, end + 2
    return Number(i, i, end, low, high, vague=True)


def _quantified(words: tuple[str, ...], i: int, end: int, phrase: str) -> Number | None:
    data = bounds()
    after = end + 1 if words[end : end + 1] == ("of",) else end
    factor, scaled_end = scaled(words, after, 1)
    if factor == 1:
        if phrase.endswith("couple") and after == end:
            return None
        row = data["quantifiers"][phrase]
        return Number(i, i, end, row["low"], row["high"], vague=row["low"] != row["high"])
    row = data["scaled"].get(phrase, data["quantifiers"][phrase])
    return Number(i, i, scaled_end, tidy(row["low"] * factor), tidy(row["high"] * factor), vague=True)
