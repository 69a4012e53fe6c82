"""Images are published as pages name them, and only then."""

import io

import pytest
from PIL import Image

from portalgen.memory import Memory
from portalgen.pictures import Picture, album
from portalgen.problems import ContentError, Place


def photo(width: int) -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (width, 10), "red").save(content, "JPEG")
    return content.getvalue()


def place(name: str) -> Place:
    return Place(f"content/images/{name}")


def test_a_picture_knows_its_narrower_versions() -> None:
    found = album({"a b.jpg": photo(1000)}, place, Memory())
    assert found.pictures == {
        "/images/a b.jpg": Picture(
            "/images/a b.jpg",
            1000,
            10,
            ((240, "/images/240/a b.jpg"), (640, "/images/640/a b.jpg")),
        )
    }
    assert sorted(found.files) == sorted(
        ["/images/a b.jpg", "/images/240/a b.jpg", "/images/640/a b.jpg"]
    )


def test_only_what_is_named_is_published() -> None:
    found = album({"a b.jpg": photo(1000), "c.jpg": photo(9)}, place, Memory())
    texts = ['<img src="../images/a%20b.jpg" srcset="../images/240/a%20b.jpg 240w">']
    assert [each.address for each in found.named_in(texts)] == [
        "/images/240/a b.jpg",
        "/images/a b.jpg",
    ]
    assert found.named_in([]) == []


def test_all_that_is_wrong_is_told_at_once_with_its_place() -> None:
    images = {"a.jpg": b"x", "b.svg": b"<svg\n/>", "c.jpg": photo(9)}
    with pytest.raises(ContentError) as caught:
        album(images, place, Memory())
    assert [str(each.place) for each in caught.value.problems] == [
        "content/images/a.jpg",
        "content/images/b.svg:1:1",
    ]


def test_a_photo_that_is_remembered_is_not_developed_again() -> None:
    memory = Memory()
    images = {"a.jpg": photo(1000), "b.jpg": photo(9)}
    first = album(images, place, memory)
    known = dict.fromkeys(memory.recalled, ("made", 7, 8, ((7, b"known"),), ()))
    again = album(images, place, Memory(known))
    assert len(known) == 2
    assert again.pictures != first.pictures
    assert again.files["/images/a.jpg"].content == b"known"
