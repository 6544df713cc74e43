"""What a bulk run hands to its engine at a time, and in which order."""

from dataclasses import dataclass, field

SIZE = 128 * 2**20
"""Bytes from which a wave is full. The driver holds about four times as much while one is under way (Daft has
its own copies). Processes are set up anew for each wave, so that it should hold thousands of articles."""


@dataclass(slots=True)
class Wave:
    """Pieces of work by key."""

    bodies: dict[str, bytes] = field(default_factory=dict)
    size: int = 0

    def add(self, key: str, body: bytes) -> None:
        """Take a piece in; one that is there already stays once."""
        if key not in self.bodies:
            self.bodies[key] = body
            self.size += len(body)

    @property
    def full(self) -> bool:
        """Say whether it is as much as is handed out at a time."""
        return self.size >= SIZE

    def order(self) -> list[str]:
        """Return the keys, those of the largest pieces first: whoever is free takes the next one, and what is
        still under way when there is no next one is then small."""
        return sorted(self.bodies, key=lambda key: -len(self.bodies[key]))
