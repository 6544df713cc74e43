"""Work over many pieces that goes on when a process dies, and sets aside what kills processes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.errors import SaysoError
from sayso.run.engine import Runner, Work, WorkerLost

MOST_IN_A_ROW = 5
"""Units given up one after the other, with none done between, from which it is the machine and not the
input."""


SUSPECTS = 8
"""Pieces that are tried apart from the rest when a process died. Engines hand pieces out in their order, so
what killed it is among the first that are not done."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of work: what sets it up in a process, how a piece of it is taken apart into pieces of one unit
    each, how the results of these are joined, and what stands for the result of one that is given up."""

    start: Callable[[], Work]
    units: Callable[[bytes], Sequence[bytes]]
    joined: Callable[[Sequence[bytes]], bytes]
    given_up: Callable[[bytes], bytes]


class Carrier:
    """Carries work out on an engine."""

    def __init__(self, runner: Runner, kind: Kind) -> None:
        self._runner = runner
        self._kind = kind
        self._in_a_row = 0

    def carry(self, pieces: Sequence[bytes], done: Callable[[int, bytes], None]) -> None:
        """Tell `done` the number of each piece and its result, as they come.

        When a process dies, those that come first of what is left are tried apart from the rest, down to
        the one unit that kills. Raises `SaysoError` when nothing can be done at all.
        """
        waiting = [list(enumerate(pieces))]
        while waiting:
            left = dict(waiting.pop())
            lost = self._try(left, done)
            if lost and len(left) == 1:
                ((number, piece),) = left.items()
                done(number, self._alone(piece, lost))
            elif left:
                rest = list(left.items())
                first = SUSPECTS if len(rest) > SUSPECTS else 1
                waiting += [rest[first:], rest[:first]]

    def _try(self, left: dict[int, bytes], done: Callable[[int, bytes], None]) -> WorkerLost | None:
        """Do what is left, and take from it what is done; return what stopped it."""
        order = list(left)
        if not left:
            return None
        try:
            for place, result in self._runner.run(self._kind.start, list(left.values())):
                done(order[place], result)
                del left[order[place]]
                self._in_a_row = 0
        except WorkerLost as lost:
            return lost
        return None

    def _alone(self, piece: bytes, lost: WorkerLost) -> bytes:
        """Return the result of a piece that stops processes: of each of its units, or of none if it is
        one."""
        units = self._kind.units(piece)
        if len(units) == 1:
            return self._given_up(piece, lost)
        results: dict[int, bytes] = {}
        self.carry(units, results.__setitem__)
        return self._kind.joined([results[number] for number in range(len(units))])

    def _given_up(self, piece: bytes, lost: WorkerLost) -> bytes:
        self._in_a_row += 1
        if self._in_a_row >= MOST_IN_A_ROW:
            raise SaysoError(f"no article can be read here: {lost}") from lost
        return self._kind.given_up(piece)
