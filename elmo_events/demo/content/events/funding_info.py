"""An online session about calls for funding."""

from elmo_events.demo.content.shapes import DemoAdmission, DemoEvent, DemoPart, DemoSession, texts
from elmo_events.events.rules import EventFormat, EventKind, Mode

DESCRIPTION = texts(
    fi="""
Keväällä aukeaa useita hakuja, joissa eri maiden alueet hakevat rahoitusta yhdessä: innovaatioinvestointeja, alueiden välistä yhteistyötä ja klusterikumppanuuksia. Hakemusta ei kannata tehdä yksin eikä viimeisellä viikolla.

Tässä hakuinfossa saat puolessatoista tunnissa yleiskuvan: mitä hauissa rahoitetaan, kuka voi hakea, kuinka paljon omaa rahaa tarvitaan ja mihin mennessä hakemuksen on oltava valmis. Lisäksi kuulet kahdelta hakijalta, mikä heidän hakemuksessaan onnistui ja mitä he tekisivät toisin.

Lopuksi etsitään kumppaneita. Kun ilmoittaudut, kirjoita viestikenttään yhdellä lauseella, mitä tarjoat tai etsit. Kokoamme lauseet kalvoille, ja jokainen kumppania etsivä saa minuutin aikaa kertoa ideastaan.
""",
    sv="""
I vår öppnas flera utlysningar där regioner i olika länder söker finansiering tillsammans: innovationsinvesteringar, interregionalt samarbete och klusterpartnerskap. En ansökan ska man inte göra ensam och inte i sista veckan.

Under en och en halv timme får du en överblick: vad utlysningarna finansierar, vem som kan söka, hur stor egenfinansiering som behövs och när ansökan ska vara klar. Dessutom berättar två sökande vad som lyckades i deras ansökan och vad de skulle göra annorlunda.

Till sist söker vi partner. När du anmäler dig kan du i meddelandefältet med en mening berätta vad du erbjuder eller söker. Vi samlar meningarna, och var och en som söker partner får en minut för sin idé.
""",
    en="""
This spring several calls open in which regions of different countries apply together: innovation investments, interregional co-operation and cluster partnerships. An application is best not written alone, and not in the last week.

In an hour and a half you get an overview: what the calls fund, who can apply, how much own funding is needed and when the application must be ready. Two applicants also tell you what worked in their application and what they would do differently.

At the end we look for partners. When you register, write in the message field in one sentence what you offer or seek. We collect the sentences on slides, and everybody who seeks a partner has one minute for the idea.
""",
)
PRACTICAL = texts(
    fi="Osallistumislinkki tulee sähköpostiisi vuorokautta ja tuntia ennen alkua. Tilaisuus tallennetaan; kumppanihakua ei tallenneta. Hakijan muistilista lähetetään kaikille ilmoittautuneille.",
    sv="Deltagarlänken kommer till din e-post ett dygn och en timme före start. Tillfället spelas in, men inte partnersökningen. En minneslista för sökande skickas till alla anmälda.",
    en="The joining link comes to your email a day and an hour before the start. The session is recorded, the search for partners is not. A checklist for applicants is sent to everybody who has registered.",
)
ACCESSIBILITY = texts(
    fi="Lähetyksessä on automaattinen tekstitys. Tallenne tekstitetään kahden viikon kuluessa. Kysymyksiä voi esittää puhumalla tai kirjoittamalla.",
    sv="Sändningen har automatisk textning. Inspelningen textas senast två veckor efter tillfället. Du kan ställa frågor i tal eller skrift.",
    en="The broadcast has automatic captions. The recording gets captions within two weeks. You can ask questions by voice or in writing.",
)
DAY = "2027-01-19"

EVENT = DemoEvent(
    slug="hakuinfo-alueiden-valiset-innovaatiohaut",
    organiser="etela-savo",
    kind=EventKind.WEBINAR,
    format=EventFormat.ONLINE,
    title=texts(
        "Hakuinfo: alueiden väliset innovaatiohaut keväällä",
        "Info om utlysningar: interregionala innovationsprojekt i vår",
        "Funding info: interregional innovation calls this spring",
    ),
    summary=texts(
        "Esittelemme avoimet haut ja etsimme konsortioita.",
        "Vi presenterar öppna utlysningar och söker konsortier.",
        "Open calls presented, consortia sought.",
    ),
    description=DESCRIPTION,
    practical=PRACTICAL,
    accessibility=ACCESSIBILITY,
    themes=("cluster", "digital"),
    regions=("10", "11", "12", "16", "17", "18", "19"),
    languages=("fi", "en"),
    parts=(DemoPart(DAY, "13:00", "14:30"),),
    sessions=(
        DemoSession(
            DAY,
            "13:00",
            "13:10",
            texts("Tervetuloa", "Välkommen", "Welcome"),
            (("Eeva Saimaanranta", "Demo-liitto Etelä-Savo"),),
        ),
        DemoSession(
            DAY,
            "13:10",
            "13:40",
            texts("Kevään haut yhdellä silmäyksellä", "Vårens utlysningar i korthet", "The spring's calls at a glance"),
            (("Juho Rantasaari", "rahoitusasiantuntija, Kasvun Tuki Demo Oy"),),
        ),
        DemoSession(
            DAY,
            "13:40",
            "14:00",
            texts("Mitä opimme hakemuksesta?", "Vad lärde vi oss av ansökan?", "What did we learn from applying?"),
            (("Noora Vihantola", "TKI-koordinaattori, Malli-AMK"), ("Claire Dumont-Demo", "Cluster Exemple Sud")),
        ),
        DemoSession(
            DAY,
            "14:00",
            "14:30",
            texts(
                "Kumppanihaku: minuutti ideaa kohti",
                "Partnersökning: en minut per idé",
                "Partner search: a minute for each idea",
            ),
        ),
    ),
    admissions=(DemoAdmission(Mode.ONLINE, 300, confirmed=41, cancelled=1),),
    published="2026-11-09",
    closes=("2027-01-18", "16:00"),
    project="DEMO-AKKE-7",
    joining_link="https://kokous.example.org/hakuinfo",
    is_recorded=True,
    contact=("Eeva Saimaanranta", "eeva.saimaanranta@etela-savo.example.org", "040 555 0110"),
)
