"""Pictures of profiles: made small, square and plain before they are kept."""

import hashlib
import io
import threading
import warnings

from flask_babel import gettext as _
from PIL import Image, ImageOps

from elmo_events.foundation.database import db, lock
from elmo_events.foundation.refusals import Refusal
from elmo_events.profiles.models import Profile, ProfilePicture

SIDE = 512
MOST_BYTES = 5 * 1024 * 1024
MOST_PIXELS = 32_000_000  # 128 MB while it is being read
FORMATS = ("JPEG", "PNG", "WEBP")
PAPER = "#ffffff"  # behind what is transparent

Image.MAX_IMAGE_PIXELS = MOST_PIXELS
warnings.filterwarnings("error", category=Image.DecompressionBombWarning)
_one_at_a_time = threading.Lock()


def square(content: bytes) -> bytes:
    """The middle of a picture as a small square WebP: upright, and without place, camera or anything else that it tells.

    Called outside a transaction, since it takes a while. Refuses: too many bytes or pixels; no picture that we can read.
    """
    if len(content) > MOST_BYTES:
        raise Refusal(_("This picture is larger than 5 MB. Choose a smaller one."), field="picture")
    with _one_at_a_time:
        try:
            plain = _plain_square(content)
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise Refusal(_("This picture has too many pixels. Choose a smaller one."), field="picture") from error
        except Exception as error:  # decoders raise whatever they like at what is broken
            raise Refusal(
                _("This file is not a picture that we can read. Choose a JPEG, PNG or WebP file."), field="picture"
            ) from error
    written = io.BytesIO()
    plain.save(written, "WEBP", quality=84)
    return written.getvalue()


def put_picture(profile: Profile, content: bytes) -> None:
    """`content` comes from `square`. Writes: the picture, in the place of one that was there."""
    lock(profile)
    picture = db.session.get(ProfilePicture, profile.id) or ProfilePicture(profile_id=profile.id)
    picture.content, picture.mark = content, hashlib.sha256(content).hexdigest()[:16]
    db.session.add(picture)


def take_picture_away(profile: Profile) -> None:
    """Writes: there is no picture."""
    lock(profile)
    picture = db.session.get(ProfilePicture, profile.id)
    if picture is not None:
        db.session.delete(picture)


def _plain_square(content: bytes) -> Image.Image:
    with Image.open(io.BytesIO(content), formats=FORMATS) as opened:
        opened.draft("RGB", (2 * SIDE, 2 * SIDE))  # a large JPEG is read at a smaller scale
        opened.load()
        small = opened.reduce(max(1, min(opened.size) // (2 * SIDE))) if _can_be_reduced(opened) else opened.copy()
        upright = ImageOps.exif_transpose(small)
    fitted = ImageOps.fit(upright.convert("RGBA"), (SIDE, SIDE), Image.Resampling.LANCZOS)
    plain = Image.new("RGB", fitted.size, PAPER)  # a new one takes nothing along but the pixels
    plain.paste(fitted, mask=fitted.getchannel("A"))
    return plain


def _can_be_reduced(image: Image.Image) -> bool:
    return image.mode in {"L", "RGB", "RGBA", "LA", "CMYK", "YCbCr"}
