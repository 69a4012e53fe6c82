"""A photo is upright, no wider than needed, and says nothing but what it shows."""

import contextlib
import io
import struct
from collections.abc import Iterator
from typing import Any
from zlib import crc32

import pytest
from PIL import Image, ImageCms

from portalgen.pictures.findings import Made, Unusable
from portalgen.pictures.photos import developed

SAVE = "Save it as JPEG or PNG."


def written(form: str, size: tuple[int, int] = (40, 30), mode: str = "RGB", **how: Any) -> bytes:
    """Return an image whose left half is red and whose right half is blue."""
    picture = Image.new(mode, size, "blue" if mode != "L" else 0)
    if mode != "L":
        picture.paste("red", (0, 0, size[0] // 2, size[1]))
    content = io.BytesIO()
    picture.save(content, form, **how)
    return content.getvalue()


def made(content: bytes, kind: str) -> Made:
    found = developed(content, kind)
    assert isinstance(found, Made), found
    return found


def read(content: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(content))
    picture.load()
    return picture


def exif(orientation: int) -> bytes:
    facts = Image.Exif()
    facts[0x0112] = orientation
    facts[0x010E] = "A secret"
    facts.get_ifd(0x8825)[1] = "N"
    return facts.tobytes()


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (1, [1]),
        (300, [300]),
        (301, [240, 301]),
        (700, [240, 700]),
        (1000, [240, 640, 1000]),
        (1280, [240, 640, 1280]),
        (4000, [240, 640, 1280]),
    ],
)
def test_a_photo_is_there_in_several_widths_and_never_enlarged(
    width: int, widths: list[int]
) -> None:
    found = made(written("JPEG", (width, width // 2 + 1)), ".jpg")
    assert [each for each, _ in found.versions] == widths
    assert [read(content).size[0] for _, content in found.versions] == widths
    assert (found.width, found.height) == read(found.versions[-1][1]).size


@pytest.mark.parametrize(("orientation", "size"), [(1, (40, 30)), (3, (40, 30)), (6, (30, 40))])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_is_upright(kind: str, orientation: int, size: tuple[int, int]) -> None:
    found = made(written(kind, exif=exif(orientation)), f".{kind.lower()}")
    assert (found.width, found.height) == size
    corner = read(found.versions[-1][1]).convert("RGB").getpixel((0, 0))
    assert isinstance(corner, tuple)
    assert (corner[0] > 200) == (orientation != 3)


@pytest.mark.parametrize(
    ("kind", "how"),
    [
        ("JPEG", {"exif": exif(1), "comment": b"A secret", "xmp": b"A secret"}),
        ("PNG", {"exif": exif(1)}),
        ("WEBP", {"exif": exif(1), "xmp": b"A secret"}),
        ("GIF", {"comment": b"A secret"}),
    ],
)
def test_nothing_is_left_but_the_picture(kind: str, how: dict[str, Any]) -> None:
    content = written(kind, **how)
    found = made(content, f".{kind.lower()}")
    assert b"A secret" in content
    for _, version in found.versions:
        assert b"secret" not in version
        assert set(read(version).info) <= {
            *("jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"),
            *("background", "version", "loop", "duration", "timestamp"),
        }


def test_the_colors_of_a_camera_become_those_of_a_screen() -> None:
    (_, content), *_ = made(written("JPEG", icc_profile=CAMERA), ".jpg").versions
    assert b"ICC_PROFILE" not in content
    left = read(content).getpixel((0, 0))
    assert isinstance(left, tuple)
    assert left[2] > 200 > left[0]


# A camera that calls blue what screens call red.
SCREEN = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
CAMERA = SCREEN.replace(b"rXYZ", b"----").replace(b"bXYZ", b"rXYZ").replace(b"----", b"bXYZ")


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P"])
def test_every_kind_of_picture_leaves_the_colors_of_its_camera(mode: str) -> None:
    picture = Image.new("RGB", (9, 9), "red").convert(mode)
    content = io.BytesIO()
    picture.save(content, "PNG", icc_profile=CAMERA)
    shown = read(made(content.getvalue(), ".png").versions[0][1]).convert("RGB")
    left = shown.getpixel((0, 0))
    assert isinstance(left, tuple)
    assert left[2] > 200 > left[0]


def test_what_can_be_seen_through_stays_so_in_other_colors() -> None:
    content = io.BytesIO()
    Image.new("RGBA", (9, 9), (255, 0, 0, 128)).save(content, "PNG", icc_profile=CAMERA)
    shown = read(made(content.getvalue(), ".png").versions[0][1])
    assert shown.getpixel((0, 0)) == (0, 0, 255, 128)


@pytest.mark.parametrize(("mode", "profile"), [("RGB", b"broken"), ("L", SCREEN), ("CMYK", SCREEN)])
def test_a_profile_that_does_not_fit_is_passed_over(mode: str, profile: bytes) -> None:
    content = written("JPEG", mode=mode, icc_profile=profile)
    usual = made(written("JPEG", mode=mode), ".jpg")
    assert made(content, ".jpg") == usual


def test_gray_of_16_bits_stays_gray() -> None:
    content = io.BytesIO()
    Image.new("I;16", (9, 9), 0x8000).save(content, "PNG")
    shown = read(made(content.getvalue(), ".png").versions[0][1])
    assert shown.getpixel((0, 0)) == (128, 128, 128)


@pytest.mark.parametrize(("kind", "most"), [("webp", "16,383"), ("jpg", "65,500")])
def test_an_image_that_is_too_high_for_its_kind_is_refused_with_the_reason(
    kind: str, most: str
) -> None:
    found = developed(written("PNG", (2, 70_000)), f".{kind}")
    assert isinstance(found, Unusable)
    assert found.found.startswith("This image is 70,000 pixels high; a ")
    assert found.found.endswith(f" image has {most} at most.")


def test_what_refuses_an_image_can_be_passed_on() -> None:
    @contextlib.contextmanager
    def around() -> Iterator[None]:
        yield

    with pytest.raises(Unusable), around():
        raise Unusable("found", "instead")


def test_a_phone_s_photo_with_others_behind_it_does_not_move() -> None:
    content = written("MPO", save_all=True, append_images=[Image.new("RGB", (40, 30))])
    assert getattr(read(content), "n_frames", 1) == 2
    assert made(content, ".jpg").note == ()


@pytest.mark.parametrize(
    ("form", "mode", "kind", "shown"),
    [
        ("PNG", "RGBA", ".png", "RGBA"),
        ("PNG", "L", ".png", "RGB"),
        ("PNG", "RGBA", ".jpg", "RGB"),
        ("JPEG", "CMYK", ".jpg", "RGB"),
        ("JPEG", "RGB", ".png", "RGB"),
        ("MPO", "RGB", ".jpg", "RGB"),
    ],
)
def test_every_way_to_write_an_image_is_read(form: str, mode: str, kind: str, shown: str) -> None:
    assert read(made(written(form, mode=mode), kind).versions[-1][1]).mode == shown


@pytest.mark.parametrize("form", ["GIF", "PNG", "WEBP"])
def test_what_moves_is_shown_as_it_begins_and_told(form: str) -> None:
    frames = [Image.new("RGB", (9, 9), color) for color in ("red", "blue")]
    content = io.BytesIO()
    frames[0].save(content, form, save_all=True, append_images=frames[1:])
    found = made(content.getvalue(), f".{form.lower()}")
    assert getattr(read(found.versions[-1][1]), "n_frames", 1) == 1
    assert found.note[0] == "This image moves, and clients see how it begins."


def test_the_same_photo_gives_the_same_bytes() -> None:
    content = written("JPEG", (900, 600), exif=exif(6))
    assert developed(content, ".jpg") == developed(content, ".jpg")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "This is not an image."),
        (b"Hello", f"This is not an image. {SAVE} Giving a file another name does not make it one"),
        (written("JPEG")[:-200], "This image is damaged. Copy it again from where it comes from."),
        (written("TIFF"), f"This is a TIFF image, which browsers do not show. {SAVE}"),
        (written("BMP"), f"This is a BMP image, which browsers do not show. {SAVE}"),
        (b"\0\0\0\x18ftypheic", f"This is a HEIC image, which not every browser can show. {SAVE}"),
    ],
)
def test_what_can_not_be_shown_is_refused_with_a_sentence(content: bytes, told: str) -> None:
    found = developed(content, ".jpg")
    assert isinstance(found, Unusable)
    assert f"{found.found} {found.instead}".startswith(told)


@pytest.mark.parametrize("side", [7_100, 60_000])
def test_an_image_with_too_many_pixels_is_not_even_opened(side: int) -> None:
    header = b"IHDR" + struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    small = written("PNG")
    found = developed(small[:12] + header + struct.pack(">I", crc32(header)) + small[33:], ".png")
    assert isinstance(found, Unusable)
    assert found.found == "This image has more than 50 million pixels."
