"""The house: core, people, admin, waivers, training, sales.

Revision ID: 20261120_1100
"""

from pathlib import Path

from alembic import op

revision = "20261120_1100"
down_revision = None
branch_labels = None
depends_on = None

SETTINGS = """
INSERT INTO admin.setting (id, key, value, description, data_type) VALUES
    (gen_random_uuid(), 'institute.name', '"MDI Training Institute"', 'The institute''s name on screens and papers.', 'string'),
    (gen_random_uuid(), 'institute.zone', '"America/New_York"', 'Time zone: decides what "today" and an age are.', 'string'),
    (gen_random_uuid(), 'institute.currency', '"USD"', 'Currency of prices, ISO 4217.', 'string'),
    (gen_random_uuid(), 'institute.locale', '"en-US"', 'How dates and money are written.', 'string'),
    (gen_random_uuid(), 'institute.address', '""', 'Postal address on papers.', 'string'),
    (gen_random_uuid(), 'institute.phone', '""', 'Telephone number on papers.', 'string'),
    (gen_random_uuid(), 'institute.paper', '"letter"', 'Paper size: letter or a4.', 'string'),
    (gen_random_uuid(), 'institute.sample', 'false', 'Whether everything here is made up.', 'boolean')
"""


def upgrade() -> None:
    # The driver's own connection: no % and : in the file is a parameter.
    driver = op.get_bind().connection.driver_connection
    driver.execute("SET LOCAL ROLE mdi_owner")
    driver.execute(Path(__file__).with_suffix(".sql").read_text("utf-8"))
    driver.execute("RESET ROLE")
    driver.execute(SETTINGS)


def downgrade() -> None:
    raise NotImplementedError("Forward only: restore a backup instead.")
