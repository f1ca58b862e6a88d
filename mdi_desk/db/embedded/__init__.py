"""The embedded PostgreSQL: our own launcher around the server programs that come with the desk.

What it promises is in `EmbeddedServer`; every error is in `trouble`. Where everything lies, for a given
`folder`:
``cluster/`` the data, ``run/`` the socket, ``launcher/`` the lock, the holders and what the server said at
its start.
"""

from mdi_desk.db.embedded.owner import data_root, server_friendly_tmp
from mdi_desk.db.embedded.programs import binaries
from mdi_desk.db.embedded.server import EmbeddedServer, Reach, connect_owner

__all__ = ["EmbeddedServer", "Reach", "binaries", "connect_owner", "data_root", "server_friendly_tmp"]
