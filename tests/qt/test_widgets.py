"""The widgets: what they say to readers of screens, and how they answer to keys."""

import pytest
from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetricsF, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mdi_desk.kernel import words
from mdi_desk.qt import theme
from mdi_desk.qt import widgets as w
from mdi_desk.qt.widgets import painting


def put(window: QWidget, *things: QWidget) -> None:
    column = QVBoxLayout(window)
    for thing in things:
        column.addWidget(thing)
        thing.show()


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Kwame Boateng-Addo", "KB"),
        ("María José Núñez", "MN"),
        ("Jean-Baptiste d’Arcy-Delacroix", "JD"),
        ("Æsa", "Æ"),
        ("Nguyễn Thị Đào", "NĐ"),
        ("(guest)", "G"),
        ("", ""),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert w.initials(name) == letters


@pytest.mark.parametrize(
    ("key", "cap"), [("Ctrl+K", "Ctrl K"), ("Return", "Enter"), ("Ctrl++", "Ctrl +"), ("?", "?"), ("Up", "↑")]
)
def test_keys_as_they_stand_on_caps(key: str, cap: str) -> None:
    assert w.key_text(key) == cap


def test_a_button_answers_to_enter_space_mouse_and_its_shortcut(window: QWidget, qtbot: QtBot) -> None:
    pressed: list[int] = []
    button = w.Button("Check in", "primary", "check", "Ctrl+Return", run=lambda: pressed.append(1))
    put(window, button)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, Qt.Key.Key_Space)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(pressed) == 4


def test_a_greyed_button_says_why_and_does_nothing(window: QWidget) -> None:
    pressed: list[int] = []
    button = w.Button("Check in", run=lambda: pressed.append(1))
    button.set_tip("Marks the person present")
    put(window, button)
    button.set_why_not("Sign the waiver first.")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.isEnabled()
    assert button.toolTip() == button.accessibleDescription() == "Sign the waiver first."
    button.set_why_not(None)
    assert button.isEnabled()
    assert button.toolTip() == "Marks the person present"
    assert pressed == []


def test_buttons_stand_as_high_as_the_tokens_say(window: QWidget) -> None:
    heights = [w.Button("x", size=size).sizeHint().height() for size in ("small", "normal", "large")]  # type: ignore[arg-type]
    assert heights == [30, 34, 44]
    wide = w.Button("Close class").sizeHint().width()
    assert wide == pytest.approx(
        QFontMetricsF(theme.font("medium")).horizontalAdvance("Close class") + 30, abs=1
    )


def coloured(widget: QWidget, colour_role: str) -> int:
    image: QImage = widget.grab().toImage()
    wanted = theme.current().colour(colour_role).rgb()
    return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


@pytest.mark.parametrize(
    "make",
    [
        lambda: w.Button("Roster"),
        lambda: w.IconButton("x", "Close"),
        lambda: w.Card(clickable=True, name="Class"),
        lambda: w.Tappable(name="Row"),
        lambda: w.LinkLabel("Classes"),
        QLineEdit,
    ],
)
def test_the_focus_is_seen(window: QWidget, make: object) -> None:
    widget = make()  # type: ignore[operator]
    widget.setMinimumSize(90, 30)
    other = QLineEdit()
    put(window, widget, other)
    other.setFocus()
    QApplication.processEvents()
    without = coloured(widget, "accent")
    widget.setFocus()
    QApplication.processEvents()
    assert coloured(widget, "accent") - without > 60


def test_everything_pressable_has_a_name(window: QWidget) -> None:
    from PySide6.QtWidgets import QAbstractButton

    bar, foot, side = w.TopBar("Find"), w.StatusBar(), w.Sidebar([("Desk", [("today", "Today", "sun", 3)])])
    banner = w.Banner("Full", "warn", "Waiting list")
    foot.set_station("Front desk 2")
    foot.set_who("Aïcha Fall")
    foot.offer("The server cannot be reached.", "Try again", lambda: None)
    put(window, bar, foot, side, banner)
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and button.focusPolicy() != Qt.FocusPolicy.NoFocus:
            assert button.accessibleName(), button
    assert side.findChildren(QAbstractButton)[0].accessibleName() == "Today, 3"


