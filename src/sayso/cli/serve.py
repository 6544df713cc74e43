"""`sayso serve`: the stories of a database as pages."""

import secrets
import signal
import socket
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.desks import database_option, named
from sayso.cli.outputs import tell
from sayso.cli.reviews import BY, login
from sayso.errors import UsageError

if TYPE_CHECKING:
    import uvicorn

TOKEN_BYTES = 24


@click.command("serve")
@database_option
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Where to listen; 0.0.0.0 for all networks."
)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option("--open", "open_", is_flag=True, help="Open the stories in the browser.")
@click.option(
    "--token",
    envvar="SAYSO_TOKEN",
    help="What others must know to get in; made at random where it is needed.",
)
@click.option(
    "--name", "names", multiple=True, help="A name under which the server is asked, such as desk.example.org."
)
@click.option("--behind-proxy", is_flag=True, help="A reverse proxy on this machine passes requests on.")
@click.option("--read-only", is_flag=True, help="Show the stories, and let nobody decide in review.")
@click.option(
    "--by",
    envvar=BY,
    metavar="NAME",
    help=f"Who decides where nobody gives a name; else {BY}, else the login name, on this machine alone.",
)
def command(
    db: Path | None,
    host: str,
    port: int,
    open_: bool,
    token: str | None,
    names: tuple[str, ...],
    behind_proxy: bool,
    read_only: bool,
    by: str | None,
) -> None:
    """Serve the stories of a database as pages, to this machine only unless --host says otherwise.

    Whoever comes from elsewhere needs a token: the one given, or one that is made and shown at the start. Put
    it into the variable SAYSO_TOKEN rather than on the command line, which others on the machine can read.

    Whoever gets in may also decide in review, unless it is --read-only.

    Example: sayso serve --db desk.db --open
    """
    from sayso.present.web.app import app
    from sayso.present.web.server import server
    from sayso.present.web.settings import Settings, needs_token
    from sayso.run.serving import ServedDesk

    path = named(db)
    if token is not None and len(token) < 12:
        raise UsageError("a token of fewer than 12 characters can be guessed")
    shared = needs_token(host, behind_proxy)
    made = token is None and shared
    token = secrets.token_urlsafe(TOKEN_BYTES) if made else token
    ServedDesk(path).close()
    settings = Settings(host, port, names, token, behind_proxy, not read_only, by or _by(shared))
    listening = _bound(host, port)
    address = _address(host, listening.getsockname()[1])
    tell(f"sayso: serving {path} at {address} (Ctrl-C stops it)")
    if made:
        tell(f"sayso: this token lets others in; it is shown once: {address}/?token={token}")
    if open_:
        webbrowser.open(f"{address}/?token={token}" if token else address)
    _run(server(app(lambda: ServedDesk(path), settings), settings), listening)
    tell("sayso: stopped serving")


def _by(shared: bool) -> str:
    """Return who decides where nobody says so: nobody, where others than this machine's user can."""
    try:
        return "" if shared else login()
    except UsageError:
        return ""


def _bound(host: str, port: int) -> socket.socket:
    """Return a socket that listens; raises `UsageError` where it may not."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=128)
    except (OSError, UnicodeError) as error:
        what = error.strerror if isinstance(error, OSError) else str(error)
        raise UsageError(f"cannot listen at {host}, port {port}: {what}; choose another --port") from error


def _address(host: str, port: int) -> str:
    """Return the address to open in a browser on this machine."""
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{shown}:{port}"


def _run(made: "uvicorn.Server", listening: socket.socket) -> None:
    """Serve until a signal says to stop; being told to stop is no failure."""
    before = {one: signal.signal(one, lambda *_: None) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        made.run(sockets=[listening])
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
