"""Work off the GUI thread: each of the seven measured pitfalls, and what screens rely on."""

import gc
import threading
import time
from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mdi_desk.kernel.changes import Change, Changed
from mdi_desk.kernel.errors import Cancelled, Unavailable
from mdi_desk.qt.notify import CrashRelay, Presenter
from mdi_desk.qt.runner import CancelScope, Failure, InlineRunner, Task, TaskRunner, current_scope
from mdi_desk.qt.widgets import ConfirmSheet, Toasts


class Owner(QObject):
    """A screen that keeps what it is told, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.failures: list[Exception] = []
        self.threads: set[QThread] = set()

    def then(self, answer: object) -> None:
        self.heard.append(answer)
        self.threads.add(QThread.currentThread())

    def failed(self, error: Exception) -> None:
        self.failures.append(error)
        self.threads.add(QThread.currentThread())


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    made.shutdown()


@pytest.fixture
def owner(qapp: QApplication) -> Owner:
    return Owner()


def all_home(runner: TaskRunner) -> Callable[[], bool]:
    return lambda: runner.under_way == 0


def test_1_every_answer_comes_home_though_nobody_holds_the_task(
    runner: TaskRunner, owner: Owner, qtbot: QtBot
) -> None:
    for number in range(20):
        runner.ask(lambda number=number: number, owner=owner, then=owner.then)
        gc.collect()
    qtbot.waitUntil(all_home(runner))
    assert sorted(owner.heard) == list(range(20))  # type: ignore[type-var]


def test_2_answers_and_failures_are_taken_in_the_gui_thread(
    runner: TaskRunner, owner: Owner, qtbot: QtBot
) -> None:
    ran_in: list[QThread] = []
    in_lambda: list[QThread] = []

    def refuse() -> None:
        raise Unavailable("no server")

    runner.ask(lambda: ran_in.append(QThread.currentThread()), owner=owner, then=owner.then)
    runner.ask(refuse, owner=owner, failed=owner.failed)
    runner.ask(lambda: None, owner=owner, then=lambda _: in_lambda.append(QThread.currentThread()))
    qtbot.waitUntil(all_home(runner))
    here = QThread.currentThread()
    assert owner.threads == {here}
    assert in_lambda == [here]
    assert ran_in[0] is not here


def test_3_a_deleted_owner_hears_nothing(runner: TaskRunner, qtbot: QtBot) -> None:
    owner, gate = QWidget(), threading.Event()
    heard: list[object] = []
    news: list[Change] = []
    runner.changed.connect(news.append)
    change = Change("training.booking", frozenset({uuid4()}))
    runner.ask(gate.wait, owner=owner, then=heard.append)
    runner.tell(lambda: gate.wait() and Changed(1, (change,)), owner=owner, then=heard.append)
    owner.deleteLater()
    qtbot.waitUntil(lambda: not _valid(owner))
    gate.set()
    qtbot.waitUntil(all_home(runner))
    assert heard == []
    # What was written is news all the same.
    assert news == [change]


def _valid(thing: QObject) -> bool:
    import shiboken6

    return shiboken6.isValid(thing)


class FakeServer:
    """A server that cancels whatever runs on a connection, whoever's statement it is by then."""

    def __init__(self) -> None:
        self.innocent_killed = 0
        self.wanted_killed = 0
        self.running: object | None = None
        self.lock = threading.Lock()

    def cancel(self, meant: object) -> None:
        time.sleep(0.0002)  # the request travels on a connection of its own
        with self.lock:
            if self.running is meant:
                self.wanted_killed += 1
            elif self.running is not None:
                self.innocent_killed += 1


def run_statements(server: FakeServer, held: bool) -> None:
    """Two hundred statements on one pooled connection, each cancelled at a moment nobody chose."""
    cancels: list[threading.Thread] = []
    for _ in range(200):
        statement = object()
        scope = CancelScope()
        stop = lambda statement=statement: server.cancel(statement)  # noqa: E731
        if held:
            scope.hold(stop)
            cancel = scope.cancel
        else:
            cancel = stop
        with server.lock:
            server.running = statement
        thread = threading.Thread(target=cancel)
        thread.start()
        cancels.append(thread)
        if held:
            scope.release()  # the connection goes back to the pool only when no cancel is on its way
        with server.lock:
            server.running = None
    for thread in cancels:
        thread.join()


def test_4_cancelling_under_the_lock_never_hits_somebody_else() -> None:
    server = FakeServer()
    run_statements(server, held=True)
    assert server.innocent_killed == 0


def test_4_without_the_lock_the_race_is_real() -> None:
    for _ in range(20):
        server = FakeServer()
        run_statements(server, held=False)
        if server.innocent_killed:
            return
    pytest.fail("the race did not show: the test above proves nothing")


