"""Renders the toolkit to pictures, to be looked at: ``python tests/qt/gallery.py DIR`` (not a test)."""

import os
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from mdi_desk.kernel.forms import FieldSpec, FormSpec
from mdi_desk.kernel.paging import Page
from mdi_desk.qt import show, tables, theme
from mdi_desk.qt import widgets as w
from mdi_desk.qt.actions import ShortcutMap
from mdi_desk.qt.calendar import Calendar
from mdi_desk.qt.forms import ConflictSheet, FormWidget
from mdi_desk.qt.helping import HelpPanel, open_shortcuts
from mdi_desk.qt.notify import CrashSheet, crash_report
from mdi_desk.qt.runner import InlineRunner

SECTIONS = [
    (
        "Front desk",
        [
            ("today", "Today", "sun", 0),
            ("classes", "Classes", "calendar-blank", 6),
            ("people", "People", "users", 0),
            ("till", "Till", "cash-register", 0),
            ("waivers", "Waivers", "signature", 3),
            ("ids", "ID checks", "identification-card", 0),
        ],
    ),
    (
        "Partners",
        [("scan", "Scan", "qr-code", 0), ("packs", "Packs", "gift", 0), ("pay", "Settlements", "scales", 2)],
    ),
]


def shell(page: QWidget, here: str, offline: int = -1) -> QWidget:
    """The frame around `page`, as the window builds it."""
    window = QWidget()
    window.setObjectName("page")
    row = QHBoxLayout(window)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    side = w.Sidebar(SECTIONS)
    side.set_current(here)
    row.addWidget(side)
    column = QVBoxLayout()
    column.setSpacing(0)
    row.addLayout(column, 1)
    bar = w.TopBar("Find a person, order or code, or type a command")
    bar.add(w.Button("Booking", icon="plus"))
    bar.set_news(2)
    column.addWidget(bar)
    column.addWidget(page, 1)
    foot = w.StatusBar()
    foot.set_station("Front desk 2")
    foot.set_who("Aïcha Fall · front desk")
    if offline >= 0:
        foot.set_connection("offline", offline)
    column.addWidget(foot)
    return window


def page() -> tuple[QWidget, QVBoxLayout]:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(20, 18, 20, 20)
    column.setSpacing(14)
    return made, column


def check_in_card() -> w.SidePanel:
    panel = w.SidePanel()
    head = QHBoxLayout()
    head.setSpacing(14)
    head.addWidget(w.Avatar("Kwame Boateng-Addo", 56))
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addStretch(1)
    words.addWidget(w.ElidedLabel("Kwame Boateng-Addo", "name"))
    words.addWidget(w.ElidedLabel("38 · (304) 555-0142 · member since 2023", "caption"))
    words.addStretch(1)
    head.addLayout(words, 1)
    panel.body.addLayout(head)
    panel.body.addSpacing(10)
    panel.body.addWidget(w.Label("Before check-in", "strong"))
    gate = QVBoxLayout()
    gate.setSpacing(0)
    gate.addWidget(w.CheckRow("ok", "Booked", "Seat 4 of 12"))
    gate.addWidget(w.CheckRow("ok", "Paid", "$185.00 · card"))
    gate.addWidget(w.CheckRow("ok", "Of age", "18, or with a guardian"))
    gate.addWidget(w.CheckRow("ok", "ID verified", "driver’s licence, 2 Nov"))
    gate.addWidget(
        w.CheckRow("bad", "Waiver missing", "version 2026-03 not signed", w.Button("Sign now", size="small"))
    )
    panel.body.addLayout(gate)
    panel.body.addStretch(1)
    primary = w.Button("Check in", "primary", "check", size="large")
    primary.set_hint("Return")
    primary.set_why_not("Sign the waiver first, or ask a manager to override.")
    panel.foot.addWidget(primary)
    panel.foot.addWidget(w.Label("Sign the waiver first, or ask a manager to override.", "caption"))
    return panel


