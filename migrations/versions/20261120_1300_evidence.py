"""Evidence: the time a row was really written, and ink that is there.

Revision ID: 20261120_1300
"""

from pathlib import Path

from alembic import op

revision = "20261120_1300"
down_revision = "20261120_1100"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # The driver's own connection: no % and : in the file is a parameter.
    driver = op.get_bind().connection.driver_connection
    assert driver is not None
    driver.execute("SET LOCAL ROLE mdi_owner")
    driver.execute(Path(__file__).with_suffix(".sql").read_text("utf-8"))
    driver.execute("RESET ROLE")


def downgrade() -> None:
    raise NotImplementedError("Forward only: restore a backup instead.")
