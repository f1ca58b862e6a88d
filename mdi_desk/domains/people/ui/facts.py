"""Names and values of a card in two columns; a long e-mail address breaks instead of widening the panel."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from mdi_desk.qt.widgets import Label

NAMES = 90
LONG_WORD = 26


class BreakingLabel(Label):
    """Words that may break anywhere: addresses of mails and pictures have no spaces to break at."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "body")
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _lines(self, width: int) -> tuple[QTextLayout, float]:
        """The words laid out for `width` pixels, and how tall they are."""
        # Where it may be, the break comes after the @ or a slash; what is not a word has no better place.
        text = self.text().replace("@", "@\u200b").replace("/", "/\u200b")
        layout = QTextLayout(text, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        height = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(20, width))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout, height

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._lines(width)[1] + 0.5)

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(200))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        self._lines(self.width())[0].draw(painter, QPointF(0, 0))


def value_label(text: str) -> Label:
    """A value to read and, where its words allow, to select."""
    if any(len(word) > LONG_WORD for word in text.split()):
        return BreakingLabel(text)
    label = Label(text or "–", wrap=True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


class CardFacts(QWidget):
    """``[("Phone", "(304) 555-0142")]``, with `extra` widgets at the right of the named rows."""

    def __init__(self, facts: Sequence[tuple[str, str]], extra: dict[str, QWidget] | None = None) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(facts):
            left = Label(name, "caption", wrap=True)
            left.setFixedWidth(NAMES)
            left.setContentsMargins(0, 2, 0, 0)
            grid.addWidget(left, row, 0, Qt.AlignmentFlag.AlignTop)
            right = value_label(value)
            right.setAccessibleName(f"{name}: {value or '–'}")
            button = (extra or {}).get(name)
            grid.addWidget(right, row, 1, 1, 1 if button is not None else 2)
            if button is not None:
                grid.addWidget(button, row, 2, Qt.AlignmentFlag.AlignVCenter)
