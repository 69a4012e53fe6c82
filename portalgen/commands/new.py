"""`portalgen new DIR`: a portal of one's own, begun as a copy of the sample."""

import shutil
from pathlib import Path

import click

from portalgen.problems import WrongUse


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Start a portal of your own in DIR, as a copy of the sample practice.

    DIR must be new or empty.
    """
    from portalgen.commands.schema import write_schemas
    from portalgen.packed import packed_folder

    _refuse_unfit(folder)
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(packed_folder("content"), folder / "content")
    write_schemas(folder / "schemas")
    for source in sorted(packed_folder("starter").iterdir()):
        # A packed file can not start with a dot everywhere; `dot-gitignore` says what it is.
        shutil.copyfile(source, folder / source.name.replace("dot-", "."))
    click.echo(
        f"A portal of your own stands in {folder}. The next three steps:\n"
        f"  1. cd {folder}\n"
        "  2. Write your name, time zone and e-mail address into content/practice.yaml;\n"
        "     then go through the other files, and delete what you do not need.\n"
        "  3. portalgen build   (then open public/index.html)"
    )


def _refuse_unfit(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise WrongUse(f"{folder} is a file. Name a new folder.")
    if folder.is_dir() and any(folder.iterdir()):
        raise WrongUse(f"{folder} is not empty. Name a new folder, so that nothing is overwritten.")