def class_card(
    start: str,
    end: str,
    name: str,
    who: str,
    arrived: tuple[int, int],
    seats: tuple[int, int],
    chips: list[tuple[str, str, str]],
) -> QWidget:
    card = w.Card(clickable=True, name=f"{start} {name}")
    card.body.setContentsMargins(16, 14, 16, 16)
    row = QHBoxLayout()
    row.setSpacing(0)
    times = QVBoxLayout()
    times.setSpacing(3)
    times.addWidget(w.Label(start, "strong"))
    times.addWidget(w.Label(f"to {end}", "faint"))
    box = QWidget()
    box.setLayout(times)
    times.setContentsMargins(0, 0, 0, 0)
    box.setFixedWidth(68)
    row.addWidget(box)
    middle = QVBoxLayout()
    middle.setSpacing(3)
    middle.addWidget(w.Label(name, "strong"))
    middle.addWidget(w.Label(who, "caption"))
    row.addLayout(middle, 1)
    right = QVBoxLayout()
    right.setSpacing(6)
    line = QHBoxLayout()
    line.addWidget(w.Label(f"{arrived[0]} of {arrived[1]} arrived", "caption"))
    line.addStretch(1)
    line.addWidget(w.Label(f"{seats[0]}/{seats[1]}", "faint"))
    right.addLayout(line)
    bar = w.ProgressLine(arrived[0], seats[1])
    bar.setFixedWidth(170)
    right.addWidget(bar)
    row.addLayout(right)
    card.body.addLayout(row)
    flow = QWidget()
    layout = w.FlowLayout(flow)
    for text, kind, icon in chips:
        layout.addWidget(w.Chip(text, kind, icon))  # type: ignore[arg-type]
    card.body.addWidget(flow)
    return card


def today() -> QWidget:
    made, column = page()
    column.addWidget(
        w.PageHeader(
            "Today",
            "",
            "Friday, 20 November · 4 classes · 41 people",
            [
                w.IconButton("caret-left", "Day before", "plain"),
                w.Button("Today"),
                w.IconButton("caret-right", "Day after", "plain"),
            ],
        )
    )
    row = QHBoxLayout()
    row.setSpacing(16)
    left = QVBoxLayout()
    left.setSpacing(10)
    left.addWidget(
        class_card(
            "08:30",
            "12:30",
            "Concealed carry, renewal",
            "Ruth Okafor · Range A",
            (11, 11),
            (11, 12),
            [("all ready", "ok", "check")],
        )
    )
    left.addWidget(
        class_card(
            "09:00",
            "17:00",
            "Defensive handgun I",
            "Tomasz Wiśniewski · Range B",
            (7, 12),
            (12, 12),
            [
                ("2 waivers missing", "warn", "signature"),
                ("1 unpaid", "warn", "currency-dollar"),
                ("2 waiting", "neutral", ""),
            ],
        )
    )
    left.addWidget(
        class_card(
            "13:00",
            "16:00",
            "Church security team",
            "Ruth Okafor · Classroom 1",
            (0, 10),
            (10, 16),
            [("1 ID to verify", "warn", "identification-card")],
        )
    )
    left.addWidget(
        class_card(
            "18:00",
            "21:00",
            "Rifle fundamentals",
            "Nguyễn Thị Đào · Range A",
            (0, 8),
            (8, 10),
            [("all ready", "ok", "check")],
        )
    )
    left.addStretch(1)
    row.addLayout(left, 1)
    right = QVBoxLayout()
    right.setSpacing(10)
    needs = w.Card(spacing=0)
    needs.setFixedWidth(320)
    needs.body.addWidget(w.Label("Needs you", "heading"))
    for icon, kind, title, text in [
        ("signature", "warn", "Kwame Boateng-Addo", "no waiver · class at 09:00"),
        ("signature", "warn", "María José Núñez", "waiver of 2024 expired"),
        ("currency-dollar", "warn", "Order MDI-2026-00418", "$185.00 due at check-in"),
        ("arrows-clockwise", "bad", "2 scans waiting to upload", "Station till 1 is offline"),
    ]:
        tap = w.Tappable(name=title, margins=(0, 9, 0, 10))
        tap.row.addWidget(w.Icon(icon, kind=kind))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(w.Label(title, "medium"))
        words.addWidget(w.Label(text, "caption"))
        tap.row.addLayout(words, 1)
        needs.body.addWidget(tap)
        needs.body.addWidget(w.Divider())
    right.addWidget(needs)
    just = w.Card(spacing=14)
    just.body.addWidget(w.Label("Just now", "heading"))
    for at, text in [
        ("09:02", "Hana Sato checked in · till 1"),
        ("09:01", "Waiver signed · L. Brandt"),
        ("08:58", "Code redeemed · Cinéma Pathé"),
    ]:
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(w.Label(at, "faint"))
        text_label = w.Label(text, "caption")
        text_label.set_role("small")
        line.addWidget(text_label, 1)
        just.body.addLayout(line)
    right.addWidget(just)
    right.addStretch(1)
    row.addLayout(right)
    column.addLayout(row, 1)
    return shell(made, "today")


