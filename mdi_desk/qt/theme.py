"""Palette, font and the one style sheet, all made from `resources/style/tokens.json`.

`apply` dresses the application; widgets that paint themselves read `current()` while painting, so that a
switch between light and dark needs no rebuilding. Sizes are logical pixels: Qt scales them with the screen.
"""

import json
import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from mdi_desk.kernel.paths import resource

Mode = Literal["light", "dark", "system"]
FACES = ("Regular", "Medium", "SemiBold", "Bold")

_ALPHA_HEX = 9


@dataclass(frozen=True, slots=True)
class Space:
    """Distances between things, in logical pixels, from hair to huge."""

    xs: int
    s: int
    m: int
    lg: int
    xl: int
    xxl: int
    xxxl: int
    huge: int


@dataclass(frozen=True, slots=True)
class Radius:
    """Corner radii in logical pixels."""

    chip: int
    control: int
    card: int
    pad: int


@dataclass(frozen=True, slots=True)
class Sizes:
    """The type scale in pixels."""

    caption: int
    body: int
    heading: int
    title: int
    kiosk: int
    answer: int


@dataclass(frozen=True, slots=True)
class Heights:
    """Heights of the things that stand in rows, and the sidebar's width, in logical pixels."""

    control: int
    control_large: int
    row: int
    topbar: int
    statusbar: int
    sidebar_width: int


@dataclass(frozen=True)
class Tokens:
    """Every colour and measure of one mode. `colours` are hex strings by token name ("text-muted")."""

    mode: Literal["light", "dark"]
    colours: dict[str, str]
    station: dict[str, str]
    space: Space
    radius: Radius
    size: Sizes
    height: Heights
    family: str
    _made: dict[str, QColor] = field(default_factory=dict, repr=False, compare=False)

    def colour(self, role: str) -> QColor:
        """The colour of token `role`; ``station.valid`` reaches the scan station's. KeyError if unknown."""
        made = self._made.get(role)
        if made is None:
            table, _, name = role.rpartition(".")
            made = self._made[role] = QColor(self.station[name] if table == "station" else self.colours[name])
        return QColor(made)

    def hex(self, role: str) -> str:
        """The same as ``#RRGGBB`` or ``#AARRGGBB``."""
        return self.colours[role]


def _snake(table: dict[str, Any]) -> dict[str, Any]:
    return {key.replace("-", "_"): value for key, value in table.items()}


@cache
def tokens(mode: Literal["light", "dark"]) -> Tokens:
    """The tokens of `mode`, read once."""
    raw = json.loads(resource("style", "tokens.json").read_text(encoding="utf-8"))
    type_scale = {key: raw["type"][key] for key in Sizes.__dataclass_fields__}
    return Tokens(
        mode=mode,
        colours=dict(raw[mode]),
        station=dict(raw["station"]),
        space=Space(*raw["space"]),
        radius=Radius(**_snake(raw["radius"])),
        size=Sizes(**type_scale),
        height=Heights(**_snake(raw["height"])),
        family=raw["type"]["font"],
    )


class ThemeChanges(QObject):
    """Signals: ``changed()`` after the application has been dressed anew."""

    changed = Signal()


