"""What holds for the whole database: what the user settles of names, sides and vague numbers."""

import json
from typing import Any

from sayso.lexicon.house import House
from sayso.model.choices import Choices
from sayso.model.codec import from_plain, to_plain
from sayso.store.database import Database


def choices(database: Database) -> Choices:
    """Return what is settled of names and sides."""
    plain = _read(database, "choices")
    if plain is None:
        return Choices()
    found = from_plain(Choices, plain)
    assert isinstance(found, Choices)
    return found


def settle_choices(database: Database, new: Choices) -> None:
    """Settle names and sides; inside a transaction."""
    _write(database, "choices", to_plain(new))


def house(database: Database) -> House:
    """Return the bounds of vague numbers that the desk takes."""
    return House(
        tuple((section, word, (low, high)) for section, word, low, high in _read(database, "vague") or ())
    )


def settle_house(database: Database, new: House) -> None:
    """Settle bounds of vague numbers; inside a transaction."""
    _write(database, "vague", [[section, word, *bounds] for section, word, bounds in new.rows])


def _read(database: Database, key: str) -> Any:
    value = database.value("setting", key=key)
    return None if value is None else json.loads(value)


def _write(database: Database, key: str, plain: object) -> None:
    database.run("settle_setting", key=key, value=json.dumps(plain, ensure_ascii=False, sort_keys=True))
