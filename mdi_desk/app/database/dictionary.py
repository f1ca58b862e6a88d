"""The schema's documentation, from the comments in the database itself."""

from itertools import groupby

from mdi_desk.app.config import Config
from mdi_desk.app.database.place import Say, place_of
from mdi_desk.kernel.words import tr

_TABLES = """
SELECT n.nspname, c.relname, obj_description(c.oid, 'pg_class'), a.attname,
       format_type(a.atttypid, a.atttypmod), a.attnotnull, col_description(c.oid, a.attnum)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname = ANY (%s)
ORDER BY array_position(%s, n.nspname::text), c.relname, a.attnum
"""
_FUNCTIONS = """
SELECT n.nspname, p.proname, pg_get_function_identity_arguments(p.oid), obj_description(p.oid, 'pg_proc')
FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE n.nspname = ANY (%s) AND p.prorettype <> 'trigger'::regtype
ORDER BY array_position(%s, n.nspname::text), p.proname, 3
"""


def dictionary(config: Config, say: Say) -> str:
    """What every table, column and function means, as Markdown."""
    from mdi_desk.db.migrate import SCHEMAS, revision

    schemas = list(SCHEMAS)
    with place_of(config, say) as place, place.connect() as conn:
        now = revision(conn)
        tables = conn.execute(_TABLES, [schemas, schemas]).fetchall()
        functions = conn.execute(_FUNCTIONS, [schemas, schemas]).fetchall()
    out = [f"# {tr('The database')}", "", tr("Revision {revision}.", revision=now)]
    for schema, of_schema in groupby(tables, key=lambda row: row[0]):
        out += ["", f"## {schema}"]
        for (name, comment), columns in groupby(of_schema, key=lambda row: (row[1], row[2])):
            out += ["", f"### {schema}.{name}", "", comment or "", ""]
            out += [
                f"| {tr('column')} | {tr('type')} | {tr('empty')} | {tr('meaning')} |",
                "|---|---|---|---|",
            ]
            for _, _, _, column, kind, not_null, words in columns:
                out.append(f"| {column} | {kind} | {'' if not_null else tr('may be')} | {_cell(words)} |")
        named = [row for row in functions if row[0] == schema]
        if named:
            out += ["", f"### {tr('Functions')}", "", f"| {tr('function')} | {tr('meaning')} |", "|---|---|"]
            out += [f"| {schema}.{name}({_cell(args)}) | {_cell(words)} |" for _, name, args, words in named]
    return "\n".join(out)


def _cell(text: str | None) -> str:
    return (text or "").replace("|", "\\|").replace("\n", " ")