class Theme(QObject):
    """The application's dress; one per process, made by `apply`.

    Attributes:
        mode: what was asked for, "system" follows the desktop.
        tokens: what is worn now.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.mode: Mode = "light"
        self.tokens: Tokens = tokens("light")
        load_fonts()
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._system_changed)

    def wear(self, mode: Mode) -> None:
        """Dress in `mode`, at run time too."""
        self.mode = mode
        self._dress()

    def _system_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self.mode == "system":
            self._dress()

    def _dress(self) -> None:
        global _worn
        dark = self.mode == "dark" or (
            self.mode == "system" and self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        )
        self.tokens = _worn = tokens("dark" if dark else "light")
        # Each of these goes through every widget there is: the font stays the same, so it is set once.
        if self._app.font() != font("body"):
            self._app.setFont(font("body"))
        self._app.setPalette(palette(self.tokens))
        self._app.setStyleSheet(style_sheet(self.tokens))
        theme_changes.changed.emit()


theme_changes = ThemeChanges()
_theme: Theme | None = None
_worn: Tokens | None = None


def apply(app: QApplication, mode: Mode = "system") -> Theme:
    """Dress `app` in `mode`: "light", "dark" or "system". Call again to switch; returns the one `Theme`."""
    global _theme
    import shiboken6

    if _theme is None or not shiboken6.isValid(_theme):
        _theme = Theme(app)
    _theme.wear(mode)
    return _theme


def current() -> Tokens:
    """What is worn now (light before the first `apply`)."""
    return _worn or tokens("light")


@cache
def load_fonts() -> None:
    """Register the bundled faces with Qt; the program needs no font of the system.

    Raises RuntimeError when a face cannot be read: without letters there is no desk.
    """
    for face in FACES:
        path = resource("fonts", f"Inter-{face}.ttf")
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise RuntimeError(f"the font {path} cannot be read")


_ROLES: dict[str, tuple[str, QFont.Weight, float]] = {
    # role -> size on the scale, weight, letter spacing in percent of the usual; "number…" has tabular figures
    "number": ("body", QFont.Weight.Normal, 100),
    "number-strong": ("body", QFont.Weight.DemiBold, 100),
    "number-caption": ("caption", QFont.Weight.Normal, 100),
    "title": ("title", QFont.Weight.Bold, 98.5),
    "heading": ("heading", QFont.Weight.DemiBold, 100),
    "name": ("heading", QFont.Weight.DemiBold, 100),
    "strong": ("body", QFont.Weight.DemiBold, 100),
    "body": ("body", QFont.Weight.Normal, 100),
    "medium": ("body", QFont.Weight.Medium, 100),
    "caption": ("caption", QFont.Weight.Normal, 100),
    "caption-medium": ("caption", QFont.Weight.Medium, 100),
    "caption-strong": ("caption", QFont.Weight.DemiBold, 100),
    "kiosk": ("kiosk", QFont.Weight.Normal, 100),
    "answer": ("answer", QFont.Weight.Bold, 98),
}


def font(role: str = "body", pixels: int | None = None, weight: QFont.Weight | None = None) -> QFont:
    """The bundled font for `role` of the type scale; `pixels` and `weight` override.

    Roles that begin with "number" have tabular figures, for columns.
    """
    return QFont(_font(role, pixels, weight))


@cache
def _font(role: str, pixels: int | None, weight: QFont.Weight | None) -> QFont:
    size, usual, spacing = _ROLES[role]
    made = QFont(current().family)
    made.setPixelSize(pixels or int(getattr(current().size, size)))
    made.setWeight(weight or usual)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    if role.startswith("number"):
        # Not everywhere: this feature also widens hyphens, and names are full of them.
        made.setFeature(QFont.Tag("tnum"), 1)
    if spacing != 100:
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, spacing)
    return made


@cache
def code_font(pixels: int | None = None) -> QFont:
    """For codes and passwords that are read out: slashed zero, letters that cannot be mistaken.

    Without tabular figures: they widen the hyphen, which then looks as if spaces belonged to it.
    """
    made = font("medium", pixels)
    made.setFeature(QFont.Tag("zero"), 1)
    made.setFeature(QFont.Tag("ss02"), 1)
    return made


def palette(worn: Tokens) -> QPalette:
    """The Fusion palette of `worn`, for whatever the style sheet does not reach."""
    made = QPalette()
    role = QPalette.ColorRole
    for where, name in (
        (role.Window, "bg"),
        (role.WindowText, "text"),
        (role.Base, "panel"),
        (role.AlternateBase, "bg"),
        (role.Text, "text"),
        (role.Button, "raise"),
        (role.ButtonText, "text"),
        (role.BrightText, "bad"),
        (role.ToolTipBase, "text"),
        (role.ToolTipText, "panel"),
        (role.PlaceholderText, "text-faint"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "on-accent"),
        (role.Link, "accent"),
        (role.LinkVisited, "accent"),
        (role.Accent, "accent"),
        (role.Light, "raise"),
        (role.Midlight, "line-soft"),
        (role.Mid, "line"),
        (role.Dark, "text-faint"),
    ):
        made.setColor(where, worn.colour(name))
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, where, worn.colour("text-faint"))
    return made


def _qss_colour(hexed: str) -> str:
    if len(hexed) != _ALPHA_HEX:
        return hexed
    alpha, red, green, blue = (int(hexed[i : i + 2], 16) for i in (1, 3, 5, 7))
    return f"rgba({red}, {green}, {blue}, {alpha})"


@cache
def _sheet_source() -> str:
    return resource("style", "desk.qss").read_text(encoding="utf-8")


def style_sheet(worn: Tokens) -> str:
    """The style sheet of `worn`: `resources/style/desk.qss` with its ``@names`` filled.

    Raises KeyError when the sheet names a token that does not exist.
    """
    words: dict[str, str] = {name: _qss_colour(value) for name, value in worn.colours.items()}
    for group, made in (
        ("space", worn.space),
        ("radius", worn.radius),
        ("size", worn.size),
        ("height", worn.height),
    ):
        for key in made.__dataclass_fields__:
            words[f"{group}-{key.replace('_', '-')}"] = f"{getattr(made, key)}px"
    words["family"] = worn.family
    words["mode"] = worn.mode
    words["style"] = resource("style").as_posix()
    return re.sub(r"@([a-z]+(?:-[a-z]+)*)", lambda found: words[found[1]], _sheet_source())


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of two opaque colours as WCAG 2 defines it: 1 to 21."""

    def luminance(colour: QColor) -> float:
        parts = [colour.redF(), colour.greenF(), colour.blueF()]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
