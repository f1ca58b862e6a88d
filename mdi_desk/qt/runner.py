"""Work off the GUI thread: screens `ask` (reads) and `tell` (writes), answers come home as queued signals.

What was learnt by measuring, and is held here (each has its test):

1. The signal that brings answers home belongs to the long-lived runner, never to the short-lived task.
2. It is connected to a bound method of the runner, which lives in the GUI thread: `then` and `failed` run
   there.
3. Nothing is delivered to an owner that Qt has deleted meanwhile.
4. Cancelling holds the task's lock, so that it can never hit a connection that is already somebody else's;
   a write is never cancelled.
5. Nothing in a worker touches the screen, also not when it fails.
6. Sheets use `open`, never a second event loop, so that answers arrive one after the other.
7. Shutdown: refuse, clear the queue, cancel, wait, dispose.
"""

import threading
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Generic, Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from mdi_desk.kernel.changes import Change, Changed
from mdi_desk.kernel.errors import Cancelled

T = TypeVar("T")

THREADS = 2
WAIT_MS = 3000
_WRITES_FIRST = 1


class Cancellable(Protocol):
    """How a task is stopped from outside; the runner enters it around the call, in the worker.

    `cancel` may come from any thread at any time, before, during and after the call, more than once.
    """

    def __enter__(self) -> object: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool | None: ...

    def cancel(self) -> None: ...


class CancelScope:
    """The usual `Cancellable`: a lock, and what would stop the statement that runs now.

    The database's unit of work calls ``current_scope()``, then `hold` when it takes a connection and
    `release` before it gives the connection back. Both hold the same lock as `cancel`: between the question
    "is it still ours?" and the cancel request nobody can hand the connection on.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._stop: Callable[[], None] | None = None
        self._cancelled = False
        self._tokens: list[Any] = []

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked to stop."""
        return self._cancelled

    def hold(self, stop: Callable[[], None]) -> None:
        """From here on `stop` stops the work. Raises `Cancelled` when that was asked before."""
        with self._lock:
            if self._cancelled:
                raise Cancelled
            self._stop = stop

    def release(self) -> bool:
        """From here on nothing can be stopped (a commit begins, the connection goes back).

        Returns whether a stop was sent: the connection must then be thrown away, since the request may still
        be on its way to the server.
        """
        with self._lock:
            self._stop = None
            return self._cancelled

    def check(self) -> None:
        """Raise `Cancelled` when it was asked; for long work between statements."""
        if self._cancelled:
            raise Cancelled

    def cancel(self) -> None:
        with self._lock:
            self._cancelled = True
            if self._stop is not None:
                stop, self._stop = self._stop, None
                stop()

    def __enter__(self) -> "CancelScope":
        self._tokens.append(_scope.set(self))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        _scope.reset(self._tokens.pop())
        self.release()


_scope: ContextVar[CancelScope | None] = ContextVar("mdi_desk_cancel_scope", default=None)


def current_scope() -> CancelScope | None:
    """The scope of the task that runs in this thread, None outside of one."""
    return _scope.get()


@dataclass(eq=False)
class Task(Generic[T]):
    """One question or order on its way. `cancel` gives a question up; an order runs to its end regardless."""

    call: Callable[[], T]
    owner: QObject
    then: Callable[[T], object] | None
    failed: Callable[[Exception], object] | None
    key: str | None
    writes: bool
    scope: Cancellable
    dropped: bool = False
    started: bool = False
    done: bool = False
    result: T | None = None
    error: Exception | None = None
    _cancel: Callable[["Task[Any]"], None] | None = field(default=None, repr=False)

    def cancel(self) -> None:
        """Its answer is no longer wanted."""
        if self._cancel is not None and not self.done:
            self._cancel(self)


@dataclass(frozen=True, slots=True)
class Failure:
    """A failure nobody took: what `Runner.failed` carries. `retry` sends the same call again."""

    error: Exception
    owner: QObject
    retry: Callable[[], None]


