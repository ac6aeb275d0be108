"""A small morning event that was cancelled."""

from elmo_events.demo.content.shapes import DemoAdmission, DemoEvent, DemoPart, DemoSession, texts
from elmo_events.events.rules import EventFormat, EventKind, Mode

DESCRIPTION = texts(
    fi="""
Tekoälystä puhutaan paljon, mutta mitä sillä voi tehdä kymmenen hengen konepajassa tai matkailuyrityksessä ensi viikolla? Aamukahveilla katsotaan kolmea työtä, jotka vievät aikaa melkein jokaisessa yrityksessä: tarjouksen kirjoittamista, asiakaspalautteen lukemista ja huoltohistorian etsimistä.

Kaksi kainuulaista yritystä näyttää, miten ne tekevät nämä nyt, mitä kokeilu maksoi ja mikä ei toiminut. Sen jälkeen jokainen kokeilee itse omalla esimerkillään, ja apuna on kaksi asiantuntijaa.

Aamukahvit sopivat yrittäjille ja esihenkilöille, jotka eivät ole vielä ehtineet alkuun. Etukäteistietoja et tarvitse, oman kannettavan kylläkin.
""",
    sv="""
Det talas mycket om artificiell intelligens, men vad kan man göra med den nästa vecka i en verkstad med tio anställda eller i ett turismföretag? På morgonkaffet ser vi på tre arbeten som tar tid i nästan varje företag: att skriva en offert, att läsa kundernas respons och att leta i servicehistorien.

Två företag i Kajanaland visar hur de gör nu, vad försöket kostade och vad som inte fungerade. Efter det får var och en pröva med ett eget exempel, och två sakkunniga hjälper till.

Morgonkaffet passar företagare och chefer som ännu inte har hunnit börja. Du behöver inga förkunskaper, men ta med en egen bärbar dator.
""",
    en="""
There is much talk about artificial intelligence, but what can a workshop of ten people or a tourism company do with it next week? Over morning coffee we look at three jobs that take time in almost every company: writing an offer, reading feedback from customers and searching old service records.

Two companies in Kainuu show how they do these now, what the trial cost and what did not work. Then everybody tries it with an example of their own, helped by two experts.

The morning suits entrepreneurs and managers who have not yet found the time to begin. You need no previous knowledge, but do bring your own laptop.
""",
)
PRACTICAL = texts(
    fi="Kahvi ja sämpylä odottavat klo 8.15 alkaen. Pysäköinti talon takana on maksuton. Ota oma kannettava mukaan.",
    sv="Kaffe och smörgås finns från kl. 8.15. Parkeringen bakom huset är gratis. Ta med en egen bärbar dator.",
    en="Coffee and a roll are ready from 8:15. Parking behind the building is free. Bring your own laptop.",
)
ACCESSIBILITY = texts(
    fi="Sisäänkäynti on esteetön, ja salissa on induktiosilmukka. Kerro avun tarpeesta etukäteen.",
    sv="Ingången är tillgänglig, och salen har hörslinga. Berätta på förhand om du behöver hjälp.",
    en="The entrance is step-free, and the room has a hearing loop. Tell us beforehand if you need help.",
)
DAY = "2027-02-18"

EVENT = DemoEvent(
    slug="aamukahvit-tekoaly-pienen-yrityksen-arjessa",
    organiser="kainuu",
    kind=EventKind.SEMINAR,
    format=EventFormat.ON_SITE,
    title=texts(
        "Aamukahvit: tekoäly pienen yrityksen arjessa",
        "Morgonkaffe: artificiell intelligens i småföretagets vardag",
        "Morning coffee: artificial intelligence in a small company's day",
    ),
    summary=texts(
        "Kolme työtä, joissa tekoäly auttaa jo ensi viikolla.",
        "Tre arbeten där artificiell intelligens hjälper redan nästa vecka.",
        "Three jobs in which artificial intelligence helps as early as next week.",
    ),
    description=DESCRIPTION,
    practical=PRACTICAL,
    accessibility=ACCESSIBILITY,
    themes=("digital",),
    regions=("18",),
    languages=("fi",),
    parts=(DemoPart(DAY, "08:30", "11:00"),),
    sessions=(
        DemoSession(
            DAY,
            "08:30",
            "09:15",
            texts("Kaksi yritystä kertoo", "Två företag berättar", "Two companies tell"),
            (("Johanna Kivikallio", "tuotantojohtaja, Kivi & Metalli Demo Oy"),),
        ),
        DemoSession(
            DAY,
            "09:15",
            "11:00",
            texts("Kokeile itse", "Pröva själv", "Try it yourself"),
            (("Ville Salokorpi", "lehtori, Malli-AMK"),),
        ),
    ),
    admissions=(DemoAdmission(Mode.ON_SITE, 25, confirmed=8, cancelled=1, has_catering=True),),
    published="2026-11-02",
    closes=("2027-02-11", "23:59"),
    project="DEMO-AKKE-7",
    venue="Demotalo, Sali 2",
    address="Mallikatu 4",
    city="Kajaani",
    contact=("Helmi Vuokatti", "helmi.vuokatti@kainuu.example.org", "040 555 0118"),
    cancelled=("2026-11-20", "10:00"),
    cancellation_reason=texts(
        "Molemmat asiantuntijat ovat estyneet, emmekä löytäneet heille sijaisia. Järjestämme aamukahvit uudelleen syksyllä ja kerromme siitä näillä sivuilla.",
        "Båda sakkunniga har fått förhinder, och vi hittade inga ersättare. Vi ordnar morgonkaffet på nytt i höst och berättar om det på de här sidorna.",
        "Both experts are prevented from coming, and we found nobody to stand in. We arrange the morning coffee again in autumn and announce it on these pages.",
    ),
)