@dataclass(frozen=True)
class Seat:
    """A row of the roster."""

    id: int
    name: str
    waiver: tables.ChipCell
    payment: tables.ChipCell
    arrived: str


def seats() -> tuple[Seat, ...]:
    chip = tables.ChipCell
    paid = chip("Paid", "ok")
    return (
        Seat(1, "Kwame Boateng-Addo", chip("No waiver", "warn"), paid, "–"),
        Seat(2, "Lena Brandt", chip("Valid to May", "ok"), paid, "09:01"),
        Seat(3, "María José Núñez", chip("Expired", "bad"), paid, "–"),
        Seat(4, "Hana Sato", chip("Valid to Aug", "ok"), paid, "09:02"),
        Seat(5, "Oluwaseun Adébáyọ̀", chip("Guardian", "ok"), paid, "08:55"),
        Seat(6, "Jean-Baptiste d’Arcy-Delacroix", chip("Valid to Jan", "ok"), chip("$185 due", "warn"), "–"),
        Seat(7, "Phạm Ngọc Ánh", chip("Valid to Feb", "ok"), paid, "08:51"),
    )


ROSTER = (
    tables.Column("person", "Person", lambda row: tables.AvatarCell(row.name), "avatar"),
    tables.Column("waiver", "Waiver", lambda row: row.waiver, "chip", width=130),
    tables.Column("payment", "Payment", lambda row: row.payment, "chip", width=104),
    tables.Column("arrived", "Arrived", lambda row: row.arrived, "number", width=88, sort="arrived"),
)


def roster(offline: int = -1) -> QWidget:
    made, column = page()
    column.addWidget(
        w.PageHeader(
            "Defensive handgun I",
            "Classes / Friday 20 Nov",
            "09:00 to 17:00 · Range B · Tomasz Wiśniewski · 12 of 12 · 2 waiting",
            [
                w.Button("Walk-in", icon="user-plus"),
                w.Button("Roster", icon="printer"),
                w.Button("Close class"),
            ],
        )
    )
    row = QHBoxLayout()
    row.setSpacing(16)
    model: tables.KeysetTableModel[Seat] = tables.KeysetTableModel(
        ROSTER, InlineRunner(made), lambda after, limit: Page(seats()), lambda seat: seat.id, made
    )
    table = tables.Table(model, name="Roster")
    pane = tables.ListPane(
        table,
        keys=[("↑ ↓", "move"), ("Return", "check in"), ("L", "late"), ("X", "excused"), ("T", "transfer")],
    )
    model.load()
    table.select_place(0)
    row.addWidget(pane, 1)
    row.addWidget(check_in_card())
    column.addLayout(row, 1)
    column.addSpacing(150)
    return shell(made, "classes", offline)


