"""Codes from a keyboard scanner, told from typing by their timing; and from pictures.

`WedgeFilter` watches every key of the application. Keys go through at once, so that a typist feels nothing;
when a burst turns out to be a scan, the field that had the focus gets its old content back and the Enter goes
nowhere.
"""

import time
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QMimeData, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QClipboard, QImage, QImageReader, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from mdi_desk.kernel.codes import PREFIX
from mdi_desk.kernel.errors import UserError
from mdi_desk.kernel.words import tr
from mdi_desk.qt.fieldmemory import Restore, remember

GAP_MS = 30
FEWEST = 6
MOST_KEYS = 4096
LAST_KEY_MS = 120  # a scanner that sends the prefix but no Enter has finished after this silence

_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HELD = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
)
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)


class WedgeFilter(QObject):
    """Install on the application: ``app.installEventFilter(WedgeFilter(app))``.

    A scan is at least 6 printable keys, no two more than 30 ms apart by the events' own clock, and then
    Enter. After the prefix ``MDI1.`` nothing more reaches the field, and the Enter may be missing. In a
    password field only the prefix makes a scan, so that a password manager that types is left alone.

    Signals: ``scanned(str)`` with the text as it came; `kernel.codes.classify` says what it means.
    """

    scanned = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text: list[str] = []
        self._last = -1e12
        self._restore: Restore | None = None
        self._guarded = False  # a password field
        self._taken = False  # the prefix was seen and the field is restored: swallow the rest
        # By kind of event: key and time, who got it first, and whether it was swallowed.
        self._seen: dict[QEvent.Type, tuple[tuple[int, int], QObject, bool]] = {}
        self._swallow_release = False
        self._restoring = False
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(LAST_KEY_MS)
        self._silence.timeout.connect(self._fell_silent)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sees a key once, whether it came by the window or straight to a widget."""
        kind = event.type()
        if kind not in _KEYS or self._restoring or not isinstance(event, QKeyEvent):
            return False
        seen = (event.key(), event.timestamp())
        before = self._seen.get(kind)
        if before is not None and before[0] == seen and watched is not before[1]:
            # The same key on its way up to the parents, or handed on to an editor that it has opened.
            return before[2] and kind != QEvent.Type.KeyRelease
        if kind == QEvent.Type.ShortcutOverride:
            verdict = self._override(event)
        elif kind == QEvent.Type.KeyRelease:
            verdict = self._released(event)
        else:
            verdict = self._pressed(watched, event)
        self._seen[kind] = (seen, watched, verdict)
        return verdict

    def _override(self, event: QKeyEvent) -> bool:
        """In a burst no key is a shortcut: not a letter, and not the Enter of the primary action."""
        quick = self._now(event) - self._last <= GAP_MS and not self._command(event)
        if event.key() in _ENDS:
            burst = quick and (self._taken or len(self._text) >= FEWEST)
        else:
            burst = quick and bool(self._text) and event.text().isprintable() and event.text() != ""
        if burst:
            event.accept()
        return burst

    def _pressed(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() in _HELD:
            return False
        now = self._now(event)
        if now - self._last > GAP_MS or now < self._last:
            self._end_burst()
        if event.key() in _ENDS:
            return self._entered()
        text = event.text()
        if event.isAutoRepeat() or self._command(event):
            self._end_burst()
            return False
        if not text or not text.isprintable():
            return self._taken
        if not self._text:
            self._remember(watched)
        self._last = now
        if len(self._text) < MOST_KEYS:
            self._text.append(text[:MOST_KEYS])
        if self._taken:
            self._silence.start()
            return True
        if len(self._text) == len(PREFIX) and "".join(self._text).upper() == PREFIX:
            # The last key of the prefix has not reached the field yet, and never will.
            self._taken = True
            self._put_back()
            self._silence.start()
            return True
        return False

    def _released(self, event: QKeyEvent) -> bool:
        if event.key() in _ENDS and self._swallow_release:
            self._swallow_release = False
            return True
        return False

    def _entered(self) -> bool:
        text = "".join(self._text)
        scan = self._taken or (len(text) >= FEWEST and not self._guarded)
        if not scan:
            self._end_burst()
            return False
        if not self._taken:
            self._put_back()
        self._taken = False
        self._swallow_release = True
        self._finish()
        return True

    def _fell_silent(self) -> None:
        if self._taken:
            self._taken = False
            self._finish()

    def _finish(self) -> None:
        text = "".join(self._text)
        self._forget()
        if FEWEST <= len(text) < MOST_KEYS:
            self.scanned.emit(text)

    def _end_burst(self) -> None:
        """A pause, or a key no scanner sends: what was typed so far was typing."""
        if self._taken:
            self._fell_silent()
        else:
            self._forget()

    def _forget(self) -> None:
        self._silence.stop()
        self._text, self._restore, self._last = [], None, -1e12
        self._taken = self._guarded = False

    def _remember(self, watched: QObject) -> None:
        widget = watched if isinstance(watched, QWidget) else QApplication.focusWidget()
        self._guarded = isinstance(widget, QLineEdit) and widget.echoMode() != QLineEdit.EchoMode.Normal
        self._restore = remember(widget) if widget is not None else None

    def _put_back(self) -> None:
        if self._restore is not None:
            restore, self._restore = self._restore, None
            self._restoring = True
            try:
                restore()
            except RuntimeError:
                pass  # the field has been closed meanwhile: nothing to put back
            finally:
                self._restoring = False

    @staticmethod
    def _command(event: QKeyEvent) -> bool:
        held = event.modifiers() & _COMMANDS
        # AltGr comes as Control and Alt together, and makes letters.
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        return held != Qt.KeyboardModifier.NoModifier and held != both

    @staticmethod
    def _now(event: QKeyEvent) -> float:
        # Events that a program makes may carry no time.
        stamp = event.timestamp()
        return float(stamp) if stamp else time.monotonic() * 1000


# ---- pictures -------------------------------------------------------------------------------------------

MOST_PIXELS = 30_000_000  # at eight bytes each still within Qt's own limit
MOST_FILE = 100_000_000


def decode_image(image: QImage) -> list[str]:
    """The texts of the QR codes in a picture, from top to bottom; empty when there is none. Any thread."""
    import zxingcpp

    if image.isNull():
        return []
    if image.width() * image.height() > MOST_PIXELS:
        image = image.scaled(_fitting(image.size()), mode=Qt.TransformationMode.SmoothTransformation)
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    found = zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    placed = sorted((f.position.top_left.y, f.position.top_left.x, f.text) for f in found if f.valid)
    return [text for _, _, text in placed]


def decode_file(path: str | Path) -> list[str]:
    """The texts of the QR codes in a picture file. Any thread. UserError when it is no readable picture."""
    file = Path(path)
    name = file.name or str(file)
    try:
        size = file.stat().st_size
        if not file.is_file():
            raise UserError(tr("{name} is not a file.", name=name))
        with file.open("rb"):
            pass
    except FileNotFoundError:
        raise UserError(tr("{name} is not there any more.", name=name)) from None
    except (OSError, ValueError):
        raise UserError(tr("{name} cannot be opened: look at its permissions.", name=name)) from None
    if size > MOST_FILE:
        raise UserError(tr("{name} is too large: choose a picture under 100 MB.", name=name))
    reader = QImageReader(str(file))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    form, whole = reader.format().data(), reader.size()
    if whole.isValid() and whole.width() * whole.height() > MOST_PIXELS:
        # A JPEG is made smaller while it is read; another picture would have to fit into memory first.
        if form not in (b"jpg", b"jpeg"):
            raise UserError(tr("{name} is too large to read: make a smaller picture of the code.", name=name))
        reader.setScaledSize(_fitting(whole))
    # Drawings are programs of a kind, with files of their own to open: pictures only.
    image = QImage() if form in (b"svg", b"svgz", b"pdf") else reader.read()
    if image.isNull():
        if whole.isValid():
            raise UserError(tr("{name} is damaged: take the picture again.", name=name))
        raise UserError(tr("{name} is not a picture: choose a PNG or JPEG of the code.", name=name))
    return decode_image(image)


def decode_clipboard(clipboard: QClipboard) -> list[str]:
    """The codes on the clipboard: of a copied picture, copied picture files, or copied text. GUI thread.

    UserError when a copied file is no picture; empty when there is nothing that could be a code.
    """
    data = cast("QMimeData | None", clipboard.mimeData())
    if data is None:
        return []
    if data.hasImage():
        return decode_image(clipboard.image())
    files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    if files:
        return [text for file in files[:20] for text in decode_file(file)]
    text = data.text().strip()
    return [text] if text and len(text) <= MOST_KEYS else []


def _fitting(size: QSize) -> QSize:
    share = (MOST_PIXELS / (size.width() * size.height())) ** 0.5
    return QSize(max(1, int(size.width() * share)), max(1, int(size.height() * share)))
