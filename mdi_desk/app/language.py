"""The running language: our own words through a Qt Linguist file, and Qt's own for its standard dialogs."""

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from mdi_desk.kernel import words
from mdi_desk.kernel.paths import resource

LANGUAGES: tuple[tuple[str, str], ...] = (("en", "English"), ("fr", "Français"))
CONTEXT = "desk"


class Language(QObject):
    """Switches the language while the program runs.

    Signals: ``changed(str)`` after a switch, with the new two-letter code; views are then built anew.
    """

    changed = Signal(str)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._own: QTranslator | None = None
        self._qt: QTranslator | None = None

    def use(self, code: str) -> None:
        """Speak `code` (``en`` or ``fr``) from now on; an unknown code means English."""
        if code not in dict(LANGUAGES):
            code = "en"
        if code == words.language() and (code == "en" or self._own is not None):
            return
        if self._qt is not None:
            self._app.removeTranslator(self._qt)
        self._own = self._qt = None
        QLocale.setDefault(QLocale("fr_FR" if code == "fr" else "en_US"))
        if code == "en":
            words.use(None)
        else:
            own = QTranslator(self)
            if not own.load(str(resource("i18n", f"{code}.qm"))):
                raise FileNotFoundError(f"resources/i18n/{code}.qm is missing or damaged")
            self._own = own
            words.use(lambda text: own.translate(CONTEXT, text) or text, code)
            self._qt = QTranslator(self)
            if self._qt.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
                self._app.installTranslator(self._qt)
        self.changed.emit(code)
