"""Daft, which carries one function over many pieces: in processes of this machine, or on a Ray cluster.

Everything that knows of Daft or Ray stands in this file. Neither reports anything to anybody: both are told
so before they are imported, here and in their workers.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from sayso.errors import MissingExtra, SaysoError

if TYPE_CHECKING:
    import daft

SILENT = {
    "DAFT_ANALYTICS_ENABLED": "0",
    "SCARF_NO_ANALYTICS": "true",
    "DO_NOT_TRACK": "true",
    "RAY_USAGE_STATS_ENABLED": "0",
}
"""What tells Daft and Ray to report nothing, as their documentation has it."""

QUIET = {"DAFT_PROGRESS_BAR": "0", "DAFT_SHOW_QUERY_ID": "0", "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0"}
"""What keeps them from drawing bars and naming runs on a terminal, and from warning of what does not concern
sayso."""

SINGLE = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
"""A process of many needs no threads of its own; those of one slow down the others."""

Work = Callable[[bytes], bytes]
"""What is done with a piece, once it is set up in its process."""


class WorkerLost(SaysoError):
    """A process died while it worked."""


class Runner(Protocol):
    """What carries out work over pieces."""

    def run(self, start: Callable[[], Work], pieces: Sequence[bytes]) -> Iterator[tuple[int, bytes]]:
        """Yield the number of each piece and what came of it, as they are done, in no certain order.

        `start` is called once in each process. Raises `WorkerLost` when a process dies; what was not yielded
        until then is not done.
        """
        ...


class Engine:
    """Daft with its native runner, or with Ray at `ray`: the address of a cluster, `auto` for the one that
    this machine belongs to. `workers` are processes; None for one to each processor."""

    def __init__(self, ray: str | None = None, workers: int | None = None) -> None:
        """Start the engine; raise `MissingExtra` when it is not installed, and `SaysoError` when no cluster
        answers at the address."""
        for name, value in (SILENT | QUIET | SINGLE).items():
            os.environ.setdefault(name, value)
        os.environ.update(SILENT)
        self._daft = _imported("daft", "bulk")
        self._ray = _cluster(ray) if ray else None
        self._workers = workers or (self._processors() if self._ray else _own_processors())
        self._set_runner()

    @property
    def workers(self) -> int:
        """How many processes work at a time."""
        return self._workers

    def run(self, start: Callable[[], Work], pieces: Sequence[bytes]) -> Iterator[tuple[int, bytes]]:
        """See `Runner`."""
        daft = self._daft
        frame = daft.from_pydict({"number": list(range(len(pieces))), "piece": list(pieces)})
        if self._ray:
            frame = frame.into_partitions(_parts(len(pieces), self._workers))
        worker = _worker(daft, start, None if self._ray else min(self._workers, len(pieces)))
        done = frame.select(frame["number"], worker.run(frame["piece"]).alias("result"))
        try:
            # In order, each process would wait after each piece for all the others; so whoever is free takes
            # the next one.
            with daft.context.execution_config_ctx(maintain_order=False):
                for part in done.iter_partitions():
                    rows = (self._ray.get(part) if self._ray else part).to_pydict()
                    yield from zip(rows["number"], rows["result"], strict=True)
        except self._lost() as error:
            raise WorkerLost(f"a process died: {' '.join(str(error).split())[:200]}") from error

    def _lost(self) -> tuple[type[Exception], ...]:
        """What Daft raises when a process is gone: of its own it has no error for that."""
        return (RuntimeError, ValueError, *((self._ray.exceptions.RayError,) if self._ray else ()))

    def _processors(self) -> int:
        return max(1, int(self._ray.cluster_resources().get("CPU", 1))) if self._ray else 1

    def _set_runner(self) -> None:
        """Daft takes a runner once in a process."""
        wanted = "ray" if self._ray else "native"
        if self._daft.runners.get_or_infer_runner_type() == wanted:
            return
        choose = self._daft.set_runner_ray if self._ray else self._daft.set_runner_native
        try:
            choose()
        except ValueError as error:
            raise SaysoError(f"this process runs Daft on another engine already: {error}") from error


PARTITIONS, LONGEST = 4, 16
"""Parts of a run for each worker of a cluster, at least: enough that none waits long for the last. Pieces of
a part, at most: what came of it is known when all of it is done."""


def _parts(pieces: int, workers: int) -> int:
    return min(pieces, max(workers * PARTITIONS, -(-pieces // LONGEST)))


def _worker(daft: Any, start: Callable[[], Work], count: int | None) -> Any:
    class Worker:
        """One process, which sets itself up once."""

        def __init__(self) -> None:
            self._work = start()

        @daft.method.batch(  # type: ignore[untyped-decorator]
            return_dtype=daft.DataType.binary(), batch_size=1
        )
        def run(self, pieces: "daft.Series") -> list[bytes]:
            return [self._work(piece) for piece in pieces.to_pylist()]

    # A process of its own for each: what kills it is then an error, where Daft waits for ever for a Ray actor
    # that is gone. On a cluster there is one to each processor of a node.
    return daft.cls(Worker, max_concurrency=count, use_process=True)()


def _cluster(address: str) -> Any:
    ray = _imported("ray", "ray")
    try:
        ray.init(
            address=address,
            ignore_reinit_error=True,
            log_to_driver=False,
            logging_level="ERROR",
            runtime_env={"env_vars": SILENT | QUIET | SINGLE},
        )
    except (ConnectionError, RuntimeError, ValueError) as error:
        raise SaysoError(f"no Ray cluster at {address}: {str(error).splitlines()[0]}") from error
    return ray


def _imported(module: str, extra: str) -> Any:
    from importlib import import_module

    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name != module:
            raise
        name = module.title()
        raise MissingExtra(f"{name} is not installed; run: pip install 'sayso[{extra}]'") from None


def _own_processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
