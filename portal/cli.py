"""The command line, and the place where everything is put together.

Every command is declared here and done in `portal/commands/`, which loads when the command is called: `vouch --help`
answers at once. Errors become one sentence and an exit code in `main`, and nowhere else.
"""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import Annotated

import typer

from portal import doors

app = typer.Typer(
    name="vouch",
    help="Reads the documents behind a small-business loan application, vouches every stated figure against them, "
    "decides by the lender's policy, and says why in a letter.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
audit = typer.Typer(help="The chain of events.", no_args_is_help=True)
app.add_typer(audit, name="audit")
app.add_typer(doors.staff, name="staff")
app.add_typer(doors.clients, name="client")
app.command()(doors.portal)

COMMANDS = (
    *("demo", "read", "decide", "submit", "up", "worker", "portal", "status", "settle"),
    *(
        "replay",
        "audit verify",
        "staff add",
        "staff list",
        "staff disable",
        "client add",
        "client list",
        "client disable",
        "train",
        "bench",
        "golden",
    ),
)

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document on standard output.")]
Folder = Annotated[Path, typer.Argument(help="A folder with application.toml and documents/.")]
Day = Annotated[str, typer.Option("--as-of", help="Judge the case as of this day (YYYY-MM-DD).")]


@app.command()
def demo(
    names: Annotated[list[str] | None, typer.Argument(help="Only these samples.")] = None,
    keep: Annotated[
        Path | None, typer.Option(help="Keep store, letters and Prefect's database in this folder.")
    ] = None,
    samples: Annotated[Path, typer.Option(help="Where the sample cases are.")] = Path("samples"),
    json: AsJson = False,
) -> None:
    """Decide the sample cases through the Prefect flow and print a table.

    Example: vouch demo 01-hearth-clean-digital
    """
    from portal.commands.demo import run_demo

    _leave(run_demo(samples, names or [], keep, as_json=json))


@app.command()
def read(
    files: Annotated[list[Path], typer.Argument(help="PDF, JPEG, PNG, TIFF or HEIC files.")],
    json: AsJson = False,
    words: Annotated[bool, typer.Option("--words", help="Add every word with its box.")] = False,
) -> None:
    """Read the documents and fields of files, without store and Prefect.

    Example: vouch read statement.pdf passport.jpg --json
    """
    from portal.commands.read import run_read

    _leave(run_read(files, as_json=json, with_words=words))


@app.command()
def decide(
    folder: Folder,
    json: AsJson = False,
    as_of: Day = "",
    out: Annotated[Path | None, typer.Option(help="Write the letter into this folder.")] = None,
) -> None:
    """Decide a whole case folder in this process and write its letter.

    Example: vouch decide samples/01-hearth-clean-digital --json --as-of 2026-03-02
    """
    from portal.commands.decide import run_decide

    _leave(run_decide(folder, _day(as_of), out, as_json=json))


@app.command()
def submit(
    folder: Folder,
    json: AsJson = False,
    to: Annotated[str, typer.Option(help="Send it to another installation's API instead.")] = "",
    key_file: Annotated[Path | None, typer.Option(help="The file with the key for it.")] = None,
) -> None:
    """Put a case folder into the store for the workers, or send it to the portal of an installation elsewhere.

    Example: vouch submit samples/01-hearth-clean-digital --to https://loans.example.com --key-file acme.key
    """
    if to or key_file:
        from portal.commands.send import run_send

        _leave(run_send(folder, to, key_file, as_json=json))
    from portal.commands.cases import run_submit

    _leave(run_submit(folder, as_json=json))


@app.command()
def up(
    port: Annotated[
        int | None, typer.Option(min=1, max=65535, help="Of Prefect's server; 4200 if nothing else is set.")
    ] = None,
    worker: Annotated[bool, typer.Option(help="Start a worker beside the server.")] = True,
) -> None:
    """Start Prefect's server with its UI, the portal and a worker on this machine; Ctrl-C ends all of them.

    Example: vouch up --port 4300
    """
    from portal.commands.up import run_up

    _leave(run_up(port, with_worker=worker))


@app.command()
def worker(
    until_idle: Annotated[bool, typer.Option(help="End when no case waits.")] = False,
) -> None:
    """Work on cases beside a Prefect server that runs already (PREFECT_API_URL).

    Example: vouch worker --until-idle
    """
    from portal.commands.up import run_worker_alone

    _leave(run_worker_alone(until_idle=until_idle))


@app.command()
def status(
    case_id: Annotated[str, typer.Argument(help="One case; all of them when left out.")] = "",
    json: AsJson = False,
) -> None:
    """Show the cases and where they stand, or one case with its events and letters.

    Example: vouch status VCH-7F3K9QAB
    """
    from portal.commands.cases import run_status

    _leave(run_status(case_id, as_json=json))


@app.command()
def settle(
    case_id: Annotated[str, typer.Argument(help="A referred case.")],
    outcome: Annotated[str, typer.Option(help="approve, counter_offer, refer_incomplete or decline.")],
    by: Annotated[str, typer.Option(help="The underwriter's id.")],
    reason: Annotated[list[str] | None, typer.Option(help="A reason for the letter, in a sentence.")] = None,
    note: Annotated[str, typer.Option(help="For the file; the applicant does not see it.")] = "",
    amount: Annotated[str, typer.Option(help="Another amount than the one asked for.")] = "",
    term: Annotated[int, typer.Option(help="Another term, in months.")] = 0,
    json: AsJson = False,
) -> None:
    """Record an underwriter's answer to a referred case; a worker then settles it.

    Example: vouch settle VCH-7F3K9QAB --outcome approve --by jo.smith
    """
    from portal.commands.cases import run_settle

    _leave(run_settle(case_id, outcome, by, reason or [], note, amount, term, as_json=json))


@app.command()
def replay(
    case_id: Annotated[str, typer.Argument(help="A decided case.")] = "",
    policy: Annotated[Path | None, typer.Option(help="Try this draft of a policy on all past cases.")] = None,
    json: AsJson = False,
) -> None:
    """Decide again from the stored inputs, and show what would change.

    Example: vouch replay VCH-7F3K9QAB; vouch replay --policy draft.yaml
    """
    from portal.commands.replay import run_replay

    _leave(run_replay(case_id, policy, as_json=json))


@audit.command("verify")
def audit_verify(json: AsJson = False) -> None:
    """Check that no event, decision or letter was altered, removed or added.

    Example: vouch audit verify
    """
    from portal.commands.cases import run_audit

    _leave(run_audit(as_json=json))


@app.command()
def train(
    data: Annotated[Path, typer.Option(help="The public file of company ratios (UCI 365), .arff or .arff.gz.")],
    out: Annotated[Path | None, typer.Option(help="Write the card and its model card into this folder.")] = None,
    json: AsJson = False,
) -> None:
    """Fit and validate the statement scorecard.

    Example: vouch train --data polish_5year.arff.gz --out decision/scorecards
    """
    from portal.commands.maintain import run_train

    _leave(run_train(data, out, as_json=json))


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def bench(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="cases, ocr, mrz or scorecard.")],
) -> None:
    """Measure; what follows the name is handed to the bench.

    Example: vouch bench ocr --data receipts/
    """
    from portal.commands.maintain import run_bench

    _leave(run_bench(name, context.args))


