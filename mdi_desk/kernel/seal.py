"""Secrets that lie in the database but that no desk can open, and bytes locked under a key of the station.

`seal` needs only the institute's public key: a desk can put an ID number or the timing of a signature away,
and only the worker, which holds the private key, can take it out. Each box is bound to its place by `aad`:
moved to another row, column or table it does not open. Everything is AES-256-GCM, imported when first used.
"""

import hashlib
import os
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
SALT_BYTES = 16

_SEALED = b"MDS1"  # magic and version
_LOCKED = b"\x01"
_NONCE = 12
_TAG = 16
_ID = 8
_HEADER = len(_SEALED) + _ID + KEY_BYTES


class SealError(ValueError):
    """The box was changed, moved, cut, or made for another key. It never says which secret it holds."""


class KeyPair(NamedTuple):
    """An X25519 pair as raw bytes, 32 each."""

    private: bytes
    public: bytes


def make_keypair() -> KeyPair:
    """A fresh pair; the private half is for the worker's key store alone."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    private = X25519PrivateKey.generate()
    return KeyPair(private.private_bytes_raw(), private.public_key().public_bytes_raw())


def key_id(public_key: bytes) -> bytes:
    """Eight bytes that name a public key: they stand in each box's header."""
    return hashlib.sha256(b"mdi-desk key\0" + public_key).digest()[:_ID]


def boxed_for(box: bytes) -> bytes:
    """The `key_id` that `box` was sealed to. SealError when it is no box."""
    if len(box) < _HEADER + _TAG or box[: len(_SEALED)] != _SEALED:
        raise SealError("not a sealed box")
    return box[len(_SEALED) : len(_SEALED) + _ID]


def seal(public_key: bytes, plaintext: bytes, aad: bytes) -> bytes:
    """`plaintext` for the holder of the private key only; 60 bytes longer, and different each time."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

    once = X25519PrivateKey.generate()
    ephemeral = once.public_key().public_bytes_raw()
    shared = once.exchange(X25519PublicKey.from_public_bytes(public_key))
    header = _SEALED + key_id(public_key) + ephemeral
    key, nonce = _once_keys(shared, ephemeral, public_key)
    return header + _gcm(key).encrypt(nonce, plaintext, header + aad)


def unseal(private_key: bytes, box: bytes, aad: bytes) -> bytes:
    """The plaintext of `box`. SealError unless box, key and `aad` are the ones it was sealed with."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

    named = boxed_for(box)
    private = X25519PrivateKey.from_private_bytes(private_key)
    public = private.public_key().public_bytes_raw()
    if named != key_id(public):
        raise SealError("sealed for another key")
    header, sealed = box[:_HEADER], box[_HEADER:]
    ephemeral = header[-KEY_BYTES:]
    try:
        shared = private.exchange(X25519PublicKey.from_public_bytes(ephemeral))
        key, nonce = _once_keys(shared, ephemeral, public)
        return _gcm(key).decrypt(nonce, sealed, header + aad)
    except (InvalidTag, ValueError) as e:
        raise SealError("the sealed box was changed or moved") from e


def aad(table: str, column: str, row_id: UUID | str, key_version: int) -> bytes:
    """Where a secret belongs, unambiguously: a box opens only with the same four."""
    parts = (table.encode(), column.encode(), str(row_id).encode(), str(key_version).encode())
    return b"".join(len(part).to_bytes(4, "big") + part for part in parts)


def lock_bytes(key: bytes, plaintext: bytes, aad: bytes = b"") -> bytes:
    """`plaintext` under a 32-byte key, with a random nonce; 29 bytes longer."""
    nonce = os.urandom(_NONCE)
    return _LOCKED + nonce + _gcm(key).encrypt(nonce, plaintext, _LOCKED + aad)


def open_bytes(key: bytes, box: bytes, aad: bytes = b"") -> bytes:
    """The plaintext of a box of `lock_bytes`. SealError unless box, key and `aad` are the same."""
    from cryptography.exceptions import InvalidTag

    if len(box) < 1 + _NONCE + _TAG or box[:1] != _LOCKED:
        raise SealError("not a locked box")
    try:
        return _gcm(key).decrypt(box[1 : 1 + _NONCE], box[1 + _NONCE :], _LOCKED + aad)
    except InvalidTag as e:
        raise SealError("the locked box was changed, or the key is another") from e


def derive(password: str, salt: bytes) -> bytes:
    """A 32-byte key from a password (scrypt, n=2^15: 32 MB, 0.1 s; not on the GUI thread).

    ValueError when the salt is shorter than 16 bytes. The password counts in its composed form (NFC), so that
    the same accent typed on another keyboard opens the same box.
    """
    import unicodedata

    if len(salt) < SALT_BYTES:
        raise ValueError("a salt needs at least 16 bytes")
    secret = unicodedata.normalize("NFC", password).encode()
    return hashlib.scrypt(secret, salt=salt, n=2**15, r=8, p=1, maxmem=64 * 1024 * 1024, dklen=KEY_BYTES)


def _gcm(key: bytes) -> "AESGCM":
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if len(key) != KEY_BYTES:
        raise ValueError("a key has 32 bytes")
    return AESGCM(key)


def _once_keys(shared: bytes, ephemeral: bytes, public_key: bytes) -> tuple[bytes, bytes]:
    """Key and nonce of one box. The pair is never used twice: the ephemeral key is fresh for each."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    info = b"mdi-desk seal 1\0" + ephemeral + public_key
    both = HKDF(algorithm=SHA256(), length=KEY_BYTES + _NONCE, salt=None, info=info).derive(shared)
    return both[:KEY_BYTES], both[KEY_BYTES:]
