"""The network's strategies: each period with its themes, and the topics below each theme. A start that may be changed."""

from datetime import date
from typing import NamedTuple

from elmo_events.network.reference import THEMES, Entry


class Strategy(NamedTuple):
    """`sorts_events`: events are sorted by its themes. `topics` are listed by the slug of their theme."""

    period: Entry
    starts_on: date
    ends_on: date | None
    sorts_events: bool
    themes: tuple[Entry, ...]
    topics: dict[str, tuple[Entry, ...]]


FIRST = Strategy(
    Entry("2019-2023", "Strategiakausi 2019–2023", "Strategiperioden 2019–2023", "Strategy 2019–2023"),
    date(2019, 1, 1),
    date(2023, 12, 31),
    True,
    THEMES,
    {
        "clean": (
            Entry("hydrogen", "Vetytalous", "Vätgasekonomi", "Hydrogen economy"),
            Entry("wind-and-solar", "Tuuli- ja aurinkovoima", "Vind- och solkraft", "Wind and solar power"),
            Entry(
                "batteries",
                "Akut ja akkukemikaalit",
                "Batterier och batterikemikalier",
                "Batteries and battery chemicals",
            ),
            Entry("bioenergy", "Bioenergia ja biokaasu", "Bioenergi och biogas", "Bioenergy and biogas"),
            Entry(
                "energy-storage",
                "Energian varastointi ja energiatehokkuus",
                "Energilagring och energieffektivitet",
                "Energy storage and energy efficiency",
            ),
            Entry(
                "sustainable-mining",
                "Kestävä kaivannaistoiminta ja kaivosvedet",
                "Hållbar gruvnäring och gruvvatten",
                "Sustainable mining and mine water",
            ),
            Entry("clean-transport", "Vähähiilinen liikenne", "Koldioxidsnåla transporter", "Low-carbon transport"),
            Entry(
                "clean-processes", "Puhtaat teollisuusprosessit", "Rena industriprocesser", "Clean industrial processes"
            ),
        ),
        "circular": (
            Entry("side-streams", "Teollisuuden sivuvirrat", "Industrins sidoströmmar", "Industrial side streams"),
            Entry("slag-and-ash", "Kuonat ja tuhkat", "Slagg och aska", "Slag and ash"),
            Entry(
                "biorefining",
                "Biojalostus ja uudet biotuotteet",
                "Bioraffinering och nya bioprodukter",
                "Biorefining and new bio-based products",
            ),
            Entry("biochar", "Biohiili", "Biokol", "Biochar"),
            Entry("textiles", "Tekstiilien kiertotalous", "Cirkulära textilier", "Circular textiles"),
            Entry(
                "nutrients",
                "Ravinteiden ja lietteiden kierrätys",
                "Återvinning av näringsämnen och slam",
                "Recycling of nutrients and sludge",
            ),
            Entry(
                "metal-recycling",
                "Metallien ja akkujen kierrätys",
                "Återvinning av metaller och batterier",
                "Recycling of metals and batteries",
            ),
            Entry(
                "circular-construction", "Kiertotalous rakentamisessa", "Cirkulärt byggande", "Circular construction"
            ),
        ),
        "digital": (
            Entry(
                "artificial-intelligence",
                "Tekoäly ja data",
                "Artificiell intelligens och data",
                "Artificial intelligence and data",
            ),
            Entry(
                "machine-vision",
                "Konenäkö ja mittaustekniikka",
                "Maskinseende och mätteknik",
                "Machine vision and measurement",
            ),
            Entry("robotics", "Robotiikka ja automaatio", "Robotik och automation", "Robotics and automation"),
            Entry("additive-manufacturing", "3D-tulostus", "Additiv tillverkning", "Additive manufacturing"),
            Entry("wireless", "5G ja 6G", "5G och 6G", "5G and 6G"),
            Entry("photonics", "Fotoniikka", "Fotonik", "Photonics"),
            Entry("manufacturing", "Valmistava teollisuus", "Tillverkningsindustri", "Manufacturing"),
            Entry("cybersecurity", "Kyberturvallisuus", "Cybersäkerhet", "Cybersecurity"),
        ),
        "cluster": (
            Entry(
                "cluster-management",
                "Klusterin johtaminen ja jäsenpalvelut",
                "Klusterledning och medlemstjänster",
                "Cluster management and member services",
            ),
            Entry("consortia", "Hankekonsortiot", "Projektkonsortier", "Project consortia"),
            Entry(
                "interregional-cooperation",
                "Alueiden välinen yhteistyö",
                "Interregionalt samarbete",
                "Interregional cooperation",
            ),
            Entry("internationalisation", "Kansainvälistyminen", "Internationalisering", "Internationalisation"),
            Entry("funding", "Rahoitus", "Finansiering", "Funding"),
            Entry("skills", "Osaaminen ja koulutus", "Kompetens och utbildning", "Skills and training"),
            Entry(
                "test-environments", "Yhteiset testiympäristöt", "Gemensamma testmiljöer", "Shared test environments"
            ),
        ),
    },
)