def test_4_a_scope_cancelled_before_refuses_and_one_cancelled_after_says_so() -> None:
    stopped: list[int] = []
    scope = CancelScope()
    scope.hold(lambda: stopped.append(1))
    scope.cancel()
    scope.cancel()
    assert stopped == [1]
    assert scope.release() is True
    with pytest.raises(Cancelled):
        scope.hold(lambda: stopped.append(2))
    with pytest.raises(Cancelled):
        scope.check()
    late = CancelScope()
    late.hold(lambda: stopped.append(3))
    assert late.release() is False
    late.cancel()
    assert stopped == [1]


def test_4_cancel_reaches_the_running_call_and_not_from_the_gui_thread(
    runner: TaskRunner, owner: Owner, qtbot: QtBot
) -> None:
    started, stopped = threading.Event(), threading.Event()
    stopped_by: list[int] = []

    def statement() -> str:
        scope = current_scope()
        assert scope is not None

        def stop() -> None:
            stopped_by.append(threading.get_ident())
            stopped.set()

        scope.hold(stop)
        started.set()
        assert stopped.wait(5)
        scope.release()
        raise Cancelled

    task = runner.ask(statement, owner=owner, then=owner.then, failed=owner.failed)
    assert started.wait(5)
    task.cancel()
    qtbot.waitUntil(all_home(runner))
    assert stopped_by
    assert stopped_by != [threading.get_ident()]
    assert (owner.heard, owner.failures) == ([], [])


def test_4_a_write_is_never_cancelled(runner: TaskRunner, owner: Owner, qtbot: QtBot) -> None:
    started, gate = threading.Event(), threading.Event()
    stops: list[int] = []
    written: list[bool] = []

    def commit() -> None:
        scope = current_scope()
        assert scope is not None
        scope.hold(lambda: stops.append(1))
        started.set()
        gate.wait(5)
        written.append(not scope.cancelled)

    task = runner.tell(commit, owner=owner, then=owner.then)
    assert started.wait(5)
    task.cancel()
    runner.forget(owner)
    gate.set()
    qtbot.waitUntil(all_home(runner))
    assert (written, stops, owner.heard) == ([True], [], [])


def test_5_an_uncaught_error_in_a_worker_reaches_the_gui_thread(window: QWidget, qtbot: QtBot) -> None:
    import sys

    seen: list[tuple[object, QThread]] = []

    class Listener(Presenter):
        def show(self, error: BaseException, **_: object) -> None:
            seen.append((error, QThread.currentThread()))

    relay = CrashRelay(Listener(window, Toasts(window)))
    relay.install()
    try:

        def break_down() -> None:
            raise ZeroDivisionError

        thread = threading.Thread(target=break_down)
        thread.start()
        thread.join()
        assert seen == []  # the hook ran in the thread and only sent a signal
        worker = threading.Thread(target=lambda: sys.excepthook(ValueError, ValueError("x"), None))
        worker.start()
        worker.join()
        qtbot.waitUntil(lambda: len(seen) == 2)
    finally:
        relay.remove()
    assert [type(error) for error, _ in seen] == [ZeroDivisionError, ValueError]
    assert {thread for _, thread in seen} == {QThread.currentThread()}


def test_6_under_an_open_sheet_answers_come_one_after_the_other(
    runner: TaskRunner, owner: Owner, window: QWidget, qtbot: QtBot
) -> None:
    steps: list[str] = []

    def first(_: object) -> None:
        steps.append("first begins")
        ConfirmSheet("Really?", "It is gone then.", "Delete").show_over(window)
        steps.append("first ends")

    runner.ask(lambda: 1, owner=owner, then=first)
    runner.ask(lambda: 2, owner=owner, then=lambda _: steps.append("second"))
    qtbot.waitUntil(all_home(runner))
    assert steps.index("first ends") == steps.index("first begins") + 1
    assert "second" in steps


def test_7_shutdown_refuses_clears_cancels_waits_and_disposes(qapp: QApplication, owner: Owner) -> None:
    steps: list[str] = []
    running, stopped = threading.Event(), threading.Event()
    commit_gate = threading.Event()

    def read() -> None:
        scope = current_scope()
        assert scope is not None
        scope.hold(stopped.set)
        running.set()
        stopped.wait(5)
        steps.append("read cancelled")
        raise Cancelled

    def write() -> None:
        commit_gate.wait(5)
        time.sleep(0.05)
        steps.append("write done")

    runner = TaskRunner(threads=2, dispose=lambda: steps.append("disposed"))
    runner.tell(write, owner=owner, then=owner.then)
    runner.ask(read, owner=owner, then=owner.then)
    for _ in range(3):
        runner.ask(lambda: steps.append("queued ran"), owner=owner)
    assert running.wait(5)
    commit_gate.set()
    assert runner.shutdown() is True
    assert sorted(steps[:2]) == ["read cancelled", "write done"]
    assert steps[2:] == ["disposed"]
    late = runner.ask(lambda: steps.append("late"), owner=owner, then=owner.then)
    assert late.done
    assert runner.shutdown() is True
    qapp.processEvents()
    assert owner.heard == []
    assert "late" not in steps


