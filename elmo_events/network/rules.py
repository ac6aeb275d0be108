"""Kinds of regions; when two spellings name the same organisation; what makes a cluster one."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

LEGAL_FORMS = {
    "oy",
    "oyj",
    "ab",
    "abp",
    "ky",
    "tmi",
    "osk",
    "ry",
    "rf",
    "ltd",
    "plc",
    "inc",
    "llc",
    "gmbh",
    "oü",
    "asa",
    "bv",
}
SMALL_WORDS = {"ja", "och", "and", "the"}
LONGEST_NAME = 200
ACCENTS = {
    "clean": "clean", "circular": "circular", "digital": "digital", "cluster": "cluster",
    "clean-solutions": "clean", "digitalisation": "digital", "sustainable-services": "circular",
}  # fmt: skip
LEAST_MEMBERS = 15  # of a cluster, as the European Cluster Collaboration Platform asks for
LEAST_ACTOR_KINDS = 2
LEAST_ACTIVITIES = 2


class RegionKind(StrEnum):
    NETWORK = "network"  # one of the network's own regions
    FINLAND = "finland"  # elsewhere in Finland
    ABROAD = "abroad"


def accent_of(theme_slug: str) -> str:
    """The colour of a theme; administrators may add themes, which are neutral."""
    return ACCENTS.get(theme_slug, "neutral")


def folded(name: str) -> str:
    """A name as names are compared: “Esimerkki Oy” and “Oy ESIMERKKI Ab” are the same, and so are “Malli-AMK” and “Malli AMK”."""
    plain = unicodedata.normalize("NFKC", name).lower()
    words = re.sub(r"[^\w]|_", " ", plain).split()
    telling = [word for word in words if word not in LEGAL_FORMS | SMALL_WORDS] or words
    return ("".join(telling) or " ".join(plain.split()))[:LONGEST_NAME]


class Criterion(StrEnum):
    """What the European Cluster Collaboration Platform asks of a cluster."""

    EMPLOYEE = "employee"
    ENGLISH_WEBSITE = "english-website"
    MEMBERS = "members"
    ACTOR_KINDS = "actor-kinds"
    THEME = "theme"
    ACTIVITIES = "activities"


@dataclass(frozen=True)
class ClusterFacts:
    """What a cluster says of itself. `activities` is its text about them: each line is one."""

    has_half_time_employee: bool
    has_english_website: bool
    member_count: int | None
    names_members_openly: bool
    most_members_are_companies: bool
    actor_kinds: Collection[str]
    themes: Collection[str]
    activities: Collection[str]

    def meets(self) -> dict[Criterion, bool]:
        enough = (self.member_count or 0) >= LEAST_MEMBERS
        return {
            Criterion.EMPLOYEE: self.has_half_time_employee,
            Criterion.ENGLISH_WEBSITE: self.has_english_website,
            Criterion.MEMBERS: enough and self.names_members_openly and self.most_members_are_companies,
            Criterion.ACTOR_KINDS: len(set(self.actor_kinds)) >= LEAST_ACTOR_KINDS,
            Criterion.THEME: bool(self.themes),
            Criterion.ACTIVITIES: any(len(_lines(text)) >= LEAST_ACTIVITIES for text in self.activities),
        }


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]