PERSON = FormSpec(
    (
        FieldSpec("given_name", "text", "Given name", required=True, section="Name"),
        FieldSpec("family_name", "text", "Family name", required=True, section="Name"),
        FieldSpec(
            "birth_date", "date", "Date of birth", section="Name", hint="Minors need a guardian’s signature."
        ),
        FieldSpec(
            "language", "choice", "Language", choices=(("en", "English"), ("fr", "French")), section="Name"
        ),
        FieldSpec("email", "email", "E-mail", section="Contact"),
        FieldSpec("phone", "phone", "Phone", section="Contact"),
        FieldSpec("credit", "money", "Credit", section="Contact"),
        FieldSpec("password", "password", "Password", section="Contact"),
        FieldSpec("tags", "words", "Tags", section="Contact", wide=True, hint="Commas between."),
        FieldSpec("note", "long_text", "Note", section="Contact", wide=True),
        FieldSpec("news", "yes_no", "Sends the newsletter", section="Contact"),
    )
)


def filled_form() -> FormWidget:
    form = FormWidget(PERSON)
    form.load(
        {
            "given_name": "Oluwaseun",
            "family_name": "Adébáyọ̀",
            "birth_date": date(1988, 2, 29),
            "email": "seun@",
            "phone": "+13045550142",
            "credit": 18500,
            "tags": ("instructor", "first aid"),
            "news": True,
        }
    )
    return form


def parts() -> QWidget:
    """Every small widget in its kinds and states."""
    made, column = page()
    column.setSpacing(16)
    column.addWidget(
        w.PageHeader(
            "Parts", "Toolkit", "Every widget in its kinds", [w.Button("New", "primary", "plus", "Ctrl+N")]
        )
    )
    row = QHBoxLayout()
    row.setSpacing(10)
    for kind in ("plain", "primary", "danger", "ghost"):
        row.addWidget(w.Button(kind, kind, "check"))  # type: ignore[arg-type]
    for kind in ("plain", "primary", "danger", "ghost"):
        button = w.Button(kind, kind, "check")  # type: ignore[arg-type]
        button.setEnabled(False)
        row.addWidget(button)
    row.addWidget(w.Button("small", size="small"))
    row.addWidget(w.IconButton("dots-three", "More"))
    row.addStretch(1)
    column.addLayout(row)
    row = QHBoxLayout()
    row.setSpacing(8)
    for kind in ("ok", "warn", "bad", "neutral", "accent", "pending"):
        row.addWidget(w.Chip(kind, kind, "check" if kind == "ok" else ""))  # type: ignore[arg-type]
    row.addWidget(w.Avatar("Nguyễn Thị Đào", 40))
    row.addWidget(w.KeyHint("Ctrl+Shift+P"))
    search = w.SearchField("Search people", "Ctrl+F")
    search.setFixedWidth(300)
    row.addWidget(search)
    row.addStretch(1)
    column.addLayout(row)
    for kind, text, action in (
        ("neutral", "The list is read only while the class is closed.", ""),
        ("warn", "The class is full. You can put this person on the waiting list.", "Waiting list"),
        ("bad", "Somebody else changed this record.", "Look again"),
        ("ok", "All twelve have arrived.", ""),
        ("pending", "Accepted here, not yet sent: 3 operations wait.", ""),
    ):
        column.addWidget(w.Banner(text, kind, action))  # type: ignore[arg-type]
    row = QHBoxLayout()
    row.setSpacing(12)
    for name, figure, note in (
        ("Redemptions", "318", "each line opens its scan"),
        ("Gross", show.money(2_862_000, "XOF"), "XOF, no decimals"),
        ("Partner share 72 %", show.money(2_060_640, "XOF"), "paid monthly"),
        ("Due", show.money(-18_500), "reconciled to the cent"),
    ):
        row.addWidget(w.Stat(name, figure, note))
    column.addLayout(row)
    row = QHBoxLayout()
    row.setSpacing(12)
    card = w.Card()
    card.body.addWidget(
        w.EmptyState(
            "calendar-blank",
            "No classes on this day",
            "Choose another day, or add a class.",
            w.Button("New class", "primary", "plus"),
        )
    )
    row.addWidget(card, 1)
    card = w.Card(padding=1)
    card.body.addWidget(w.Skeleton(4))
    row.addWidget(card, 1)
    card = w.Card()
    card.body.addWidget(w.Label("Contact", "heading"))
    card.body.addWidget(
        w.Facts([("Phone", show.phone("+13045550142")), ("E-mail", "æsa.weiß@example.org"), ("Guardian", "")])
    )
    card.body.addStretch(1)
    row.addWidget(card, 1)
    column.addLayout(row, 1)
    return shell(made, "people")