@app.command()
def golden(
    force: Annotated[bool, typer.Option("--force", help="Write the golden files anew, do not check.")] = False,
    samples: Annotated[Path, typer.Option(help="Where the sample cases are.")] = Path("samples"),
) -> None:
    """Check the samples' golden decisions and letters, or write them anew on purpose.

    Example: vouch golden --force
    """
    from portal.commands.golden import run_golden

    _leave(run_golden(samples, force=force))


def main() -> None:
    """Runs a command; every error that we know becomes one sentence and its exit code.

    `--debug`, wherever it stands, shows where an error that we do not know came from.
    """
    from cases.errors import VouchError

    debug = "--debug" in sys.argv
    arguments = [one for one in sys.argv[1:] if one != "--debug"]
    try:
        # Outside its standalone mode, typer gives back the exit code of a command that ended early.
        sys.exit(app(arguments, standalone_mode=False) or 0)
    except typer.TyperException as fault:
        _explain(fault)
        sys.exit(2)
    except (typer.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:
        # Whoever read our output has seen enough.
        sys.stderr.close()
        sys.exit(0)
    except VouchError as fault:
        _complain(str(fault))
        sys.exit(fault.exit_code)
    except Exception as fault:
        if debug:
            raise
        _complain(f"something unexpected went wrong ({type(fault).__name__}); add --debug to see where.")
        sys.exit(1)


def _explain(fault: typer.TyperException) -> None:
    """What is wrong with the command line, in a sentence; without any command, the help itself."""
    said = fault.format_message()
    if "\n" in said:
        print(said, file=sys.stderr)
        return
    context = getattr(fault, "ctx", None)
    where = context.command_path if context else "vouch"
    _complain(f"{said.rstrip('.')}; see {where} --help.")


def _complain(sentence: str) -> None:
    print(f"vouch: {sentence}", file=sys.stderr)


def _leave(code: int) -> None:
    raise typer.Exit(code)


def _day(text: str) -> dt.date | None:
    from cases.errors import BadInput

    if not text:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise BadInput(f"--as-of takes a day such as 2026-03-02, not '{text}'.") from None


if __name__ == "__main__":
    main()
