"""What a failure means to the owner: a sentence on the screen and an exit code.

0 fine, 1 the content has problems, 2 wrong use of the command, 3 a fault in portalgen,
130 interrupted.
"""

import sys
from collections.abc import Callable

import click

from portalgen.problems import WrongUse

FINE, PROBLEMS, WRONG_USE, FAULT, INTERRUPTED = 0, 1, 2, 3, 130


def exit_code_of(run: Callable[[], object]) -> int:
    """Run a command and return the exit code of what became of it."""
    try:
        result = run()
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as wrong:
        wrong.show()
        return WRONG_USE
    except WrongUse as wrong:
        click.echo(f"portalgen: {wrong}", err=True)
        return WRONG_USE
    except (KeyboardInterrupt, click.Abort):
        click.echo("\nInterrupted; nothing was changed.", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output, such as `head`, has had enough.
        sys.stderr.close()
        return FINE
    except Exception:
        _show_fault()
        return FAULT
    return result if isinstance(result, int) else FINE


def _show_fault() -> None:
    import traceback

    click.echo(traceback.format_exc(), err=True)
    click.echo(
        "This is a fault in portalgen and not in your content; what was published is unchanged. "
        "Please report the lines above.",
        err=True,
    )