def test_labels_never_read_markup(window: QWidget) -> None:
    label = w.Label("<b>Bobby</b> & sons")
    tone = w.TwoTone("<i>Paid</i>", "a < b & c")
    put(window, label, tone)
    plain = QFontMetricsF(label.font()).horizontalAdvance("<b>Bobby</b> & sons")
    assert label.sizeHint().width() >= plain
    assert tone.accessibleName() == "<i>Paid</i> · a < b & c"
    assert "&lt;i&gt;" in tone.text()


def test_an_elided_label_tells_the_rest(window: QWidget, qtbot: QtBot) -> None:
    label = w.ElidedLabel("Jean-Baptiste d’Arcy-Delacroix de la Rochefoucauld")
    label.setFixedWidth(90)
    put(window, label)
    assert label.toolTip() == label.text()
    label.setFixedWidth(600)
    qtbot.waitUntil(lambda: label.toolTip() == "")


def test_the_search_field_waits_until_the_typing_rests(window: QWidget, qtbot: QtBot) -> None:
    field = w.SearchField("Find", "Ctrl+F", rest_ms=20)
    put(window, field)
    asked: list[str] = []
    field.searched.connect(asked.append)
    QTest.keyClicks(field, "okafor")
    assert asked == []
    qtbot.waitUntil(lambda: asked == ["okafor"])
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert asked == ["okafor"]
    QTest.keyClicks(field, "s")
    with qtbot.waitSignal(field.left_down):
        QTest.keyClick(field, Qt.Key.Key_Down)
    assert asked == ["okafor", "okafors"]
    with qtbot.waitSignal(field.cleared):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert asked[-1] == ""


def test_flowing_things_go_to_the_next_line(window: QWidget) -> None:
    flow = w.FlowLayout(window, gap=6, row_gap=4)
    chips = [w.Chip(f"waiver missing {n}", "warn") for n in range(4)]
    for chip in chips:
        flow.addWidget(chip)
        chip.show()
    wide = chips[0].sizeHint().width()
    assert flow.heightForWidth(5 * wide) == painting.CHIP_HEIGHT
    assert flow.heightForWidth(2 * wide + 10) == 2 * painting.CHIP_HEIGHT + 4
    flow.setGeometry(QRect(0, 0, 2 * wide + 10, 100))
    assert chips[2].pos() == QPoint(0, painting.CHIP_HEIGHT + 4)
    flow.clear()
    assert flow.count() == 0


