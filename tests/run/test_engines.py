"""Daft's native runner and a Ray cluster of this machine do the same, die and go on, and talk to nobody."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.run.test_bulk import DEADLY, FLOOD, MINE, WINE, in_process, written

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.engine

WATCH = """
import os, sys

DAEMONS = ("/ray/dashboard/", "/ray/_private/runtime_env/")  # the cluster's own, started by whoever runs it
NETWORK = {f"socket.{what}" for what in "connect getaddrinfo gethostbyname sendto sendmsg".split()}

def watch(event, arguments):
    if event in NETWORK:
        address = next((one for one in arguments[1:] if one), None)
        away = isinstance(address, tuple) and not str(address[0]).startswith("127.")
        if any(part in sys.argv[0] for part in DAEMONS):
            return
        if away or (event.startswith("socket.get") and arguments[0] not in (None, "localhost", "127.0.0.1")):
            with open(os.environ["TALKED"], "a") as file:
                print(event, arguments, sys.argv, file=file)

sys.addaudithook(watch)
"""
"""Notes every connection to another machine, in every process of ours that Python starts."""

KILL = """
from importlib.abc import MetaPathFinder
import importlib.util, os, sys

class Trap(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name != "sayso.clean.report":
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        load = spec.loader.exec_module
        def trapped(module):
            load(module)
            clean = module.clean
            def deadly(item):
                if "quenchfire" in item.text:
                    os._exit(9)
                return clean(item)
            module.clean = deadly
        spec.loader.exec_module = trapped
        return spec

sys.meta_path.insert(0, Trap())
"""
"""Makes the process that cleans a deadly text exit."""


SLEEPY = """
import json, os, time
from sayso.run.engine import Engine

def start():
    def work(piece):
        time.sleep(float(piece))
        return str(os.getpid()).encode()
    return work

took = {number: process.decode() for number, process in Engine(workers=2).run(start, [b"3", *[b".02"] * 20])}
print(json.dumps(took))
"""
"""One long piece and twenty short ones, with two processes: which process did which."""


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Texts of three stories, three times over, as several pieces."""
    place = tmp_path / "in"
    place.mkdir()
    for number in range(3):
        for name, text in {"flood": FLOOD, "wine": WINE, "mine": MINE}.items():
            (place / f"{name}{number}.txt").write_text(f"{text} Copy {number} of it.", "utf-8")
    return place


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An environment whose Pythons note whom they talk to and die of deadly texts."""
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    (hooks / "sitecustomize.py").write_text(WATCH + KILL, "utf-8")
    path = os.pathsep.join(filter(None, (str(hooks), str(ROOT / "src"), os.environ.get("PYTHONPATH", ""))))
    return {**os.environ, "PYTHONPATH": path, "TALKED": str(tmp_path / "talked"), "RAY_AUTH_MODE": "disabled"}


def command(environment: dict[str, str], *arguments: str) -> dict[str, object]:
    """What `sayso bulk --json` says of itself."""
    line = [sys.executable, "-m", "sayso", "bulk", *arguments, "--json"]
    ran = subprocess.run(line, env=environment, capture_output=True, text=True, timeout=200, check=False)
    assert ran.returncode == 0, ran.stderr
    found: dict[str, object] = json.loads(ran.stdout)
    return found


@pytest.fixture
def cluster(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a cluster of one small node on this machine."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "0")
    monkeypatch.setenv("RAY_USAGE_STATS_REPORT_URL", "http://127.0.0.1:9")
    from ray.cluster_utils import Cluster

    made = Cluster(
        initialize_head=True,
        head_node_args={"num_cpus": 2, "object_store_memory": 100 * 2**20, "include_dashboard": False},
    )
    yield made.address
    made.shutdown()  # type: ignore[no-untyped-call]


def test_processes_of_this_machine(texts: Path, tmp_path: Path, environment: dict[str, str]) -> None:
    expected = in_process(texts)
    (texts / "deadly.txt").write_text(DEADLY, "utf-8")
    outcome = command(environment, str(texts), str(tmp_path / "out"), "--workers", "2")
    check(outcome, expected, tmp_path)


def test_a_ray_cluster(texts: Path, tmp_path: Path, environment: dict[str, str], cluster: str) -> None:
    expected = in_process(texts)
    (texts / "deadly.txt").write_text(DEADLY, "utf-8")
    outcome = command(environment, str(texts), str(tmp_path / "out"), "--ray", cluster)
    check(outcome, expected, tmp_path)


def test_a_process_that_is_free_takes_the_next_piece(environment: dict[str, str]) -> None:
    line = [sys.executable, "-c", SLEEPY]
    ran = subprocess.run(line, env=environment, capture_output=True, text=True, timeout=200, check=False)
    assert ran.returncode == 0, ran.stderr
    took = json.loads(ran.stdout)
    assert sorted(took, key=int) == [str(number) for number in range(21)]
    assert sum(process == took["0"] for process in took.values()) < 6


def test_the_engine_writes_nothing_on_a_terminal(environment: dict[str, str]) -> None:
    terminal, side = os.openpty()
    line = [sys.executable, "-c", SLEEPY.replace('b"3"', 'b"0"')]
    subprocess.run(line, env=environment, stdout=subprocess.PIPE, stderr=side, timeout=200, check=True)
    os.write(side, b"end")
    assert os.read(terminal, 10_000) == b"end"
    os.close(side)
    os.close(terminal)


def check(outcome: dict[str, object], expected: dict[str, list[bytes]], place: Path) -> None:
    """The tables are those of a run in this process, but for the problem of what was set aside; and nobody
    was talked to."""
    found = written(place / "out")
    aside = [json.loads(row) for row in found.pop("problems") if row not in expected["problems"]]
    assert [(one["name"], one["rule"]) for one in aside] == [("deadly.txt", "killed")]
    assert found == {name: rows for name, rows in expected.items() if name != "problems"}
    assert outcome["reports"] == 9
    talked = place / "talked"
    assert not talked.exists(), talked.read_text("utf-8")
