"""`desk db ...` on an embedded server of its own: made, opened, checked, kept and brought back."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from mdi_desk.app import config as configs
from mdi_desk.app.config import Config
from mdi_desk.app.database import copies, dictionary, making, open_embedded, read_accounts, upkeep
from mdi_desk.app.database.place import place_of
from mdi_desk.db.embedded import EmbeddedServer, server_friendly_tmp
from mdi_desk.kernel.errors import Conflict, DeskError, Invalid, NotFound, Unavailable

ROOT = Path(__file__).resolve().parents[2]


def quiet(_text: str) -> None:
    """Nobody watches."""


def told(data: Path, instance: str) -> Config:
    return configs.load(
        instance=instance, environment={"MDI_DESK_DATA": str(data), "MDI_DESK_STATION": "Test"}
    )


@pytest.fixture(scope="module")
def data() -> Iterator[Path]:
    """A data folder that the server's user reaches; every server in it is stopped at the end."""
    import shutil

    folder = server_friendly_tmp("mdi-test-desk-db-")
    try:
        yield folder
    finally:
        for instance in folder.iterdir():
            with contextlib.suppress(DeskError):
                EmbeddedServer(instance).stop()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def sample(data: Path) -> Iterator[Config]:
    """The sample, served for the length of the module as `desk db serve` does."""
    config = told(data, "sample")
    opened = open_embedded(config)
    try:
        yield config
    finally:
        opened.leave()


def test_a_new_instance_gets_the_sample_and_private_files(sample: Config) -> None:
    found = upkeep.info(sample)
    assert found["dbname"] == "mdi"
    assert found["revision"]
    assert {account["job"] for account in found["accounts"]} >= {
        "frontdesk",
        "instructor",
        "manager",
        "admin",
        "auditor",
        "partner",
        "partner_owner",
        "sales",
        "collections",
    }
    for secret in (sample.accounts_file, *sample.keys_folder.iterdir()):
        assert secret.stat().st_mode & 0o077 == 0, secret
    assert sample.keys_folder.stat().st_mode & 0o077 == 0
    assert upkeep.check(sample, quiet) == []


def test_a_second_opening_makes_nothing_new(sample: Config) -> None:
    before = read_accounts(sample)
    said: list[str] = []
    opened = open_embedded(sample, said.append)
    try:
        assert opened.accounts == before
        assert said == []
        assert opened.server.dbname == "mdi"
    finally:
        opened.leave()
    assert upkeep.info(sample)["accounts"]  # others still hold it


def test_accounts_that_others_could_read_are_not_shown(sample: Config) -> None:
    sample.accounts_file.chmod(0o644)
    try:
        assert read_accounts(sample) is None
        assert any("accounts.json" in problem for problem in upkeep.check(sample, quiet))
    finally:
        sample.accounts_file.chmod(0o600)
    assert read_accounts(sample)


def test_an_old_database_is_upgraded_when_it_is_opened(sample: Config) -> None:
    with place_of(sample) as place, place.connect() as conn:
        conn.execute("UPDATE core.sql_object SET sha256 = 'old' WHERE path = 'core/hello.sql'")
        assert not upkeep.is_current(conn)
    assert any("core/hello.sql" in problem for problem in upkeep.check(sample, quiet))
    opened = open_embedded(sample)
    opened.leave()
    with place_of(sample) as place, place.connect() as conn:
        assert upkeep.is_current(conn)


def test_check_finds_what_is_open_and_another_key(sample: Config, tmp_path: Path) -> None:
    with place_of(sample) as place, place.connect() as conn:
        conn.execute("CREATE TABLE people.leak (id uuid)")
    key = sample.keys_folder / "seal-1.json"
    kept = key.read_text()
    try:
        key.unlink()
        problems = upkeep.check(sample, quiet)
        assert any("people.leak" in problem for problem in problems)
        assert any("seal-1.json" in problem for problem in problems)
    finally:
        key.write_text(kept)
        key.chmod(0o600)
        with place_of(sample) as place, place.connect() as conn:
            conn.execute("DROP TABLE people.leak")
    assert upkeep.check(sample, quiet) == []