def test_a_banner_says_offers_and_goes(window: QWidget, qtbot: QtBot) -> None:
    banner = w.Banner()
    put(window, banner)
    banner.say("")
    assert not banner.isVisible()
    banner.say("The class is full.", "warn", "Waiting list")
    assert banner.isVisible()
    assert banner.text() == banner.accessibleName() == "The class is full."
    with qtbot.waitSignal(banner.acted):
        QTest.mouseClick(banner.findChildren(w.Button)[0], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(banner.closed):
        banner.dismiss()
    assert not banner.isVisible()


def test_the_header_says_where_one_is_and_leads_back(window: QWidget, qtbot: QtBot) -> None:
    header = w.PageHeader("Defensive handgun I", "Classes / Friday", "12 of 12", [w.Button("Roster")])
    put(window, header)
    assert header.title() == header.accessibleName() == "Defensive handgun I"
    crumb = header.findChildren(w.LinkLabel)[0]
    with qtbot.waitSignal(header.back):
        QTest.keyClick(crumb, Qt.Key.Key_Return)
    header.set("Today")
    assert not crumb.isVisible()
    header.set_actions([w.Button("A"), w.Button("B")])
    QApplication.processEvents()
    assert [button.text() for button in header.findChildren(w.Button) if button.isVisibleTo(header)][-2:] == [
        "A",
        "B",
    ]


def test_the_sidebar_by_keyboard(window: QWidget, qtbot: QtBot) -> None:
    side = w.Sidebar(
        [("Front desk", [("today", "Today", "sun", 0), ("classes", "Classes", "calendar-blank", 6)])]
    )
    put(window, side)
    chosen: list[str] = []
    side.chosen.connect(chosen.append)
    side.set_current("today")
    assert (side.current(), chosen) == ("today", [])
    side._entries["today"].setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert (side.current(), chosen) == ("classes", ["classes"])
    side.set_badge("classes", 7)
    side.set_badge("unknown", 7)
    side.set_sections([("Bureau", [("classes", "Cours", "calendar-blank", 7)])])
    assert side.current() == "classes"


@pytest.mark.parametrize(
    ("state", "waiting", "said"),
    [
        ("online", 0, "Connected · live"),
        ("online", 2, "Connected · sending 2"),
        ("reconnecting", 0, "Reconnecting…"),
        ("reconnecting", 1, "Reconnecting · 1 in the journal"),
        ("offline", 3, "Offline · 3 in the journal"),
        ("offline", 0, "Offline"),
    ],
)
def test_the_status_bar_says_how_things_stand(window: QWidget, state: str, waiting: int, said: str) -> None:
    foot = w.StatusBar()
    put(window, foot)
    foot.set_connection(state, waiting)  # type: ignore[arg-type]
    assert foot.connection_text() == said


def test_the_status_bar_offers_to_try_again_and_the_next_language(window: QWidget, qtbot: QtBot) -> None:
    foot, tried = w.StatusBar(), []
    put(window, foot)
    foot.offer("The server cannot be reached.", "Try again", lambda: tried.append(1))
    assert foot.note() == "The server cannot be reached."
    QTest.mouseClick(foot._again, Qt.MouseButton.LeftButton)
    assert tried == [1]
    assert foot.note() == ""
    foot.set_language("en")
    with qtbot.waitSignal(foot.language_chosen) as caught:
        QTest.mouseClick(foot._language, Qt.MouseButton.LeftButton)
    assert caught.args == ["fr"]
    words.use({"Connected · live": "Connecté · en direct"}.get, "fr")  # type: ignore[arg-type]
    foot.retranslate()
    assert foot.connection_text() == "Connecté · en direct"


def test_toasts_stand_in_the_top_bar_and_leave(window: QWidget, qtbot: QtBot) -> None:
    toasts, undone = w.Toasts(window), []
    toasts.say("Lena Brandt checked in", "ok", action="Undo", run=lambda: undone.append(1), stays_ms=60_000)
    toast = window.findChildren(w.Button)[0].parentWidget()
    assert toast.geometry().top() < 52
    assert toast.geometry().right() < window.width()
    assert toast.accessibleName() == "Lena Brandt checked in"
    QTest.mouseClick(toast.findChildren(w.Button)[0], Qt.MouseButton.LeftButton)
    assert (undone, toasts.texts()) == ([1], [])
    for number in range(5):
        toasts.say(f"news {number}", stays_ms=60_000)
    assert toasts.texts() == ["news 3", "news 4"]
    toasts.clear()
    toasts.say("short", stays_ms=10)
    qtbot.waitUntil(lambda: toasts.texts() == [])


def page_with_enter(window: QWidget) -> tuple[QLineEdit, list[str]]:
    """A page whose primary button answers to Enter anywhere."""
    pressed: list[str] = []
    field = QLineEdit()
    button = w.Button("Check in", "primary", shortcut="Ctrl+S", run=lambda: pressed.append("page"))
    put(window, field, button)
    field.setFocus()
    return field, pressed


def test_a_sheet_takes_the_focus_keeps_it_and_gives_it_back(window: QWidget, qtbot: QtBot) -> None:
    field, _ = page_with_enter(window)
    content = QWidget()
    column = QVBoxLayout(content)
    first, second = QLineEdit(), QLineEdit()
    column.addWidget(first)
    column.addWidget(second)
    sheet = w.Sheet.open_over(window, content, "Edit")
    assert QApplication.focusWidget() is first
    seen = set()
    for _ in range(6):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.add(QApplication.focusWidget())
    assert {first, second} < seen
    assert all(sheet.isAncestorOf(widget) for widget in seen)
    with qtbot.waitSignal(sheet.closed):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not sheet.is_open()
    assert QApplication.focusWidget() is field


def test_keys_of_the_page_rest_while_a_sheet_lies_on_it(window: QWidget) -> None:
    field, pressed = page_with_enter(window)
    ctrl = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(field, Qt.Key.Key_S, ctrl)
    assert pressed == ["page"]
    sheet = w.Sheet.open_over(window, QLineEdit(), "Edit")
    save = w.Button("Save", "primary", shortcut="Ctrl+S", run=lambda: pressed.append("sheet"))
    sheet.add_button(save)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, ctrl)
    assert pressed == ["page", "sheet"]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert pressed == ["page", "sheet", "sheet"]
    sheet.close_sheet()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, ctrl)
    assert pressed[-1] == "page"


