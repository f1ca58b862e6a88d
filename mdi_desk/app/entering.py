"""What the door does off the GUI thread: reach a server, sign in, open the journal, prove a password."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from mdi_desk.app.config import Config
from mdi_desk.kernel.errors import Unavailable
from mdi_desk.kernel.words import tr

if TYPE_CHECKING:
    from mdi_desk.app.database import Opened
    from mdi_desk.db.engine import Server
    from mdi_desk.db.session import DeskSession
    from mdi_desk.journal.keys import StationKeys
    from mdi_desk.journal.store import Journal


@dataclass
class Entered:
    """A session and a journal that the password opened; not yet a desk."""

    session: "DeskSession"
    session_id: UUID
    journal: "Journal"
    keys: "StationKeys"
    password: str


def reach(config: Config, url: str) -> "Opened":
    """The server at `url`, else this computer's own, started when it is down. Raises `DeskError`."""
    from mdi_desk.app.database import open_embedded, open_server

    return open_server(url) if url else open_embedded(config)


def warm_up() -> None:
    """Import what a desk is made of while the person types the password, off the GUI thread."""
    import mdi_desk.app.screens.person_card
    import mdi_desk.app.screens.roster
    import mdi_desk.app.screens.today
    import mdi_desk.app.seat
    import mdi_desk.domains.people.ui.people
    import mdi_desk.domains.training.ui.classes
    import mdi_desk.journal.keys
    import mdi_desk.kernel.contact  # noqa: F401
    from mdi_desk.qt import show

    show.warm_up()


def journal_folder(config: Config) -> Path:
    """Where this station's journals lie."""
    return config.folder / "journal"


def enter(config: Config, server: "Server", login: str, password: str) -> Entered:
    """Sign in and open the journal with the same password. In the worker; raises `DeskError`."""
    import platform

    from mdi_desk import __version__
    from mdi_desk.db.migrate import head
    from mdi_desk.db.session import connect
    from mdi_desk.journal.keys import StationKeys, SystemKeyring
    from mdi_desk.journal.store import Journal
    from mdi_desk.kernel.ids import uuid7

    session = connect(server, login, password, station=config.station, revision=head())
    try:
        folder = journal_folder(config)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        keys = StationKeys(folder, SystemKeyring())
        keys.unlock(session.login, password)
        session_id = uuid7()
        if not session.hello.get("must_change"):
            device = {"os": platform.platform(), "app": __version__, "screen": ""}
            session.call("core.session_open", session_id, config.station, device)
            session.mark_horizon()
        return Entered(session, session_id, Journal.open(folder, keys), keys, password)
    except OSError as error:
        session.close()
        raise Unavailable(
            tr("The journal in {folder} can’t be written: {why}. Free some space, then sign in again.",
               folder=journal_folder(config), why=os.strerror(error.errno or 0))
        ) from error  # fmt: skip
    except BaseException:
        session.close()
        raise


def choose_password(config: Config, server: "Server", found: Entered, new: str) -> Entered:
    """Set the own password of somebody who signed in with a first one, then enter with it. In the worker."""
    from zoneinfo import ZoneInfo

    from mdi_desk.domains.admin.service import AdminService
    from mdi_desk.journal.sender import Sender
    from mdi_desk.kernel import clock

    sender = Sender(found.journal, silent, silent)
    admin = AdminService(found.session, sender, clock.now, zone=ZoneInfo("UTC"))
    admin.choose_password(found.session.login, "", new, first_password=found.password)
    # What is encrypted at this station stays readable under the new password.
    found.keys.change_password(found.session.login, new)
    found.session.close()
    found.journal.close()
    return enter(config, server, found.session.login, new)


def silent(*_: object) -> None:
    """Nobody watches: a password is being chosen, or the next try comes by itself."""


def revive(folder: Path) -> None:
    """Start the embedded server of `folder` if it is down; this desk's own hold on it stays."""
    from mdi_desk.db.embedded import EmbeddedServer

    server = EmbeddedServer(folder)
    server.start()
    server.leave()


def prove(session: "DeskSession", password: str) -> None:
    """Whether `password` is the signed-in person's own: the server is asked, on a short connection."""
    from mdi_desk.db.engine import open_connection

    open_connection(session.server, session.login, password, session.station).close()
