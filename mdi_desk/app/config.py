"""What this computer was told about the desk: by the command line, by `MDI_DESK_...`, else by default.

Read once at the door and handed on; nothing below asks the environment again. A plain dataclass: reading
five words by a settings library costs as much time, at every start, as drawing the first window.
"""

import os
import re
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mdi_desk.kernel.errors import Invalid
from mdi_desk.kernel.words import tr

PREFIX = "MDI_DESK_"
DBNAME = "mdi"


@dataclass(frozen=True, slots=True)
class Config:
    """Where the data lie and how this station is called. Every path is absolute; none is created here."""

    data: Path
    instance: str
    station: str
    database_url: str | None = None
    language: str | None = None  # "en" or "fr"; None: what the person chose, else what the computer speaks
    theme: str | None = None  # "light", "dark" or "system"; None: what the person chose

    @property
    def embedded(self) -> bool:
        """Whether the desk works on its own built-in PostgreSQL."""
        return self.database_url is None

    @property
    def folder(self) -> Path:
        """The folder of this instance: the embedded server's data, its keys, the sample's accounts."""
        return self.data / self.instance

    @property
    def keys_folder(self) -> Path:
        """The institute's private keys: outside the cluster, so no backup of it carries them."""
        return self.folder / "keys"

    @property
    def accounts_file(self) -> Path:
        """Logins and passwords of the sample institute; only its owner may read it."""
        return self.folder / "accounts.json"

    @property
    def reports_folder(self) -> Path:
        """Where the reports of our own mistakes are put."""
        return self.data / "reports"


def load(
    *,
    instance: str | None = None,
    station: str | None = None,
    data: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> Config:
    """The settings: arguments before ``MDI_DESK_`` DATA, INSTANCE, STATION, DATABASE_URL, LANGUAGE, THEME.

    Raises `Invalid`, naming the variable, for a word that can't be meant.
    """
    env = os.environ if environment is None else environment

    def said(name: str) -> str | None:
        return env.get(PREFIX + name, "").strip() or None

    url = said("DATABASE_URL")
    # A server elsewhere has its own keys and journals: never those of the embedded one beside it.
    name = instance or said("INSTANCE") or ("default" if url is None else "server")
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}", name):
        raise Invalid(tr("The instance name {name!r} may have letters, digits, - and _ only.", name=name))
    if name in {"programs", "reports"}:
        raise Invalid(tr("The instance name {name!r} is the desk's own; choose another.", name=name))
    language, theme = said("LANGUAGE"), said("THEME")
    if language not in (None, "en", "fr"):
        raise Invalid(tr("MDI_DESK_LANGUAGE is {value!r}; it may be en or fr.", value=language))
    if theme not in (None, "light", "dark", "system"):
        raise Invalid(tr("MDI_DESK_THEME is {value!r}; it may be light, dark or system.", value=theme))
    return Config(
        data=data or _data_root(said("DATA")),
        instance=name,
        station=(station or said("STATION") or host_name())[:60],
        database_url=url,
        language=language,
        theme=theme,
    )


def _data_root(said: str | None) -> Path:
    if said is not None:
        return Path(said).expanduser().absolute()
    from mdi_desk.db.embedded.owner import data_root

    return data_root()


def host_name() -> str:
    """This computer's name without its domain: what a station is called until somebody names it."""
    return socket.gethostname().partition(".")[0] or "desk"
