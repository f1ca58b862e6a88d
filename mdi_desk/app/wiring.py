"""Where everything meets: a signed-in session becomes a desk. No globals; a process may hold two desks."""

import contextlib
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mdi_desk.app.finder import Finder
from mdi_desk.db.changes import EVERYTHING, FeedThread, State
from mdi_desk.db.session import DeskSession
from mdi_desk.db.work import CancelScope
from mdi_desk.domains.admin.records import job_name
from mdi_desk.domains.admin.service import AdminService
from mdi_desk.domains.people.service import PeopleService
from mdi_desk.domains.sales.service import SalesService
from mdi_desk.domains.training.service import TrainingService
from mdi_desk.domains.waivers.service import WaiverService
from mdi_desk.journal.operation import Outcome
from mdi_desk.journal.sender import Link, Sender
from mdi_desk.journal.store import Journal
from mdi_desk.kernel import clock
from mdi_desk.kernel.access import Actor
from mdi_desk.kernel.changes import Change
from mdi_desk.kernel.errors import DeskError
from mdi_desk.qt.context import Context, Fail, Institute, Shown
from mdi_desk.qt.runner import Runner, TaskRunner
from mdi_desk.qt.widgets import Toasts

OWN_KEPT = 512
GOODBYE_SECONDS = 2.0
REGIONS = {"en-US": "US", "fr-FR": "FR", "fr-SN": "SN"}


class Live(QObject):
    """The threads' news, brought to the GUI thread.

    Signals: ``state_changed(state, error)`` of the change feed's connection: ``live``, ``lost``,
    ``signed_out``; ``delivered(Outcome)`` for each operation that the journal brought home later;
    ``waiting_changed(int)``, how many operations the journal holds; ``alarmed()`` when the server's data are
    damaged and nothing more may be sent.
    """

    state_changed = Signal(str, object)
    delivered = Signal(object)
    waiting_changed = Signal(int)
    alarmed = Signal()
    _heard = Signal(object)
    _state = Signal(str, object)
    _settled = Signal(object)
    _link = Signal(str, int)

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self._runner = runner
        self._own: dict[str, None] = {}
        self._announcing = False
        self._ring: Callable[[], None] | None = None
        self.state: State = "live"
        self.link: str = "online"
        self.waiting = 0
        self._heard.connect(self._on_heard)
        self._state.connect(self._on_state)
        self._settled.connect(self._on_settled)
        self._link.connect(self._on_link)
        runner.changed.connect(self._on_changed)

    def ring_with(self, doorbell: Callable[[], None]) -> None:
        """Ring `doorbell` after each of this desk's own changes, so that other stations look at once."""
        self._ring = doorbell

    # Called in other threads: they only emit.

    def heard(self, changes: tuple[Change, ...]) -> None:
        self._heard.emit(changes)

    def said(self, state: State, error: DeskError | None) -> None:
        self._state.emit(state, error)

    def settled(self, outcome: Outcome) -> None:
        self._settled.emit(outcome)

    def linked(self, link: Link, waiting: int) -> None:
        self._link.emit(link, waiting)

    # In the GUI thread.

    def _on_heard(self, changes: tuple[Change, ...]) -> None:
        self._announcing = True
        try:
            for change in changes:
                # What this desk did was spread here at once: the feed's echo says nothing new.
                if change.entity == EVERYTHING or change.initiator not in self._own:
                    self._runner.announce(change)
        finally:
            self._announcing = False

    def _on_changed(self, change: Change) -> None:
        if self._announcing:
            return
        if change.initiator is not None:
            self._own[change.initiator] = None
            while len(self._own) > OWN_KEPT:
                del self._own[next(iter(self._own))]
        if self._ring is not None:
            self._ring()

    def _on_state(self, state: State, error: object) -> None:
        self.state = state
        self.state_changed.emit(state, error)

    def _on_settled(self, outcome: Outcome) -> None:
        self.delivered.emit(outcome)

    def _on_link(self, link: str, waiting: int) -> None:
        self.link, self.waiting = link, waiting
        self.waiting_changed.emit(waiting)
        if link == "signed_out" and self.state != "signed_out":
            self._on_state("signed_out", None)
        elif link == "alarm":
            self.alarmed.emit()

    @property
    def online(self) -> bool:
        """Whether the server answered last time, by whichever connection."""
        return self.state == "live" and self.link == "online"


