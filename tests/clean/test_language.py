import subprocess
import sys

import pytest

from sayso.clean.language import detect

ENGLISH = (
    "The ferry left Brod at noon, and it had been said by the harbour master that the storm would not come. "
    "He told the crew to wait for the boats which were out, but they had to leave with those who were there. "
    "Of the two that came back this week, one has been taken to their yard for repairs, and you can see it "
    "from the road."
)
SPANISH = (
    "El transbordador salió de Brod al mediodía y el capitán del puerto dijo que la tormenta no llegaría. "
    "Pidió a la tripulación que esperase a los barcos que estaban fuera, pero tuvieron que partir sin ellos. "
)


@pytest.mark.parametrize(
    ("text", "language"),
    [(ENGLISH, "en"), (SPANISH, "es"), (SPANISH * 4 + ENGLISH, "es"), ("It sank.", None)],
)
def test_the_language_of_a_text(text: str, language: str | None) -> None:
    assert detect(text) == language


def test_a_long_text_is_believed_over_its_tag_and_a_short_one_is_not() -> None:
    assert detect(ENGLISH, "fr-FR") == "en"
    assert detect("The ferry left Brod at noon, and nobody had been told of it.", "fr-FR") == "fr"


def test_a_plain_text_is_known_without_the_model() -> None:
    code = f"import sys; from sayso.clean.language import detect; detect({ENGLISH!r}); print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert "py3langid" not in loaded


def test_a_text_framed_in_english_is_left_to_the_model() -> None:
    greek = "το πλοίο έφυγε από το λιμάνι και κανείς δεν ήξερε γιατί "
    assert detect(ENGLISH[:100] + greek * 12 + ENGLISH[:100]) == "el"
