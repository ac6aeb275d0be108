"""Reference content of the network of East and North Finland: a start that administrators may change."""

from typing import NamedTuple

from elmo_events.network.rules import RegionKind


class Entry(NamedTuple):
    """A key (code or slug) and the name in Finnish, Swedish and English."""

    key: str
    fi: str
    sv: str
    en: str

    @property
    def name(self) -> dict[str, str]:
        return {"fi": self.fi, "sv": self.sv, "en": self.en}


REGIONS = {
    RegionKind.NETWORK: (
        Entry("19", "Lappi", "Lappland", "Lapland"),
        Entry("17", "Pohjois-Pohjanmaa", "Norra Österbotten", "North Ostrobothnia"),
        Entry("18", "Kainuu", "Kajanaland", "Kainuu"),
        Entry("16", "Keski-Pohjanmaa", "Mellersta Österbotten", "Central Ostrobothnia"),
        Entry("11", "Pohjois-Savo", "Norra Savolax", "North Savo"),
        Entry("12", "Pohjois-Karjala", "Norra Karelen", "North Karelia"),
        Entry("10", "Etelä-Savo", "Södra Savolax", "South Savo"),
    ),
    RegionKind.FINLAND: (Entry("FI", "Muualla Suomessa", "Annanstans i Finland", "Elsewhere in Finland"),),
    RegionKind.ABROAD: (Entry("X", "Ulkomailla", "Utomlands", "Abroad"),),
}

THEMES = (
    Entry(
        "clean",
        "Puhtaat teknologiat ja vähähiiliset ratkaisut",
        "Ren teknik och koldioxidsnåla lösningar",
        "Clean technologies and low-carbon solutions",
    ),
    Entry("circular", "Teollinen kiertotalous", "Industriell cirkulär ekonomi", "Industrial circular economy"),
    Entry(
        "digital",
        "Digitalisaatio, innovatiiviset teknologiat ja tuotantoprosessit",
        "Digitalisering, innovativ teknik och produktionsprocesser",
        "Digitalisation, innovative technologies and production processes",
    ),
    Entry("cluster", "Yhteinen klusteritoiminta", "Gemensam klusterverksamhet", "Joint cluster activity"),
)

ORGANISATION_TYPES = (
    Entry("regional-council", "Maakunnan liitto", "Landskapsförbund", "Regional council"),
    Entry("municipality", "Kunta tai kaupunki", "Kommun eller stad", "Municipality"),
    Entry("development-company", "Kehitysyhtiö", "Utvecklingsbolag", "Development company"),
    Entry("university", "Yliopisto", "Universitet", "University"),
    Entry("uas", "Ammattikorkeakoulu", "Yrkeshögskola", "University of applied sciences"),
    Entry("vocational-institution", "Ammatillinen oppilaitos", "Yrkesläroanstalt", "Vocational institution"),
    Entry("research-institute", "Tutkimuslaitos", "Forskningsinstitut", "Research institute"),
    Entry("cluster-organisation", "Klusteriorganisaatio", "Klusterorganisation", "Cluster organisation"),
    Entry(
        "micro-company",
        "Mikroyritys (alle 10 henkilöä)",
        "Mikroföretag (färre än 10 personer)",
        "Micro company (fewer than 10 people)",
    ),
    Entry(
        "small-company",
        "Pieni yritys (10–49 henkilöä)",
        "Litet företag (10–49 personer)",
        "Small company (10–49 people)",
    ),
    Entry(
        "medium-company",
        "Keskisuuri yritys (50–249 henkilöä)",
        "Medelstort företag (50–249 personer)",
        "Medium-sized company (50–249 people)",
    ),
    Entry(
        "large-company",
        "Suuri yritys (vähintään 250 henkilöä)",
        "Stort företag (minst 250 personer)",
        "Large company (250 people or more)",
    ),
    Entry("state-authority", "Valtion viranomainen", "Statlig myndighet", "State authority"),
    Entry("association", "Järjestö", "Förening eller organisation", "Association"),
    Entry("partner-abroad", "Ulkomainen kumppani", "Utländsk partner", "Partner abroad"),
)
