"""What a user settles about names and sides, to go before what the rules find."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choices:
    """What a user settles, by name as the reports print it.

    `same` are groups of names for one entity, `different` pairs that are never one. `sides` pairs a party
    with one that stands on its side, `authorities` somebody with whom they answer to, `shown` a name with the
    one it is shown under, `kinds` a name with its `EntityKind`. Names that no report has are passed over.
    """

    same: tuple[tuple[str, ...], ...] = ()
    different: tuple[tuple[str, str], ...] = ()
    sides: tuple[tuple[str, str], ...] = ()
    authorities: tuple[tuple[str, str], ...] = ()
    shown: tuple[tuple[str, str], ...] = ()
    kinds: tuple[tuple[str, str], ...] = ()


NONE = Choices()
"""A user who settles nothing."""
