"""A month to choose a day from, in the desk's own colours."""

from PySide6.QtCore import QDate, QLocale, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from mdi_desk.kernel.words import language, tr
from mdi_desk.qt import icons
from mdi_desk.qt.theme import current, font
from mdi_desk.qt.widgets import painting


class Calendar(QCalendarWidget):
    """Weeks begin on Monday; today has a ring, the chosen day is filled. Signals as QCalendarWidget."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLocale(QLocale(language()))
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setGridVisible(False)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.setMinimumSize(292, 252)
        heads = QTextCharFormat()
        heads.setFont(font("caption-medium"))
        heads.setForeground(current().colour("text-muted"))
        self.setHeaderTextFormat(heads)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, heads)
        for name, icon, words in (
            ("qt_calendar_prevmonth", "caret-left", tr("Month before")),
            ("qt_calendar_nextmonth", "caret-right", tr("Month after")),
        ):
            button = self.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                button.setIcon(icons.icon(icon))
                button.setAccessibleName(words)
                button.setToolTip(words)

    def paintCell(self, painter: QPainter, rect: QRect, date: QDate) -> None:
        worn = current()
        side = min(rect.width(), rect.height(), 32)
        box = QRectF(0, 0, side, side)
        box.moveCenter(painting.middle(rect))
        chosen = date == self.selectedDate()
        painter.save()
        if chosen:
            painting.rounded(painter, box, worn.radius.control, worn.colour("accent"))
        elif date == QDate.currentDate():
            painting.rounded(painter, box, worn.radius.control, None, worn.colour("accent"))
        other = date.month() != self.monthShown() or not self.minimumDate() <= date <= self.maximumDate()
        painter.setPen(worn.colour("on-accent" if chosen else "text-faint" if other else "text"))
        painter.setFont(font("number", weight=font("strong").weight() if chosen else None))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(date.day()))
        painter.restore()
