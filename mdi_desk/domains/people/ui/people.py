"""People: the list, searched while one types, and the way to a new person."""

from datetime import date
from typing import Literal
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QComboBox

from mdi_desk.domains.people import access
from mdi_desk.domains.people.records import PersonCard, PersonFilter, PersonRow, label_of, person_roles
from mdi_desk.domains.people.service import PeopleService
from mdi_desk.domains.people.ui.new_person import NewPersonSheet, typed_person
from mdi_desk.kernel.actions import ActionSpec
from mdi_desk.kernel.changes import Change
from mdi_desk.kernel.clock import age_on
from mdi_desk.kernel.paging import Cursor, Page
from mdi_desk.kernel.targets import Target
from mdi_desk.kernel.words import tr, trn
from mdi_desk.qt.actions import ActionSet
from mdi_desk.qt.cells import AvatarCell, ChipCell, Column
from mdi_desk.qt.context import Context
from mdi_desk.qt.tables import KeysetTableModel, ListPane, Table
from mdi_desk.qt.view import View
from mdi_desk.qt.widgets import Button, EmptyState, PageHeader, SearchField

PERSON = "people.person"
Who = Literal["active", "guardian", "team", "gone"]
FEW = 5


class PeopleView(View):
    """Search, list, new person. The cursor starts in the search: typing and Enter is all one needs."""

    key = "people"
    help_page = "people"

    def __init__(self, context: Context, people: PeopleService) -> None:
        super().__init__()
        self._context, self._people = context, people
        self._typed = ""
        self._open_when_loaded = False
        self._from_list = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        self._search = SearchField(tr("Name, phone or e-mail"), "Ctrl+F")
        self._search.setObjectName("people_search")
        self._search.setFixedWidth(300)
        self._search.searched.connect(self._searched)
        self._search.left_down.connect(self._to_list)
        self._search.returnPressed.connect(self._enter)
        self._who = QComboBox()
        self._who.setObjectName("people_who")
        self._who.setAccessibleName(tr("Whom to show"))
        for value, words in _filters():
            self._who.addItem(words, value)
        self._who.currentIndexChanged.connect(self._filtered)
        self._header = PageHeader(tr("People"))
        self.page.addWidget(self._header)
        self._model = KeysetTableModel(self._columns(), context.runner, self._page, _key, self)
        self._table = Table(self._model, name=tr("People"))
        self._table.setObjectName("people_table")
        self._table.opened.connect(self._opened)
        self._new_button = Button(tr("New person"), "primary", "user-plus", run=self._new)
        self._new_button.setObjectName("new_person_here")
        self._empty = EmptyState("users", tr("Nobody here yet"), "", self._new_button)
        keys = [("Down", tr("to the list")), ("Return", tr("open the card"))]
        if context.actor.may(access.EDIT):
            keys.append(("Ctrl+N", tr("new person")))
        self.page.addWidget(ListPane(self._table, empty=self._empty, keys=keys), 1)
        self._set = ActionSet(self, context.actor, self.actions())
        self._header.set_actions([self._search, self._who, *self._set.buttons()])
        self._model.loaded.connect(self._loaded)
        self._model.failed.connect(self._not_loaded)

    def title(self) -> str:
        return tr("People")

    def open(self, target: Target | None = None) -> None:
        # Coming back from a card finds the list as it was left; news keep it true meanwhile.
        if not self._model.started:
            self.refresh()
        if self._from_list:
            self._to_list()
        else:
            self._find()

    def refresh(self) -> None:
        self._model.load()

    def heard(self, change: Change) -> None:
        if change.entity not in (PERSON, "*"):
            return
        held = [one for one in change.ids if self._model.place_of(one) is not None]
        beyond = len(self._model.rows) > 200
        if not beyond:
            self._soon.start()
        elif held and len(held) <= FEW:
            # Starting from the top would take the list from under one's eyes.
            for person_id in held:
                self._look_at(person_id)

    def actions(self) -> tuple[ActionSpec, ...]:  # type: ignore[override]
        return (
            ActionSpec("people_find", tr("Find a person"), self._find, None, "Ctrl+F", "magnifying-glass",
                       shown=False),
            ActionSpec("new_person", tr("New person"), self._new, access.EDIT, "Ctrl+N", "user-plus",
                       primary=True),
        )  # fmt: skip

    def shortcuts(self) -> list[tuple[str, str]]:
        return [("Return", tr("Open the card")), ("Down", tr("From the search to the list"))]

    # -- the list ------------------------------------------------------------------------------------

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("name", tr("Person, by family name"), _who, "avatar", stretch=6),
            Column("born", tr("Age"), self._age, "number", width=64),
            Column("phone", tr("Phone"), self._phone, "text", width=144),
            Column("email", tr("E-mail"), lambda row: row.email or "–", "text", stretch=6),
            Column("city", tr("City"), lambda row: row.city or "–", "text", width=122),
            Column("roles", tr("Role"), _roles, "muted", width=116),
        )  # fmt: skip

    def _phone(self, row: PersonRow) -> str:
        return self._context.show.phone(row.phone) or "–"

    def _age(self, row: PersonRow) -> str:
        return "–" if row.birth_date is None else str(age_on(row.birth_date, self._today()))

    def _today(self) -> date:
        return self._context.show.today()

    def _page(self, after: Cursor | None, limit: int) -> Page[PersonRow]:
        return self._people.page(self._context.actor, self._typed, self._only, after, limit)

    @property
    def _only(self) -> PersonFilter:
        return {
            "guardian": PersonFilter(frozenset({"guardian"})),
            "team": PersonFilter(frozenset({"instructor", "staff"})),
            "gone": PersonFilter(active=False),
        }.get(self._who_shown, PersonFilter())

    _who_shown: Who = "active"

    def _filtered(self) -> None:
        self._who_shown = self._who.currentData()
        # The search knows active people only.
        gone = self._who_shown == "gone"
        if gone and self._search.text():
            self._search.clear()
        self._search.setEnabled(not gone)
        self._search.setToolTip(tr("The search finds active people only.") if gone else "")
        self._typed = "" if gone else self._typed
        self._start_over()

    def _searched(self, text: str) -> None:
        self._typed = text.strip()
        self._start_over()

    def _start_over(self) -> None:
        self._table.setCurrentIndex(QModelIndex())
        self._table.scrollToTop()
        self.refresh()

    def _loaded(self) -> None:
        count = self._model.count_text()
        if self._typed:
            said = trn("{n} match", "{n} matches", len(self._model.rows))
        elif self._model.has_more:
            said = tr("{count} people", count=count)
        else:
            said = trn("{n} person", "{n} people", len(self._model.rows))
        self._header.set_subtitle(said)
        if not self._model.rows:
            self._say_empty()
        elif not self._table.currentIndex().isValid():
            self._table.select_place(0)
        if self._open_when_loaded:
            self._open_when_loaded = False
            self._open_chosen()

    def _not_loaded(self, _error: object) -> None:
        self._open_when_loaded = False

    def _say_empty(self) -> None:
        self._new_button.setVisible(self._context.actor.may(access.EDIT) and self._who_shown != "gone")
        if self._typed:
            self._empty.set(
                tr("Nobody matches “{typed}”", typed=self._typed),
                tr("Try fewer letters, another part of the name, or the last four digits of the phone."),
            )
        elif self._who_shown == "active":
            self._empty.set(tr("Nobody here yet"), tr("Make the first person’s card."))
        else:
            self._empty.set(tr("Nobody here"), tr("Choose another group above."))

    # -- keys ----------------------------------------------------------------------------------------

    def _find(self) -> None:
        if self._search.isEnabled():
            self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._search.selectAll()
        else:
            self._to_list()

    def _to_list(self) -> None:
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self) -> None:
        if self._model.pending:
            self._open_when_loaded = True
        else:
            self._open_chosen()

    def _open_chosen(self) -> None:
        row = self._table.current_row()
        if isinstance(row, PersonRow):
            self._opened(row)
        elif self._typed and self._context.actor.may(access.EDIT):
            self._new()

    def _opened(self, row: PersonRow) -> None:
        self._from_list = self._table.hasFocus()
        self.go.emit(Target("person", row.id))

    # -- one row -------------------------------------------------------------------------------------

    def _look_at(self, person_id: UUID) -> None:
        people, actor = self._people, self._context.actor
        self._context.runner.ask(
            lambda: people.card(actor, person_id), owner=self, then=self._changed, key=f"row {person_id}"
        )

    def _changed(self, card: PersonCard) -> None:
        self._model.update_row(card.person.id, row_of(card))

    # -- new -----------------------------------------------------------------------------------------

    def _new(self) -> None:
        sheet = NewPersonSheet(self._context, self._people, typed_person(self._typed))
        sheet.chosen.connect(self._open_card)
        sheet.saved.connect(self._made)
        sheet.show_over(self._context.window)

    def _open_card(self, person_id: UUID) -> None:
        self.go.emit(Target("person", person_id))

    def _made(self, card: PersonCard) -> None:
        self.say.emit(tr("{name} is on file.", name=card.person.full_name), "ok")
        self.go.emit(Target("person", card.person.id))


