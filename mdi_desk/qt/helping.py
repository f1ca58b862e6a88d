"""Help beside the work: the page of a view (F1) and the list of its keys (?)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextTable,
)
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from mdi_desk.kernel.paths import resource
from mdi_desk.kernel.words import language, tr
from mdi_desk.qt.theme import current, font, theme_changes
from mdi_desk.qt.widgets import IconButton, KeyHint, Label, Sheet, SidePanel

__all__ = ["HelpPanel", "ShortcutList", "help_text", "open_shortcuts"]


def help_text(page: str) -> str:
    """The Markdown of a help page in the running language, else in English; a sentence when there is none."""
    for code in (language(), "en"):
        path = resource("help", code, f"{page}.md")
        if page and path.is_file():
            return path.read_text(encoding="utf-8")
    return tr("There is no help for this view yet.")


class HelpPanel(SidePanel):
    """The help of a view, at the side. Links to other pages (``waivers.md``) open in place.

    Signals: ``closed()``; ``shown(str)`` with the page's name.
    """

    shown = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, width: int = 372) -> None:
        super().__init__(parent, width=width, closable=True)
        self.setAccessibleName(tr("Help"))
        self.page = ""
        self._trail: list[str] = []
        head = QHBoxLayout()
        self._back = IconButton("arrow-left", tr("Back"), size="small")
        self._back.clicked.connect(self.go_back)
        self._heading = Label(tr("Help"), "caption")
        head.addWidget(self._back)
        head.addWidget(self._heading, 1)
        self.body.addLayout(head)
        self._text = QTextBrowser()
        self._text.setOpenLinks(False)
        self._text.setAccessibleName(tr("Help"))
        self._text.anchorClicked.connect(self._link)
        self._text.document().setDocumentMargin(0)
        self._text.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.body.addWidget(self._text, 1)
        theme_changes.changed.connect(self._paint)

    def open(self, page: str) -> None:
        """Show the help called `page`, forgetting the way there."""
        self._trail.clear()
        self._go(page)

    def _go(self, page: str) -> None:
        self.page = page
        self._back.setVisible(bool(self._trail))
        self._paint()
        self._text.verticalScrollBar().setValue(0)
        self.shown.emit(page)

    def go_back(self) -> None:
        """Back to the page before."""
        if self._trail:
            self._go(self._trail.pop())

    def text(self) -> str:
        """The words shown."""
        return self._text.toPlainText()

    def _link(self, url: QUrl) -> None:
        if url.scheme() in ("http", "https", "mailto"):
            QDesktopServices.openUrl(url)
            return
        self._trail.append(self.page)
        self._go(url.path().removesuffix(".md"))

    def _paint(self) -> None:
        document = self._text.document()
        document.setDefaultFont(font("body"))
        self._text.setMarkdown(help_text(self.page))
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                _dress_table(frame)
        block = document.begin()
        while block.isValid():
            _dress_block(cursor, block)
            block = block.next()
        cursor.endEditBlock()


def _dress_table(table: QTextTable) -> None:
    shape = table.format()
    shape.setBorder(0)
    shape.setCellPadding(3)
    shape.setCellSpacing(0)
    shape.setTopMargin(4)
    shape.setBottomMargin(10)
    table.setFormat(shape)


def _dress_block(cursor: QTextCursor, block: QTextBlock) -> None:
    """Spacing, headings on the type scale, links and keys in our own font and colours."""
    worn = current()
    level = block.blockFormat().headingLevel()
    cursor.setPosition(block.position())
    in_table = cursor.currentTable() is not None
    shape = QTextBlockFormat()
    shape.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    shape.setTopMargin(0 if block.blockNumber() == 0 else 14 if level else 0)
    shape.setBottomMargin(0 if in_table else 6 if level else 3 if block.textList() is not None else 8)
    cursor.mergeBlockFormat(shape)
    if level:
        words = QTextCharFormat()
        words.setFont(font("title" if level == 1 else "heading"))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(words)
        return
    spans = []
    pieces = block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        spans.append((piece.position(), piece.length(), piece.charFormat()))
        pieces += 1
    for start, length, looks in spans:
        words = QTextCharFormat()
        if looks.fontFixedPitch():
            words.setFontFamilies([worn.family])
            words.setFontFixedPitch(False)
            words.setFontWeight(QFont.Weight.DemiBold)
        elif looks.isAnchor():
            words.setForeground(worn.colour("accent"))
        else:
            continue
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(words)


class ShortcutList(QWidget):
    """Keys and what they do, in groups: ``[(title, [(key, label), ...]), ...]``."""

    def __init__(
        self, groups: Sequence[tuple[str, Sequence[tuple[str, str]]]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        for title, keys in groups:
            if not keys:
                continue
            grid = QGridLayout()
            grid.setHorizontalSpacing(14)
            grid.setVerticalSpacing(9)
            grid.setColumnMinimumWidth(0, 92)
            grid.setColumnStretch(1, 1)
            grid.addWidget(Label(title, "field"), 0, 0, 1, 2)
            for row, (key, label) in enumerate(keys, start=1):
                grid.addWidget(KeyHint(key), row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                grid.addWidget(Label(label, wrap=True), row, 1)
            column.addLayout(grid)


def open_shortcuts(window: QWidget, groups: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> Sheet:
    """Show the keys over `window`; Escape closes."""
    return Sheet.open_over(window, ShortcutList(groups), tr("Keys"), width=460)
