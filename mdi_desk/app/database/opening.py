"""Opens the embedded institute for a desk: starts or joins the server, makes the sample when new, upgrades.
"""

import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType
from typing import TYPE_CHECKING, Any

from mdi_desk.app.config import Config
from mdi_desk.app.database.accounts import read_accounts
from mdi_desk.app.database.place import Place, Say, embedded, silent
from mdi_desk.app.sample.login import Login
from mdi_desk.kernel.errors import Invalid

if TYPE_CHECKING:
    from mdi_desk.db.embedded import Reach
    from mdi_desk.db.engine import Server

PEOPLE = 400


@dataclass(frozen=True, slots=True)
class Opened:
    """A server that a desk may sign in to. `leave` is called once, when the desk needs it no more.

    `accounts` are the sample's logins, None for a real institute. `reach` is the embedded server's, else
    None.
    """

    server: "Server"
    reach: "Reach | None"
    accounts: tuple[Login, ...] | None
    leave: Callable[[], None]


def open_embedded(config: Config, progress: Say | None = None, *, people: int = PEOPLE) -> Opened:
    """Starts or joins the embedded server of `config`; a new one gets the sample, an old one the newest
    revision.

    Blocks: seconds the first time, a fraction of a second later. Not on the GUI thread. Raises `DeskError`.
    """
    from mdi_desk.db.embedded import EmbeddedServer
    from mdi_desk.db.engine import at_socket

    say = progress or silent
    server = EmbeddedServer(config.folder, progress=say)
    reach = server.start()
    try:
        place = embedded(reach)
        _prepare(config, place, say, people)
        return Opened(
            at_socket(reach.host, reach.port, place.dbname), reach, read_accounts(config), server.leave
        )
    except BaseException:
        server.leave()
        raise


def _prepare(config: Config, place: Place, say: Say, people: int) -> None:
    from mdi_desk.app.database.upkeep import is_current, upgrade_at

    if not place.exists():
        from mdi_desk.app.database.making import make

        with place.alone() as conn:
            if not place.exists():  # another desk may have been faster
                make(config, place, conn, say, people=people)
        return
    with place.connect() as conn:
        current = is_current(conn)
    if not current:
        upgrade_at(place, say)


def open_server(url: str) -> Opened:
    """A server elsewhere, by its address: nothing is started, made or upgraded. Raises `SignInRefused`."""
    from mdi_desk.db.engine import from_url

    return Opened(from_url(url), None, None, _nothing)


def _nothing() -> None:
    """There is nothing to leave."""


def serve(config: Config, say: Say, ready: Callable[[dict[str, Any]], None]) -> None:
    """Keeps the embedded server up until this process is told to stop (Ctrl-C, SIGTERM); then leaves it.

    `ready` is called with what `info` says once it can be reached.
    """
    from mdi_desk.app.database.upkeep import info
    from mdi_desk.kernel.words import tr

    if not config.embedded:
        raise Invalid(tr("MDI_DESK_DATABASE_URL names a server elsewhere; there is nothing to serve here."))
    stop = threading.Event()

    def stopped(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    before = {number: signal.signal(number, stopped) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        opened = open_embedded(config, say)
        try:
            ready(info(config))
            # With a timeout, because a wait without one is not woken by signals everywhere.
            while not stop.wait(0.5):
                pass
        finally:
            opened.leave()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