def test_a_tall_sheet_stays_inside_a_small_window(window: QWidget) -> None:
    window.resize(700, 400)
    tall = QWidget()
    tall.setMinimumHeight(2000)
    sheet = w.Sheet.open_over(window, tall, "Long", width=900)
    panel = sheet._panel.geometry()
    assert window.rect().contains(panel)
    window.resize(500, 360)
    assert window.rect().contains(sheet._panel.geometry())
    sheet.close_sheet()


def test_a_dangerous_question_does_not_begin_on_yes(window: QWidget, qtbot: QtBot) -> None:
    answers: list[str] = []
    sheet = w.ConfirmSheet("Delete the class?", "12 bookings are cancelled.", "Delete", danger=True)
    sheet.confirmed.connect(answers.append)
    sheet.show_over(window)
    assert isinstance(QApplication.focusWidget(), w.Button)
    assert QApplication.focusWidget().text() == "Cancel"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert answers == []
    assert not sheet.is_open()


def test_an_override_waits_for_its_reason(window: QWidget, qtbot: QtBot) -> None:
    answers: list[str] = []
    sheet = w.ConfirmSheet("Override?", "It is kept.", "Override", danger=True, reason_required=True)
    sheet.confirmed.connect(answers.append)
    sheet.show_over(window)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (answers, sheet.is_open()) == ([], True)
    QTest.keyClicks(field, "  signed on paper ")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert answers == ["signed on paper"]
    assert not sheet.is_open()


def test_no_part_opens_as_a_window_of_its_own(openings: list[QObject], qtbot: QtBot) -> None:
    for widget in (
        w.Banner("The class is full.", "warn", "Waiting list"),
        w.PageHeader("Today", "Classes", "4 classes", [w.Button("x")]),
        w.EmptyState("tray", "Nothing", "Add", w.Button("Add")),
        w.SidePanel(closable=True),
        w.Sheet(w.Label("x"), title="Edit"),
        w.StatusBar(),
        w.TopBar("Find"),
    ):
        qtbot.addWidget(widget)
        assert openings == [], widget
    banner = w.Banner()
    qtbot.addWidget(banner)
    banner.say("")
    banner.say("Now.")
    assert openings == []
    parent = QWidget()
    qtbot.addWidget(parent)
    put(parent, w.Label("x"))
    banner.setParent(parent)
    parent.show()
    assert banner.isVisible()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_widget_paints_without_a_word_of_complaint(
    dressed: QApplication, qtbot: QtBot, mode: str
) -> None:
    theme.apply(dressed, mode)  # type: ignore[arg-type]
    for widget in (
        *(w.Chip("Paid", kind, "check") for kind in painting.CHIP_COLOURS),  # type: ignore[arg-type]
        *(w.Button(kind, kind, "check", "Ctrl+K") for kind in ("plain", "primary", "danger", "ghost")),  # type: ignore[arg-type]
        *(w.CheckRow(state, "Waiver", "detail") for state in ("ok", "bad", "warn", "pending", "off")),  # type: ignore[arg-type]
        w.Avatar("Kwame Boateng-Addo", 56),
        w.Icon("sun", kind="warn"),
        w.KeyFooter([("Return", "check in"), ("L", "late")]),
        w.ProgressLine(7, 12, name="Arrived"),
        w.Skeleton(3),
        w.EmptyState("tray", "Nothing here", "Add something.", w.Button("Add")),
        w.Stat("Gross", "$185.00", "paid"),
        w.Facts([("Phone", "(304) 555-0142"), ("E-mail", "")]),
        w.SidePanel(closable=True),
        w.Mark(),
    ):
        qtbot.addWidget(widget)
        widget.resize(max(200, widget.sizeHint().width()), max(40, widget.sizeHint().height()))
        image = widget.grab().toImage()
        colours = {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
        assert len(colours) > 1, widget
