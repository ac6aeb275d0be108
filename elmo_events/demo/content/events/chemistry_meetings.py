"""Meetings on site and online, in three languages."""

from elmo_events.demo.content.shapes import DemoAdmission, DemoEvent, DemoPart, DemoSession, texts
from elmo_events.events.rules import EventFormat, EventKind, Mode

DESCRIPTION = texts(
    fi="""
Kemianteollisuudella on kysymyksiä, laboratorioilla ja pilottilaitoksilla laitteita ja osaamista. TKI-treffeillä ne kohtaavat neljässä tunnissa.

Ensin kuusi tutkimus- ja kehitysympäristöä esittelee itsensä: mitä voi mitata, kokeilla ja skaalata, mitä se maksaa ja kuinka nopeasti pääsee alkuun. Sitten yritykset kertovat tarpeistaan, esimerkiksi akkukemikaalien puhtaudesta, epäorgaanisten suolojen talteenotosta ja prosessivesien kierrätyksestä. Loppuaika käytetään keskusteluihin pöydissä ja videohuoneissa.

Voit osallistua Kokkolassa tai etänä; etäosallistujille on omat videohuoneet. Ohjelma on englanniksi, keskusteluissa voit puhua suomea, ruotsia tai englantia. Profiilisi tarjouksineen ja tarpeineen näkyy etukäteen niille, jotka osallistuvat tapaamisiin.
""",
    sv="""
Kemiindustrin har frågor, laboratorier och pilotanläggningar har utrustning och kunnande. På FUI-träffarna möts de under fyra timmar.

Först presenterar sig sex forsknings- och utvecklingsmiljöer: vad man kan mäta, pröva och skala upp, vad det kostar och hur snabbt man kommer i gång. Sedan berättar företagen om sina behov, till exempel om renheten hos batterikemikalier, återvinning av oorganiska salter och cirkulation av processvatten. Resten av tiden används för samtal vid bord och i videorum.

Du kan delta i Karleby eller på distans; distansdeltagarna har egna videorum. Programmet är på engelska, i samtalen kan du tala finska, svenska eller engelska. Din profil med erbjudanden och behov syns på förhand för dem som deltar i mötena.
""",
    en="""
The chemical industry has questions; laboratories and pilot plants have equipment and know-how. At the RDI meetings they come together for four hours.

First, six research and development environments present themselves: what can be measured, tried and scaled up, what it costs and how quickly you can start. Then companies describe their needs, such as the purity of battery chemicals, the recovery of inorganic salts and the reuse of process water. The rest of the time is for talks at tables and in video rooms.

You can take part in Kokkola or online; online participants have video rooms of their own. The programme is in English; in the talks you can speak Finnish, Swedish or English. Your profile with its offers and needs can be seen beforehand by those who take part in the meetings.
""",
)
PRACTICAL = texts(
    fi="Lounas on klo 11.15–12.00, kahvit klo 14. Etäosallistuja saa linkin päivää ennen; video vaatii kameran ja mikrofonin. Vierailu pilottihallissa alkaa heti tapaamisten jälkeen, eikä siihen tarvitse ilmoittautua.",
    sv="Lunch kl. 11.15–12.00, kaffe kl. 14. Distansdeltagare får länken dagen före; för video behövs kamera och mikrofon. Ett besök i pilothallen börjar genast efter mötena och kräver ingen anmälan.",
    en="Lunch is at 11:15–12:00, coffee at 14:00. Online participants get the link a day before; the video rooms need a camera and a microphone. A visit to the pilot hall starts right after the meetings; no registration is needed.",
)
ACCESSIBILITY = texts(
    fi="Tapahtumatalossa on hissi ja esteettömät WC-tilat joka kerroksessa. Pilottihallissa on portaita; kerro etukäteen, niin järjestämme toisen reitin. Videohuoneissa on automaattinen tekstitys.",
    sv="Huset har hiss och tillgängliga toaletter på varje våning. I pilothallen finns trappor; säg till på förhand så ordnar vi en annan väg. Videorummen har automatisk textning.",
    en="The building has a lift and accessible toilets on every floor. There are stairs in the pilot hall; tell us beforehand and we arrange another route. The video rooms have automatic captions.",
)
DAY = "2027-03-16"

EVENT = DemoEvent(
    slug="kemianteollisuuden-tki-treffit",
    organiser="keski-pohjanmaa",
    kind=EventKind.MATCHMAKING,
    format=EventFormat.HYBRID,
    title=texts("Kemianteollisuuden TKI-treffit", "FUI-träffar för kemiindustrin", "Chemical industry RDI meetings"),
    summary=texts(
        "Laboratoriot ja pilottilaitokset kohtaavat yritysten tarpeet.",
        "Laboratorier och pilotanläggningar möter företagens behov.",
        "Labs and pilot plants meet the needs of companies.",
    ),
    description=DESCRIPTION,
    practical=PRACTICAL,
    accessibility=ACCESSIBILITY,
    themes=("clean", "digital"),
    regions=("16", "17", "19"),
    languages=("fi", "sv", "en"),
    parts=(DemoPart(DAY, "12:00", "16:00"),),
    sessions=(
        DemoSession(
            DAY,
            "12:00",
            "12:15",
            texts("Tervetuloa", "Välkommen", "Welcome"),
            (("Linnea Strandbacka", "Demoförbundet Mellersta Österbotten"),),
        ),
        DemoSession(
            DAY,
            "12:15",
            "13:15",
            texts(
                "Kuusi TKI-ympäristöä esittäytyy",
                "Sex FUI-miljöer presenterar sig",
                "Six RDI environments present themselves",
            ),
            (
                ("Ulrika Klockarström", "laboratoriechef, Yrkeshögskolan Exempel"),
                ("Pekka Keloharju", "Pohjoinen Tutkimus"),
            ),
        ),
        DemoSession(
            DAY,
            "13:15",
            "14:00",
            texts("Yritysten tarpeet", "Företagens behov", "What companies need"),
            (("Kjell Granholmsund", "utvecklingschef, Kemiapilotti Demo Ab"),),
        ),
        DemoSession(DAY, "14:00", "14:20", texts("Kahvit", "Kaffe", "Coffee")),
        DemoSession(
            DAY,
            "14:20",
            "16:00",
            texts(
                "Tapaamiset pöydissä ja videohuoneissa",
                "Möten vid bord och i videorum",
                "Meetings at tables and in video rooms",
            ),
        ),
    ),
    admissions=(
        DemoAdmission(Mode.ON_SITE, 50, confirmed=9, has_catering=True),
        DemoAdmission(Mode.ONLINE, 40, confirmed=6),
    ),
    published="2026-11-16",
    closes=("2027-03-08", "16:00"),
    last_cancellation=("2027-03-09", "16:00"),
    project="DEMO-100728",
    venue="Kulttuuritalo Suolapuro",
    address="Mallikatu 12",
    city="Kokkola",
    joining_link="https://kokous.example.org/tki-treffit",
    contact=("Linnea Strandbacka", "linnea.strandbacka@keski-pohjanmaa.example.org", "040 555 0116"),
)