def test_7_shutdown_does_not_wait_for_ever(qapp: QApplication, owner: Owner) -> None:
    gate = threading.Event()
    runner = TaskRunner(threads=1)
    runner.tell(lambda: gate.wait(5), owner=owner)
    assert runner.shutdown(wait_ms=50) is False
    gate.set()
    runner._pool.waitForDone(5000)


def test_7_what_ends_after_the_runner_is_gone_is_quiet(
    qapp: QApplication, owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The desk was closed during its long first start: no traceback after the window has gone."""
    gate, ended = threading.Event(), threading.Event()
    lost: list[BaseException] = []
    home = TaskRunner._bring_home

    def bring_home(self: TaskRunner, task: Task[object]) -> None:
        try:
            home(self, task)
        except BaseException as error:
            lost.append(error)
        finally:
            ended.set()

    monkeypatch.setattr(TaskRunner, "_bring_home", bring_home)
    runner = TaskRunner(threads=1)
    pool = runner._pool
    pool.setParent(None)  # else Qt's deleting waits for it, and here it is the task that waits
    runner.tell(lambda: gate.wait(5), owner=owner, then=owner.then)
    assert runner.shutdown(wait_ms=50) is False
    shiboken6.delete(runner)
    gate.set()
    assert ended.wait(5)
    pool.waitForDone(5000)
    assert lost == []
    assert owner.heard == []


def test_a_newer_question_replaces_the_older(runner: TaskRunner, owner: Owner, qtbot: QtBot) -> None:
    for number in range(20):
        runner.ask(lambda number=number: number, owner=owner, then=owner.then, key="search")
    qtbot.waitUntil(all_home(runner))
    assert owner.heard == [19]


def test_a_key_belongs_to_its_owner(runner: TaskRunner, owner: Owner, qtbot: QtBot) -> None:
    other = Owner()
    runner.ask(lambda: "one", owner=owner, then=owner.then, key="search")
    runner.ask(lambda: "two", owner=other, then=other.then, key="search")
    qtbot.waitUntil(all_home(runner))
    assert (owner.heard, other.heard) == (["one"], ["two"])


def test_changes_are_told_before_the_answer_and_with_their_initiator(
    runner: TaskRunner, owner: Owner, qtbot: QtBot
) -> None:
    order: list[object] = []
    change = Change("people.person", frozenset({uuid4()}), initiator="op-1")
    runner.changed.connect(order.append)
    runner.tell(
        lambda: Changed("record", (change,)), owner=owner, then=lambda answer: order.append(answer.record)
    )
    qtbot.waitUntil(all_home(runner))
    assert order == [change, "record"]


def test_a_failure_nobody_takes_is_announced_with_a_way_to_try_again(
    runner: TaskRunner, owner: Owner, qtbot: QtBot
) -> None:
    tries: list[int] = []
    failures: list[Failure] = []

    def call() -> str:
        tries.append(1)
        if len(tries) == 1:
            raise Unavailable("The server cannot be reached.")
        return "here"

    runner.failed.connect(failures.append)
    runner.ask(call, owner=owner, then=owner.then)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0].error, Unavailable)
    assert failures[0].owner is owner
    failures[0].retry()
    qtbot.waitUntil(lambda: owner.heard == ["here"])


def test_busy_counts_up_and_down(runner: TaskRunner, owner: Owner, qtbot: QtBot) -> None:
    counts: list[int] = []
    runner.busy.connect(counts.append)
    gate = threading.Event()
    for _ in range(2):
        runner.ask(gate.wait, owner=owner)
    gate.set()
    qtbot.waitUntil(all_home(runner))
    assert counts == [1, 2, 1, 0]


def test_the_twin_runs_in_place_by_the_same_rules(qapp: QApplication, owner: Owner) -> None:
    twin, failures, news = InlineRunner(), [], []  # type: ignore[var-annotated]
    twin.failed.connect(failures.append)
    twin.changed.connect(news.append)

    def refuse() -> None:
        raise Unavailable("no")

    def give_up() -> None:
        raise Cancelled

    change = Change("a.b")
    twin.ask(lambda: 1, owner=owner, then=owner.then)
    twin.tell(lambda: Changed(2, (change,)), owner=owner, then=lambda answer: owner.then(answer.record))
    twin.ask(refuse, owner=owner)
    twin.ask(refuse, owner=owner, failed=owner.failed)
    twin.ask(give_up, owner=owner, failed=owner.failed)
    assert owner.heard == [1, 2]
    assert news == [change]
    assert (len(failures), len(owner.failures)) == (1, 1)
    assert (len(twin.asked), len(twin.told)) == (4, 1)
    twin.shutdown()
    twin.ask(lambda: 3, owner=owner, then=owner.then)
    assert owner.heard == [1, 2]
