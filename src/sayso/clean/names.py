"""How names look: places, people and outlets told from sentences by their words alone."""

import re
from functools import cache

from sayso.lexicon import table, words

_WORD = re.compile(r"[^\W\d_][\w'’.&/-]*|&")
_BYLINE_END = re.compile(r"(?:^|\s*[,/–—-]|\s+(?:of|for|and|[Tt]he))+\s*$")
_SEPARATORS = re.compile(r"\s*(?:[|·•»>«]|::|\s[/–—-]\s)\s*")


def parts(line: str) -> list[str]:
    """Return the pieces of a header line that bars, arrows, dots or spaced dashes part."""
    return [part.strip() for part in _SEPARATORS.split(line) if part.strip()]


def is_name(text: str, most: int = 6) -> bool:
    """Say whether `text` has at most `most` words, all capitalised but for small words such as `of` and
    `de`."""
    found = _WORD.findall(text)
    if not 1 <= len(found) <= most or re.search(r"[!?:;“”\"()\[\]@]|(?<!\w)\d", text):
        return False
    small = words("datelines", "connectors")
    return found[0][0].isupper() and all(word[0].isupper() or word.lower() in small for word in found)


def is_capitals(text: str) -> bool:
    """Say whether all letters of `text` are capitals, two or more."""
    letters = [character for character in text if character.isalpha()]
    return len(letters) > 1 and all(character.isupper() for character in letters)


def is_section(text: str) -> bool:
    """Say whether `text` is one section label or a row of them."""
    labels = [label.strip(" [](),.:").lower() for label in parts(text) or [text]]
    return all(label in words("datelines", "sections") for label in labels)


def is_outlet(text: str) -> bool:
    """Say whether `text` is the name of an outlet: a known one, or one that ends (or starts) like one."""
    plain = text.strip()
    if plain.lower() in _outlets():
        return True
    found = [word.lower() for word in _WORD.findall(plain)]
    if not is_name(plain) or len(found) < 2:
        return False
    endings = _endings()
    return found[-1] in endings or found[0] in endings or (len(found) > 2 and found[-2] in endings)


def agency(text: str) -> str | None:
    """Return the kept form of a known agency's name, or None."""
    return _agencies().get(text.strip(" .()[]—–-").lower())


def agencies_in(text: str) -> list[str]:
    """Return the known agencies that a byline or credit names among other words, in order.

    `Ana Ruiz Associated Press`, `Harbour Post and AP`.

    A name of one word in ordinary spelling is left out, for people bear such names too ("Petra").
    """
    return [_agencies()[match["name"].lower()] for match in _agency_forms().finditer(text)]


def without_agency(who: str) -> str | None:
    """Return a byline without the agencies it names, None where it is nothing else."""
    if agency(who.removeprefix("By ").strip()) is not None:
        return None
    rest = _agency_forms().sub("", who)
    if rest == who:
        return who
    return " ".join(_BYLINE_END.sub("", rest).removeprefix("By ").split()) or None


def cased(text: str, body: str = "") -> str:
    """Return a name printed in capitals as the body spells it, else in title case; other names as they
    are."""
    if not is_capitals(text):
        return text
    for spelled in re.finditer(rf"\b{re.escape(text)}\b", body, re.IGNORECASE):
        if spelled.group()[0].isupper() and not spelled.group().isupper():
            return spelled.group()
    small = words("datelines", "connectors")
    words_ = [word if _short(word) else word.title() for word in text.split(" ")]
    return " ".join(word.lower() if at and word.lower() in small else word for at, word in enumerate(words_))


def _short(word: str) -> bool:
    """Codes and initials stay in capitals: RPH, D.C."""
    return "." in word or word in words("datelines", "codes") or not re.search("[AEIOUYÀ-Ý]", word)


@cache
def _endings() -> frozenset[str]:
    return frozenset(ending.lower() for ending in table("media")["name_endings"])


@cache
def _outlets() -> frozenset[str]:
    named = [*table("outlets")["names"], *table("media")["names"]]
    return frozenset(name.lower() for name in named)


@cache
def _agency_forms() -> re.Pattern[str]:
    forms = table("agencies")["forms"]
    written = {form for name, others in forms.items() for form in (name, *others)}
    clear = [form for form in written if " " in form or "/" in form or (form.isupper() and len(form) > 1)]
    choice = "|".join(sorted(map(re.escape, clear), key=lambda form: (-len(form), form)))
    return re.compile(rf"(?<![\w-])(?P<name>{choice})(?:['’]s)?(?![\w-])")


@cache
def _agencies() -> dict[str, str]:
    forms = table("agencies")["forms"]
    return {form.lower(): name for name, others in forms.items() for form in (name, *others)}
