"""What this workstation remembers between starts: who signed in here, language, colours, the last server.

No secret is in it: passwords are typed, or kept by the computer's own keyring when the person asks for it.
"""

import json
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path

_KEYRING_SERVICE = "mdi-desk"
# Only backends that the operating system itself protects; a plain file is none.
_KEYRINGS = ("SecretService", "macOS", "Windows", "kwallet", "libsecret")
MOST_PEOPLE = 8


@dataclass(frozen=True, slots=True)
class Known:
    """A person who signed in at this station: login, name, and what they chose."""

    login: str
    name: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Station:
    """The station's memory; `people` has the last signed-in first."""

    people: tuple[Known, ...] = ()
    language: str = "en"
    theme: str = "system"
    server_url: str = ""
    idle_minutes: int = 15

    def with_person(self, login: str, name: str) -> "Station":
        """The same memory with this person in front."""
        others = tuple(known for known in self.people if known.login != login)
        return replace(self, people=(Known(login, name, self.language), *others)[:MOST_PEOPLE])


def read(path: Path) -> Station:
    """The memory in `path`; a missing or damaged file is an empty one: nothing in it is needed."""
    try:
        raw = json.loads(path.read_text("utf-8"))
        people = tuple(Known(**known) for known in raw.pop("people", ()))
        return Station(people=people, **raw)
    except (OSError, ValueError, TypeError):
        return Station()


def write(path: Path, station: Station) -> None:
    """Keep the memory; written aside and moved, so that a crash leaves the old one whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(".new")
    aside.write_text(json.dumps(asdict(station), ensure_ascii=False, indent=1), "utf-8")
    os.replace(aside, path)


def staff_login(typed: str) -> str:
    """The login meant by what was typed: ``4``, ``0004`` and ``u_000004`` are one."""
    text = typed.strip().lower().removeprefix("u_")
    return f"u_{int(text):06d}" if text.isascii() and text.isdigit() and len(text) <= 12 else typed.strip()


def keyring_there() -> bool:
    """Whether this computer has a keyring that may hold a password."""
    try:
        import keyring

        backend = type(keyring.get_keyring())
    except Exception:
        return False
    return any(name.lower() in backend.__module__.lower() for name in _KEYRINGS)


def remembered(server: str, login: str) -> str | None:
    """The password the keyring holds for `login` on `server`, None without one. Not on the GUI thread."""
    if not keyring_there():
        return None
    import keyring

    try:
        return keyring.get_password(_KEYRING_SERVICE, f"{login}@{server}")
    except Exception:
        return None


def remember(server: str, login: str, password: str | None) -> None:
    """Keep `password` in the keyring, or forget it with None. Without a keyring nothing happens."""
    if not keyring_there():
        return
    import contextlib

    import keyring

    # A keyring that is locked or gone must not stand between a person and their work.
    with contextlib.suppress(Exception):
        if password is None:
            keyring.delete_password(_KEYRING_SERVICE, f"{login}@{server}")
        else:
            keyring.set_password(_KEYRING_SERVICE, f"{login}@{server}", password)
