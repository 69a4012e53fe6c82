"""What a failure means to the owner: a sentence on the screen and an exit code.

0 fine, 1 the content has problems, 2 wrong use of the command, 3 a fault in portalgen,
130 interrupted.
"""

import sys
from collections.abc import Callable

import click

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
    except (KeyboardInterrupt, click.Abort):
        click.echo("\nInterrupted.", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output, such as `head`, has had enough.
        sys.stderr.close()
        return FINE
    except Exception as error:
        return _code_of(error)
    return result if isinstance(result, int) else FINE


def _code_of(error: Exception) -> int:
    import traceback

    from portalgen.problems import WrongUse

    if isinstance(error, WrongUse):
        click.echo(f"portalgen: {error}", err=True)
        return WRONG_USE
    click.echo(traceback.format_exc(), err=True)
    click.echo(
        "This is a fault in portalgen and not in your content. Please report the lines above.",
        err=True,
    )
    return FAULT
