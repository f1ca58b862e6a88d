"""Which classes are held in the fortnights around today."""

from datetime import datetime, time, timedelta

from mdi_desk.app.sample import scene
from mdi_desk.app.sample.catalogue import BY_SLUG, COURSES, PLACES, Course
from mdi_desk.app.sample.records import Klass, Teacher
from mdi_desk.app.sample.waiving import Waiving

CLASSES = 40


class Timetable(Waiving):
    """The part of the planner that makes the calendar."""

    def _classes(self) -> None:
        for slug, teacher, place, starts, ends in scene.TODAY:
            self._class(
                BY_SLUG[slug], self.made.teachers[teacher], place, self.at(0, starts), self.at(0, ends)
            )
        # Tomorrow begins with the young ones; one class fell through; one of the past was never closed.
        youth = self._find_slot(BY_SLUG["youth-rifle"], 1)
        assert youth is not None
        deck: list[Course] = []
        for offset in self._days(CLASSES - len(self.made.classes)):
            for _ in range(40):
                if not deck:
                    deck = list(COURSES)
                    self.chance.shuffle(deck)
                if self._find_slot(deck.pop(), offset) is not None:
                    break
        self.made.classes.sort(key=lambda klass: (klass.starts, klass.place.no))
        future = [klass for klass in self.made.classes if klass.starts > self.at(2, time.min)]
        fell = future[0]
        fell.status, fell.cancel_reason = "cancelled", "The range is closed for the county's inspection."
        future[2].price_override = max(0, future[2].course.price - 2000) if future[2].course.price else None
        future[3].notes = "The church group from Oak Hill comes by bus; open the lower gate."
        past = [klass for klass in self.made.classes if klass.ends < self.midnight]
        for klass in past:
            klass.status = "completed"
        # Over for more than half a day: the gate calls it past, and nobody has closed it.
        stale = [
            klass for klass in past if klass.course.waiver and klass.ends < self.now - timedelta(hours=14)
        ]
        stale[-1].status = "scheduled"

    def _days(self, count: int) -> list[int]:
        """Day offsets of `count` classes within a fortnight each way: most on Saturdays, none on Sundays."""
        open_days = [
            offset
            for offset in range(-14, 15)
            if offset != 0 and (self.today + timedelta(days=offset)).weekday() != 6
        ]
        days = list(open_days)
        order = sorted(
            open_days, key=lambda offset: ((self.today + timedelta(days=offset)).weekday() != 5, abs(offset))
        )
        while len(days) < count:
            days += order[: count - len(days)]
        return sorted(days[:count])

    def _find_slot(self, course: Course, offset: int) -> Klass | None:
        """Puts a class on that day where a place and an instructor are free; None when there is no such slot.
        """
        weekend = (self.today + timedelta(days=offset)).weekday() >= 5
        if course.hours >= 8:
            clocks = [time(9, 0)]
        elif course.hours >= 4:
            clocks = [time(8, 30), time(13, 0)]
        else:
            clocks = [time(10, 0), time(14, 0)] if weekend else [time(18, 0), time(17, 30)]
        teachers = [teacher for teacher in self.made.teachers if course.slug in teacher.courses]
        self.chance.shuffle(teachers)
        for clock in clocks:
            starts = self.at(offset, clock)
            hours = min(8, course.hours)
            ends = starts + timedelta(hours=hours)
            for teacher in teachers:
                for number in course.places:
                    if all(
                        klass.ends <= starts
                        or klass.starts >= ends
                        or (klass.place.no != number and klass.teacher is not teacher)
                        for klass in self.made.classes
                    ):
                        return self._class(course, teacher, number, starts, ends)
        return None

    def _class(self, course: Course, teacher: Teacher, place: int, starts: datetime, ends: datetime) -> Klass:
        created = starts - timedelta(days=60, minutes=self.chance.randrange(900))
        klass = Klass(
            self.chance.uuid(created),
            course,
            self.made.course_ids[course.slug],
            teacher,
            PLACES[place - 1],
            starts,
            ends,
            course.capacity,
            created,
        )
        self.made.classes.append(klass)
        return klass