def form_page() -> QWidget:
    made, column = page()
    column.addWidget(w.PageHeader("Oluwaseun Adébáyọ̀", "People", "Edit", [w.Button("Save", "primary")]))
    row = QHBoxLayout()
    row.setSpacing(16)
    card = w.Card(padding=1)
    form = filled_form()
    form.submit()
    scroll = w.Scroll(margins=19)
    scroll.body.addWidget(form)
    scroll.body.addStretch(1)
    card.body.addWidget(scroll)
    row.addWidget(card, 3)
    other = w.Card(padding=20)
    quiet = filled_form()
    quiet.set_value("email", "seun@example.org")
    quiet.set_read_only(True)
    other.body.addWidget(quiet)
    other.body.addStretch(1)
    row.addWidget(other, 2)
    column.addLayout(row, 1)
    return shell(made, "people")


def over(kind: str) -> QWidget:
    """A sheet over the roster."""
    window = roster()
    window.resize(1280, 800)
    if kind == "conflict":
        mine = {
            "given_name": "Kwame",
            "family_name": "Boateng-Addo",
            "phone": "+13045550142",
            "credit": 18500,
        }
        theirs = {**mine, "phone": "+13045550199", "credit": 0, "family_name": "Boateng"}
        ConflictSheet(mine, theirs, PERSON, who="Ruth Okafor").show_over(window)
    elif kind == "confirm":
        w.ConfirmSheet(
            "Check in without a waiver?",
            "Kwame Boateng-Addo has not signed version 2026-03. The reason is kept in the audit.",
            "Override",
            danger=True,
            reason_required=True,
        ).show_over(window)
    elif kind == "crash":
        try:
            {}["nothing"]
        except KeyError as error:
            CrashSheet(crash_report(error)).show_over(window)
    elif kind == "keys":
        open_shortcuts(
            window, ShortcutMap().groups("Roster", [("Return", "check in"), ("L", "late"), ("X", "excused")])
        )
    toasts = w.Toasts(window)
    toasts.say("Lena Brandt checked in", "ok", action="Undo", run=toasts.clear)
    return window


def beside() -> QWidget:
    """The help and an open list of choices beside a form."""
    made, column = page()
    column.addWidget(w.PageHeader("Roster", "Today", "Help at the side"))
    row = QHBoxLayout()
    row.setSpacing(16)
    card = w.Card(padding=20)
    line = QHBoxLayout()
    line.addWidget(Calendar())
    line.addStretch(1)
    card.body.addLayout(line)
    card.body.addWidget(w.Tabs(["Bookings", "Waivers", "History"]))
    card.body.addStretch(1)
    row.addWidget(card, 1)
    panel = HelpPanel()
    panel.open("roster")
    row.addWidget(panel)
    column.addLayout(row, 1)
    return shell(made, "classes")


def save(widget: QWidget, path: Path, size: QSize) -> None:
    widget.resize(size)
    widget.show()
    if not widget.findChildren(w.Sheet):
        widget.setFocus()
    for _ in range(3):
        QApplication.processEvents()
    widget.grab().save(str(path))
    widget.close()
    widget.deleteLater()


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    for mode in ("light", "dark"):
        theme.apply(app, mode)  # type: ignore[arg-type]
        save(parts(), folder / f"parts-{mode}.png", QSize(1280, 800))
        save(beside(), folder / f"beside-{mode}.png", QSize(1280, 800))
        save(form_page(), folder / f"form-{mode}.png", QSize(1280, 800))
        for kind in ("conflict", "confirm", "crash", "keys"):
            save(over(kind), folder / f"{kind}-{mode}.png", QSize(1280, 800))
        save(roster(3 if mode == "dark" else -1), folder / f"roster-{mode}.png", QSize(1280, 800))
        save(today(), folder / f"today-{mode}.png", QSize(1280, 800))


if __name__ == "__main__":
    main()
