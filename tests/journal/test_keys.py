"""The station's keys: opened by each person's own password, never in plain text on the disk."""

import base64
import stat
from pathlib import Path

import pytest

from mdi_desk.journal.keys import FILE, SERVICE, StationKeys, system_keyring


class MemoryKeyring:
    """Stands for the operating system's keyring, which a test machine has not."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[(service, username)] = password


def test_the_same_password_opens_the_same_key(tmp_path: Path) -> None:
    first, second = StationKeys(tmp_path), StationKeys(tmp_path)
    first.unlock("u_000001", "correct horse")
    second.unlock("u_000001", "correct horse")
    assert first.current() == second.current()
    name, key = first.current()
    assert len(key) == 32
    assert second.key(name) == key


def test_nothing_on_the_disk_opens_it(tmp_path: Path) -> None:
    keys = StationKeys(tmp_path / "new folder")
    keys.unlock("u_000001", "correct horse")
    _, key = keys.current()
    file = tmp_path / "new folder" / FILE
    kept = file.read_bytes()
    for secret in (key, base64.b64encode(key), key.hex().encode(), b"correct horse"):
        assert secret not in kept
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_a_colleague_who_signs_in_after_gets_the_key_too(tmp_path: Path) -> None:
    keys = StationKeys(tmp_path)
    keys.unlock("u_000001", "one")
    keys.unlock("u_000002", "two")
    later = StationKeys(tmp_path)
    later.unlock("u_000002", "two")
    assert later.current() == keys.current()


def test_a_stranger_gets_a_key_of_their_own(tmp_path: Path) -> None:
    keys, stranger = StationKeys(tmp_path), StationKeys(tmp_path)
    keys.unlock("u_000001", "one")
    stranger.unlock("u_000002", "two")
    name, _ = keys.current()
    assert stranger.key(name) is None
    assert stranger.current() != keys.current()
    both = StationKeys(tmp_path)
    both.unlock("u_000001", "one")
    both.unlock("u_000002", "two")
    assert both.key(name) is not None
    assert both.key(stranger.current()[0]) is not None


def test_a_new_password(tmp_path: Path) -> None:
    keys = StationKeys(tmp_path)
    keys.unlock("u_000001", "old")
    keys.change_password("u_000001", "new")
    after = StationKeys(tmp_path)
    after.unlock("u_000001", "new")
    assert after.current() == keys.current()
    wrong = StationKeys(tmp_path)
    wrong.unlock("u_000001", "old")
    assert wrong.key(keys.current()[0]) is None


def test_a_wrap_moved_to_another_login_opens_nothing(tmp_path: Path) -> None:
    keys = StationKeys(tmp_path)
    keys.unlock("u_000001", "same")
    file = tmp_path / FILE
    file.write_text(file.read_text().replace("u_000001", "u_000002"))
    moved = StationKeys(tmp_path)
    moved.unlock("u_000002", "same")
    assert moved.key(keys.current()[0]) is None


def test_a_real_keyring_opens_it_without_the_old_password(tmp_path: Path) -> None:
    ring = MemoryKeyring()
    keys = StationKeys(tmp_path, ring)
    keys.unlock("u_000001", "forgotten")
    assert [place[0] for place in ring.kept] == [SERVICE]
    reset = StationKeys(tmp_path, ring)
    reset.unlock("u_000001", "reset by the admin")
    assert reset.current() == keys.current()


@pytest.mark.parametrize("content", ["", "{", '{"keys": []}', '{"keys": {"a": 1}}', "\x00\x01"])
def test_a_spoilt_file_is_set_aside(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content)
    keys = StationKeys(tmp_path)
    keys.unlock("u_000001", "x")
    assert keys.is_open
    aside = list(tmp_path.glob(f"{FILE}.corrupt-*"))
    assert [one.read_text() for one in aside] == [content]


def test_locked_keys_give_nothing(tmp_path: Path) -> None:
    keys = StationKeys(tmp_path)
    with pytest.raises(LookupError):
        keys.current()
    keys.unlock("u_000001", "x")
    name, _ = keys.current()
    keys.forget()
    assert keys.key(name) is None


@pytest.mark.parametrize("backend", ["keyring.backends.null.Keyring", "keyring.backends.fail.Keyring"])
def test_only_real_keyrings_are_used(monkeypatch: pytest.MonkeyPatch, backend: str) -> None:
    import keyring.core

    keyring.core.set_keyring(keyring.core.load_keyring(backend))
    assert system_keyring() is None
