"""Which server, how it is reached, and what is refused before anybody works on it."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from mdi_desk import __version__
from mdi_desk.db import guard
from mdi_desk.db.errors import ServerAway, SignInRefused
from mdi_desk.kernel.words import tr

if TYPE_CHECKING:
    from psycopg.abc import RV, PQGen

# The first minor version of each major without the known holes; a major that is not here: newer is fine.
OLDEST = {15: 18, 16: 14, 17: 10, 18: 4}
URL = "MDI_DESK_DATABASE_URL"
CONNECT_SECONDS = 4
# The server's role defaults say the same; a login could change its own, and a hung desk helps nobody.
LIMITS = {
    "timezone": "UTC",
    "datestyle": "ISO",
    "lock_timeout": "3s",
    "statement_timeout": "15s",
    "idle_in_transaction_session_timeout": "15s",
    "client_min_messages": "warning",
}
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_KEPT = ("host", "hostaddr", "port", "dbname", "sslmode", "sslrootcert", "sslcert", "sslkey")


@dataclass(frozen=True, slots=True)
class Server:
    """A server profile. `host` is a folder (socket), a name, or several names with commas (one cluster).

    `sslrootcert` is a file of certificates, or "system". Nothing in it is secret. Raises `SignInRefused` (why
    ``profile``) where the address is none, or asks for less than a shared server must have.
    """

    host: str
    port: str = "5432"
    dbname: str = "mdi"
    sslrootcert: str = ""
    sslcert: str = ""
    sslkey: str = ""
    hostaddr: str = ""

    def __post_init__(self) -> None:
        if not self.host and not self.hostaddr:
            raise _bad_profile()
        sorts = {self._sort(one) for one in self.hosts}
        if len(sorts) > 1:
            raise SignInRefused(
                tr("Name either this computer or servers of the network, not both."), "profile"
            )

    @property
    def hosts(self) -> tuple[str, ...]:
        return tuple((self.host or self.hostaddr).split(","))

    @staticmethod
    def _sort(host: str) -> str:
        if host.startswith(("/", "@")) or not host:
            return "socket"
        return "loopback" if host in _LOOPBACK else "network"

    @property
    def sort(self) -> str:
        """``socket`` and ``loopback`` are this computer, where no TLS is asked for; ``network`` is always
        verified.
        """
        return self._sort(self.hosts[0])

    @property
    def shown(self) -> str:
        """The server as a person reads it."""
        return tr("this computer") if self.sort != "network" else ", ".join(self.hosts)

    def parameters(self) -> dict[str, str]:
        """The libpq parameters, without login and password."""
        wanted = {
            "host": self.host,
            "hostaddr": self.hostaddr,
            "port": self.port,
            "dbname": self.dbname,
            "require_auth": "scram-sha-256",
            "connect_timeout": str(CONNECT_SECONDS),
            "keepalives": "1",
            "keepalives_idle": "15",
            "keepalives_interval": "5",
            "keepalives_count": "3",
            "tcp_user_timeout": "20000",
            "client_encoding": "UTF8",
            "gssencmode": "disable",
        }
        if self.sort == "network":
            wanted |= {
                "sslmode": "verify-full",
                "channel_binding": "require",
                "sslrootcert": self.sslrootcert or _default_root(),
                "sslcert": self.sslcert,
                "sslkey": self.sslkey,
                "target_session_attrs": "read-write",
            }
        else:
            wanted |= {
                "sslmode": "disable" if self.sort == "socket" else "prefer",
                "channel_binding": "prefer",
            }
        return {name: value for name, value in wanted.items() if value}

    def conninfo(self, login: str, password: str, station: str) -> str:
        """The whole connection string. It holds the password: never show or log it."""
        options = " ".join(f"-c {name}={value}" for name, value in LIMITS.items())
        return make_conninfo(
            **self.parameters(),
            user=login,
            password=password,
            application_name=f"mdi-desk/{__version__} {station}".strip()[:63],
            options=options,
        )


def from_url(url: str) -> Server:
    """The profile in `url` (``postgresql://host/dbname?sslrootcert=...`` or libpq's key=value form).

    Login and password in it are ignored here: a person signs in with their own. Raises `SignInRefused`.
    """
    try:
        parts: Mapping[str, object] = conninfo_to_dict(url)
    except psycopg.ProgrammingError:
        raise _bad_profile() from None
    found = {name: str(parts[name]) for name in _KEPT if parts.get(name)}
    mode = found.pop("sslmode", "")
    server = Server(
        host=found.get("host", ""),
        port=found.get("port", "5432"),
        dbname=found.get("dbname", "mdi"),
        sslrootcert=found.get("sslrootcert", ""),
        sslcert=found.get("sslcert", ""),
        sslkey=found.get("sslkey", ""),
        hostaddr=found.get("hostaddr", ""),
    )
    if server.sort == "network" and mode not in ("", "verify-full"):
        raise SignInRefused(
            tr("A server of the network is only reached with sslmode=verify-full; mend its address."),
            "profile",
        )
    return server


def from_environment(environ: Mapping[str, str] | None = None) -> Server | None:
    """The profile in ``MDI_DESK_DATABASE_URL``; None when it is not set. Raises `SignInRefused`."""
    url = (os.environ if environ is None else environ).get(URL, "").strip()
    return from_url(url) if url else None


def at_socket(folder: str | os.PathLike[str], port: int | str = 5432, dbname: str = "mdi") -> Server:
    """The profile of a server of this computer, by the folder of its socket."""
    return Server(host=os.fspath(folder), port=str(port), dbname=dbname)


def with_database(server: Server, dbname: str) -> Server:
    """The same server, another database."""
    return replace(server, dbname=dbname)


def _default_root() -> str:
    own = Path.home() / ".postgresql" / "root.crt"
    return "" if own.is_file() else "system"


def _bad_profile() -> SignInRefused:
    return SignInRefused(
        tr("The server's address is not understood; write it like postgresql://server.example.org/mdi."),
        "profile",
    )


class Scope(Protocol):
    """What may stop the use of a connection: `mdi_desk.db.work.CancelScope`."""

    def check(self) -> None:
        """Raises `Cancelled` when nothing more shall be done."""
        ...


class DeskConnection(psycopg.Connection[tuple[object, ...]]):
    """A psycopg connection that never works on the GUI thread and keeps the WARNINGs it got, for COMMIT to
    look at.
    """

    warnings: list[psycopg.errors.Diagnostic]
    scope: Scope | None = None
    generation = 0
    used = False

    def wait(self, gen: "PQGen[RV]", interval: float = 0.1, timeout: float | None = None) -> "RV":
        guard.check()
        if self.scope is not None:
            self.scope.check()
        return super().wait(gen, interval, timeout)

    def note(self, diagnostic: psycopg.errors.Diagnostic) -> None:
        """Handler of the server's notices."""
        if diagnostic.severity_nonlocalized == "WARNING":
            self.warnings.append(diagnostic)


def open_connection(server: Server, login: str, password: str, station: str = "") -> DeskConnection:
    """One connection, tested against the oldest accepted version; autocommit is off.

    Raises `SignInRefused` or `ServerAway`, each with its sentence. Blocks for `CONNECT_SECONDS` per host at
    most.
    """
    guard.check()
    if "\x00" in password or not password:
        raise SignInRefused(_wrong_password(), "password")
    try:
        connection = DeskConnection.connect(server.conninfo(login, password, station))
    except psycopg.Error as error:
        raise why_no_connection(str(error), error.sqlstate, server) from None
    except UnicodeError:
        raise SignInRefused(_wrong_password(), "password") from None
    connection.warnings = []
    connection.add_notice_handler(connection.note)
    try:
        check_version(connection.info.server_version)
    except SignInRefused:
        connection.close()
        raise
    return connection


def check_version(number: int) -> None:
    """`number` as libpq gives it (150018). Raises `SignInRefused` (why ``too_old``)."""
    major, minor = number // 10000, number % 10000
    newest = max(OLDEST)
    if major > newest or (major in OLDEST and minor >= OLDEST[major]):
        return
    wanted = f"{major}.{OLDEST[major]}" if major in OLDEST else f"{min(OLDEST)}.{OLDEST[min(OLDEST)]}"
    raise SignInRefused(
        tr(
            "The server runs PostgreSQL {found}, which has known security holes. "
            "Ask an administrator to update it to {wanted} or newer.",
            found=f"{major}.{minor}",
            wanted=wanted,
        ),
        "too_old",
    )


# What the server or libpq says while connecting comes without an SQLSTATE, and a server may speak French.
_SAYINGS = (
    ("password", r"password authentication failed|authentification par mot de passe|no password supplied"),
    ("password", r"error received from server in SCRAM|wrong password|role \"[^\"]*\" does not exist"),
    ("disabled", r"not permitted to log in|n'est pas autoris"),
    ("no_database", r"database \"[^\"]*\" does not exist|base de données .* n'existe pas"),
    ("no_database", r"permission denied for database|droit refusé pour la base"),
    ("refused", r"pg_hba\.conf|authentication method requirement|peer authentication failed"),
    ("unreachable", r"SYSCALL error|unexpected eof"),
    ("tls", r"certificate|\bSSL\b|\bTLS\b|channel binding"),
    ("starting", r"starting up|shutting down|recovery mode|not yet accepting|démarr|arrêt"),
    ("full", r"too many (clients|connections)|remaining connection slots|trop de (clients|connexions)"),
    ("unknown_host", r"resolve host|could not translate host|Name or service not known|getaddrinfo"),
)


def why_no_connection(text: str, sqlstate: str | None, server: Server) -> SignInRefused | ServerAway:
    """The error for a connection that did not come about, from what was said."""
    why = {"28P01": "password", "3D000": "no_database", "53300": "full", "57P03": "starting"}.get(
        sqlstate or "", ""
    )
    if not why:
        why = next((code for code, words in _SAYINGS if re.search(words, text, re.IGNORECASE)), "unreachable")
    if why == "password":
        return SignInRefused(_wrong_password(), why)
    if why == "disabled":
        return SignInRefused(tr("This account is disabled. Ask an administrator."), why)
    if why == "no_database":
        return SignInRefused(
            tr(
                "The server {server} has no database {name} for this sign-in. Ask an administrator.",
                server=server.shown,
                name=server.dbname,
            ),
            why,
        )
    if why == "refused":
        return SignInRefused(
            tr(
                "The server {server} does not let this computer in. Ask an administrator.",
                server=server.shown,
            ),
            why,
        )
    if why == "tls":
        return SignInRefused(
            tr(
                "The server {server} cannot prove who it is. Do not go on; ask an administrator.",
                server=server.shown,
            ),
            why,
        )
    if why == "starting":
        return ServerAway(tr("The server is just starting. Try again in a moment."), why)
    if why == "full":
        return ServerAway(
            tr("The server has no free connection. Close other desks, or tell an administrator."), why
        )
    if why == "unknown_host":
        return ServerAway(
            tr(
                "There is no server called {server}. Check its name and this computer's network.",
                server=server.shown,
            ),
            why,
        )
    if server.sort != "network":
        return ServerAway(
            tr("The server on this computer does not answer. It starts again by itself; wait a moment."), why
        )
    return ServerAway(
        tr(
            "The server {server} does not answer. Check this computer's network, then try again.",
            server=server.shown,
        ),
        why,
    )


def _wrong_password() -> str:
    return tr("Staff number or password is wrong. Type both again.")