def test_backup_and_restore_bring_everything_back(sample: Config, data: Path, tmp_path: Path) -> None:
    file = tmp_path / "kept é.zip"
    kept = copies.backup(sample, file, quiet)
    assert kept.rows > 5000
    assert file.stat().st_mode & 0o077 == 0
    assert [path.name for path in tmp_path.iterdir()] == [file.name]

    fresh = told(data, "restored")
    back = copies.restore(fresh, file, quiet)
    assert (back.tables, back.rows) == (kept.tables, kept.rows)
    with pytest.raises(Conflict):
        copies.restore(fresh, file, quiet)

    # The same people sign in with the same passwords, and the first thing they do works.
    from mdi_desk.db.engine import at_socket
    from mdi_desk.db.session import connect

    clerk = next(account for account in read_accounts(sample) or () if account.job == "frontdesk")
    admin = next(account for account in read_accounts(sample) or () if account.job == "admin")
    with EmbeddedServer(fresh.folder) as reach:
        server = at_socket(reach.host, reach.port, "mdi")
        session = connect(server, clerk.login, clerk.password)
        try:
            assert session.hello["name"] == clerk.name
            assert len(session.rows("people.search", ["kwame"], 10)) == 1
        finally:
            session.close()
        session = connect(server, admin.login, admin.password)
        try:
            assert len(session.rows("admin.account_list")) == 16
        finally:
            session.close()
        # All is well but the private key, which is kept elsewhere.
        problems = upkeep.check(fresh, quiet)
        assert len(problems) == 1, problems
        assert "seal-1.json" in problems[0]


