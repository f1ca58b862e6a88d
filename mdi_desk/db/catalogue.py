"""What the catalogue of a migrated database must look like: the border, asked of pg_catalog itself.

`./desk db check` and the tests ask the same questions.
"""

from typing import LiteralString

import psycopg

OURS = "('core', 'people', 'admin', 'waivers', 'training', 'sales')"

CHECKS: dict[str, LiteralString] = {}
"""Name of a rule -> query that returns one text per breach."""


def breaches(conn: psycopg.Connection[tuple[object, ...]]) -> list[str]:
    """Every breach of every rule in the connected database, as "rule: object"."""
    return [f"{name}: {row[0]}" for name, query in CHECKS.items() for row in conn.execute(query)]
