"""Photos, as browsers need them: the one door to Pillow.

A photo is turned upright, brought into the colors of screens, made no wider than any screen shows
it, and written anew, so that nothing of what a camera or a program put beside the picture is
left. What moves is shown as it begins: nobody asked for motion (WCAG 2.2, 2.2.2).
"""

import io
import warnings
from typing import Any

from portalgen.pictures.findings import Made, Unusable

# Where a photo stands beside a name, in a column, and in a column on a sharp screen.
WIDTHS = (240, 640, 1280)
MOST_PIXELS = 50_000_000

_FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".gif": "GIF"}
_HOW: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 82, "progressive": True, "optimize": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 82, "method": 4},
    "GIF": {"optimize": True},
}
# How many pixels high an image of a kind can be written.
_HIGHEST = {"JPEG": 65_500, "WEBP": 16_383, "GIF": 65_535}
# What many phones write: a JPEG photo with others behind it, which programs for pictures show.
_PHONE = "MPO"
# What a color profile can be applied to.
_PLAIN = frozenset({"RGB", "RGBA", "L", "LA", "CMYK"})
_OTHERS = {b"ftyphei": "HEIC", b"ftyphev": "HEIC", b"ftypmif": "HEIC", b"ftypavi": "AVIF"}
_SAVE = "Save it as JPEG or PNG."


def developed(content: bytes, kind: str) -> Made | Unusable:
    """Return an image in its widths; `kind` is the ending of its name."""
    try:
        with warnings.catch_warnings():
            # It warns of many pixels, and of odd metadata, which goes anyway.
            warnings.simplefilter("ignore")
            return _developed(_opened(content), _FORMATS[kind])
    except Unusable as refused:
        return refused
    except Exception:
        # A broken file can break any part of a decoder, and each in its own way.
        return Unusable("This image is damaged.", "Copy it again from where it comes from.")


def _opened(content: bytes) -> Any:
    """Return the image before any of it is decoded."""
    # Pages without images need none of this.
    from PIL import Image, UnidentifiedImageError

    other = _OTHERS.get(content[4:11])
    if other is not None:
        raise Unusable(f"This is a {other} image, which not every browser can show.", _SAVE)
    try:
        opened = Image.open(io.BytesIO(content))
    except Image.DecompressionBombError:
        raise _too_many() from None
    except UnidentifiedImageError:
        instead = f"{_SAVE} Giving a file another name does not make it one."
        raise Unusable("This is not an image.", instead) from None
    if opened.format not in {*_HOW, _PHONE}:
        raise Unusable(f"This is a {opened.format} image, which browsers do not show.", _SAVE)
    if opened.width * opened.height > MOST_PIXELS:
        raise _too_many()
    return opened


def _too_many() -> Unusable:
    found = f"This image has more than {MOST_PIXELS // 1_000_000} million pixels."
    return Unusable(found, "Make it smaller first: 1280 pixels across are plenty.")


def _developed(opened: Any, form: str) -> Made:
    from PIL import Image, ImageOps

    moves = opened.format != _PHONE and getattr(opened, "n_frames", 1) > 1
    # A large photo is decoded at a fraction of its size where its kind allows.
    opened.draft("RGB", (2 * WIDTHS[-1], 2 * WIDTHS[-1]))
    picture = _in_screen_colors(_plain(ImageOps.exif_transpose(opened)), form)
    widest = min(picture.width, WIDTHS[-1])
    _refuse_height(round(picture.height * widest / picture.width), form)
    versions = []
    # A version that is hardly narrower than the widest spares nobody anything.
    for width in (*(each for each in WIDTHS if each * 1.25 < widest), widest):
        height = max(1, round(picture.height * width / picture.width))
        version = picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
        versions.append((width, _bytes(version, form)))
    return Made(widest, height, tuple(versions), _MOVES if moves else ())


_MOVES = (
    "This image moves, and clients see how it begins.",
    "Motion that cannot be stopped keeps people from reading.",
)


def _refuse_height(height: int, form: str) -> None:
    highest = _HIGHEST.get(form, height)
    if height > highest:
        found = f"This image is {height:,} pixels high; a {form} image has {highest:,} at most."
        raise Unusable(found, "Cut it into several images, or save it as PNG.")


def _plain(picture: Any) -> Any:
    """Return a picture with 8 bits for each color, and without a list of colors."""
    if picture.mode.startswith("I"):
        # Pillow takes gray of 16 bits for white (65,535) from 255 on.
        return picture.convert("I").point(lambda value: value / 256).convert("L")
    if picture.mode in _PLAIN and "transparency" not in picture.info:
        return picture
    return picture.convert("RGBA" if picture.has_transparency_data else "RGB")


def _in_screen_colors(picture: Any, form: str) -> Any:
    """Return a plain picture in sRGB, without transparency where its kind has none."""
    from PIL import Image

    picture = _without_profile(picture)
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    if form != "JPEG":
        return picture.convert("RGBA")
    paper = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(paper, picture.convert("RGBA")).convert("RGB")


def _without_profile(picture: Any) -> Any:
    """Return a picture in sRGB; as it is where its profile is broken or another picture's."""
    from PIL import ImageCms

    profile = picture.info.get("icc_profile")
    if not profile:
        return picture
    shown = "RGBA" if picture.has_transparency_data else "RGB"
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        srgb = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(picture, source, srgb, outputMode=shown)
    except (ImageCms.PyCMSError, OSError):
        return picture


def _bytes(picture: Any, form: str) -> bytes:
    """Return the bytes of a picture, and of nothing else."""
    picture.info = {}
    written = io.BytesIO()
    picture.save(written, form, **_HOW[form])
    return written.getvalue()
