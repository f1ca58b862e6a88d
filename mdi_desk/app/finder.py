"""What the omnibox finds: people, classes, orders, codes and commands, grouped, each leading somewhere."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mdi_desk.domains.people import access as people_access
from mdi_desk.domains.people.service import PeopleService
from mdi_desk.domains.sales import access as sales_access
from mdi_desk.domains.sales.service import SalesService
from mdi_desk.domains.training import access as training_access
from mdi_desk.domains.training.service import TrainingService
from mdi_desk.kernel.access import Actor
from mdi_desk.kernel.codes import classify
from mdi_desk.kernel.fold import fold
from mdi_desk.kernel.targets import Target
from mdi_desk.kernel.words import tr
from mdi_desk.qt.context import Shown

PEOPLE, OTHERS = 6, 4


@dataclass(frozen=True, slots=True)
class Hit:
    """One line of the results: what it is, the detail in grey, and where it leads."""

    title: str
    detail: str
    icon: str
    target: Target
    key: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Hits of one kind under a heading."""

    title: str
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Command:
    """Something the desk can do, found by any word of its text. `shown` says whether this person may."""

    name: str
    text: str
    icon: str
    run: Callable[[], None]
    shortcut: str = ""


class Finder:
    """Asks the services that the person may use; each call runs in the worker."""

    def __init__(
        self, people: PeopleService, training: TrainingService, sales: SalesService, show: Shown
    ) -> None:
        self._people, self._training, self._sales, self._show = people, training, sales, show

    def find(self, actor: Actor, text: str, commands: Iterable[Command]) -> tuple[Group, ...]:
        """What `text` may mean, the likeliest group first; empty groups are left out."""
        code = self.code(actor, text)
        if code is not None:
            return (Group(tr("Code"), (code,)),)
        groups = (
            Group(tr("People"), self._found_people(actor, text)),
            Group(tr("Classes"), self._found_classes(actor, text)),
            Group(tr("Orders"), self._found_orders(actor, text)),
            Group(tr("Commands"), matching(text, commands)),
        )
        return tuple(group for group in groups if group.hits)

    def code(self, actor: Actor, text: str) -> Hit | None:
        """The thing that a scanned or typed code stands for; None when it is no code, or not one of ours."""
        code = classify(text)
        if code.kind == "ticket" and actor.may(training_access.TODAY):
            booking = self._training.find_ticket(actor, code.value)
            if booking is not None:
                card = self._training.card(actor, booking)
                detail = f"{card.klass.course_name} · {self._show.moment(card.klass.starts_at)}"
                return Hit(card.person_name, detail, "ticket", Target("booking", booking))
        if code.kind == "person" and actor.may(people_access.READ):
            person = self._people.find_code(actor, code.value)
            if person is not None:
                found = self._people.card(actor, person).person
                return Hit(found.full_name, tr("Person’s own code"), "user", Target("person", person))
        if code.kind == "order" and actor.may(sales_access.READ):
            order = self._sales.order(actor, code.value)
            return Hit(order.number, order.person_name, "receipt", Target("order", order.id))
        return None

    def _found_people(self, actor: Actor, text: str) -> tuple[Hit, ...]:
        if not actor.may(people_access.SEARCH):
            return ()
        show = self._show
        return tuple(
            Hit(
                hit.name,
                " · ".join(part for part in (show.phone(hit.phone), hit.email or "") if part),
                "user",
                Target("person", hit.id),
            )
            for hit in self._people.search(actor, text, PEOPLE)
        )

    def _found_classes(self, actor: Actor, text: str) -> tuple[Hit, ...]:
        if not actor.may(training_access.TODAY):
            return ()
        show = self._show
        return tuple(
            Hit(
                hit.course_name,
                f"{show.short_day(hit.starts_at)}, {show.time(hit.starts_at)} · {hit.location_name}",
                "calendar-blank",
                Target("class", hit.class_id),
            )
            for hit in self._training.find_classes(actor, text, OTHERS)
        )

    def _found_orders(self, actor: Actor, text: str) -> tuple[Hit, ...]:
        if not actor.may(sales_access.READ) or not any(char.isdigit() for char in text):
            return ()
        return tuple(
            Hit(hit.number, hit.person_name, "receipt", Target("order", hit.id))
            for hit in self._sales.search_orders(actor, text, OTHERS)
        )


def matching(text: str, commands: Iterable[Command], most: int = 5) -> tuple[Hit, ...]:
    """The commands in which every typed word begins a word; all of them when nothing is typed yet."""
    typed = fold(text).split()
    hits: list[Hit] = []
    for command in commands:
        words = fold(command.text).split()
        if all(any(word.startswith(part) for word in words) for part in typed):
            hits.append(
                Hit(command.text, "", command.icon, Target("command", name=command.name), command.shortcut)
            )
    return tuple(hits[:most])
