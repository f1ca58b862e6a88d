"""Palette, font, style sheet and icons."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QImage, QPainter, QRawFont
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mdi_desk.kernel.paths import resource
from mdi_desk.qt import icons, theme
from mdi_desk.qt.widgets import Label
from mdi_desk.qt.widgets.painting import CHIP_COLOURS


@pytest.mark.parametrize("pixels", [14, 24])
def test_a_hyphen_in_a_code_is_no_wider_than_in_a_name(qapp: QApplication, pixels: int) -> None:
    """Somebody would type the spaces that a wide hyphen seems to have."""
    theme.apply(qapp, "light")
    plain, code = QFontMetricsF(theme.font("medium", pixels)), QFontMetricsF(theme.code_font(pixels))
    assert code.horizontalAdvance("3htv3-zm3qn") - code.horizontalAdvance("3htv3zm3qn") == pytest.approx(
        plain.horizontalAdvance("3htv3-zm3qn") - plain.horizontalAdvance("3htv3zm3qn"), abs=0.6
    )
    tabular = QFontMetricsF(theme.font("number", pixels))
    assert code.horizontalAdvance("-") < tabular.horizontalAdvance("-")


NAMES = "Adébáyọ̀ Wiśniewski Nguyễn Thị Đào Ærø Weiß María José Núñez Aïcha ŁÓDŹ Phạm Ngọc Ánh ’ – · − …"

# Words on grounds as the widgets paint them.
PAIRS = [
    *((words, ground) for words in ("text", "text-muted") for ground in ("bg", "panel", "raise", "hover")),
    *(("text-faint", ground) for ground in ("bg", "panel", "raise")),
    *(
        ("text", ground)
        for ground in ("accent-soft", "ok-soft", "warn-soft", "bad-soft", "neutral-soft", "pending-soft")
    ),
    ("text-muted", "accent-soft"),
    ("text", "pressed"),
    *CHIP_COLOURS.values(),
    ("accent", "panel"),
    ("accent", "bg"),
    ("bad", "panel"),
    ("bad", "bg"),
    ("ok", "panel"),
    ("warn", "panel"),
    ("on-accent", "accent"),
    ("on-accent", "accent-hover"),
    ("on-accent", "accent-pressed"),
    ("on-bad", "bad"),
    ("on-bad", "bad-hover"),
    ("on-avatar", "avatar"),
]


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("words", "ground"), PAIRS)
def test_words_stand_out_from_their_ground(mode: str, words: str, ground: str) -> None:
    worn = theme.tokens(mode)  # type: ignore[arg-type]
    assert theme.contrast(worn.colour(words), worn.colour(ground)) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("ground", ["bg", "panel", "raise"])
def test_the_focus_ring_stands_out(mode: str, ground: str) -> None:
    worn = theme.tokens(mode)  # type: ignore[arg-type]
    assert theme.contrast(worn.colour("accent"), worn.colour(ground)) >= 3


def test_scan_station_states_carry_white_words() -> None:
    worn = theme.tokens("light")
    for state in ("valid", "wait", "refused", "unknown", "pending", "ready"):
        assert theme.contrast(worn.colour("station.on"), worn.colour(f"station.{state}")) >= 4.5, state


def test_contrast_is_that_of_the_standard() -> None:
    assert theme.contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)
    assert theme.contrast(QColor("#777777"), QColor("#FFFFFF")) == pytest.approx(4.48, abs=0.01)


def test_both_modes_name_the_same_tokens() -> None:
    assert theme.tokens("light").colours.keys() == theme.tokens("dark").colours.keys()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_word_of_the_style_sheet_is_filled(qapp: QApplication, mode: str) -> None:
    sheet = theme.style_sheet(theme.tokens(mode))  # type: ignore[arg-type]
    assert "@" not in re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    for path in re.findall(r'url\("([^"]+)"\)', sheet):
        assert resource("style").joinpath(path.rsplit("/", 1)[1]).is_file()


def test_the_bundled_faces_carry_every_letter(dressed: QApplication) -> None:
    for face in theme.FACES:
        raw = QRawFont(str(resource("fonts", f"Inter-{face}.ttf")), 14)
        assert raw.isValid(), face
        missing = [char for char in NAMES if not char.isspace() and not raw.supportsCharacter(ord(char))]
        assert not missing, (face, missing)


def test_the_faces_have_outlines_that_papers_can_embed() -> None:
    for face in theme.FACES:
        data = resource("fonts", f"Inter-{face}.ttf").read_bytes()
        tables = {data[12 + 16 * i : 16 + 16 * i] for i in range(int.from_bytes(data[4:6]))}
        assert b"glyf" in tables
        assert b"CFF " not in tables


@pytest.mark.parametrize(
    ("weight", "style"),
    [
        (QFont.Weight.Normal, "Regular"),
        (QFont.Weight.Medium, "Medium"),
        (QFont.Weight.DemiBold, "SemiBold"),
        (QFont.Weight.Bold, "Bold"),
    ],
)
def test_each_weight_is_a_face_of_its_own(dressed: QApplication, weight: QFont.Weight, style: str) -> None:
    found = QFontInfo(theme.font("body", weight=weight))
    assert (found.family(), found.styleName()) == ("Inter", style)


def test_numbers_in_columns_are_tabular_and_names_are_not(dressed: QApplication) -> None:
    column, words = QFontMetricsF(theme.font("number")), QFontMetricsF(theme.font("body"))
    assert column.horizontalAdvance("11:11") == column.horizontalAdvance("08:58")
    assert words.horizontalAdvance("1111") < words.horizontalAdvance("0000")
    # The tabular feature widens hyphens too, which tears names apart.
    assert words.horizontalAdvance("a-b") < column.horizontalAdvance("a-b")


def test_the_style_sheet_leaves_tabular_figures_alone(dressed: QApplication, qtbot: QtBot) -> None:
    label = Label("11:11", "number-caption")
    qtbot.addWidget(label)
    label.ensurePolished()
    metrics = QFontMetricsF(label.font())
    assert metrics.horizontalAdvance("11") == metrics.horizontalAdvance("00")
    assert label.font().pixelSize() == theme.current().size.caption


def test_roles_have_their_size_and_weight(dressed: QApplication, qtbot: QtBot) -> None:
    title, caption = Label("Today", "title"), Label("4 classes", "caption")
    for label in (title, caption):
        qtbot.addWidget(label)
        label.ensurePolished()
    assert (title.font().pixelSize(), title.font().weight()) == (20, QFont.Weight.Bold)
    assert caption.font().pixelSize() == 12
    assert caption.palette().windowText().color() == theme.current().colour("text-muted")


def test_switching_at_run_time_recolours_and_tells(dressed: QApplication, qtbot: QtBot) -> None:
    label = QLabel("x")
    qtbot.addWidget(label)
    label.ensurePolished()
    light = label.palette().windowText().color()
    with qtbot.waitSignal(theme.theme_changes.changed):
        theme.apply(dressed, "dark")
    assert theme.current().mode == "dark"
    assert label.palette().windowText().color() == theme.current().colour("text") != light
    assert dressed.palette().window().color() == theme.current().colour("bg")


def test_system_follows_the_desktop(dressed: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    worn = theme.apply(dressed, "system")
    scheme = dressed.styleHints().colorScheme()
    expected = "dark" if scheme == Qt.ColorScheme.Dark else "light"
    assert (worn.mode, worn.tokens.mode) == ("system", expected)
    monkeypatch.setattr(type(dressed.styleHints()), "colorScheme", lambda self: Qt.ColorScheme.Dark)
    dressed.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.current().mode == "dark"
    theme.apply(dressed, "light")
    dressed.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.current().mode == "light"


def painted(name: str, role: str = "text") -> QImage:
    image = QImage(32, 32, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    icons.icon(name, role).paint(painter, 0, 0, 32, 32)
    painter.end()
    return image


def inked(image: QImage) -> list[tuple[int, int]]:
    return [(x, y) for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() > 200]


@pytest.mark.parametrize(
    "name", ["sun", "ph.users", "check-circle-fill", "signature", "cash-register", "kanban"]
)
def test_icons_fill_their_box_and_no_more(dressed: QApplication, name: str) -> None:
    ink = inked(painted(name))
    assert len(ink) > 40
    assert min(x for x, _ in ink) >= 1
    assert max(x for x, _ in ink) <= 30
    assert max(y for _, y in ink) - min(y for _, y in ink) > 12


def test_icons_follow_the_theme(dressed: QApplication) -> None:
    kept = icons.icon("check-circle-fill", "accent")

    def colour() -> QColor:
        return kept.pixmap(32, 32).toImage().pixelColor(8, 12)

    assert colour() == theme.current().colour("accent")
    theme.apply(dressed, "dark")
    assert colour() == theme.current().colour("accent") == theme.tokens("dark").colour("accent")


def test_an_unknown_icon_is_a_mistake_of_ours(dressed: QApplication) -> None:
    with pytest.raises(KeyError):
        icons.icon("no-such-icon")


def test_qtawesome_is_read_but_never_imported(dressed: QApplication) -> None:
    import subprocess
    import sys

    code = (
        "import sys; from mdi_desk.qt import icons; icons.characters(); sys.exit('qtawesome' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