def row_of(card: PersonCard) -> PersonRow:
    """The list's row of a card."""
    person = card.person
    return PersonRow(
        id=person.id,
        name=person.full_name,
        sort_key=person.sort_key,
        phone=person.phone,
        email=person.email,
        birth_date=person.birth_date,
        city=next((address.city for address in card.addresses if address.is_default), None),
        roles=person.roles,
        is_active=person.is_active,
        created_at=person.created_at,
    )


def _who(row: PersonRow) -> AvatarCell:
    return AvatarCell(row.name)


def _filters() -> tuple[tuple[Who, str], ...]:
    return (
        ("active", tr("Everybody")),
        ("guardian", tr("Guardians")),
        ("team", tr("Instructors and staff")),
        ("gone", tr("No longer active")),
    )


def _roles(row: PersonRow) -> object:
    """Most are customers and say so quietly; anything else stands out."""
    if not row.is_active:
        return ChipCell(tr("Not active"), "neutral")
    special = [role for role in row.roles if role != "customer"]
    if "instructor" in special and "staff" in special:
        special.remove("staff")  # an instructor is staff anyway
    if not special:
        return label_of(person_roles(), "customer")
    kind = "accent" if {"instructor", "staff", "partner"} & set(special) else "neutral"
    return ChipCell(", ".join(label_of(person_roles(), role) for role in special), kind)  # type: ignore[arg-type]


def _key(row: PersonRow) -> object:
    return row.id
