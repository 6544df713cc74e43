"""Two processes against one: the files that are read, and what the table tells of a busy machine."""

import json
from pathlib import Path

from bench.two_processes import FILES, table, written

from sayso.model.report import Received


def received(number: int) -> Received:
    text = f"The mayor of Storr opened bridge number {number}."
    return Received(f"a{number}", b"", text, f"https://x.example/{number}", None, None, None, None)


def test_every_article_is_in_one_file(tmp_path: Path) -> None:
    folder = written([received(number) for number in range(30)], tmp_path / "in")
    files = sorted(folder.iterdir())
    urls = [json.loads(line)["url"] for path in files for line in path.read_text("utf-8").splitlines()]
    assert len(files) == FILES
    assert sorted(urls) == sorted(f"https://x.example/{number}" for number in range(30))


def test_a_busy_machine_is_told() -> None:
    rows = {
        "one": {"seconds": 18.0, "starting": 3.0, "processor": 20.5},
        "two": {"seconds": 10.0, "starting": 3.1, "processor": 21.0},
    }
    result = {"articles": 30, "files": 12, "idle": 0.3, "times_as_fast": 1.8, **rows}
    assert "shows nothing" in table(result)
    assert "shows nothing" not in table({**result, "idle": 0.99})
    assert "too few to tell" in table({**result, "times_as_fast": None})
