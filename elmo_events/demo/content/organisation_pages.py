"""Pages of some of the demo's organisations, two clusters among them."""

from dataclasses import dataclass, field
from typing import Any

from elmo_events.demo.content.shapes import Texts, texts


@dataclass(frozen=True)
class DemoPage:
    """`organisation` is the mark of one of the demo's organisations; `facts` are columns of its row."""

    organisation: str
    name: Texts
    city: str
    themes: tuple[str, ...]
    description: Texts
    facts: dict[str, Any] = field(default_factory=dict)


PAGES = (
    DemoPage(
        "arktinenklusteri",
        texts("Arktinen Klusteri Demo ry", "Arktiska Klustret Demo rf", "Arctic Cluster Demo"),
        "Rovaniemi",
        ("circular", "sustainable-mining", "slag-and-ash"),
        texts(
            "Lapin teollisuuden ja kiertotalouden klusteri yhdistää tehtaat, kaivokset, kunnat ja tutkijat. Sivuvirroille etsitään käyttöä yhdessä.",
            "Lapplands kluster för industri och cirkulär ekonomi för samman fabriker, gruvor, kommuner och forskare. Tillsammans söker de användning för sidoströmmar.",
            "Lapland's cluster for industry and the circular economy brings together plants, mines, municipalities and researchers. Together they look for uses of side streams.",
        ),
        {
            "is_cluster": True, "has_half_time_employee": True, "has_english_website": True, "member_count": 52,
            "names_members_openly": True, "most_members_are_companies": True,
            "actor_kinds": ["large-company", "small-company", "university", "municipality"],
            "activities": texts(
                "Sivuvirtojen kartoitus\nYritysvierailut kaksi kertaa vuodessa",
                "Kartläggning av sidoströmmar\nFöretagsbesök två gånger om året",
                "Mapping of side streams\nVisits to companies twice a year",
            ),
        },
    ),
    DemoPage(
        "bioklusteri",
        texts("Metsäbioklusteri Esimerkki", "Skogsbioklustret Exempel", "Forest Bio Cluster Example"),
        "Joensuu",
        ("circular", "biorefining", "biochar"),
        texts(
            "Klusteri tekee puusta ja sen sivuvirroista uusia tuotteita: ligniiniä, kuituja ja biohiiltä.",
            "Klustret gör nya produkter av trä och dess sidoströmmar: lignin, fibrer och biokol.",
            "The cluster makes new products from wood and its side streams: lignin, fibres and biochar.",
        ),
        {
            "is_cluster": True, "has_half_time_employee": True, "member_count": 34, "names_members_openly": True,
            "most_members_are_companies": True, "actor_kinds": ["small-company", "university"],
            "activities": texts(
                "Yhteiset koeajot pilottilaitoksessa", "Gemensamma provkörningar", "Shared trial runs at a pilot plant"
            ),
        },
    ),
    DemoPage(
        "tutkimus",
        texts("Pohjoinen Tutkimus", "Nordlig Forskning", "Northern Research"),
        "Oulu",
        ("clean", "hydrogen", "slag-and-ash"),
        texts(
            "Tutkimuslaitos, jonka laboratoriot ja pilottilaitokset ovat yritysten käytettävissä.",
            "Ett forskningsinstitut vars laboratorier och pilotanläggningar är öppna för företag.",
            "A research institute whose laboratories and pilot plants are open to companies.",
        ),
    ),
    DemoPage(
        "kemiapilotti",
        texts("Kemiapilotti Demo Ab", "Kemiapilotti Demo Ab", "Kemiapilotti Demo Ab"),
        "Kokkola",
        ("clean", "batteries", "clean-processes"),
        texts(
            "Teemme akkukemikaalien koeajoja ja regeneroimme happoja.",
            "Vi gör provkörningar av batterikemikalier och regenererar syror.",
            "We run trials of battery chemicals and regenerate acids.",
        ),
    ),
)  # fmt: skip