SECOND = Strategy(
    Entry("2024", "Strategiakausi 2024–", "Strategiperioden 2024–", "Strategy from 2024"),
    date(2024, 1, 1),
    None,
    False,
    (
        Entry("clean-solutions", "Puhtaat ratkaisut", "Rena lösningar", "Clean solutions"),
        Entry(
            "digitalisation",
            "Digitalisaation hyödyntäminen",
            "Att dra nytta av digitaliseringen",
            "Leveraging digitalisation",
        ),
        Entry(
            "sustainable-services",
            "Kestävä palvelutuotanto",
            "Hållbar tjänsteproduktion",
            "Sustainable service production",
        ),
    ),
    {
        "clean-solutions": (
            Entry(
                "clean-hydrogen",
                "Puhdas vety ja sähköpolttoaineet",
                "Ren vätgas och elektrobränslen",
                "Clean hydrogen and e-fuels",
            ),
            Entry(
                "critical-minerals",
                "Kriittiset mineraalit ja akkuarvoketju",
                "Kritiska mineraler och batteriernas värdekedja",
                "Critical minerals and the battery value chain",
            ),
            Entry("forest-bioeconomy", "Metsäbiotalous", "Skogsbioekonomi", "Forest bioeconomy"),
            Entry(
                "material-loops",
                "Materiaalien kierto ja sivuvirrat",
                "Materialkretslopp och sidoströmmar",
                "Material loops and side streams",
            ),
            Entry(
                "energy-systems",
                "Uusiutuva energia ja joustavat energiajärjestelmät",
                "Förnybar energi och flexibla energisystem",
                "Renewable energy and flexible energy systems",
            ),
            Entry("water-solutions", "Vesiratkaisut", "Vattenlösningar", "Water solutions"),
            Entry("arctic-construction", "Arktinen rakentaminen", "Arktiskt byggande", "Arctic construction"),
        ),
        "digitalisation": (
            Entry(
                "industrial-intelligence",
                "Tekoäly teollisuudessa",
                "Artificiell intelligens i industrin",
                "Artificial intelligence in industry",
            ),
            Entry(
                "autonomous-systems",
                "Robotiikka ja autonomiset järjestelmät",
                "Robotik och autonoma system",
                "Robotics and autonomous systems",
            ),
            Entry(
                "data-economy",
                "Datatalous ja data-avaruudet",
                "Dataekonomi och dataområden",
                "Data economy and data spaces",
            ),
            Entry(
                "digital-twins",
                "Digitaaliset kaksoset ja simulointi",
                "Digitala tvillingar och simulering",
                "Digital twins and simulation",
            ),
            Entry(
                "connectivity",
                "Tietoliikenne, 6G ja paikkatieto",
                "Datakommunikation, 6G och geodata",
                "Connectivity, 6G and geodata",
            ),
            Entry("sensors", "Fotoniikka ja anturit", "Fotonik och sensorer", "Photonics and sensors"),
            Entry(
                "cyber-resilience",
                "Kyberturvallisuus ja huoltovarmuus",
                "Cybersäkerhet och försörjningsberedskap",
                "Cybersecurity and security of supply",
            ),
        ),
        "sustainable-services": (
            Entry("sustainable-tourism", "Kestävä matkailu", "Hållbar turism", "Sustainable tourism"),
            Entry(
                "health-technology",
                "Terveys- ja hyvinvointiteknologia",
                "Hälso- och välfärdsteknik",
                "Health and wellbeing technology",
            ),
            Entry("food", "Ruoka ja luonnontuotteet", "Mat och naturprodukter", "Food and natural products"),
            Entry(
                "remote-services",
                "Etäpalvelut harvaan asutuilla alueilla",
                "Distanstjänster i glesbygden",
                "Remote services for sparsely populated areas",
            ),
            Entry(
                "creative-industries",
                "Luovat alat ja elämykset",
                "Kreativa branscher och upplevelser",
                "Creative industries and experiences",
            ),
            Entry("logistics", "Logistiikka ja yhteydet", "Logistik och förbindelser", "Logistics and connections"),
            Entry(
                "service-innovation",
                "Palveluinnovaatiot ja palvelumuotoilu",
                "Tjänsteinnovation och tjänstedesign",
                "Service innovation and service design",
            ),
        ),
    },
)

STRATEGIES = (FIRST, SECOND)
