"""The house: core, people, admin, waivers, training, sales.

Revision ID: 20261120_1100
"""

import json
from pathlib import Path

from alembic import op

revision = "20261120_1100"
down_revision = None
branch_labels = None
depends_on = None

SETTINGS = (
    ("institute.name", "MDI Training Institute", "The institute's name on screens and papers."),
    ("institute.zone", "America/New_York", 'Time zone: decides what "today" and an age are.'),
    ("institute.currency", "USD", "Currency of prices, ISO 4217."),
    ("institute.locale", "en-US", "How dates and money are written."),
    ("institute.address", "", "Postal address on papers."),
    ("institute.phone", "", "Telephone number on papers."),
    ("institute.paper", "letter", "Paper size: letter or a4."),
    ("institute.sample", False, "Whether everything here is made up."),
)


def upgrade() -> None:
    # The driver's own connection: no % and : in the file is a parameter.
    driver = op.get_bind().connection.driver_connection
    assert driver is not None
    driver.execute("SET LOCAL ROLE mdi_owner")
    driver.execute(Path(__file__).with_suffix(".sql").read_text("utf-8"))
    driver.execute("RESET ROLE")
    for key, value, description in SETTINGS:
        driver.execute(
            "INSERT INTO admin.setting (id, key, value, description, data_type)"
            " VALUES (gen_random_uuid(), %s, %s::jsonb, %s, %s)",
            [key, json.dumps(value), description, "boolean" if isinstance(value, bool) else "string"],
        )


def downgrade() -> None:
    raise NotImplementedError("Forward only: restore a backup instead.")
