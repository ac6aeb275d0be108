"""Organisers, the people who work for them, and projects."""

from dataclasses import dataclass

from elmo_events.demo.content.shapes import Texts, texts
from elmo_events.organisers.rules import Role


@dataclass(frozen=True)
class DemoOrganiser:
    key: str
    region: str
    name: Texts
    city: str
    phone: str
    members: tuple[tuple[str, Role, str], ...]  # name, role, language
    is_bilingual: bool = False

    @property
    def email(self) -> str:
        return f"tapahtumat@{self.key}.example.org"

    @property
    def accounts(self) -> list[tuple[str, str, Role, str]]:
        """Address, name, role, language; the addresses are easy to remember: manager.lappi@example.org."""
        seen: dict[Role, int] = {}
        rows = []
        for name, role, language in self.members:
            seen[role] = seen.get(role, 0) + 1
            number = seen[role] if seen[role] > 1 else ""
            rows.append((f"{role}{number}.{self.key}@example.org", name, role, language))
        return rows


@dataclass(frozen=True)
class DemoProject:
    code: str
    name: Texts
    funder_text: Texts
    has_eu_emblem: bool
    starts: str
    ends: str


ADMINISTRATOR = ("Venla Verkostola", "admin@example.org")
PASSWORD = "elmo-demo"  # noqa: S105  the demo tells it to everybody

ORGANISERS = (
    DemoOrganiser(
        "lappi", "19", texts("Demo-liitto Lappi", "Demoförbundet Lappland", "Demo Council of Lapland"),
        "Rovaniemi", "040 555 0119",
        (("Inka Ounasvaara", Role.MANAGER, "fi"), ("Juhani Kaamonen", Role.EDITOR, "fi"), ("Sara Guovdo-Demo", Role.EDITOR, "fi")),
    ),
    DemoOrganiser(
        "pohjois-pohjanmaa", "17",
        texts("Demo-liitto Pohjois-Pohjanmaa", "Demoförbundet Norra Österbotten", "Demo Council of North Ostrobothnia"),
        "Oulu", "040 555 0117", (("Tuomas Tervahovi", Role.MANAGER, "fi"), ("Elli Merikoski", Role.EDITOR, "fi")),
    ),
    DemoOrganiser(
        "kainuu", "18", texts("Demo-liitto Kainuu", "Demoförbundet Kajanaland", "Demo Council of Kainuu"),
        "Kajaani", "040 555 0118", (("Helmi Vuokatti", Role.MANAGER, "fi"),),
    ),
    DemoOrganiser(
        "keski-pohjanmaa", "16",
        texts("Demo-liitto Keski-Pohjanmaa", "Demoförbundet Mellersta Österbotten", "Demo Council of Central Ostrobothnia"),
        "Kokkola", "040 555 0116",
        (("Linnea Strandbacka", Role.MANAGER, "sv"), ("Kaarlo Perhonjoki", Role.EDITOR, "fi")), is_bilingual=True,
    ),
    DemoOrganiser(
        "pohjois-savo", "11", texts("Demo-liitto Pohjois-Savo", "Demoförbundet Norra Savolax", "Demo Council of North Savo"),
        "Kuopio", "040 555 0111", (("Petra Kallavesi", Role.MANAGER, "fi"), ("Oskari Puijola", Role.EDITOR, "fi")),
    ),
    DemoOrganiser(
        "pohjois-karjala", "12", texts("Demo-liitto Pohjois-Karjala", "Demoförbundet Norra Karelen", "Demo Council of North Karelia"),
        "Joensuu", "040 555 0112", (("Aleksi Kolinvaara", Role.MANAGER, "fi"),),
    ),
    DemoOrganiser(
        "etela-savo", "10", texts("Demo-liitto Etelä-Savo", "Demoförbundet Södra Savolax", "Demo Council of South Savo"),
        "Mikkeli", "040 555 0110", (("Eeva Saimaanranta", Role.MANAGER, "fi"),),
    ),
)  # fmt: skip

SHARED_EDITORS = (("editor.pohjois-pohjanmaa@example.org", "kainuu"),)  # works for two organisers

PROJECTS = (
    DemoProject(
        "DEMO-100728",
        texts(
            "Elinkeinot murroksessa (demohanke)",
            "Näringar i omvandling (demoprojekt)",
            "Industries in transition (demo project)",
        ),
        texts(
            "Hanketta hallinnoi Demo-liitto Lappi yhdessä Itä- ja Pohjois-Suomen maakuntien kanssa.",
            "Projektet förvaltas av Demoförbundet Lappland tillsammans med landskapen i östra och norra Finland.",
            "The project is led by the Demo Council of Lapland with the regions of East and North Finland.",
        ),
        True, "2026-01-01", "2028-12-31",
    ),
    DemoProject(
        "DEMO-100915",
        texts(
            "Sivuvirroista kasvua (demohanke)",
            "Tillväxt ur sidoströmmar (demoprojekt)",
            "Growth from side streams (demo project)",
        ),
        texts(
            "Hanke auttaa yrityksiä löytämään käyttöä sivuvirroilleen.",
            "Projektet hjälper företag att hitta användning för sina sidoströmmar.",
            "The project helps companies find uses for their side streams.",
        ),
        True, "2026-03-01", "2027-12-31",
    ),
    DemoProject(
        "DEMO-AKKE-7",
        texts(
            "Alueiden kestävä kasvu (demohanke)", "Hållbar tillväxt i regionerna (demoprojekt)",
            "Sustainable growth of the regions (demo project)",
        ),
        texts(
            "Hanketta rahoitetaan kansallisella alueiden kehittämisen rahoituksella.",
            "Projektet finansieras med nationella medel för regionutveckling.",
            "The project is financed with national regional development funding.",
        ),
        False, "2026-01-01", "2027-06-30",
    ),
)  # fmt: skip