@dataclass(frozen=True)
class Desk:
    """A signed-in person's desk; `close` it when they leave."""

    context: Context
    session: DeskSession
    runner: TaskRunner
    journal: Journal
    sender: Sender
    feed: FeedThread
    live: Live
    people: PeopleService
    training: TrainingService
    waivers: WaiverService
    sales: SalesService
    admin: AdminService
    finder: Finder

    @property
    def who(self) -> str:
        """``Aïcha Fall · front desk``, as the status bar says it."""
        jobs = ", ".join(job_name(job) for job in sorted(self.context.actor.jobs))
        return f"{self.context.actor.name} · {jobs[:1].lower()}{jobs[1:]}"

    def close(self, session_id: UUID | None = None, reason: str = "logout") -> bool:
        """Refuse new work, end what runs, stop the threads, close every connection and the journal.

        Returns whether everything had ended in time. What waits in the journal stays there. With `session_id`
        the server is told, briefly, that this sign-in ended and why.
        """
        ended = self.runner.shutdown()
        if session_id is not None and self.live.online:
            goodbye = threading.Thread(target=self._goodbye, args=(session_id, reason), name="mdi-goodbye")
            goodbye.start()
            goodbye.join(GOODBYE_SECONDS)
        self.feed.stop()
        self.sender.stop()
        self.journal.close()
        self.session.close()
        return ended

    def _goodbye(self, session_id: UUID, reason: str) -> None:
        # Best effort: a server that is just going ends the session by itself.
        with contextlib.suppress(DeskError):
            self.session.call("core.session_close", session_id, reason)


def actor_of(hello: dict[str, Any], login: str, station: str) -> Actor:
    """The signed-in person as services know them."""
    return Actor(
        account_id=UUID(hello["account_id"]),
        person_id=UUID(hello["person_id"]),
        login=login,
        name=hello["name"],
        jobs=frozenset(hello["jobs"]),
        station=station,
    )


def institute_of(hello: dict[str, Any]) -> Institute:
    """The institute as the server's greeting describes it."""
    said = {key: value for key, value in (hello.get("institute") or {}).items() if value is not None}
    return Institute(
        name=said.get("name", ""),
        zone=ZoneInfo(said.get("zone", "UTC")),
        currency=said.get("currency", "USD"),
        locale=said.get("locale", "en-US"),
        address=said.get("address", ""),
        phone=said.get("phone", ""),
        paper=said.get("paper", "letter"),
        sample=bool(hello.get("sample")),
    )


def build_desk(
    session: DeskSession,
    journal: Journal,
    *,
    station: str,
    window: QWidget,
    toasts: Toasts,
    fail: Callable[[TaskRunner], Fail],
) -> Desk:
    """Put a desk together for the person who signed in with `session`. GUI thread; nothing is asked yet.

    `fail` makes the presenter's door once the runner exists. Start `desk.feed` and `desk.sender` afterwards.
    """
    hello = session.hello
    actor = actor_of(hello, session.login, station)
    institute = institute_of(hello)
    runner = TaskRunner(scopes=CancelScope)
    live = Live(runner)
    feed = FeedThread(session, live.heard, live.said)
    live.ring_with(feed.doorbell)
    sender = Sender(journal, live.settled, live.linked)
    region = REGIONS.get(institute.locale, institute.locale[-2:])
    people = PeopleService(session, sender, clock.now, zone=institute.zone, region=region)
    admin = AdminService(session, sender, clock.now, zone=institute.zone, region=region)
    waivers = WaiverService(session, sender, clock.now)
    training = TrainingService(session, sender, clock.now, zone=institute.zone)
    sales = SalesService(session, sender, clock.now)
    show = Shown(institute.zone)
    context = Context(
        runner=runner,
        fail=fail(runner),
        toasts=toasts,
        actor=actor,
        institute=institute,
        station=station,
        online=lambda: live.online,
        show=show,
        window=window,
    )
    return Desk(
        context=context,
        session=session,
        runner=runner,
        journal=journal,
        sender=sender,
        feed=feed,
        live=live,
        people=people,
        training=training,
        waivers=waivers,
        sales=sales,
        admin=admin,
        finder=Finder(people, training, sales, show),
    )
