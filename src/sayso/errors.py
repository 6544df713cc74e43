"""Every error that sayso raises on purpose.

    SaysoError
    ├── UsageError          the caller asked for something that cannot be done (exit code 2)
    │   ├── NoSuchInput     a path or option value names nothing
    │   └── MissingExtra    an optional part is not installed; the message names the command that installs it
    ├── DataError           data shipped with sayso, or a dossier file, is damaged or of another version
    ├── StoreError          a desk's database cannot be opened, read or written
    ├── FetchError          a URL that was asked for could not be fetched, or may not be
    └── Stopped             the user asked to stop while something was waited for

What is wrong with a *report* is never an exception: it becomes a `sayso.model.report.Problem`,
is kept in the dossier and shown.
"""


class SaysoError(Exception):
    """The root of all errors raised on purpose; its text is fit to be shown to a user."""


class UsageError(SaysoError):
    """The caller asked for something that cannot be done."""


class NoSuchInput(UsageError):
    """A path or an option value names nothing that exists."""


class MissingExtra(UsageError):
    """An optional part of sayso is not installed."""


class DataError(SaysoError):
    """Shipped data or a dossier file is damaged, or of a version that this sayso cannot read."""


class StoreError(SaysoError):
    """A desk's database is none of sayso's, of a newer version, damaged, or cannot be read or written."""


class FetchError(SaysoError):
    """A URL could not be fetched, or is not allowed to be.

    `status` is what the server answered, None where it did not answer; `wait` how many seconds it asked to be
    left alone; `refused` says that sayso would not ask, or that what came may not be read: asking again
    brings the same.
    """

    def __init__(
        self, message: str, *, status: int | None = None, wait: float | None = None, refused: bool = False
    ) -> None:
        super().__init__(message)
        self.status = status
        self.wait = wait
        self.refused = refused


class Stopped(SaysoError):
    """The user asked to stop while something was waited for."""
