"""A day's training, on site and online."""

from elmo_events.demo.content.shapes import DemoAdmission, DemoEvent, DemoPart, DemoSession, texts
from elmo_events.events.rules import EventFormat, EventKind, Mode

DESCRIPTION = texts(
    fi="""
Kuinka moni kävi, mistä he tulivat, kuinka kauan he viipyivät ja paljonko päästöjä syntyi? Matkailualueilla kerätään paljon tietoa, mutta päätöksiin se päätyy harvoin. Koulutuspäivänä harjoittelet, miten kävijä- ja hiilijalanjälkitieto saadaan avuksi investointeihin, markkinointiin ja reittien hoitoon.

Aamupäivällä tutustumme avoimiin aineistoihin ja laskemme esimerkkialueen hiilijalanjäljen. Iltapäivällä teet saman omalle alueellesi tai yrityksellesi valmiin laskentapohjan avulla; kouluttajat auttavat. Päivän päätteeksi sinulla on luvut, joita voit esitellä omassa ryhmässäsi, ja lista siitä, mitä vielä puuttuu.

Koulutus on tarkoitettu matkailualueiden ja klusterien vetäjille, kunnille, yrityksille ja oppilaitoksille. Taulukkolaskennan perustaidot riittävät.
""",
    sv="""
Hur många kom, varifrån, hur länge stannade de och hur stora blev utsläppen? Turistområden samlar in mycket data, men den når sällan besluten. Under utbildningsdagen övar du hur data om besökare och koldioxidavtryck kan stödja investeringar, marknadsföring och skötseln av leder.

På förmiddagen bekantar vi oss med öppna data och räknar ut avtrycket för ett exempelområde. På eftermiddagen gör du samma sak för ditt eget område eller företag med en färdig kalkyl; utbildarna hjälper till. När dagen är slut har du siffror att visa i din egen grupp och en lista över det som ännu saknas.

Utbildningen är avsedd för dem som leder turistområden och kluster samt för kommuner, företag och läroanstalter. Grundkunskaper i kalkylprogram räcker.
""",
    en="""
How many came, from where, how long did they stay, and what emissions did it cause? Tourist areas collect a lot of data, but it seldom reaches decisions. On this training day you practise how data on visitors and carbon footprints can support investments, marketing and the care of trails.

In the morning we look at open data and calculate the footprint of an example area. In the afternoon you do the same for your own area or company with a ready-made spreadsheet, with help from the trainers. At the end of the day you have figures to show in your own group, and a list of what is still missing.

The training is meant for those who run tourist areas and clusters, and for municipalities, companies and educational institutions. Basic spreadsheet skills are enough.
""",
)
PRACTICAL = texts(
    fi="Ota mukaan kannettava tietokone ja, jos sinulla on, oman alueesi kävijämäärät. Paikan päällä tarjotaan lounas ja kahvit. Etänä näet opetuksen ja saat apua omassa pienryhmässä. Laskentapohja lähetetään edellisenä päivänä.",
    sv="Ta med en bärbar dator och, om du har, besökarantal för ditt område. På plats bjuds på lunch och kaffe. På distans följer du undervisningen och får hjälp i en egen grupp. Kalkylen skickas dagen före.",
    en="Bring a laptop and, if you have them, visitor numbers of your area. On site, lunch and coffee are served. Online you follow the teaching and get help in a group of your own. The spreadsheet is sent the day before.",
)
ACCESSIBILITY = texts(
    fi="Tilaan on esteetön reitti pysäköintialueelta (kaksi invapaikkaa). Laskentapohja toimii näppäimistöllä ja ruudunlukuohjelmalla. Avustajalle ei tarvitse varata omaa paikkaa.",
    sv="Det finns en tillgänglig väg från parkeringen (två platser för rörelsehindrade). Kalkylen fungerar med tangentbord och skärmläsare. En assistent behöver ingen egen plats.",
    en="There is a step-free route from the car park (two accessible spaces). The spreadsheet works with a keyboard and a screen reader. An assistant does not need a place of their own.",
)
DAY = "2027-02-02"

EVENT = DemoEvent(
    slug="kestavan-matkailun-klusterikoulutus",
    organiser="kainuu",
    kind=EventKind.CLUSTER_TRAINING,
    format=EventFormat.HYBRID,
    title=texts(
        "Kestävän matkailun klusterikoulutus: tieto päätösten tueksi",
        "Klusterutbildning i hållbar turism: data som stöd för beslut",
        "Sustainable tourism cluster training: data for decisions",
    ),
    summary=texts(
        "Harjoittelemme kävijä- ja hiilijalanjälkitiedon käyttöä.",
        "Vi övar att använda data om besökare och koldioxidavtryck.",
        "Hands-on use of visitor and carbon-footprint data.",
    ),
    description=DESCRIPTION,
    practical=PRACTICAL,
    accessibility=ACCESSIBILITY,
    themes=("cluster", "digital"),
    regions=("18", "19", "17"),
    languages=("fi",),
    parts=(DemoPart(DAY, "09:00", "15:00"),),
    sessions=(
        DemoSession(
            DAY,
            "09:00",
            "09:30",
            texts("Mitä tiedolla johdetaan?", "Vad leder man med data?", "What do we manage with data?"),
            (("Helmi Vuokatti", "Demo-liitto Kainuu"),),
        ),
        DemoSession(
            DAY,
            "09:30",
            "11:30",
            texts(
                "Avoimet kävijäaineistot ja esimerkkilaskelma",
                "Öppna besökardata och en exempelkalkyl",
                "Open visitor data and an example calculation",
            ),
            (("Veera Naavakangas", "lehtori, Tunturi-AMK (demo)"),),
        ),
        DemoSession(DAY, "11:30", "12:30", texts("Lounas", "Lunch", "Lunch")),
        DemoSession(
            DAY,
            "12:30",
            "14:15",
            texts("Harjoitus omilla luvuilla", "Övning med egna siffror", "Exercise with your own figures"),
            (
                ("Veera Naavakangas", "lehtori, Tunturi-AMK (demo)"),
                ("Aapo Riekkovaara", "yrittäjä, Lumi & Latu Matkailu Demo"),
            ),
        ),
        DemoSession(
            DAY,
            "14:15",
            "15:00",
            texts("Tulokset ja mitä seuraavaksi", "Resultat och fortsättning", "Results and what comes next"),
        ),
    ),
    admissions=(
        DemoAdmission(Mode.ON_SITE, 40, confirmed=18, cancelled=1, has_catering=True),
        DemoAdmission(Mode.ONLINE, 60, confirmed=11),
    ),
    published="2026-11-10",
    closes=("2027-01-25", "16:00"),
    last_cancellation=("2027-01-26", "16:00"),
    project="DEMO-AKKE-7",
    venue="Koskenrannan auditorio",
    address="Harjoituskatu 7",
    city="Kajaani",
    joining_link="https://kokous.example.org/matkailu",
    contact=("Helmi Vuokatti", "helmi.vuokatti@kainuu.example.org", "040 555 0118"),
)
