"""A training of four mornings, on site and online; its dates stand on both sides of the change to summer time."""

from elmo_events.demo.content.shapes import DemoAdmission, DemoEvent, DemoPart, DemoSession, texts
from elmo_events.events.rules import EventFormat, EventKind, Mode

DESCRIPTION = texts(
    fi="""
Haluatko käynnistää klusterin tai saada nykyisen verkoston toimimaan paremmin? Neljä aamupäivää vie sinut ideasta suunnitelmaan: joka kerta opit yhden askeleen, kuulet esimerkin ja sovellat oppimaasi omaan klusteriisi pienryhmässä.

**Neljä askelta**

- Klusterin käynnistäminen: ketkä mukaan, miksi ja millä tavoittein
- Jäsenpalvelut, joista yritykset haluavat maksaa
- Rahoitus: jäsenmaksut, hankkeet ja palvelumyynti
- Kansainväliset yhteydet: profiili, laatumerkki ja ensimmäinen yhteinen hanke

Koulutus sopii klusterivetäjille, kehitysyhtiöiden ja oppilaitosten asiantuntijoille sekä yrityksille, jotka rakentavat yhteistyötä. Voit osallistua kaikkiin osiin tai vain niihin, joita tarvitset. Vähintään kolmeen osaan osallistuneet saavat todistuksen. Osien välissä on lyhyt tehtävä, johon kouluttaja antaa palautetta.
""",
    sv="""
Vill du starta ett kluster eller få ditt nätverk att fungera bättre? Fyra förmiddagar tar dig från idé till plan: varje gång lär du dig ett steg, hör ett exempel och använder det du lärt dig på ditt eget kluster i en liten grupp.

**Fyra steg**

- Att starta ett kluster: vilka ska vara med, varför och med vilka mål
- Medlemstjänster som företag vill betala för
- Finansiering: medlemsavgifter, projekt och försäljning av tjänster
- Internationella kontakter: profil, kvalitetsmärke och det första gemensamma projektet

Utbildningen passar klusterledare, sakkunniga vid utvecklingsbolag och läroanstalter samt företag som bygger samarbete. Du kan delta i alla delar eller bara i dem du behöver. Den som deltar i minst tre delar får ett intyg. Mellan delarna gör du en kort uppgift som utbildaren ger respons på.
""",
    en="""
Do you want to start a cluster, or make your network work better? Four mornings take you from an idea to a plan: each time you learn one step, hear an example and apply it to your own cluster in a small group.

**Four steps**

- Starting a cluster: who takes part, why, and with what aims
- Services that member companies want to pay for
- Funding: membership fees, projects and sales of services
- Links abroad: profile, quality label and the first joint project

The training is for cluster managers, experts at development companies and educational institutions, and companies that build co-operation. Attend all parts or only those you need. Whoever attends at least three parts gets a certificate. Between the parts there is a short task, and the trainer gives feedback on it.
""",
)
PRACTICAL = texts(
    fi="""
Paikan päällä on kahvitus klo 8.30 alkaen. Ota mukaan kannettava tietokone. Etäosallistujat saavat osallistumislinkin vuorokautta ennen jokaista osaa. Koulutus on maksuton.

Bussit 3 ja 8 pysähtyvät oven edessä. Pysäköintitalo on korttelin päässä.
""",
    sv="""
På plats serveras kaffe från kl. 8.30. Ta med en bärbar dator. Deltagare på distans får deltagarlänken ett dygn före varje del. Utbildningen är avgiftsfri.

Bussarna 3 och 8 stannar utanför dörren. Parkeringshuset ligger ett kvarter bort.
""",
    en="""
On site, coffee is served from 8:30. Bring a laptop. Online participants get the joining link a day before each part. The training is free of charge.

Buses 3 and 8 stop at the door. The car park is a block away.
""",
)
ACCESSIBILITY = texts(
    fi="Koulutustilaan pääsee hissillä ilman portaita, ja samassa kerroksessa on esteetön WC. Salissa on induktiosilmukka. Etälähetys tekstitetään automaattisesti. Kerro ilmoittautuessasi, jos tarvitset tulkkausta tai muuta apua.",
    sv="Det finns hiss och inga trappor till utbildningslokalen, och på samma våning finns en tillgänglig toalett. Salen har hörslinga. Distanssändningen textas automatiskt. Berätta när du anmäler dig om du behöver tolkning eller annan hjälp.",
    en="A lift takes you to the room without stairs, and there is an accessible toilet on the same floor. The room has an induction loop. The online broadcast has automatic captions. Tell us when you register if you need interpreting or other help.",
)

