"""`portalgen schema DIR`: the schemas by which editors help while one writes."""

from pathlib import Path

import click

from portalgen.problems import WrongUse


@click.command()
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), default=Path("schemas"))
def schema(folder: Path) -> None:
    """Write the schemas by which editors help you write into DIR, or into schemas.

    There is one for each content file, and one for the lines between --- of each kind of text.
    """
    for file in write_schemas(folder):
        click.echo(f"Wrote {file}")


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write all schemas into a folder, which is made if it is not there; return the files.

    Raises WrongUse where something else stands in the way.
    """
    import json

    from portalgen.reference import json_schema, schema_names

    if folder.exists() and not folder.is_dir():
        raise WrongUse(f"{folder} is a file. Name a folder.")
    files = tuple(folder / f"{name}.schema.json" for name in schema_names())
    for file in files:
        if file.is_symlink():
            raise WrongUse(f"{file} is a link to another file. Delete it, or name another folder.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file, name in zip(files, schema_names(), strict=True):
            text = json.dumps(json_schema(name), indent=2, ensure_ascii=False)
            file.write_text(f"{text}\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise WrongUse(f"{error.filename} can not be written: {error.strerror}.") from None
    return files
