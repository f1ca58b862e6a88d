"""Reaching a server: profiles, what is refused, and one clear sentence for each way it can fail."""

import socket
import threading

import psycopg
import pytest

from mdi_desk.db.engine import (
    OLDEST,
    Server,
    at_socket,
    check_version,
    from_environment,
    from_url,
    why_no_connection,
)
from mdi_desk.db.errors import ServerAway, SignInRefused
from mdi_desk.db.session import connect, refuse_wrong_revision
from tests.support.database import Database


def test_this_computer_needs_no_tls_but_scram() -> None:
    wanted = at_socket("/run/x", 5433).parameters()
    assert (wanted["sslmode"], wanted["require_auth"], wanted["port"]) == ("disable", "scram-sha-256", "5433")
    assert Server("localhost").parameters()["sslmode"] == "prefer"
    assert Server("localhost").shown == "this computer"


def test_a_server_of_the_network_is_verified_whatever_its_address_says() -> None:
    server = from_url(
        "postgresql://somebody:secret@a.example.org:5433,b.example.org:5434/mdi?sslrootcert=/x.crt"
    )
    wanted = server.parameters()
    assert wanted["host"] == "a.example.org,b.example.org"
    assert wanted["sslmode"] == "verify-full"
    assert wanted["channel_binding"] == "require"
    assert wanted["require_auth"] == "scram-sha-256"
    assert wanted["target_session_attrs"] == "read-write"
    assert wanted["sslrootcert"] == "/x.crt"
    assert "secret" not in repr(server), "login and password of an address are not kept"
    assert server.shown == "a.example.org, b.example.org"


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://a.example.org/mdi?sslmode=disable",
        "host=/run/x,a.example.org dbname=mdi",
        "what ever",
        "dbname=x",
    ],
)
def test_an_address_that_asks_for_less_is_refused(url: str) -> None:
    with pytest.raises(SignInRefused) as caught:
        from_url(url)
    assert caught.value.why == "profile"


def test_the_environment_names_the_server() -> None:
    assert from_environment({}) is None
    found = from_environment({"MDI_DESK_DATABASE_URL": "postgresql:///other?host=/run/x&port=5433"})
    assert found == Server("/run/x", "5433", "other")


def test_a_name_or_password_cannot_add_parameters() -> None:
    hostile = "x' sslmode=disable host=evil"
    found = psycopg.conninfo.conninfo_to_dict(
        Server("a.example.org").conninfo(hostile, hostile, "st' host=evil")
    )
    assert (found["host"], found["sslmode"], found["user"], found["password"]) == (
        "a.example.org", "verify-full", hostile, hostile,
    )  # fmt: skip


@pytest.mark.parametrize("number", [140020, 150017, 160013, 170009, 180003, 180000])
def test_a_server_with_known_holes_is_refused(number: int) -> None:
    with pytest.raises(SignInRefused, match="known security holes") as caught:
        check_version(number)
    assert caught.value.why == "too_old"


@pytest.mark.parametrize("number", [150018, 150099, 160014, 170010, 180004, 190000, 200001])
def test_a_safe_server_is_accepted(number: int) -> None:
    check_version(number)
    assert set(OLDEST) == {15, 16, 17, 18}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('FATAL:  role "u_1" is not permitted to log in', "disabled"),
        ("FATAL:  authentification par mot de passe échouée pour l'utilisateur « u_1 »", "password"),
        ('FATAL:  database "mdi" does not exist', "no_database"),
        ("FATAL:  no pg_hba.conf entry for host", "refused"),
        ("FATAL:  the database system is starting up", "starting"),
        ("FATAL:  sorry, too many clients already", "full"),
        ("SSL error: certificate verify failed", "tls"),
        ("SSL SYSCALL error: EOF detected", "unreachable"),
        ("connection to server failed: Connection refused", "unreachable"),
    ],
)
def test_what_is_said_while_connecting(text: str, why: str) -> None:
    found = why_no_connection(text, None, Server("db.example.org"))
    assert found.why == why
    assert found.message.endswith((".", "?"))
    assert "FATAL" not in found.message


