"""Renders the toolkit to pictures, to be looked at: ``python tests/qt/gallery.py DIR`` (not a test)."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from mdi_desk.kernel.paging import Page
from mdi_desk.qt import tables, theme
from mdi_desk.qt import widgets as w
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


def save(widget: QWidget, path: Path, size: QSize) -> None:
    widget.resize(size)
    widget.show()
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
        save(roster(3 if mode == "dark" else -1), folder / f"roster-{mode}.png", QSize(1280, 800))
        save(today(), folder / f"today-{mode}.png", QSize(1280, 800))


if __name__ == "__main__":
    main()
