"""The picture: small, square, upright and without what a camera tells; seen by those who see the profile."""

from typing import Any

import pytest
from PIL import Image
from werkzeug.test import TestResponse

from elmo_events.foundation.database import db, transaction
from elmo_events.profiles.actions.pictures import MOST_BYTES
from elmo_events.profiles.models import Avoidance, Profile, ProfilePicture
from elmo_events.profiles.rules import Visibility
from tests import makers
from tests.client import CheckingClient
from tests.meeting_makers import profile as made_profile
from tests.profiles import pictures

FORM = "/en/profile/picture"


def upload(client: CheckingClient, content: bytes, name: str = "me.jpg") -> TestResponse:
    return client.post(FORM, **pictures.form_with("picture", content, name))


def kept() -> ProfilePicture | None:
    db.session.rollback()
    db.session.expire_all()
    return db.session.query(ProfilePicture).one_or_none()


def picture() -> ProfilePicture:
    found = kept()
    assert found is not None
    return found


def address(profile: Profile) -> str:
    return f"/profiles/{profile.id}/picture-{picture().mark}.webp"


def test_a_photo_loses_its_place_and_its_camera(as_aino: CheckingClient) -> None:
    original = pictures.photo_with_place()
    assert b"Demokamera" in original
    assert pictures.opened(original).getexif().get_ifd(pictures.GPS)
    assert upload(as_aino, original).headers["Location"] == "/en/profile"
    made = pictures.opened(picture().content)
    assert (made.format, made.size, made.mode) == ("WEBP", (512, 512), "RGB")
    assert dict(made.getexif()) == {}
    assert not set(made.info) & {"exif", "xmp", "icc_profile", "comment"}
    assert b"Demokamera" not in picture().content
    assert len(picture().content) < 60_000


def test_a_turned_photo_stands_upright(as_aino: CheckingClient) -> None:
    upload(as_aino, pictures.photo_with_place(pictures.TURNED_RIGHT))
    made = pictures.opened(picture().content)
    assert (pictures.looks(made, 0.5, 0.1), pictures.looks(made, 0.5, 0.9)) == ("red", "blue")


def test_a_large_turned_photo_too(as_aino: CheckingClient) -> None:
    exif = Image.Exif()
    exif[pictures.ORIENTATION] = pictures.TURNED_RIGHT
    upload(as_aino, pictures.written(pictures.two_halves(4000, 3000), exif=exif))
    made = pictures.opened(picture().content)
    assert made.size == (512, 512)
    assert (pictures.looks(made, 0.5, 0.1), pictures.looks(made, 0.5, 0.9)) == ("red", "blue")


def test_the_middle_of_a_wide_picture_is_kept(as_aino: CheckingClient) -> None:
    wide = Image.new("RGB", (1200, 400), pictures.RED)
    wide.paste(pictures.BLUE, (400, 0, 800, 400))
    upload(as_aino, pictures.written(wide, "PNG"), "wide.png")
    made = pictures.opened(picture().content)
    assert {pictures.looks(made, x, 0.5) for x in (0.05, 0.5, 0.95)} == {"blue"}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("mode", ["RGB", "L", "P", "RGBA", "CMYK", "1", "LA"])
def test_all_common_kinds_can_be_read(as_aino: CheckingClient, kind: str, mode: str) -> None:
    unknown = {"JPEG": {"P", "RGBA", "LA"}, "PNG": {"CMYK"}, "WEBP": {"CMYK", "1", "LA"}}
    image = pictures.two_halves().convert("L" if mode in unknown[kind] else mode)
    assert upload(as_aino, pictures.written(image, kind), f"me.{kind.lower()}").status_code == 302
    assert pictures.opened(picture().content).size == (512, 512)


def test_what_is_transparent_gets_white_paper(as_aino: CheckingClient) -> None:
    upload(as_aino, pictures.written(Image.new("RGBA", (300, 300), (0, 0, 0, 0)), "PNG"))
    assert pictures.opened(picture().content).getpixel((256, 256)) == (255, 255, 255)


