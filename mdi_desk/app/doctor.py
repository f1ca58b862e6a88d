"""`desk doctor`: what is installed, reachable and out of date, each with what to do about it."""

import importlib.metadata
import importlib.util
import os
import platform
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass

import mdi_desk
from mdi_desk.app.config import Config
from mdi_desk.kernel.errors import DeskError
from mdi_desk.kernel.words import tr

Say = Callable[[str], None]
ROOM_WANTED = 500_000_000  # bytes free for the database before we call the disk small


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. `good` is None where it is neither good nor bad but worth knowing."""

    what: str
    good: bool | None
    found: str
    remedy: str = ""

    @property
    def mark(self) -> str:
        """A short mark for the list: ok, -- or !!."""
        return {True: "ok", False: "!!", None: "--"}[self.good]

    def as_json(self) -> dict[str, object]:
        """The finding as plain data."""
        return asdict(self)


def examine(config: Config, progress: Say) -> list[Finding]:
    """Everything the doctor looks at, in the order a start needs it. Nothing is changed or started."""
    found = [Finding(tr("MDI Desk"), True, mdi_desk.__version__), _python()]
    progress(tr("Looking at what is installed"))
    found += _packages()
    found += [_qt(), _display(), _camera(), _keyring()]
    progress(tr("Looking at the database"))
    found += [*_place(config), *_database(config)]
    return found


def healthy(findings: list[Finding]) -> bool:
    """Whether nothing is bad."""
    return all(finding.good is not False for finding in findings)


def _python() -> Finding:
    version = platform.python_version()
    return Finding(tr("Python"), sys.version_info >= (3, 11), f"{version} ({sys.executable})")


def _packages() -> Iterator[Finding]:
    """Every package the desk asks for, against the version it asks for."""
    try:
        wanted = importlib.metadata.requires("mdi-desk") or []
    except importlib.metadata.PackageNotFoundError:
        wanted = _from_checkout()
    missing, old, n = [], [], 0
    for line in wanted:
        requirement, _, marker = line.partition(";")
        if "extra" in marker:
            continue
        name, at_least, exactly = _parse(requirement)
        n += 1
        try:
            version = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            missing.append(name)
            continue
        have = _numbers(version)
        if (exactly and have != _numbers(exactly)) or (at_least and have < _numbers(at_least)):
            old.append(f"{name} {version} ({tr('wanted')} {exactly or at_least})")
    again = tr("Start ./desk again in a checkout, or install the package anew.")
    if missing:
        yield Finding(tr("Packages missing"), False, ", ".join(missing), again)
    if old:
        yield Finding(tr("Packages out of date"), False, ", ".join(old), again)
    if not missing and not old:
        yield Finding(tr("Packages"), True, tr("{n}, none missing, none out of date", n=n))


def _from_checkout() -> list[str]:
    import tomllib

    from mdi_desk.kernel.paths import own_files

    project = own_files() / "pyproject.toml"
    if not project.is_file():
        return []
    return list(tomllib.loads(project.read_text(encoding="utf-8"))["project"]["dependencies"])


def _parse(requirement: str) -> tuple[str, str, str]:
    """Name, least version, exact version of ``name[extra]>=1.2``."""
    text = requirement.replace(" ", "")
    for sign, least in (("==", False), (">=", True)):
        name, found, version = text.partition(sign)
        if found:
            name = name.partition("[")[0]
            version = version.partition(",")[0]
            return (name, version, "") if least else (name, "", version)
    return text.partition("[")[0], "", ""


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdecimal())


def _qt() -> Finding:
    # In a process of its own: a missing shared library must not take the doctor along.
    done = subprocess.run(
        [sys.executable, "-P", "-c", "import PySide6.QtWidgets as w; print(w.QApplication.__name__)"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    if done.returncode == 0:
        return Finding(tr("Qt"), True, importlib.metadata.version("PySide6-Essentials"))
    said = (done.stderr.strip().splitlines() or [tr("it ended without a word")])[-1]
    return Finding(
        tr("Qt"),
        False,
        said,
        tr("On Debian: apt-get install libgl1 libegl1 libdbus-1-3 libfontconfig1 libglib2.0-0 libxkbcommon0"),
    )


def _display() -> Finding:
    if sys.platform in ("win32", "darwin"):
        return Finding(tr("Display"), True, platform.system())
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"):
        if os.environ.get(name):
            return Finding(tr("Display"), True, f"{name}={os.environ[name]}")
    return Finding(
        tr("Display"),
        None,
        tr("none"),
        tr("Without a display the desk plays its tour; desk tour --out DIR does too."),
    )


def _camera() -> Finding:
    if importlib.util.find_spec("PySide6.QtMultimedia") is not None:
        return Finding(tr("Camera"), True, tr("can be used for scanning"))
    return Finding(
        tr("Camera"),
        None,
        tr("not installed"),
        tr("Scanners and pictures work without it; pip install mdi-desk[camera] adds it."),
    )


def _keyring() -> Finding:
    import keyring

    backend = keyring.get_keyring()
    if getattr(backend, "priority", 0) > 0:
        return Finding(tr("Password store"), True, type(backend).__module__)
    return Finding(
        tr("Password store"),
        None,
        tr("none"),
        tr("Passwords are typed at every sign-in; nothing is remembered."),
    )


def _place(config: Config) -> Iterator[Finding]:
    yield Finding(tr("Station"), True, config.station)
    if not config.embedded:
        return
    folder = config.data
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    writable = os.access(folder, os.W_OK)
    yield Finding(
        tr("Data folder"),
        writable and free >= ROOM_WANTED,
        tr("{folder}, {free} MB free", folder=config.data, free=free // 1_000_000),
        ""
        if writable and free >= ROOM_WANTED
        else tr("Free some space there, or name another folder in MDI_DESK_DATA.")
        if writable
        else tr("Allow writing there, or name another folder in MDI_DESK_DATA."),
    )
    for path in (*sorted(config.keys_folder.glob("*")), config.accounts_file):
        if path.exists() and stat.S_IMODE(path.stat().st_mode) & 0o077:
            yield Finding(
                tr("Secret file"),
                False,
                tr("{path} can be read by others", path=path),
                f"chmod 600 '{path}'",
            )


def _database(config: Config) -> Iterator[Finding]:
    if config.embedded:
        from mdi_desk.db.embedded import EmbeddedServer, binaries
        from mdi_desk.db.embedded.programs import major_version

        try:
            folder = binaries()
            yield Finding(tr("Database programs"), True, f"PostgreSQL {major_version(folder)} ({folder})")
        except DeskError as error:
            yield Finding(tr("Database programs"), False, error.message)
            return
        if not (config.folder / "cluster").exists():
            yield Finding(
                tr("Database"),
                None,
                tr("not made yet"),
                tr("./desk makes the sample; desk db create an empty one."),
            )
            return
        reach = EmbeddedServer(config.folder).reach()
        if reach is None:
            yield Finding(
                tr("Database"), None, tr("not running"), tr("It starts with the desk, or with: desk db serve")
            )
            return
    from mdi_desk.app.database import upkeep

    try:
        found = upkeep.state(config)
    except DeskError as error:
        yield Finding(tr("Database"), False, error.message)
        return
    yield Finding(
        tr("Server"),
        found.new_enough,
        f"PostgreSQL {found.server_version} ({found.host}:{found.port})",
        "" if found.new_enough else tr("Update the server: older minor versions have known holes."),
    )
    current = found.revision == found.head
    yield Finding(
        tr("Database"),
        current,
        tr("{dbname}, revision {revision}", dbname=found.dbname, revision=found.revision or tr("none")),
        "" if current else tr("This program needs revision {head}; run: desk db upgrade", head=found.head),
    )
