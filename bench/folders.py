"""Where a benchmark's data lies: in the folder that `--data` names, or in the usual folder below it."""

from pathlib import Path


class AbsentData(Exception):
    """The folder holds nothing that this benchmark can measure on."""


def find(data: Path, usual: str, marker: str) -> Path:
    """Return the folder that holds `marker`: `data/usual`, else `data` itself; else raise `AbsentData`.

    The usual folder goes first, for beside it may lie other sets with files of the same kind.
    """
    for folder in (data / usual, data):
        if next(folder.glob(marker), None) is not None:
            return folder
    raise AbsentData(f"neither {data} nor {data / usual} holds {marker}")
