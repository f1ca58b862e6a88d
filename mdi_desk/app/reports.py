"""Reports of our own mistakes: what broke and where, without the data it broke on."""

import os
import platform
import sys
import tempfile
import traceback
from datetime import UTC, datetime
from pathlib import Path

import mdi_desk
from mdi_desk.app import config
from mdi_desk.kernel.errors import DeskError
from mdi_desk.kernel.ids import code


def write(error: BaseException) -> Path:
    """Writes a report of `error` where only this user reads it, and returns its path.

    It names types and places in the code; the words of an error may carry personal data and stay out.
    """
    text = "\n".join(
        [
            f"MDI Desk {mdi_desk.__version__}, Python {platform.python_version()}, {platform.platform()}",
            f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC",
            f"{type(error).__module__}.{type(error).__qualname__}",
            *(
                f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
                for frame in traceback.extract_tb(error.__traceback__)
            ),
            "",
        ]
    )
    name = f"report-{datetime.now(UTC):%Y%m%d}-{code(6)}.txt"
    for folder in (_own_folder(), Path(tempfile.gettempdir())):
        if folder is None:
            continue
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except OSError:
            continue
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        return folder / name
    sys.stderr.write(text)
    return Path("-")


def _own_folder() -> Path | None:
    try:
        return config.load().reports_folder
    except DeskError:
        return None
