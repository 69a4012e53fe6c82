"""The few words of the content that have a meaning: `video`, `at my place`, `email`, `text`.

Whatever else the owner wrote in their place is kept as it is.
"""

from portalgen.model.practice import Practice
from portalgen.wording.speech import Speech


def service_place_text(speech: Speech, practice: Practice, words: str) -> str:
    """Return where a service takes place; the owner's `my` becomes the owner's name."""
    match " ".join(words.lower().split()):
        case "video":
            return speech.gettext("by video")
        case "phone":
            return speech.gettext("by phone")
        case "at your place":
            # Translators: at the client's home or office.
            return speech.gettext("at your place")
        case "at my place" if practice.owner:
            # Translators: the name is the owner's first name or full name.
            return speech.gettext("at %(name)s's place", name=practice.owner)
        case "at my place":
            # Translators: the name is that of the practice.
            return speech.gettext("at %(name)s", name=practice.name)
        case _:
            return str(words)


def way_text(speech: Speech, words: str) -> str:
    """Return the name of a way to reach somebody, for a table or the start of a line."""
    match " ".join(words.lower().split()):
        case "email":
            return speech.pgettext("way to reach somebody", "Email")
        case "phone":
            return speech.pgettext("way to reach somebody", "Phone")
        case "text":
            return speech.pgettext("way to reach somebody", "Text message")
        case "url":
            return speech.pgettext("way to reach somebody", "Web page")
        case _:
            return str(words)
