"""What the sheets of a person share: the changes of two people come together with few questions."""

from collections.abc import Mapping
from typing import Any

from mdi_desk.kernel.words import tr
from mdi_desk.qt.forms import ConflictSheet
from mdi_desk.qt.formsheet import FormSheet


class MergingSheet(FormSheet):
    """On a conflict, what only one of the two changed is kept without a question; the rest is asked."""

    def _submit(self, values: Mapping[str, object]) -> None:
        # Enter in a field while the first answer is on its way would be a conflict with oneself.
        if self.save_button.isEnabled():
            super()._submit(values)

    def _compare(self, theirs: Any) -> None:
        base: Mapping[str, object] = self._base
        now = self.values_of(theirs)
        mine = {**base, **self.form.changes()}
        merged = {name: now[name] if mine[name] == base[name] else mine[name] for name in base}
        both = {
            name: now[name]
            for name in base
            if mine[name] != base[name] and now[name] not in (base[name], mine[name])
        }
        self.take(theirs)
        self._base = dict(now)
        if not both:
            self.context.toasts.say(tr("A colleague changed this too. Both changes are kept."))
            self._agreed(merged)
            return
        sheet = ConflictSheet(merged, {**merged, **both}, self.form.spec, zone=self.context.institute.zone)
        sheet.setObjectName("conflict")
        sheet.resolved.connect(self._agreed)
        sheet.show_over(self)

    def _agreed(self, values: dict[str, object]) -> None:
        """Save what was agreed on, on top of theirs."""
        self.form.load(self._base)
        for name, value in values.items():
            if value != self._base[name]:
                self.form.set_value(name, value)
        self.form.submit()
