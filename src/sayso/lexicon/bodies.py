"""What public bodies do: the function that a body's name tells."""

import re
from functools import cache, lru_cache

from sayso.lexicon import gazetteer, table
from sayso.model.names import bare


@lru_cache(maxsize=16384)
def function_of(name: str) -> str | None:
    """Return the public function that a body's name tells ("military intelligence"), or None.

    A phrase of `bodies.toml` counts where only a country's name or a word such as "national" stands before
    it, and nothing but "of …" or a noun that completes it after:
    the special forces of an army are not the army.
    """
    plain = bare(name)
    found = [
        (len(match[1]), _by_phrase()[match[1]])
        for pattern in _patterns()
        for match in pattern.finditer(plain.lower())
        if _only_a_country(plain[: match.start()])
    ]
    return max(found)[1] if found else None


def _only_a_country(before: str) -> bool:
    words = [bare(word) for word in before.split()]
    kept = [word for word in words if word.lower() not in table("bodies")["openers"]]
    text = " ".join(kept)
    return not kept or gazetteer.demonym(text) is not None or gazetteer.find(text) is not None


@cache
def _by_phrase() -> dict[str, str]:
    return {
        phrase: function for function, phrases in table("bodies")["functions"].items() for phrase in phrases
    }


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    followers = "|".join(table("bodies")["followers"])
    return tuple(
        re.compile(rf"(?<!\w)({re.escape(phrase)})(?=$| (?:{followers})\b)") for phrase in _by_phrase()
    )
