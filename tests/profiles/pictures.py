"""Pictures as people upload them."""

import io
import struct
import zlib

from PIL import Image

RED, BLUE = (200, 20, 20), (20, 20, 200)
ORIENTATION, MAKE, GPS = 0x0112, 0x010F, 0x8825
TURNED_RIGHT = 6  # the camera was held upright: the first row of pixels is the right side


def two_halves(width: int = 600, height: int = 600) -> Image.Image:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (width // 2, 0, width, height))
    return image


def written(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def photo_with_place(orientation: int = 1) -> bytes:
    """A photo that tells where and with what it was taken."""
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKE] = orientation, "Demokamera"
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[2] = (66.0, 30.0, 0.0)
    return written(two_halves(), exif=exif, comment=b"Rovaniemi")


def bomb(width: int = 20_000, height: int = 20_000) -> bytes:
    """A PNG of a few hundred kilobytes that says it is 400 million pixels large."""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((width // 8 + 1) * height), 9)
    return b"\x89PNG\r\n\x1a\n" + b"".join(map(_chunk, (b"IHDR", b"IDAT", b"IEND"), (header, rows, b"")))


def form_with(field: str, content: bytes, name: str = "me.jpg") -> dict[str, object]:
    """A form with one file, as a browser sends it, for `client.post(…, **form)`.

    Werkzeug's own writer would leave a temporary file open for each large one.
    """
    head = f'--part\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\nContent-Type: image/jpeg\r\n\r\n'
    return {"data": head.encode() + content + b"\r\n--part--\r\n", "content_type": "multipart/form-data; boundary=part"}


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def looks(image: Image.Image, x: float, y: float) -> str:
    """The colour at a place, given as shares of width and height."""
    red, _, blue = image.convert("RGB").getpixel((int(x * image.width), int(y * image.height)))  # type: ignore[misc]
    return "red" if red > blue else "blue"


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
