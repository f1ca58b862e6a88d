"""Actions declared once become buttons and shortcuts: hidden where never allowed, greyed with the reason."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from mdi_desk.kernel.access import Actor
from mdi_desk.kernel.actions import ActionSpec
from mdi_desk.kernel.words import tr
from mdi_desk.qt.widgets import Button

Group = tuple[str, Sequence[tuple[str, str]]]


def plain(text: str) -> str:
    """An action's words without mnemonic marks."""
    return text.replace("&", "")


class ActionSet(QObject):
    """The actions of one view for one person.

    Makes their shortcuts (they work anywhere inside `owner`) and their buttons. Signal: ``refused(str)``
    with the reason, when a shortcut is pressed for an action that cannot be done now.
    """

    refused = Signal(str)

    def __init__(self, owner: QWidget, actor: Actor | None = None, specs: Sequence[ActionSpec] = ()) -> None:
        super().__init__(owner)
        self._owner, self._actor = owner, actor
        self._specs: tuple[ActionSpec, ...] = ()
        self._buttons: list[tuple[ActionSpec, Button]] = []
        self._shortcuts: list[QShortcut] = []
        self.set(specs)

    def set(self, specs: Sequence[ActionSpec], actor: Actor | None = None) -> None:
        """Other actions, or another person. Buttons made before belong to the old ones."""
        self._actor = actor or self._actor
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts.clear()
        self._buttons.clear()
        self._specs = tuple(spec for spec in specs if self._allowed(spec))
        for spec in self._specs:
            if spec.shortcut:
                shortcut = QShortcut(QKeySequence(spec.shortcut), self._owner)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.setObjectName(spec.name)
                shortcut.activated.connect(self._pressed)
                self._shortcuts.append(shortcut)

    def _allowed(self, spec: ActionSpec) -> bool:
        if spec.needs is None:
            return True
        return self._actor is not None and self._actor.may(spec.needs)

    @property
    def specs(self) -> tuple[ActionSpec, ...]:
        """The actions this person may ever do."""
        return self._specs

    def run(self, name: str) -> None:
        """Do the action `name`, or say why not. KeyError when this person has none of that name."""
        spec = next((spec for spec in self._specs if spec.name == name), None)
        if spec is None:
            raise KeyError(name)
        reason = spec.why_not() if spec.why_not is not None else None
        if reason is None:
            spec.run()
        else:
            self.refused.emit(reason)

    def _pressed(self) -> None:
        self.run(self.sender().objectName())

    def buttons(self, *names: str) -> list[Button]:
        """A button for each shown action (or for `names`), the primary one last."""
        made: list[Button] = []
        chosen = [spec for spec in self._specs if (spec.name in names if names else spec.shown)]
        for spec in sorted(chosen, key=lambda spec: spec.primary):
            button = Button(plain(spec.text), "primary" if spec.primary else "plain", spec.icon)
            button.setObjectName(spec.name)
            if spec.primary and spec.shortcut:
                button.set_hint(spec.shortcut)
            elif spec.shortcut:
                button.set_tip(f"{plain(spec.text)} ({QKeySequence(spec.shortcut).toString()})")
            button.clicked.connect(self._pressed)
            self._buttons.append((spec, button))
            made.append(button)
        self.refresh()
        return made

    def refresh(self) -> None:
        """Look again at what can be done now."""
        import shiboken6

        self._buttons = [(spec, button) for spec, button in self._buttons if shiboken6.isValid(button)]
        for spec, button in self._buttons:
            button.set_why_not(spec.why_not() if spec.why_not is not None else None)

    def keys(self) -> list[tuple[str, str]]:
        """``(key, what it does)`` of the actions with a shortcut."""
        return [(spec.shortcut, plain(spec.text)) for spec in self._specs if spec.shortcut]


class ShortcutMap:
    """The keys for the shortcut sheet: those of the view in front, and those that work everywhere."""

    def __init__(self) -> None:
        self._groups: list[Group] = []

    def everywhere(self) -> Group:
        """The keys that work in every view."""
        return (
            tr("Everywhere"),
            (
                ("Ctrl+K", tr("Find a person, order or code, or type a command")),
                ("F1", tr("Help for this view")),
                ("?", tr("The keys of this view")),
                ("F5", tr("Look again")),
                ("Ctrl+N", tr("New")),
                ("Ctrl+F", tr("Filter")),
                ("Return", tr("The next step")),
                ("Esc", tr("Back")),
                ("Ctrl+Z", tr("Undo, where a thing can be undone")),
            ),
        )

    def groups(self, title: str = "", *keys: Sequence[tuple[str, str]]) -> list[Group]:
        """The groups to show; each of `keys` belongs to the view called `title`, doubled ones once."""
        here = list(dict.fromkeys(pair for some in keys for pair in some))
        known = {key for key, _ in here}
        place, rest = self.everywhere()
        found: list[Group] = [(title or tr("Here"), here)] if here else []
        found.append((place, [(key, words) for key, words in rest if key not in known]))
        return found
