"""Who has signed which version of the waiver, and when."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from mdi_desk.app.sample import scene, texts
from mdi_desk.app.sample.people import Person
from mdi_desk.app.sample.planning import STATIONS, Planning
from mdi_desk.app.sample.records import Signature, Version


def add_year(moment: datetime, zone: ZoneInfo) -> datetime:
    """The same time of day twelve months later, on the institute's calendar."""
    local = moment.astimezone(zone)
    day = 28 if (local.month, local.day) == (2, 29) else local.day
    return local.replace(year=local.year + 1, day=day).astimezone(moment.tzinfo)


class Waiving(Planning):
    """The part of the planner that has people sign."""

    def _waiver(self) -> None:
        """Three versions; the newest was published last March, so that signatures of every kind exist all
        year.
        """
        year = self.today.year if self.today >= date(self.today.year, 3, 3) else self.today.year - 1
        for name, status, published, words in (
            (f"{year - 3}-06", "retired", date(year - 3, 6, 1), texts.OLDEST),
            (f"{year - 1}-01", "retired", date(year - 1, 1, 6), texts.BEFORE),
            (f"{year}-03", "published", date(year, 3, 2), texts.CURRENT),
        ):
            moment = datetime.combine(published, time(8, 0), self.zone).astimezone(self.now.tzinfo)
            self.made.versions.append(Version(self.chance.uuid(moment), name, status, moment, words))

    @property
    def _published(self) -> datetime:
        return self.made.versions[-1].published_at

    def _sign(self, cast: scene.Cast, crowd: list[Person]) -> None:
        """Gives everybody the waiver they have: most a valid one, some none, an old one, or one that ran out.
        """
        for person, state in cast.waivers.items():
            self._give(person, state)
        for person in crowd:
            if person.birth is None or not person.active:
                continue
            if person.is_minor(self.today):
                self._give(
                    person, self.chance.choices(("valid", "needs_guardian", "old_version"), (78, 15, 7))[0]
                )
            else:
                states = ("valid", "missing", "expired", "old_version")
                self._give(person, self.chance.choices(states, (73, 13, 8, 6))[0])

    def _give(self, person: Person, state: str) -> None:
        now, year = self.now, timedelta(days=365)
        recent = now - timedelta(days=16)
        if state == "valid":
            first, last = max(self._published, person.created) + timedelta(hours=1), recent
        elif state == "old_version":
            first, last = now - year + timedelta(days=3), self._published - timedelta(hours=2)
        elif state == "expired":
            first, last = now - timedelta(days=790), now - year - timedelta(days=2)
        elif state == "now_adult":
            first, last = max(self._published, now - timedelta(days=330)), now - timedelta(days=45)
        elif state == "long_expired":
            first = last = now - timedelta(days=756)
        else:
            return
        if person.created >= last:
            person.created = first - timedelta(minutes=20)
        self._signature(
            person, self.chance.between(max(first, person.created + timedelta(minutes=4)), max(first, last))
        )

    def _signature(self, person: Person, when: datetime) -> Signature:
        version = next(
            (one for one in reversed(self.made.versions) if one.published_at <= when), self.made.versions[0]
        )
        minor = person.birth is not None and person.is_minor(when.astimezone(self.zone).date())
        signature = Signature(
            self.chance.uuid(when),
            person,
            version,
            when,
            add_year(when, self.zone),
            person.guardian if minor else None,
            self._clerk(),
            self.chance.choice(STATIONS),
        )
        self.signed[person].append(signature)
        self.made.signatures.append(signature)
        return signature

    def _valid_at(self, person: Person, when: datetime) -> Signature | None:
        """The signature that the gate would have accepted at `when`."""
        current = [one for one in self.made.versions if one.published_at <= when][-1]
        minor = person.is_minor(when.astimezone(self.zone).date())
        for signature in reversed(self.signed[person]):
            if (
                signature.version is current
                and signature.signed_at <= when < signature.valid_until
                and (signature.guardian is not None) == minor
            ):
                return signature
        return None
