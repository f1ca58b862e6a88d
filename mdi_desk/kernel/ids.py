"""Identifiers made by the client before anything is sent, and codes that survive a keyboard scanner."""

import os
import secrets
import threading
import time
from uuid import UUID

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_lock = threading.Lock()
_last_ms = 0
_counter = 0


def uuid7() -> UUID:
    """A UUIDv7 (RFC 9562): 48-bit Unix milliseconds, then a 12-bit counter and 62 random bits.

    Ids made by one process sort in the order they were made, also within one millisecond.
    """
    global _last_ms, _counter
    with _lock:
        now = time.time_ns() // 1_000_000
        if now > _last_ms:
            _last_ms, _counter = now, secrets.randbelow(1 << 10)
        else:
            _counter += 1
            if _counter >= 1 << 12:
                _last_ms, _counter = _last_ms + 1, 0
        value = (_last_ms & ((1 << 48) - 1)) << 80
        value |= 0x7 << 76 | _counter << 64
        value |= 0b10 << 62 | int.from_bytes(os.urandom(8), "big") >> 2
    return UUID(int=value)


def code(length: int = 12) -> str:
    """A random code of `length` Crockford base32 characters, no character doubled beside itself.

    Upper case, without I, L, O and U: no keyboard layout, caps lock or input method garbles it,
    and a bouncing key cannot turn it into another valid code.
    """
    out: list[str] = []
    while len(out) < length:
        char = secrets.choice(CROCKFORD)
        if not out or out[-1] != char:
            out.append(char)
    return "".join(out)


def normal_code(text: str) -> str:
    """`text` as a code: upper case, separators dropped, I and L read as 1, O as 0 (Crockford's decoding)."""
    table = str.maketrans({"I": "1", "L": "1", "O": "0", "-": None, " ": None, ".": None})
    return text.strip().upper().translate(table)
