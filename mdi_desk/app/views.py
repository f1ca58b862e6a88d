"""The sidebar, readable in one go: which views there are, whom they open for, and how each is made."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mdi_desk.domains.admin import access as admin_access
from mdi_desk.domains.people import access as people_access
from mdi_desk.domains.training import access as training_access
from mdi_desk.kernel.access import Permission
from mdi_desk.kernel.words import tr
from mdi_desk.qt.view import View

if TYPE_CHECKING:
    from mdi_desk.app.wiring import Desk


@dataclass(frozen=True, slots=True)
class ViewSpec:
    """One view: its key, the words and icon of its place in the sidebar, and whom it opens for.

    `section` "" keeps it out of the sidebar; it is then reached through `under`, whose entry stays marked.
    """

    key: str
    section: Callable[[], str]
    text: Callable[[], str]
    icon: str
    needs: Permission
    make: "Callable[[Desk], View]"
    under: str = ""


def _today(desk: "Desk") -> View:
    from mdi_desk.app.screens.today import TodayView

    return TodayView(desk.context, desk.training)


def _roster(desk: "Desk") -> View:
    from mdi_desk.app.screens.roster import RosterPage

    return RosterPage(desk.context, desk.training, desk.waivers, desk.sales, desk.people)


def _classes(desk: "Desk") -> View:
    from mdi_desk.domains.training.ui.classes import ClassesView

    return ClassesView(desk.context, desk.training)


def _people(desk: "Desk") -> View:
    from mdi_desk.domains.people.ui.people import PeopleView

    return PeopleView(desk.context, desk.people)


def _person(desk: "Desk") -> View:
    from mdi_desk.app.screens.person_card import PersonPage

    return PersonPage(desk.context, desk.people, desk.training, desk.waivers, desk.sales)


def _courses(desk: "Desk") -> View:
    from mdi_desk.domains.training.ui.courses import CoursesView

    return CoursesView(desk.context, desk.training, desk.waivers)


def _instructors(desk: "Desk") -> View:
    from mdi_desk.domains.training.ui.instructors import InstructorsView

    return InstructorsView(desk.context, desk.training, desk.people)


def _accounts(desk: "Desk") -> View:
    from mdi_desk.domains.admin.ui.accounts import AccountsView

    return AccountsView(desk.context, desk.admin)


def _audit(desk: "Desk") -> View:
    from mdi_desk.domains.admin.ui.audit import AuditView

    return AuditView(desk.context, desk.admin)


def _front() -> str:
    return tr("Front desk")


def _catalogue() -> str:
    return tr("Catalogue")


def _admin() -> str:
    return tr("Admin")


def _nowhere() -> str:
    return ""


VIEWS: tuple[ViewSpec, ...] = (
    ViewSpec("today", _front, lambda: tr("Today"), "sun", training_access.TODAY, _today),
    ViewSpec("classes", _front, lambda: tr("Classes"), "calendar-blank", training_access.TODAY, _classes),
    ViewSpec("people", _front, lambda: tr("People"), "users", people_access.READ, _people),
    ViewSpec("roster", _nowhere, lambda: tr("Roster"), "", training_access.TODAY, _roster, under="classes"),
    ViewSpec("person", _nowhere, lambda: tr("Person"), "", people_access.READ, _person, under="people"),
    ViewSpec("courses", _catalogue, lambda: tr("Courses"), "books", training_access.TODAY, _courses),
    ViewSpec(
        "instructors", _catalogue, lambda: tr("Instructors"), "chalkboard-teacher",
        training_access.BOOKINGS_READ, _instructors,
    ),
    ViewSpec(
        "accounts", _admin, lambda: tr("Accounts"), "identification-badge", admin_access.ACCOUNTS, _accounts,
    ),
    ViewSpec("audit", _admin, lambda: tr("Audit"), "clipboard-text", admin_access.AUDIT, _audit),
)  # fmt: skip
