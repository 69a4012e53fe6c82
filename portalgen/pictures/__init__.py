"""The owner's images as clients get them: upright, no larger than needed, and no word more.

A photo from a phone knows where it was taken, and an SVG file may hold a program. So no image is
published as it lies in the folder: photos are written anew without their metadata, in several
widths, and drawings are written anew from a list of what may stand in one.
"""

from portalgen.pictures.album import Album, Picture, album

__all__ = ["Album", "Picture", "album"]
