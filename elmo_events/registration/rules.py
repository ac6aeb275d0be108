"""States of a registration, and who is the same person."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum


class RegistrationState(StrEnum):
    PENDING = "pending"  # waits for approval (a later feature asks for it)
    CONFIRMED = "confirmed"
    WAITING = "waiting"
    OFFERED = "offered"
    DECLINED = "declined"
    CANCELLED = "cancelled"


ACTIVE = (RegistrationState.PENDING, RegistrationState.CONFIRMED, RegistrationState.WAITING, RegistrationState.OFFERED)


@dataclass(frozen=True)
class Person:
    """A name with an e-mail address: two people may share an address."""

    first_name: str
    last_name: str
    email: str

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}"

    @property
    def key(self) -> str:
        """The same for everybody who writes this name and address, whatever the case, accents composed or not."""
        parts = (self.email, self.first_name, self.last_name)
        return "\n".join(" ".join(unicodedata.normalize("NFKC", part).casefold().split()) for part in parts)
