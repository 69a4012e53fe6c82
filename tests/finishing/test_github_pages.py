from portalgen.documents import File
from portalgen.finishing.github_pages import no_jekyll


def test_the_file_is_there_and_empty() -> None:
    assert no_jekyll() == File("/.nojekyll", b"")
