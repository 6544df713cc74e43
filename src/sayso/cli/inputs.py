"""Where a command's articles come from: what it names, or standard input."""

import sys
from typing import BinaryIO

from sayso.cli.outputs import STANDARD_OUTPUT
from sayso.errors import UsageError


def standard_input(inputs: tuple[str, ...]) -> tuple[tuple[str, ...], BinaryIO | None]:
    """Return the inputs and standard input when it is asked for: by `-`, or by naming nothing when it is a
    pipe.
    """
    if STANDARD_OUTPUT in inputs or not (inputs or sys.stdin.isatty()):
        return inputs or (STANDARD_OUTPUT,), sys.stdin.buffer
    if not inputs:
        raise UsageError(
            "name articles to read: files, folders, URLs, or - for standard input; or try: sayso demo"
        )
    return inputs, None
