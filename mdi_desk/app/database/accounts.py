"""Two kinds of files that only their owner may read: the sample's passwords, and the institute's private
keys.
"""

import base64
import json
import os
import stat
from datetime import UTC, datetime
from pathlib import Path

from mdi_desk.app.config import Config
from mdi_desk.app.sample.login import Login
from mdi_desk.kernel.errors import Unavailable
from mdi_desk.kernel.words import tr

KEY_FILE = "seal-1.json"


def write_private(path: Path, text: str) -> None:
    """Replaces `path` in one step by a file that nobody else can read. Raises `Unavailable` in plain words.
    """
    fresh = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh.unlink(missing_ok=True)
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(handle)
        fresh.replace(path)
    except OSError as error:
        raise Unavailable(
            tr("{path} can’t be written: {why}.", path=path, why=os.strerror(error.errno or 0))
        ) from error


def write_accounts(config: Config, logins: list[Login]) -> None:
    """Keeps the sample's logins and passwords."""
    accounts = [login.as_json() for login in logins]
    write_private(
        config.accounts_file, json.dumps({"accounts": accounts}, indent=2, ensure_ascii=False) + "\n"
    )


def read_accounts(config: Config) -> tuple[Login, ...] | None:
    """The sample's logins; None where there are none, or others could read them, so that they can't be
    trusted.
    """
    try:
        about = config.accounts_file.stat()
        if stat.S_IMODE(about.st_mode) & 0o077:
            return None
        found = json.loads(config.accounts_file.read_text(encoding="utf-8"))["accounts"]
        return tuple(Login(tuple(one["jobs"]), one["name"], one["login"], one["password"]) for one in found)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def institute_key(config: Config) -> bytes:
    """The public half of the institute's key, which is made when there is none. An existing key is never
    replaced:
    what was sealed to it would be lost.
    """
    from mdi_desk.kernel.seal import make_keypair

    path = config.keys_folder / KEY_FILE
    if path.exists():
        try:
            return base64.b64decode(json.loads(path.read_text(encoding="utf-8"))["public_key"], validate=True)
        except (OSError, ValueError, KeyError) as error:
            raise Unavailable(
                tr(
                    "The institute’s key in {path} can’t be read; put the copy back that was kept elsewhere.",
                    path=path,
                )
            ) from error
    pair = make_keypair()
    write_private(
        path,
        json.dumps(
            {
                "purpose": "seal",
                "key_id": 1,
                "private_key": base64.b64encode(pair.private).decode(),
                "public_key": base64.b64encode(pair.public).decode(),
                "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
            },
            indent=2,
        )
        + "\n",
    )
    path.parent.chmod(0o700)
    return pair.public
