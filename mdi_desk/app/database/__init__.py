"""What `./desk db ...` does, and how the desk opens its embedded institute.

On the embedded server of an instance, or on the server in MDI_DESK_DATABASE_URL, which must name a superuser
there.
Opening is imported here, because every start needs it; `making`, `upkeep`, `copies` and `dictionary` when
they are used.
"""

from mdi_desk.app.database.accounts import read_accounts
from mdi_desk.app.database.opening import Opened, open_embedded, open_server

__all__ = ["Opened", "open_embedded", "open_server", "read_accounts"]
