"""Where the institute's database is, as its administrator reaches it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from mdi_desk.app.config import DBNAME, Config
from mdi_desk.kernel.errors import Invalid, NotFound, Unavailable
from mdi_desk.kernel.words import tr

Say = Callable[[str], None]
Connection = psycopg.Connection[tuple[Any, ...]]
_LOCK = 0x6D64_6964_6573_6B01  # "mdidesk": only one makes or restores the institute at a time


def silent(_text: str) -> None:
    """Progress for those who don't want to hear."""


def quarters(say: Say) -> Callable[[str, int, int], None]:
    """The progress of an upgrade, which names every file, told in quarters."""
    told = -1

    def step(_text: str, done: int, steps: int) -> None:
        nonlocal told
        quarter = 4 * done // max(1, steps)
        if quarter > told:
            told = quarter
            say(tr("Preparing the database ({percent} %)", percent=25 * quarter))

    return step


@dataclass(frozen=True, slots=True)
class Place:
    """A running server and the name of the institute's database on it, reached as a superuser."""

    conninfo: str  # of the institute's database
    dbname: str
    maintenance: str  # a database that is always there
    host: str
    port: str

    def of(self, dbname: str) -> str:
        """The connection string of another database of the same server."""
        return make_conninfo(self.conninfo, dbname=dbname)

    def connect(self, dbname: str | None = None) -> Connection:
        """A superuser's connection with autocommit. Raises `Unavailable` or `NotFound` in plain words."""
        try:
            return psycopg.connect(
                self.of(dbname or self.dbname), autocommit=True, application_name="mdi-desk db"
            )
        except psycopg.OperationalError as error:
            raise explained(error, dbname or self.dbname) from error

    def exists(self) -> bool:
        """Whether the institute's database is there."""
        with self.connect(self.maintenance) as conn:
            found = conn.execute("SELECT FROM pg_database WHERE datname = %s", [self.dbname]).fetchone()
        return found is not None

    @contextmanager
    def alone(self) -> Iterator[Connection]:
        """Waits until nobody else makes or restores the institute; gives a connection to the maintenance
        database.
        """
        with self.connect(self.maintenance) as conn:
            conn.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
            try:
                yield conn
            finally:
                if not conn.closed:
                    conn.execute("SELECT pg_advisory_unlock(%s)", [_LOCK])


def explained(error: psycopg.OperationalError, dbname: str) -> Unavailable | NotFound:
    """What stopped a connection, in one sentence that says what to do."""
    said = (str(error).strip().splitlines() or ["?"])[-1]
    if error.sqlstate == "3D000" or "does not exist" in said:
        return NotFound(tr("There is no database {dbname} yet. Make it with: desk db create", dbname=dbname))
    return Unavailable(tr("The database server can’t be reached: {said}", said=said))


@contextmanager
def place_of(config: Config, say: Say = silent) -> Iterator[Place]:
    """The institute's place: starts the embedded server for as long as the block lasts, or goes to the server
    named.

    Raises `DeskError` when it can't be reached, or the login named has too few rights.
    """
    if config.database_url is not None:
        yield _named(config.database_url)
        return
    from mdi_desk.db.embedded import EmbeddedServer

    server = EmbeddedServer(config.folder, progress=say)
    reach = server.start()
    try:
        yield embedded(reach)
    finally:
        server.leave()


def embedded(reach: Any) -> Place:
    """The place of a running embedded server, by its `Reach`."""
    return Place(reach.dsn(DBNAME, reach.superuser), DBNAME, "postgres", reach.host, str(reach.port))


def running(config: Config) -> Place:
    """The place of a server that runs already; starts nothing. Raises `Unavailable` when it doesn't."""
    if config.database_url is not None:
        return _named(config.database_url)
    from mdi_desk.db.embedded import EmbeddedServer

    reach = EmbeddedServer(config.folder).reach()
    if reach is None:
        raise Unavailable(tr("The database is not running; start it with: desk db serve"))
    return embedded(reach)


def _named(url: str) -> Place:
    try:
        parts = conninfo_to_dict(url)
    except psycopg.ProgrammingError:
        raise Invalid(
            tr(
                "MDI_DESK_DATABASE_URL is not understood; write it like "
                "postgresql://postgres@server.example.org/mdi."
            )
        ) from None
    dbname = str(parts.get("dbname") or DBNAME)
    place = Place(
        make_conninfo(url, dbname=dbname),
        dbname,
        "postgres",
        str(parts.get("host") or ""),
        str(parts.get("port") or 5432),
    )
    with place.connect(place.maintenance) as conn:
        found = conn.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").fetchone()
        if found is None or not found[0]:
            raise Invalid(
                tr("The login in MDI_DESK_DATABASE_URL must be a superuser of the server, such as postgres.")
            )
    return place
