"""Boxes open for the right key, in their own place, unchanged; and in no other case."""

import subprocess
import sys
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mdi_desk.kernel.seal import (
    SealError,
    aad,
    boxed_for,
    derive,
    key_id,
    lock_bytes,
    make_keypair,
    open_bytes,
    seal,
    unseal,
)

PAIR = make_keypair()
HERE = aad("waivers.signature", "raw_ink", uuid4(), 1)


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=2000), st.binary(max_size=60))
def test_what_was_sealed_comes_out(secret: bytes, place: bytes) -> None:
    box = seal(PAIR.public, secret, place)
    assert unseal(PAIR.private, box, place) == secret
    assert len(box) == len(secret) + 60
    assert boxed_for(box) == key_id(PAIR.public)
    assert seal(PAIR.public, secret, place) != box


def test_every_changed_byte_is_refused() -> None:
    box = seal(PAIR.public, b"P<UTOERIKSSON", HERE)
    for at in range(len(box)):
        for flip in (0x01, 0x80):
            changed = box[:at] + bytes((box[at] ^ flip,)) + box[at + 1 :]
            with pytest.raises(SealError):
                unseal(PAIR.private, changed, HERE)


def test_every_cut_is_refused() -> None:
    box = seal(PAIR.public, b"secret", HERE)
    for cut in (*range(len(box)),):
        with pytest.raises(SealError):
            unseal(PAIR.private, box[:cut], HERE)
    with pytest.raises(SealError):
        unseal(PAIR.private, box + b"\0", HERE)


def test_a_box_moved_elsewhere_is_refused() -> None:
    row = uuid4()
    here = aad("people.id_document", "number", row, 1)
    box = seal(PAIR.public, b"X1234567", here)
    for other in (
        aad("people.id_document", "number", uuid4(), 1),
        aad("people.id_document", "file", row, 1),
        aad("waivers.signature", "number", row, 1),
        aad("people.id_document", "number", row, 2),
        b"",
    ):
        with pytest.raises(SealError):
            unseal(PAIR.private, box, other)
    assert unseal(PAIR.private, box, here) == b"X1234567"


def test_another_key_is_refused_and_said() -> None:
    box = seal(PAIR.public, b"secret", HERE)
    with pytest.raises(SealError, match="another key"):
        unseal(make_keypair().private, box, HERE)
    renamed = box[:4] + key_id(make_keypair().public) + box[12:]
    with pytest.raises(SealError):
        unseal(PAIR.private, renamed, HERE)


def test_a_worthless_ephemeral_key_is_refused() -> None:
    box = seal(PAIR.public, b"secret", HERE)
    with pytest.raises(SealError):
        unseal(PAIR.private, box[:12] + bytes(32) + box[44:], HERE)


@given(st.tuples(*[st.text(max_size=6)] * 3), st.tuples(*[st.text(max_size=6)] * 3))
def test_two_places_never_look_the_same(a: tuple[str, str, str], b: tuple[str, str, str]) -> None:
    assert (aad(*a, 1) == aad(*b, 1)) == (a == b)


@given(st.binary(max_size=500))
def test_locked_bytes(secret: bytes) -> None:
    key = bytes(range(32))
    box = lock_bytes(key, secret, b"journal")
    assert open_bytes(key, box, b"journal") == secret
    assert len(box) == len(secret) + 29
    for bad_key, bad_box, bad_aad in (
        (bytes(32), box, b"journal"),
        (key, box, b"other"),
        (key, box[:-1] + bytes((box[-1] ^ 1,)), b"journal"),
        (key, box[:20], b"journal"),
        (key, b"", b"journal"),
    ):
        with pytest.raises(SealError):
            open_bytes(bad_key, bad_box, bad_aad)


def test_a_key_has_its_length() -> None:
    with pytest.raises(ValueError, match="32"):
        lock_bytes(b"short", b"x")


def test_passwords_make_keys() -> None:
    salt = bytes(range(16))
    key = derive("Ngô Bảo-Châu", salt)
    assert len(key) == 32
    assert derive("Ngo\u0302 Ba\u0309o-Cha\u0302u", salt) == key  # the same letters, typed otherwise
    assert derive("Ngô Bảo-Châu", bytes(16)) != key
    assert derive("ngô bảo-châu", salt) != key
    with pytest.raises(ValueError, match="16"):
        derive("x", b"short")


def test_nothing_heavy_at_start() -> None:
    code = (
        "import sys; import mdi_desk.kernel.seal, mdi_desk.kernel.codes, mdi_desk.kernel.ink;"
        "bad = {'cryptography', 'qrcode', 'PIL', 'numpy', 'PySide6', 'reportlab'} & set(sys.modules);"
        "sys.exit(', '.join(bad) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
