"""Nouns in the form that counts one."""

from sayso.lexicon import table


def singular(noun: str) -> str:
    """Return the form of a lower-case noun that counts one, of "bodies" "body"; "people" stays as it is."""
    irregular: str | None = table("comparison")["singular"].get(noun)
    if irregular is not None:
        return irregular
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us")) else noun
