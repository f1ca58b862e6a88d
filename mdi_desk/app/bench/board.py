"""Which benchmarks there are."""

from importlib import import_module

from mdi_desk.app.bench.figures import Figures
from mdi_desk.app.bench.ground import Say
from mdi_desk.kernel.errors import NotFound
from mdi_desk.kernel.words import tr

NAMES = {"check-in": "check_in", "roster": "roster", "search": "search", "start": "start"}


def measure(name: str, rows: int | None, say: Say) -> Figures:
    """Measures the benchmark `name`; `rows` is how large its data are, None for its own default.

    Raises `NotFound` for a name that there is not.
    """
    module = NAMES.get(name)
    if module is None:
        raise NotFound(tr("There is no benchmark {name}; there are: {all}.", name=name, all=", ".join(NAMES)))
    found: Figures = import_module(f"mdi_desk.app.bench.{module}").measure(rows, say)
    return found
