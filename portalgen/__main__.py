"""Where the program starts, by `portalgen` and by `python -m portalgen`."""

import gc
import os


def main() -> None:
    """Run the command line and leave with its exit code."""
    # A command lives for a second. Looking for garbage would take a tenth of it, and looking for
    # plugins of pydantic, of which portalgen has none, half as much.
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from portalgen.cli import portalgen
    from portalgen.failures import exit_code_of

    code = exit_code_of(lambda: portalgen(standalone_mode=False))
    # Nor is there a point in looking once more at everything on the way out.
    gc.freeze()
    raise SystemExit(code)


if __name__ == "__main__":
    main()
