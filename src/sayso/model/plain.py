"""Typographic characters made plain, one for one, so that offsets stay the same."""

_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "\u00a0": " "}
)


def plain(text: str) -> str:
    """Return `text` with quotes, dashes and spaces made plain, character for character.

    The small pipeline was trained on plain quotes and tags curly ones as nouns now and then.
    """
    return text.translate(_PLAIN)
