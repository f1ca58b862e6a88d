"""Where the program's own files lie: inside the installed package, or beside it in a checkout."""

from functools import cache
from pathlib import Path


@cache
def own_files() -> Path:
    """The folder that holds `resources/` and `migrations/`.

    A wheel carries them in `mdi_desk/_data`; a checkout has them at its top level.
    """
    package = Path(__file__).resolve().parent.parent
    carried = package / "_data"
    return carried if (carried / "resources").is_dir() else package.parent


def resource(*parts: str) -> Path:
    """The path of a file under `resources/`."""
    return own_files().joinpath("resources", *parts)


def migrations() -> Path:
    """The folder of the database migrations."""
    return own_files() / "migrations"