def test_sign_in(database: Database) -> None:
    session = database.session("frontdesk", station="Desk 1")
    account = database.login("frontdesk")
    assert session.hello["name"] == account.name
    assert session.account_id == account.account_id
    assert session.person_id == account.person_id
    name = database.value("SELECT application_name FROM pg_stat_activity WHERE usename = %s", account.login)
    assert name.startswith("mdi-desk/")
    assert name.endswith("Desk 1")


def refusal(database: Database, login: str, password: str) -> str:
    with pytest.raises(SignInRefused) as caught:
        connect(database.server, login, password)
    return caught.value.why


def test_each_refusal_has_its_reason(database: Database) -> None:
    account = database.add_account("frontdesk")
    assert refusal(database, account.login, "wrong") == "password"
    assert refusal(database, account.login, "") == "password"
    assert refusal(database, account.login, "a\x00b") == "password"
    assert refusal(database, "u_999999999", account.password) == "password"
    assert refusal(database, "anna' host=evil", "x") == "password"
    database.run(
        "UPDATE admin.account SET is_active = false, disabled_at = now() WHERE login = %s", account.login
    )
    assert refusal(database, account.login, account.password) == "disabled"
    database.run(f"ALTER ROLE {account.login} NOLOGIN")
    assert refusal(database, account.login, account.password) == "disabled"


def test_another_database_is_named(database: Database) -> None:
    account = database.login("frontdesk")
    with pytest.raises(SignInRefused, match="mdi_nowhere") as caught:
        connect(
            at_socket(database.server.host, database.server.port, "mdi_nowhere"),
            account.login,
            account.password,
        )
    assert caught.value.why == "no_database"


def test_a_login_without_an_account_is_no_sign_in(database: Database) -> None:
    account = database.add_account("frontdesk")
    database.run("DELETE FROM admin.account WHERE login = %s", account.login)
    assert refusal(database, account.login, account.password) == "disabled"


def test_a_wrong_revision_says_which_side_is_old() -> None:
    refuse_wrong_revision("20261120_1100", "20261120_1100")
    refuse_wrong_revision("whatever", None)
    with pytest.raises(SignInRefused, match="desk db upgrade") as caught:
        refuse_wrong_revision("20261120_1100", "20270101_0000")
    assert caught.value.why == "revision_old"
    with pytest.raises(SignInRefused, match="new version of MDI Desk") as caught:
        refuse_wrong_revision("20270101_0000", "20261120_1100")
    assert caught.value.why == "revision_new"


def test_a_wrong_revision_is_refused_at_sign_in(database: Database) -> None:
    account = database.login("frontdesk")
    with pytest.raises(SignInRefused) as caught:
        connect(database.server, account.login, account.password, revision="29991231_0000")
    assert caught.value.why == "revision_old"


def test_nobody_there(tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(ServerAway) as caught:
        connect(at_socket(tmp_path_factory.mktemp("empty")), "u_000001", "x")
    assert caught.value.why == "unreachable"
    with pytest.raises(ServerAway, match="no server called nohost") as caught:
        connect(Server("nohost.invalid"), "u_000001", "x")
    assert caught.value.why == "unknown_host"


def answering(reply: bytes) -> tuple[socket.socket, threading.Thread]:
    """A false server on the loopback: reads the start of a conversation and sends `reply`."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                peer, _ = listener.accept()
            except OSError:
                return
            with peer:
                peer.recv(4096)
                peer.sendall(b"N")  # no TLS
                peer.recv(4096)
                peer.sendall(reply)
                peer.recv(4096)

    thread = threading.Thread(target=serve)
    thread.start()
    return listener, thread


@pytest.mark.parametrize(
    "reply",
    [
        b"R\x00\x00\x00\x08\x00\x00\x00\x00",  # "you are in", without asking for a password
        b"R\x00\x00\x00\x08\x00\x00\x00\x03",  # "send it in clear text"
    ],
)
def test_a_false_server_gets_no_password(reply: bytes) -> None:
    listener, thread = answering(reply)
    try:
        with pytest.raises(SignInRefused) as caught:
            connect(Server("127.0.0.1", str(listener.getsockname()[1])), "u_000001", "secret")
        assert caught.value.why == "refused"
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join()
