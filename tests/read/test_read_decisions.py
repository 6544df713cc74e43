import json
from pathlib import Path

import pytest

from sayso.errors import NoSuchInput
from sayso.model.decision import Decision, Setting, Sign, What, identified, moment
from sayso.model.relation import Ref, RefKind
from sayso.read.decisions import decision, line, lines, parsed, read

MADE = identified(
    Decision(
        Ref(RefKind.FIGURE, "f1"),
        What.CORRECT,
        "four, says the mayor",
        "A. B.",
        "2031-03-05T10:00:00.000Z",
        set=(Setting("low", "4"), Setting("high", None)),
        signs=(Sign(RefKind.FIGURE, "f1", "three", "r1", name="a.txt", sentence="Three died.", low=3),),
    )
)


def test_a_log_is_read_as_it_was_written(tmp_path: Path) -> None:
    log = tmp_path / "decisions.jsonl"
    log.write_text("".join(lines([MADE, MADE])), "utf-8")
    assert read(log).decisions == (MADE, MADE)
    assert read(log).problems == ()
    assert read(None).decisions == ()


def test_a_line_can_be_written_by_hand() -> None:
    plain = json.loads(line(MADE))
    del plain["id"]
    plain["at"] = "2031-03-05T11:00:00+01:00"
    assert decision(json.dumps(plain)) == MADE


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        ("{", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ("[]", "no JSON object"),
        ('{"format": "sayso-decision/9"}', "its format is not"),
        ('{"format": "sayso-decision/1"}', "lacks the key 'about'"),
        (line(MADE).replace("four", "five"), "its id is not that"),
        (line(MADE).replace('"correct"', '"explode"'), "explode"),
        (line(MADE).replace("2031-03-05T10", "soon"), "is no time"),
        (line(MADE).replace('"low": 3', '"low": 1' + "0" * 400), "too large"),
        (line(MADE).replace('"low": 3', '"low": NaN'), "no JSON"),
        (line(MADE).replace('"low": 3', '"low": 3, "nth": -1'), "-1th"),
        (line(MADE).replace("four, says", "\\ud800"), "no JSON in UTF-8"),
        (line(MADE) + " " * 1_000_001, "characters"),
    ],
)
def test_a_broken_line_is_a_problem_with_its_number_and_the_others_count(bad: str, told: str) -> None:
    found = parsed(f"{line(MADE)}\n\n{bad}\n{line(MADE)}\n", "log.jsonl")
    assert found.decisions == (MADE, MADE)
    (problem,) = found.problems
    assert problem.message.startswith("line 3 of log.jsonl is left out: ")
    assert told in problem.message


def test_a_decision_that_says_nothing_of_what_it_is_about_is_none() -> None:
    bare = identified(Decision(Ref(RefKind.FIGURE, "f1"), What.REJECT, "", "A. B.", MADE.at))
    assert "by what it is known again" in parsed(line(bare), "log").problems[0].message
    undone = identified(Decision(Ref(RefKind.FIGURE, "f1"), What.UNDO, "", "A. B.", MADE.at))
    assert "means nothing" in parsed(line(undone), "log").problems[0].message


def test_a_time_is_one_in_any_zone() -> None:
    assert moment("2031-03-05T10:00:00") == moment("2031-03-05T12:00:00+02:00") == "2031-03-05T10:00:00.000Z"


def test_a_log_that_is_not_there_is_misuse(tmp_path: Path) -> None:
    with pytest.raises(NoSuchInput):
        read(tmp_path / "none.jsonl")
    with pytest.raises(NoSuchInput):
        read(tmp_path)
