"""Lets `python -m portalgen` do what `portalgen` does."""

from portalgen.cli import main

if __name__ == "__main__":
    main()