def broken() -> bytes:
    return pictures.written(pictures.two_halves())[:2000]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (pictures.bomb, "has too many pixels"),
        (lambda: pictures.bomb(8000, 4100), "has too many pixels"),
        (broken, "not a picture that we can read"),
        (lambda: b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "not a picture"),
        (lambda: pictures.written(pictures.two_halves(), "GIF"), "not a picture"),
        (lambda: b"", "not a picture that we can read"),
        (lambda: pictures.written(pictures.two_halves()) + bytes(MOST_BYTES), "larger than 5 MB"),
    ],
    ids=["bomb", "just too large", "broken", "drawing", "gif", "empty", "heavy"],
)
def test_what_can_not_be_used_is_refused_beside_the_field(as_aino: CheckingClient, content: Any, sentence: str) -> None:
    upload(as_aino, pictures.written(pictures.two_halves()))
    before = picture().mark
    answer = upload(as_aino, content())
    assert answer.status_code == 422
    assert sentence in answer.text
    assert 'id="picture-error"' in answer.text
    assert picture().mark == before


def test_no_file_at_all_is_refused(as_aino: CheckingClient) -> None:
    assert "Choose a file." in as_aino.post(FORM).text
    assert "Choose a file." in as_aino.post(FORM, data={"picture": "words"}).text


def test_other_pages_take_as_little_as_before(as_aino: CheckingClient) -> None:
    heavy = pictures.form_with("first_name", bytes(3 * 1024 * 1024))
    assert as_aino.post("/en/profile/details", **heavy).status_code == 413
    assert upload(as_aino, bytes(21 * 1024 * 1024)).status_code == 413


def test_a_new_one_takes_the_place_of_the_old_and_can_be_taken_away(as_aino: CheckingClient, aino: Profile) -> None:
    upload(as_aino, pictures.written(pictures.two_halves()))
    old = address(aino)
    assert as_aino.get(old).status_code == 200
    upload(as_aino, pictures.written(Image.new("RGB", (300, 300), pictures.BLUE)))
    assert as_aino.get(old).status_code == 404
    new = address(aino)
    assert new in as_aino.get("/en/profile").text
    as_aino.post(f"{FORM}/removal")
    assert kept() is None
    assert as_aino.get(new).status_code == 404


def test_its_address_opens_only_for_those_who_see_the_profile(as_aino: CheckingClient, aino: Profile) -> None:
    upload(as_aino, pictures.written(pictures.two_halves()))
    where = address(aino)
    answer = as_aino.get(where)
    assert (answer.mimetype, answer.headers["Cache-Control"]) == ("image/webp", "private, max-age=3600")
    other = made_profile("otso@example.org", first_name="Otso")
    stranger = makers.account("stranger@example.org")
    client = as_aino.application.test_client()
    assert client.get(where).status_code == 302  # who has not signed in is asked to
    client.sign_in(stranger)  # type: ignore[attr-defined]
    assert client.get(where).status_code == 404
    client.sign_in(other.account)  # type: ignore[attr-defined]
    assert client.get(where).status_code == 200
    assert client.get(where.replace("picture-", "picture-x")).status_code == 404
    makers.saved(Avoidance(profile_id=aino.id, avoided_profile_id=other.id))
    assert client.get(where).status_code == 404


@pytest.mark.parametrize("visibility", [Visibility.EVENTS, Visibility.HIDDEN])
def test_that_of_a_profile_not_shown_to_the_network_stays_out_of_sight(
    as_aino: CheckingClient, aino: Profile, visibility: Visibility
) -> None:
    upload(as_aino, pictures.written(pictures.two_halves()))
    where = address(aino)
    with transaction():
        aino.visibility = visibility
    client = as_aino.application.test_client()
    client.sign_in(made_profile("otso@example.org").account)  # type: ignore[attr-defined]
    assert client.get(where).status_code == 404
    assert as_aino.get(where).status_code == 200