class Runner(QObject):
    """What screens know of the runner.

    Signals:
        changed: ``changed(Change)`` for each change of a `Changed` answer, before its `then`.
        busy: ``busy(int)``, how many tasks are under way.
        failed: ``failed(Failure)`` for an error that no `failed=` took; `Cancelled` is shown to nobody.
    """

    changed = Signal(object)
    busy = Signal(int)
    failed = Signal(object)

    def ask(
        self,
        call: Callable[[], T],
        *,
        owner: QObject,
        then: Callable[[T], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
        key: str | None = None,
    ) -> Task[T]:
        """Run the read `call` in the pool; `then` gets its answer in the GUI thread while `owner` lives.

        A newer question of the same owner with the same `key` replaces this one: only the last is answered.
        """
        return self._send(call, owner, then, failed, key, writes=False)

    def tell(
        self,
        call: Callable[[], T],
        *,
        owner: QObject,
        then: Callable[[T], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
        key: str | None = None,
    ) -> Task[T]:
        """Run the write `call`; the changes of a `Changed` answer are broadcast even when `owner` is gone.

        It is never cancelled. With `key`, an earlier order still counts, only its answer is dropped.
        """
        return self._send(call, owner, then, failed, key, writes=True)

    def forget(self, owner: QObject) -> None:
        """Give up all questions of `owner`; its orders run on, their answers are dropped."""
        raise NotImplementedError

    def shutdown(self, wait_ms: int = WAIT_MS) -> bool:
        """Refuse new tasks, clear the queue, cancel reads, wait at most `wait_ms`, dispose.

        Returns whether everything had ended. Writes under way are waited for, never cancelled. Safe to call
        twice.
        """
        raise NotImplementedError

    def _send(
        self,
        call: Callable[[], T],
        owner: QObject,
        then: Callable[[T], object] | None,
        failed: Callable[[Exception], object] | None,
        key: str | None,
        *,
        writes: bool,
    ) -> Task[T]:
        raise NotImplementedError

    def _settle(self, task: Task[Any]) -> None:
        """In the GUI thread: changes first, then the owner, if it is still there and still wants it."""
        if task.error is None and isinstance(task.result, Changed):
            for change in task.result.changes:
                self.changed.emit(change)
        if task.dropped or not shiboken6.isValid(task.owner) or isinstance(task.error, Cancelled):
            return
        if task.error is None:
            if task.then is not None:
                task.then(task.result)
        elif task.failed is not None:
            task.failed(task.error)
        else:
            self.failed.emit(Failure(task.error, task.owner, lambda: self._again(task)))

    def _again(self, task: Task[Any]) -> None:
        if shiboken6.isValid(task.owner):
            self._send(task.call, task.owner, task.then, task.failed, task.key, writes=task.writes)

    def announce(self, change: Change) -> None:
        """Spread news that came from elsewhere (another station's change feed). GUI thread only."""
        self.changed.emit(change)


class _Job(QRunnable):
    """Carries a task into the pool; Qt deletes it, so nothing else may hang on it."""

    def __init__(self, task: Task[Any], home: Callable[[Task[Any]], None]) -> None:
        super().__init__()
        self._task, self._home = task, home

    def run(self) -> None:
        task = self._task
        try:
            if task.dropped and not task.writes:
                raise Cancelled
            task.started = True
            with task.scope:
                task.result = task.call()
        except Exception as error:
            task.error = error
        self._home(task)


class TaskRunner(Runner):
    """The real one, over a private pool of `threads`.

    `scopes` makes the `Cancellable` of each task. `dispose` is called last in `shutdown` (the engine goes).
    """

    _home = Signal(object)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        threads: int = THREADS,
        scopes: Callable[[], Cancellable] = CancelScope,
        dispose: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._pool.setExpiryTimeout(30_000)
        # Cancelling speaks to the server over the network: it has its own thread, never the GUI's.
        self._cancels = QThreadPool(self)
        self._cancels.setMaxThreadCount(1)
        self._scopes, self._dispose = scopes, dispose
        self._tasks: set[Task[Any]] = set()
        self._last: dict[tuple[int, str], Task[Any]] = {}
        self._refusing = False
        self._home.connect(self._arrived, Qt.ConnectionType.QueuedConnection)

    @property
    def under_way(self) -> int:
        """How many tasks have not come home."""
        return len(self._tasks)

    def _send(
        self,
        call: Callable[[], T],
        owner: QObject,
        then: Callable[[T], object] | None,
        failed: Callable[[Exception], object] | None,
        key: str | None,
        *,
        writes: bool,
    ) -> Task[T]:
        task = Task(call, owner, then, failed, key, writes, self._scopes(), _cancel=self._drop)
        if self._refusing:
            task.dropped = task.done = True
            return task
        if key is not None:
            place = (id(owner), key)
            older = self._last.get(place)
            if older is not None and older.owner is owner:
                self._drop(older)
            self._last[place] = task
        self._tasks.add(task)
        self._pool.start(_Job(task, self._bring_home), _WRITES_FIRST if writes else 0)
        self.busy.emit(len(self._tasks))
        return task

    def _bring_home(self, task: Task[Any]) -> None:
        """In the worker. After `shutdown` nobody waits for an answer, and Qt may have deleted the runner."""
        if self._refusing:
            return
        try:
            self._home.emit(task)
        except RuntimeError:
            # Shut down and deleted between the question above and here; any other error is a real one.
            if not self._refusing:
                raise

    def _drop(self, task: Task[Any]) -> None:
        if task.dropped or task.done:
            return
        task.dropped = True
        if not task.writes:
            self._cancels.start(_Cancel(task.scope))

    def _arrived(self, task: Task[Any]) -> None:
        task.done = True
        self._tasks.discard(task)
        if task.key is not None:
            place = (id(task.owner), task.key)
            if self._last.get(place) is task:
                del self._last[place]
        self.busy.emit(len(self._tasks))
        if not self._refusing:
            self._settle(task)

    def forget(self, owner: QObject) -> None:
        for task in list(self._tasks):
            if task.owner is owner:
                self._drop(task)

    def shutdown(self, wait_ms: int = WAIT_MS) -> bool:
        if self._refusing:
            return not self._pool.activeThreadCount()
        self._refusing = True
        self._pool.clear()
        for task in list(self._tasks):
            self._drop(task)
        ended = self._pool.waitForDone(wait_ms)
        self._cancels.waitForDone(wait_ms)
        self._tasks.clear()
        self._last.clear()
        if self._dispose is not None:
            self._dispose()
        return ended


class _Cancel(QRunnable):
    def __init__(self, scope: Cancellable) -> None:
        super().__init__()
        self._scope = scope

    def run(self) -> None:
        self._scope.cancel()


class InlineRunner(Runner):
    """The twin for tests of views: runs everything in place, at once, with the same rules."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closed = False
        self.told: list[Task[Any]] = []
        self.asked: list[Task[Any]] = []

    def _send(
        self,
        call: Callable[[], T],
        owner: QObject,
        then: Callable[[T], object] | None,
        failed: Callable[[Exception], object] | None,
        key: str | None,
        *,
        writes: bool,
    ) -> Task[T]:
        task = Task(call, owner, then, failed, key, writes, CancelScope())
        (self.told if writes else self.asked).append(task)
        if self._closed:
            task.dropped = task.done = True
            return task
        self.busy.emit(1)
        try:
            task.started = True
            with task.scope:
                task.result = call()
        except Exception as error:
            task.error = error
        task.done = True
        self.busy.emit(0)
        self._settle(task)
        return task

    def forget(self, owner: QObject) -> None:
        return

    def shutdown(self, wait_ms: int = WAIT_MS) -> bool:
        self._closed = True
        return True
