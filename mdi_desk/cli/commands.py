"""Every command with its options. A command imports its own work when it runs."""

import json
import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from mdi_desk import cli
from mdi_desk.cli import database, show
from mdi_desk.cli.settings import given, settings
from mdi_desk.kernel.errors import Invalid
from mdi_desk.kernel.words import tr

app = typer.Typer(
    name="desk",
    help=tr("The front desk of a training institute. Without a command it opens the desk."),
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Out = Annotated[Path, typer.Option("--out", help=tr("Folder for the pictures, papers and tour.json."))]
JsonFile = Annotated[Path | None, typer.Option("--json", help=tr("Also write the figures to this file."))]
Instance = Annotated[str | None, typer.Option("--instance", help=tr("The instance to work on (default)."))]
Station = Annotated[str | None, typer.Option("--station", help=tr("What this station is called."))]


def run(words: list[str]) -> int:
    """Runs the command that `words` name; its exit status."""
    name = "mdi-desk" if Path(sys.argv[0]).name.startswith("mdi-desk") else "desk"
    try:
        done: Any = app(args=words, prog_name=name, standalone_mode=False)
    except typer.Exit as leave:
        return leave.exit_code
    except typer.Abort:
        return cli.failed(tr("Interrupted."), cli.INTERRUPTED)
    except Exception as error:
        # Words that could not be parsed; typer's own kinds of errors are private, what they can do is not.
        say = getattr(error, "format_message", None)
        if say is None:
            raise
        sentence = say().rstrip(".")
        return cli.failed(
            tr("{sentence}. See {name} --help.", sentence=sentence, name=name),
            getattr(error, "exit_code", cli.MISUSED),
        )
    return done if isinstance(done, int) else 0


def _version(wanted: bool) -> None:
    if wanted:
        import mdi_desk

        show.line(f"MDI Desk {mdi_desk.__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    instance: Instance = None,
    station: Station = None,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help=tr("Show the version and leave.")),
    ] = False,
) -> int:
    """Opens the desk when no command follows."""
    given.instance, given.station = instance, station
    if context.invoked_subcommand is None:
        return cli.open_desk(settings())
    return 0


@app.command(help=tr("Play a whole working day into a folder; needs no screen."))
def tour(out: Out) -> int:
    return cli.play_tour(out)


@app.command(help=tr("Decode codes in pictures, one JSON line each; look them up."))
def scan(
    images: Annotated[list[Path], typer.Argument(metavar="IMAGE...", help=tr("Picture files."))],
    decode_only: Annotated[
        bool, typer.Option("--decode-only", help=tr("Only decode; ask no database."))
    ] = False,
    as_: Annotated[
        str | None, typer.Option("--as", metavar="LOGIN", help=tr("Look the codes up as this login."))
    ] = None,
) -> int:
    from mdi_desk.app import scan as scanning

    if decode_only and as_ is not None:
        raise Invalid(tr("--decode-only asks no database, so --as has no meaning beside it."))
    good = True
    with scanning.looker_up(settings(), as_, password) as look_up:
        for image in images:
            found = scanning.scan(image, look_up)
            good = good and bool(found["ok"])
            show.line(json.dumps(found, ensure_ascii=False))
    return 0 if good else 1


@app.command(help=tr("Measure check-in, roster, search or start against a floor."))
def bench(
    name: Annotated[str, typer.Argument(metavar="NAME", help=tr("check-in, roster, search or start."))],
    rows: Annotated[int | None, typer.Option("--rows", min=1, help=tr("How large the data are."))] = None,
    json_file: JsonFile = None,
) -> int:
    from mdi_desk.app.bench import board as boards

    with show.progress() as progress:
        figures = boards.measure(name, rows, progress)
    if json_file is not None:
        json_file.write_text(
            json.dumps(figures.as_json(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
        )
    for one in figures.tables():
        show.table(one.title, one.heads, one.rows, right_from=1)
    for note in figures.notes:
        show.line(note)
    return 0


@app.command(help=tr("Say what is installed, reachable and out of date."))
def doctor(
    as_json: Annotated[bool, typer.Option("--json", help=tr("Print the findings as JSON."))] = False,
) -> int:
    from mdi_desk.app import doctor as doctors

    with show.progress() as progress:
        findings = doctors.examine(settings(), progress)
    if as_json:
        show.line(json.dumps([finding.as_json() for finding in findings], indent=2, ensure_ascii=False))
    else:
        for finding in findings:
            show.line(f"{finding.mark}  {finding.what}: {finding.found}")
            if finding.remedy:
                show.line(f"      {finding.remedy}")
    return 0 if doctors.healthy(findings) else 1


@app.command(
    help=tr("Set up and pass the tests (--help says which there are)."),
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []},
)
def test(context: typer.Context) -> int:
    from mdi_desk.kernel.paths import own_files

    script = own_files() / "desk"
    if not script.is_file():
        raise Invalid(tr("The tests are run from a checkout of the source, with ./desk test."))
    sys.stdout.flush()
    os.execv(script, [str(script), "test", *context.args])


def password(login: str) -> str:
    """The password of `login`: MDI_DESK_PASSWORD, else asked for where somebody can answer."""
    said = os.environ.get("MDI_DESK_PASSWORD")
    if said:
        return said
    if not sys.stdin.isatty():
        raise Invalid(tr("The password of {login} is missing; put it into MDI_DESK_PASSWORD.", login=login))
    import getpass

    return getpass.getpass(tr("Password of {login}: ", login=login))


app.add_typer(database.app, name="db")
