import subprocess
import sys


def ran(code: str) -> str:
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=True
    ).stdout


def test_spacy_comes_without_its_commands_and_they_can_be_had() -> None:
    code = """
import sys
from sayso.pipes.importing import spacy
once = spacy()
assert once is spacy() is sys.modules["spacy"]
assert "spacy.cli" not in sys.modules and "weasel" not in sys.modules
assert once.info(silent=True)["spacy_version"] == once.about.__version__
import spacy.cli
assert spacy.cli.info is sys.modules["spacy.cli.info"].info
print(once.blank("en")("It sank.").text)
"""
    assert ran(code).strip() == "It sank."


def test_spacy_that_is_there_already_is_taken_as_it_is() -> None:
    code = """
import spacy as there
from sayso.pipes.importing import spacy
assert spacy() is there
print(there.info.__module__)
"""
    assert ran(code).strip() == "spacy.cli.info"