DAYS = ("2026-12-09", "2027-01-13", "2027-02-10", "2027-03-31")
STEPS = (
    texts("Klusterin käynnistäminen", "Att starta ett kluster", "Starting a cluster"),
    texts("Palvelut jäsenille", "Tjänster för medlemmarna", "Services for members"),
    texts("Rahoitus kuntoon", "Finansieringen i skick", "Getting the funding right"),
    texts("Kansainväliset yhteydet", "Internationella kontakter", "Links abroad"),
)
SPEAKERS = (
    ("Kirsi Koivurinne", "klusterijohtaja, Arktinen Klusteri Demo ry"),
    ("Petri Saarijoki", "toimitusjohtaja, Esimerkki Kehitys Oy"),
    ("Laura Heinälampi", "rahoitusasiantuntija, Demo-liitto Pohjois-Pohjanmaa"),
    ("Marek Novák-Demo", "Cluster Exemple Sud"),
)
GROUP_WORK = texts(
    "Ryhmätyö: oma klusterisuunnitelma", "Grupparbete: din egen klusterplan", "Group work: your own cluster plan"
)


def _sessions() -> tuple[DemoSession, ...]:
    rows = []
    for day, step, speaker in zip(DAYS, STEPS, SPEAKERS, strict=True):
        rows.append(DemoSession(day, "09:00", "10:15", step, (speaker,)))
        rows.append(DemoSession(day, "10:30", "12:00", GROUP_WORK, (("Hanna Kontiokoski", "kouluttaja, Malli-AMK"),)))
    return tuple(rows)


EVENT = DemoEvent(
    slug="klusterikoulutus-nelja-askelta",
    organiser="pohjois-pohjanmaa",
    kind=EventKind.CLUSTER_TRAINING,
    format=EventFormat.HYBRID,
    title=texts(
        "Klusterikoulutus: neljä askelta toimivaan klusteriin",
        "Klusterutbildning: fyra steg till ett fungerande kluster",
        "Cluster training: four steps to a working cluster",
    ),
    summary=texts(
        "Opit käynnistämään klusterin, suunnittelemaan jäsenpalvelut, hankkimaan rahoitusta ja avaamaan kansainväliset yhteydet.",
        "Du lär dig att starta ett kluster, planera medlemstjänster, skaffa finansiering och öppna internationella kontakter.",
        "Learn to start a cluster, plan member services, find funding and open links abroad.",
    ),
    description=DESCRIPTION,
    practical=PRACTICAL,
    accessibility=ACCESSIBILITY,
    themes=("cluster",),
    regions=("10", "11", "12", "16", "17", "18", "19"),
    languages=("fi",),
    parts=tuple(DemoPart(day, "09:00", "12:00", step) for day, step in zip(DAYS, STEPS, strict=True)),
    sessions=_sessions(),
    admissions=(
        DemoAdmission(Mode.ON_SITE, 30, confirmed=22, cancelled=2, has_catering=True),
        DemoAdmission(Mode.ONLINE, None, confirmed=15),
    ),
    published="2026-11-02",
    closes=("2026-12-07", "16:00"),
    last_cancellation=("2026-12-04", "16:00"),
    project="DEMO-100728",
    venue="Tervatalo, Merikoski-sali",
    address="Esimerkkikatu 20",
    city="Oulu",
    joining_link="https://kokous.example.org/klusterikoulutus",
    choose_parts=True,
    contact=("Elli Merikoski", "elli.merikoski@pohjois-pohjanmaa.example.org", "040 555 0127"),
)