def test_a_damaged_backup_restores_nothing(sample: Config, data: Path, tmp_path: Path) -> None:
    file = tmp_path / "kept.zip"
    copies.backup(sample, file, quiet)
    fresh = told(data, "damaged")
    whole = file.read_bytes()
    spoilt = bytearray(whole)
    spoilt[len(spoilt) // 2] ^= 0xFF
    file.write_bytes(spoilt)
    with pytest.raises(Invalid):
        copies.restore(fresh, file, quiet)
    file.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(Invalid):
        copies.restore(fresh, file, quiet)
    with pytest.raises(NotFound):
        copies.restore(fresh, tmp_path / "gone.zip", quiet)
    with pytest.raises(NotFound):
        upkeep.check(fresh, quiet)


def test_an_interrupted_making_leaves_nothing_behind(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from mdi_desk.app.sample import load

    fresh = told(data, "interrupted")

    def cut_off(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(load, "fill", cut_off)
        with pytest.raises(KeyboardInterrupt):
            making.create(fresh, quiet, people=400)
    with EmbeddedServer(fresh.folder):
        with pytest.raises(NotFound):
            upkeep.state(fresh)
        made = making.create(fresh, quiet, people=None)
        assert made.loaded is None
        with place_of(fresh) as place, place.connect() as conn:
            names = [name for (name,) in conn.execute("SELECT datname FROM pg_database ORDER BY 1")]
            assert names == ["mdi", "postgres", "template0", "template1"]
            assert conn.execute("SELECT count(*) FROM pg_roles WHERE rolname ~ '^u_'").fetchone() == (0,)


def test_an_empty_institute_begins_with_its_administrator(data: Path) -> None:
    from mdi_desk.db.engine import at_socket
    from mdi_desk.db.session import connect

    empty = told(data, "empty")
    with EmbeddedServer(empty.folder) as reach:
        assert making.create(empty, quiet).loaded is None
        with pytest.raises(Conflict):
            making.create(empty, quiet, people=400)
        assert read_accounts(empty) is None
        admin = making.admin_create(empty, quiet, given=" Ada ", family="Lovelace", email="Ada@Example.org")
        session = connect(at_socket(reach.host, reach.port, "mdi"), admin.login, admin.password)
        try:
            assert session.hello["must_change"] is True
        finally:
            session.close()
        assert upkeep.check(empty, quiet) == []


def test_scan_looks_codes_up_and_checks_nobody_in(sample: Config, tmp_path: Path) -> None:
    from mdi_desk.app import scan
    from mdi_desk.kernel import codes

    with place_of(sample) as place, place.connect() as conn:
        ticket, person, order = (
            str(row[0])
            for row in conn.execute(
                "SELECT b.ticket_code FROM training.booking b JOIN people.person p ON p.id = b.person_id"
                " WHERE p.full_name = 'Kwame Boateng-Addo' UNION ALL"
                " SELECT code FROM people.person WHERE full_name = 'Hana Sato' UNION ALL"
                " SELECT number FROM sales.customer_order WHERE number LIKE '%-00418'"
            )
        )
        pictures = []
        for text in (ticket, person, order, codes.new_code("ticket")):
            picture = tmp_path / f"{text}.png"
            picture.write_bytes(codes.make_qr_png(codes.qr_text(text)))
            pictures.append(picture)
        before = conn.execute("SELECT count(*) FROM training.check_in").fetchone()
        clerk = next(account for account in read_accounts(sample) or () if account.job == "frontdesk")
        with scan.looker_up(sample, clerk.login, lambda _login: "") as look_up:
            found = [scan.scan(picture, look_up) for picture in pictures]
        assert [one["ok"] for one in found] == [True, True, True, False]
        assert found[0]["result"]["name"] == "Kwame Boateng-Addo"
        assert found[0]["result"]["blockers"] == ["missing"]
        assert found[1]["result"]["name"] == "Hana Sato"
        assert found[2]["result"]["due_minor"] == 18500
        assert conn.execute("SELECT count(*) FROM training.check_in").fetchone() == before


def test_the_dictionary_says_what_everything_means(sample: Config) -> None:
    text = dictionary.dictionary(sample, quiet)
    assert "### people.person" in text
    assert "| phone | text | may be | E.164, with the leading +. |" in text
    assert "training.gate(" in text


def test_a_server_elsewhere_is_used_by_its_address(sample: Config, data: Path) -> None:
    with place_of(sample) as place:
        host = place.host.replace("/", "%2F")
        url = f"postgresql:///mdi_elsewhere?host={host}&port={place.port}&user=postgres"
        config = configs.load(environment={"MDI_DESK_DATA": str(data), "MDI_DESK_DATABASE_URL": url})
        try:
            with pytest.raises(NotFound):
                upkeep.check(config, quiet)
            assert making.create(config, quiet).loaded is None
            assert upkeep.check(config, quiet) == []
            assert upkeep.info(config)["dbname"] == "mdi_elsewhere"
        finally:
            with place.connect("postgres") as conn:
                conn.execute("DROP DATABASE IF EXISTS mdi_elsewhere WITH (FORCE)")
        clerk = next(account for account in read_accounts(sample) or () if account.job == "frontdesk")
        weak = configs.load(
            environment={
                "MDI_DESK_DATA": str(data),
                "MDI_DESK_DATABASE_URL": psycopg.conninfo.make_conninfo(
                    place.conninfo, user=clerk.login, password=clerk.password
                ),
            }
        )
        with pytest.raises(DeskError):
            upkeep.check(weak, quiet)


def test_serve_stays_up_until_it_is_told_to_stop(data: Path) -> None:
    config = told(data, "served")
    making.create(config, quiet)
    with pytest.raises(Unavailable):
        upkeep.info(config)
    server = subprocess.Popen(
        [sys.executable, "-m", "mdi_desk", "--instance", "served", "db", "serve"],
        cwd=ROOT,
        env={**os.environ, "MDI_DESK_DATA": str(data)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert server.stdout is not None
        assert "host" in server.stdout.readline()
        done = subprocess.run(
            [sys.executable, "-m", "mdi_desk", "--instance", "served", "db", "info", "--json"],
            cwd=ROOT,
            env={**os.environ, "MDI_DESK_DATA": str(data)},
            capture_output=True,
            text=True,
            check=True,
        )
        found = json.loads(done.stdout)
        assert set(found) == {"host", "port", "dbname", "revision", "server_version", "accounts"}
        assert found["accounts"] == []
        server.send_signal(signal.SIGTERM)
        assert server.wait(30) == 0
    finally:
        server.kill()
        server.wait()
        assert server.stdout is not None
        server.stdout.close()
    until = time.monotonic() + 10
    while EmbeddedServer(config.folder).reach() is not None and time.monotonic() < until:
        time.sleep(0.05)
    with pytest.raises(Unavailable):
        upkeep.info(config)
