"""The command line: one verb for each file of `commands/`, loaded when it is called."""

from importlib import import_module

import click

from portalgen import __version__

# Each verb with the line that the list of commands shows, so that listing loads none of them.
COMMANDS = {
    "away": "Tell clients that you are away: one entry, and every page follows.",
    "back": "End an absence: you are back.",
    "today": "Tell what clients see now, what changes next, and what needs you.",
    "serve": "See the portal in your browser while you edit it.",
    "build": "Make the portal from the content folder.",
    "check": "Say what is wrong in the content, and what could be better.",
    "new": "Start a portal of your own from a sample.",
    "explain": "Tell what can be written where.",
    "schema": "Write the schemas by which editors help you write.",
}


class Verbs(click.Group):
    """The group of all commands, which loads each one when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of a verb."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"portalgen.commands.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that was asked for; an unknown verb is told with the nearest."""
        if args and args[0] not in COMMANDS:
            from portalgen.problems import nearest

            close = nearest(args[0], COMMANDS)
            instead = f"Did you mean {close}?" if close else "portalgen --help lists all commands."
            raise click.UsageError(f"There is no command {args[0]}. {instead}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of verbs without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


# Help is as wide as what `explain` prints; to ask the terminal would load half of `shutil`.
_SETTINGS = {"help_option_names": ["-h", "--help"], "terminal_width": 80}


@click.group(cls=Verbs, context_settings=_SETTINGS)
@click.version_option(__version__, prog_name="portalgen")
def portalgen() -> None:
    """A client portal, and every away message, from a folder of YAML and Markdown.

    Stand in the folder that holds your content/ and run: portalgen build
    """
