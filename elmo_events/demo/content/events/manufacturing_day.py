"""A full event with a waiting list."""

from elmo_events.demo.content.shapes import DemoAdmission, DemoEvent, DemoPart, DemoSession, texts
from elmo_events.events.rules import EventFormat, EventKind, Mode

DESCRIPTION = texts(
    fi="""
Robottisolu, joka oppii näyttämällä. Kamera, joka löytää naarmun ennen asiakasta. Kielimalli, joka lukee huoltopäiväkirjaa. Digipäivässä näet, mitä tekoäly ja robotiikka tekevät tuotannossa tänään, ja mitä ne maksavat keskikokoiselle konepajalle.

Päivässä on kolme osaa. Aamulla kolme yritystä kertoo, miten ne aloittivat, mikä meni pieleen ja milloin laite oli maksanut itsensä takaisin. Keskipäivällä kierrät kuusi demopistettä omaan tahtiisi. Iltapäivällä kuulet, missä testausympäristöissä voit kokeilla omilla kappaleillasi ennen kuin ostat mitään, ja varaat halutessasi ajan.

Päivä on suunnattu valmistavan teollisuuden yrityksille, jotka harkitsevat ensimmäistä tai seuraavaa automaatioinvestointia. Myös kehitysyhtiöiden ja oppilaitosten väki on tervetullut.
""",
    sv="""
En robotcell som lär sig av att bli visad. En kamera som hittar repan före kunden. En språkmodell som läser servicedagboken. På digidagen ser du vad AI och robotik gör i produktionen i dag och vad de kostar för en medelstor verkstad.

Dagen har tre delar. På morgonen berättar tre företag hur de började, vad som gick fel och när utrustningen hade betalat sig. Mitt på dagen går du runt sex demopunkter i egen takt. På eftermiddagen hör du i vilka testmiljöer du kan pröva med dina egna detaljer innan du köper något, och bokar en tid om du vill.

Dagen riktar sig till tillverkande företag som överväger sin första eller nästa investering i automation. Också personal från utvecklingsbolag och läroanstalter är välkommen.
""",
    en="""
A robot cell that learns by being shown. A camera that finds the scratch before the customer does. A language model that reads the maintenance log. On the digital day you see what AI and robotics do in production today, and what they cost a medium-sized workshop.

The day has three parts. In the morning three companies tell how they began, what went wrong and when the equipment had paid for itself. At midday you tour six demonstrations at your own pace. In the afternoon you hear in which test environments you can try things with your own parts before you buy, and book a time if you wish.

The day is for manufacturing companies considering their first or next investment in automation. People from development companies and educational institutions are welcome too.
""",
)
PRACTICAL = texts(
    fi="Aamukahvi klo 8.30, lounas klo 12. Demot ovat hallissa: pue päälle lämpimästi ja valitse umpinaiset kengät. Pysäköinti on maksuton. Jos tapahtuma on täynnä, liity jonoon: vapautuva paikka siirtyy jonon ensimmäiselle.",
    sv="Morgonkaffe kl. 8.30, lunch kl. 12. Demonstrationerna är i en hall: klä dig varmt och välj heltäckande skor. Parkeringen är gratis. Om evenemanget är fullt, ställ dig i kö: en ledig plats går till den första på väntelistan.",
    en="Morning coffee at 8:30, lunch at 12:00. The demonstrations are in a hall: dress warmly and wear closed shoes. Parking is free. If the event is full, join the waiting list: a free place goes to the first in line.",
)
ACCESSIBILITY = texts(
    fi="Hallissa on tasainen lattia ja leveät käytävät. Osa demoista pitää ääntä; kuulosuojaimia saa ovelta. Seminaarisalissa on induktiosilmukka ja varattuja paikkoja edessä.",
    sv="Hallen har jämnt golv och breda gångar. Några demonstrationer låter; hörselskydd finns vid dörren. Seminariesalen har hörslinga och reserverade platser längst fram.",
    en="The hall has a level floor and wide aisles. Some demonstrations are noisy; ear protectors are at the door. The seminar room has an induction loop and reserved seats at the front.",
)
DAY = "2027-04-20"

EVENT = DemoEvent(
    slug="valmistavan-teollisuuden-digipaiva",
    organiser="pohjois-savo",
    kind=EventKind.SEMINAR,
    format=EventFormat.ON_SITE,
    title=texts(
        "Valmistavan teollisuuden digipäivä: tekoäly ja robotiikka tuotannossa",
        "Digidag för tillverkningsindustrin: AI och robotik i produktionen",
        "Manufacturing digital day: AI and robotics in production",
    ),
    summary=texts(
        "Demot, yritysesimerkit ja testausympäristöt.",
        "Demonstrationer, exempel från företag och testmiljöer.",
        "Demos, company cases and test environments.",
    ),
    description=DESCRIPTION,
    practical=PRACTICAL,
    accessibility=ACCESSIBILITY,
    themes=("digital",),
    regions=("11", "10", "12"),
    languages=("fi",),
    parts=(DemoPart(DAY, "09:00", "15:30"),),
    sessions=(
        DemoSession(
            DAY,
            "09:00",
            "09:15",
            texts("Avaus", "Öppning", "Opening"),
            (("Petra Kallavesi", "Demo-liitto Pohjois-Savo"),),
        ),
        DemoSession(
            DAY,
            "09:15",
            "11:00",
            texts(
                "Kolme yritystä, kolme aloitusta",
                "Tre företag, tre sätt att börja",
                "Three companies, three beginnings",
            ),
            (
                ("Teemu Kivikallio", "tuotantojohtaja, Kivi & Metalli Demo Oy"),
                ("Riikka Joutsenlahti", "toimitusjohtaja, Robotiikka Esimerkki Oy"),
                ("Jari Mallinen", "tuotantojohtaja, Terästyö Mallinen Oy"),
            ),
        ),
        DemoSession(
            DAY, "11:00", "12:00", texts("Demokierros 1", "Demorunda 1", "Demonstrations, round 1"), place="Halli B"
        ),
        DemoSession(DAY, "12:00", "13:00", texts("Lounas", "Lunch", "Lunch")),
        DemoSession(
            DAY, "13:00", "14:00", texts("Demokierros 2", "Demorunda 2", "Demonstrations, round 2"), place="Halli B"
        ),
        DemoSession(
            DAY,
            "14:00",
            "15:30",
            texts("Testausympäristöt ja ajanvaraus", "Testmiljöer och tidsbokning", "Test environments and booking"),
            (("Lauri Pyhävaara", "asiantuntija, Mittaustekniikan Demokeskus"),),
        ),
    ),
    admissions=(DemoAdmission(Mode.ON_SITE, 80, confirmed=80, waiting=7, cancelled=4, has_catering=True),),
    published="2026-10-19",
    closes=("2027-04-12", "16:00"),
    last_cancellation=("2027-04-13", "16:00"),
    project="DEMO-100728",
    venue="Konepajahalli, Savilahti",
    address="Mallitie 5",
    city="Kuopio",
    is_photographed=True,
    contact=("Oskari Puijola", "oskari.puijola@pohjois-savo.example.org", "040 555 0121"),
)
