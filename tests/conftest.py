"""What every test stands on: a private place, a private PostgreSQL, and guards around each test.

Which server: the embedded one; with ``MDI_TEST_SERVER=system`` the newest PostgreSQL installed on this
machine. `tests/db/test_both_servers.py` runs the tests marked ``both_servers`` a second time on that one.

Fixtures: `database` (see `tests.support.database.Database`), `cluster`, `queries`. Markers:
``expects_log(regex)`` for a log line or Qt message that belongs to the test, ``both_servers``.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.support.database import Cluster, Database
    from tests.support.guards import Statements

# Before Qt, keyring or platformdirs is imported by anybody.
_home = Path(tempfile.mkdtemp(prefix="mdi-tests-"))
_home.chmod(0o711)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["MDI_DESK_DATA"] = str(_home / "data")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
os.environ.pop("MDI_DESK_DATABASE_URL", None)
for _name in ("CONFIG", "DATA", "CACHE", "STATE"):
    os.environ[f"XDG_{_name}_HOME"] = str(_home / _name.lower())
_runtime = _home / "runtime"
_runtime.mkdir(mode=0o700)
os.environ["XDG_RUNTIME_DIR"] = str(_runtime)

# What Qt says on a machine without a screen; nobody's fault.
HARMLESS_QT = (
    r"This plugin does not support",
    r"QFontDatabase: Cannot find font directory",
    r"propagateSizeHints",
)


def pytest_configure(config: pytest.Config) -> None:
    for line in (
        "expects_log(regex): this test causes such a log line or Qt message",
        "both_servers: also run on the PostgreSQL installed on this machine",
        "leaves(reason): the guards against things left running are off for this test",
    ):
        config.addinivalue_line("markers", line)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        expected = [str(one) for mark in item.iter_markers("expects_log") for one in mark.args]
        item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
        item.add_marker(pytest.mark.qt_log_ignore(*HARMLESS_QT, *expected, extend=True))


def pytest_unconfigure() -> None:
    shutil.rmtree(_home, ignore_errors=True)


@pytest.fixture(autouse=True)
def _guards(request: pytest.FixtureRequest) -> Iterator[None]:
    """Set up before every other fixture of the test, so that it looks last."""
    from tests.support import guards

    expected = [str(one) for mark in request.node.iter_markers("expects_log") for one in mark.args]
    with ExitStack() as stack:
        if request.node.get_closest_marker("leaves") is None:
            stack.enter_context(guards.no_dangling_threads())
            stack.enter_context(guards.no_open_connections())
        stack.enter_context(guards.no_unexpected_log(expected))
        if {"qapp", "qtbot"} & set(request.fixturenames):
            stack.enter_context(guards.nothing_left_in_qt())
            stack.enter_context(guards.no_gui_thread_calls())
        yield


@pytest.fixture(scope="session")
def cluster() -> Iterator["Cluster"]:
    """The private server of this run, with the migrated template."""
    from tests.support.database import running_cluster, system_programs

    which = os.environ.get("MDI_TEST_SERVER", "embedded")
    programs = None
    if which == "system":
        programs = system_programs()
        if programs is None:
            pytest.skip("this machine has no PostgreSQL of its own")
    elif which != "embedded":
        raise pytest.UsageError(f"MDI_TEST_SERVER is embedded or system, not {which}")
    with running_cluster(programs) as found:
        yield found


@pytest.fixture
def database(cluster: "Cluster") -> Iterator["Database"]:
    """A fresh database with the migrated schema and nobody in it."""
    with cluster.database() as found:
        yield found


@pytest.fixture
def queries() -> Iterator["Statements"]:
    """The statements that desks send during this test: a list, and ``with queries.most(2): ...``."""
    from tests.support.guards import counted_statements

    with counted_statements() as found:
        yield found


@pytest.fixture
def desk_home(tmp_path: Path) -> Path:
    """A private folder for what a desk keeps: journals, settings."""
    assert "mdi-tests-" in os.environ["XDG_CONFIG_HOME"], "settings would land in the user's own files"
    home = tmp_path / "desk"
    home.mkdir(mode=0o700)
    return home
