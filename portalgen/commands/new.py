"""`portalgen new DIR`: a portal of one's own, begun as a copy of a sample."""

import re
import shutil
import tempfile
from pathlib import Path

import click

from portalgen.problems import WrongUse

# The samples by the name that `--like` takes, each with the packed folder of its content.
SAMPLES = {"coach": "content", "repair": "repair"}


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--like",
    type=click.Choice(list(SAMPLES)),
    default="coach",
    show_default=True,
    help="The sample to begin with: `coach`, a coach in San Diego, in English; `repair`, a man in "
    "Hannover who repairs washing machines, in German.",
)
def new(folder: Path, like: str) -> None:
    """Start a portal of your own in DIR, as a copy of a sample practice.

    Take the sample whose language or trade is nearer to yours. Both show every file, with
    comments that tell what it is for. DIR must be new or empty.
    """
    try:
        _refuse_unfit(folder)
        _fill(folder, SAMPLES[like])
    except OSError as error:
        raise WrongUse(f"{folder} can not be made: {error.strerror or error}.") from None
    click.echo(
        f"A portal of your own stands in {folder}. The next three steps:\n"
        f"  1. cd {folder}\n"
        "  2. Write your name, time zone and e-mail address into content/practice.yaml;\n"
        "     then go through the other files, and delete what you do not need.\n"
        "  3. portalgen serve --open   (see it while you write; `portalgen build` makes the site)"
    )


def _fill(folder: Path, sample: str) -> None:
    """Make the whole portal beside its place, and put it there when nothing can fail any more."""
    from portalgen.commands.schema import write_schemas
    from portalgen.packed import packed_folder

    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".portalgen-new-") as name:
        draft = Path(name) / "portal"
        draft.mkdir()
        shutil.copytree(packed_folder(sample), draft / "content")
        write_schemas(draft / "schemas")
        _copy_starter(packed_folder("starter"), draft)
        # An empty folder that is there already gives way.
        draft.replace(folder)


def _copy_starter(source: Path, target: Path) -> None:
    """Copy what stands beside the content, and give the names back their dots.

    A packed name can not start with a dot everywhere; `dot-gitignore` says what it is.
    """
    for each in sorted(source.iterdir()):
        copy = target / re.sub("^dot-", ".", each.name)
        if each.is_dir():
            copy.mkdir()
            _copy_starter(each, copy)
        else:
            shutil.copyfile(each, copy)


def _refuse_unfit(folder: Path) -> None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise WrongUse(f"{folder} is a file or a link. Name a new folder.")
    if folder.is_dir() and any(folder.iterdir()):
        raise WrongUse(f"{folder} is not empty. Name a new folder, so that nothing is overwritten.")
