"""A door to the server that can be shut: passes bytes on until told to cut, to hang, or to be gone."""

import contextlib
import selectors
import shutil
import socket
import tempfile
import threading
from pathlib import Path

from mdi_desk.db.engine import Server, at_socket

SOCKET = ".s.PGSQL.5432"


class Proxy:
    """Listens in a folder of its own and passes on to `server` (a socket). One thread; `close` it."""

    def __init__(self, server: Server) -> None:
        self._there = f"{server.host}/.s.PGSQL.{server.port}"
        self._dbname = server.dbname
        self.folder = Path(tempfile.mkdtemp(prefix="mdi-proxy-"))
        self._mutex = threading.RLock()
        self._pairs: dict[socket.socket, socket.socket] = {}
        self._left: int | None = None
        self._hanging = False
        self._closed = False
        self.passed = 0
        self.cuts = 0
        self._listener: socket.socket | None = None
        self._selector = selectors.DefaultSelector()
        self._wake, self._woken = socket.socketpair()
        self._selector.register(self._woken, selectors.EVENT_READ)
        self.up()
        self._thread = threading.Thread(target=self._run, name="proxy")
        self._thread.start()

    @property
    def server(self) -> Server:
        """The profile that leads through this door."""
        return at_socket(self.folder, 5432, self._dbname)

    def up(self) -> None:
        """Let everybody through."""
        with self._mutex:
            self._left, self._hanging = None, False
            if self._listener is None:
                self._listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
                self._listener.bind(str(self.folder / SOCKET))
                self._listener.listen(16)
                self._listener.setblocking(False)
                self._selector.register(self._listener, selectors.EVENT_READ)
        self._wake.send(b"x")

    def down(self) -> None:
        """Gone: open connections are cut, new ones refused."""
        with self._mutex:
            if self._listener is not None:
                self._selector.unregister(self._listener)
                self._listener.close()
                self._listener = None
                (self.folder / SOCKET).unlink()
            self._cut_all()

    def hang(self) -> None:
        """Connections stay open and nothing passes any more."""
        with self._mutex:
            self._hanging = True

    def cut_after(self, count: int) -> None:
        """Pass `count` more bytes, in either direction, then cut every connection once; new ones pass
        freely.
        """
        with self._mutex:
            self._left = count
            if count == 0:
                self._left = None
                self._cut_all()

    def close(self) -> None:
        with self._mutex:
            self._closed = True
        self._wake.send(b"x")
        self._thread.join()
        self.down()
        self._selector.close()
        self._wake.close()
        self._woken.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _cut_all(self) -> None:
        self.cuts += 1
        for one in list(self._pairs):
            with contextlib.suppress(KeyError, ValueError):
                self._selector.unregister(one)
            one.close()
        self._pairs.clear()

    def _run(self) -> None:
        while True:
            ready = [key.fileobj for key, _ in self._selector.select()]
            with self._mutex:
                if self._closed:
                    return
                for one in ready:
                    if one is self._woken:
                        self._woken.recv(4096)
                    elif one is self._listener:
                        self._accept()
                    elif isinstance(one, socket.socket) and one in self._pairs:
                        self._pass_on(one)

    def _accept(self) -> None:
        assert self._listener is not None
        try:
            near, _ = self._listener.accept()
        except BlockingIOError:
            return
        far = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            far.connect(self._there)
        except OSError:
            near.close()
            far.close()
            return
        self._pairs[near], self._pairs[far] = far, near
        self._selector.register(near, selectors.EVENT_READ)
        self._selector.register(far, selectors.EVENT_READ)

    def _pass_on(self, one: socket.socket) -> None:
        if self._hanging:
            # Left in the system's buffers; not to spin, nobody is asked again until `up`.
            self._selector.unregister(one)
            return
        other = self._pairs[one]
        try:
            data = one.recv(65536)
            if data and self._left is not None:
                data = data[: self._left]
                self._left -= len(data)
            self.passed += len(data)
            if data:
                other.sendall(data)
        except OSError:
            data = b""
        if self._left == 0:
            self._left = None
            self._cut_all()
        elif not data:
            for end in (one, other):
                with contextlib.suppress(KeyError, ValueError):
                    self._selector.unregister(end)
                end.close()
                self._pairs.pop(end, None)
