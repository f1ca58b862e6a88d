"""`desk db ...`: for administrators, on the embedded server or on the one in MDI_DESK_DATABASE_URL."""

import json
from pathlib import Path
from typing import Annotated

import typer

from mdi_desk.cli import show
from mdi_desk.cli.settings import settings
from mdi_desk.kernel.errors import Invalid
from mdi_desk.kernel.words import tr, trn

app = typer.Typer(
    help=tr("Create, upgrade, check, back up and serve the database."),
    no_args_is_help=True,
    rich_markup_mode="rich",
)

File = Annotated[Path, typer.Argument(metavar="FILE")]


@app.command(help=tr("Make the database: empty, or with --sample a sample institute."))
def create(
    sample: Annotated[bool, typer.Option("--sample", help=tr("Fill it with the sample institute."))] = False,
    people: Annotated[
        int | None,
        typer.Option("--people", min=400, help=tr("How many people the sample has; 400 unless told.")),
    ] = None,
) -> int:
    from mdi_desk.app.database import making

    if people is not None and not sample:
        raise Invalid(tr("--people says how large the sample is; add --sample."))
    with show.progress() as progress:
        made = making.create(settings(), progress, people=(people or 400) if sample else None)
    if made.loaded is None:
        show.line(tr("The database is ready, and empty. Make its first account with: desk db admin-create"))
    else:
        show.line(
            tr(
                "The sample institute is ready: {counts}.",
                counts=", ".join(f"{n:,} {what}" for what, n in made.loaded.counts.items()),
            )
        )
        show.line(tr("Its logins and passwords are in {file}.", file=made.accounts_file))
    return 0


@app.command(help=tr("Bring the database to this program's version."))
def upgrade() -> int:
    from mdi_desk.app.database import upkeep

    with show.progress() as progress:
        done = upkeep.upgrade(settings(), progress)
    show.line(
        tr("The database is at revision {revision}.", revision=done.revision)
        + " "
        + trn("{n} file was applied.", "{n} files were applied.", done.applied)
    )
    return 0


@app.command(help=tr("Check revision, functions and rights; exit 1 when wrong."))
def check() -> int:
    from mdi_desk.app.database import upkeep

    with show.progress() as progress:
        problems = upkeep.check(settings(), progress)
    for problem in problems:
        show.line(problem)
    if problems:
        raise Invalid(trn("{n} problem was found.", "{n} problems were found.", len(problems)))
    show.line(tr("The database is whole and up to date."))
    return 0


@app.command(help=tr("Write logins and data into one file; no private keys."))
def backup(file: File) -> int:
    from mdi_desk.app.database import copies

    with show.progress() as progress:
        kept = copies.backup(settings(), file, progress)
    show.line(
        tr(
            "{tables} tables with {rows} rows are in {file} ({size} MB).",
            tables=kept.tables,
            rows=f"{kept.rows:,}",
            file=file,
            size=f"{kept.size / 1e6:.1f}",
        )
    )
    show.line(
        tr(
            "The private keys are not in it; keep a copy of {folder} elsewhere.",
            folder=settings().keys_folder,
        )
    )
    return 0


@app.command(help=tr("Fill a new, empty instance from a backup file."))
def restore(file: File) -> int:
    from mdi_desk.app.database import copies

    with show.progress() as progress:
        kept = copies.restore(settings(), file, progress)
    show.line(
        tr(
            "{tables} tables with {rows} rows are back, each with as many rows as in the backup.",
            tables=kept.tables,
            rows=f"{kept.rows:,}",
        )
    )
    return 0


@app.command(help=tr("Print what tables and columns mean, as Markdown."))
def dictionary() -> int:
    from mdi_desk.app.database import dictionary as words

    with show.progress() as progress:
        text = words.dictionary(settings(), progress)
    show.line(text)
    return 0


@app.command(help=tr("Say how to reach the running database."))
def info(
    as_json: Annotated[
        bool, typer.Option("--json", help=tr("Print it as JSON, with the sample's accounts."))
    ] = False,
) -> int:
    from mdi_desk.app.database import upkeep

    found = upkeep.info(settings())
    if as_json:
        show.line(json.dumps(found, indent=2, ensure_ascii=False))
        return 0
    for key in ("host", "port", "dbname", "revision", "server_version"):
        show.line(f"{key}: {found[key]}")
    if found["accounts"]:
        show.line(tr("accounts: {n}, in {file}", n=len(found["accounts"]), file=settings().accounts_file))
    return 0


@app.command(help=tr("Keep the embedded server up until Ctrl-C; sample when new."))
def serve() -> int:
    from mdi_desk.app.database import opening

    with show.progress() as progress:

        def ready(found: dict[str, object]) -> None:
            progress.done()
            show.line(tr("The database is up: host {host}, port {port}, dbname {dbname}.", **found))
            show.line(tr("desk db info --json says how to sign in. Ctrl-C stops it."))

        opening.serve(settings(), progress, ready)
    show.line(tr("Left the database."))
    return 0


@app.command("admin-create", help=tr("Make the first account that may manage accounts."))
def admin_create(
    given: Annotated[str, typer.Option("--given", prompt=tr("Given name"), help=tr("Given name."))],
    family: Annotated[str, typer.Option("--family", prompt=tr("Family name"), help=tr("Family name."))],
    email: Annotated[str | None, typer.Option("--email", help=tr("E-mail address."))] = None,
) -> int:
    from mdi_desk.app.database import making

    with show.progress() as progress:
        account = making.admin_create(settings(), progress, given=given, family=family, email=email)
    show.line(tr("The account of {name} is made. Login: {login}", name=account.name, login=account.login))
    show.line(tr("First password, shown only now: {password}", password=account.password))
    return 0
