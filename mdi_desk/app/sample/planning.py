"""What every part of the planner stands on: the moment, the chance, and what has been made so far."""

from collections import defaultdict
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from mdi_desk.app.sample import catalogue
from mdi_desk.app.sample.people import Chance, PeopleMaker, Person
from mdi_desk.app.sample.records import Account, Institute, Klass, Signature

STATIONS = ("Front desk 1", "Front desk 2", "Till 1")


class Planning:
    """The common ground. `made` fills up."""

    def __init__(self, now: datetime, seed: int) -> None:
        self.zone = ZoneInfo(catalogue.ZONE)
        self.now = now.replace(microsecond=0)
        self.today = self.now.astimezone(self.zone).date()
        self.chance = Chance(seed)
        self.maker = PeopleMaker(self.chance, self.today, self.now)
        self.opened = self.now - timedelta(days=2600)
        self.made = Institute(self.now, self.zone, self.today, seed, self.chance.uuid(self.opened))
        self.signed: dict[Person, list[Signature]] = defaultdict(list)
        self.busy: dict[Person, list[Klass]] = defaultdict(list)
        self.midnight = self.at(0, time.min)

    def at(self, offset: int, clock: time) -> datetime:
        """`clock` in the institute, `offset` days from today."""
        there = datetime.combine(self.today + timedelta(days=offset), clock, self.zone)
        return there.astimezone(self.now.tzinfo)

    def _clerk(self) -> Account:
        return self.chance.choice([account for account in self.made.accounts if "frontdesk" in account.jobs])

    def _manager(self) -> Account:
        return next(account for account in self.made.accounts if "manager" in account.jobs)
