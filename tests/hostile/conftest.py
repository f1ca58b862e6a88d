"""The fixtures of this folder; what they are made of is in `stage`."""

from collections.abc import Iterator

import pytest

from tests.hostile.stage import TABLES, Stage, build
from tests.support.database import Cluster, shared


@pytest.fixture(scope="package")
def stage(cluster: Cluster) -> Iterator[Stage]:
    """The folder's database with everybody in it."""
    with cluster.database() as database:
        shared.add(database.owner())
        yield build(database)


@pytest.fixture
def nothing_changes(stage: Stage) -> Iterator[None]:
    """The test's statements, whatever they return, leave every business row as it was."""
    watched = [name for name in TABLES if name not in ("core.operation", "core.change", "admin.desk_session")]
    query = " UNION ALL ".join(
        f"SELECT '{name}', md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM {name} t"
        for name in watched
    )
    before = stage.database.owner().execute(query.encode()).fetchall()
    yield
    after = stage.database.owner().execute(query.encode()).fetchall()
    assert after == before


@pytest.fixture(autouse=True)
def _no_fresh_connection_stays(stage: Stage) -> Iterator[None]:
    yield
    while stage.passing:
        stage.passing.pop().close()
