"""What every view is handed at the door: who is here, where, and the desk's common services for a screen."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from mdi_desk.kernel.access import Actor
from mdi_desk.qt.runner import Runner
from mdi_desk.qt.widgets import Toasts


@dataclass(frozen=True, slots=True)
class Institute:
    """The institute as screens and papers name it.

    `zone` is where its days begin; `paper` is letter or a4.
    """

    name: str
    zone: ZoneInfo
    currency: str = "USD"
    locale: str = "en-US"
    address: str = ""
    phone: str = ""
    paper: str = "letter"
    sample: bool = False


class Shown:
    """Dates, times and money as this person reads them, in the institute's zone and the running language.

    Satisfies the `Formats` that the records' word functions ask for.
    """

    def __init__(self, zone: ZoneInfo) -> None:
        self.zone = zone

    def here(self, moment: datetime) -> datetime:
        """`moment` on the institute's clock."""
        return moment.astimezone(self.zone)

    def today(self) -> date:
        """The institute's date now."""
        return datetime.now(self.zone).date()

    def money(self, minor: int, currency: str) -> str:
        """``$185.00``, ``9 000 F``."""
        from mdi_desk.qt import show

        return show.money(minor, currency)

    def _date(self, when: date | datetime) -> date:
        return self.here(when).date() if isinstance(when, datetime) else when

    def day(self, when: date | datetime) -> str:
        """``20 Nov 2026``."""
        from mdi_desk.qt import show

        return show.date(self._date(when))

    def short_day(self, when: date | datetime) -> str:
        """``Fri 20 Nov``-like, without the year."""
        from mdi_desk.qt import show

        return show.short_day(self._date(when))

    def long_day(self, when: date | datetime) -> str:
        """``Friday, 20 November``."""
        from mdi_desk.qt import show

        return show.day(self._date(when))

    def month(self, when: date | datetime) -> str:
        """``May``; with its year when it is not one of the twelve months that begin with this one."""
        from mdi_desk.qt import show

        day, today = self._date(when), self.today()
        ahead = (day.year - today.year) * 12 + day.month - today.month
        return show.month(day) if 0 <= ahead < 12 else show.short_month_year(day)

    def time(self, when: datetime) -> str:
        """``09:02``."""
        from mdi_desk.qt import show

        return show.clock(self.here(when))

    def moment(self, when: datetime) -> str:
        """Day and time; today's day is left out."""
        if self.here(when).date() == self.today():
            return self.time(when)
        return f"{self.short_day(when)}, {self.time(when)}"

    def phone(self, e164: str | None) -> str:
        """A number as it is dialled at home, empty for none."""
        from mdi_desk.qt import show

        return show.phone(e164) if e164 else ""


class Fail(Protocol):
    """How a view hands over an error it took itself; the presenter behind it decides where it is shown."""

    def __call__(
        self, error: Exception, *, owner: QWidget | None = None, retry: Callable[[], None] | None = None
    ) -> None: ...


@dataclass(frozen=True)
class Context:
    """Handed to every view.

    Attributes:
        runner: asks and tells off the GUI thread.
        fail: shows an error where it belongs; errors that no `failed=` took get there by themselves.
        toasts: short news at the foot of the window.
        actor: the signed-in person.
        institute: its name, zone, currency.
        station: this workstation's name.
        online: whether the server answers just now.
        show: formats for this person.
        window: where sheets are laid over.
    """

    runner: Runner
    fail: Fail
    toasts: Toasts
    actor: Actor
    institute: Institute
    station: str
    online: Callable[[], bool]
    show: Shown
    window: QWidget
