"""A networking day on site."""

from elmo_events.demo.content.shapes import DemoAdmission, DemoEvent, DemoExtra, DemoPart, DemoSession, texts
from elmo_events.events.rules import EventFormat, EventKind, Mode

DESCRIPTION = texts(
    fi="""
Valo näkee sen, mitä silmä ei näe: puun kosteuden, laatuviat, ligniinin määrän ja kuoren epäpuhtaudet. Joensuussa fotoniikan osaajat ja metsäbiotalouden yritykset etsivät yhdessä uusia käyttökohteita optiselle mittaukselle.

Aamupäivällä kuulet kymmenen pitchausta, viisi kummaltakin puolelta. Ne kestävät neljä minuuttia: yksi ongelma tai yksi ratkaisu. Lounaan jälkeen istumme pöytiin, joissa aihe pysyy ja ihmiset vaihtuvat. Jokaisesta pöydästä syntyy yhden sivun kuvaus, jonka pohjalta voit jatkaa kokeiluun tai hankkeeseen.

Päivä sopii sahoille, sellu- ja levyteollisuudelle, konevalmistajille, mittaustekniikan yrityksille, tutkijoille ja opiskelijoille. Haluatko pitchata? Kirjoita siitä viestikenttään, kun ilmoittaudut.
""",
    sv="""
Ljuset ser det ögat inte ser: fukten i träet, kvalitetsfelen, mängden lignin och orenheterna i barken. I Joensuu söker experter på fotonik och företag inom skogsbioekonomin tillsammans nya användningar för optisk mätning.

På förmiddagen hör du tio pitchar, fem från vardera sidan. De tar fyra minuter: ett problem eller en lösning. Efter lunchen sätter vi oss vid bord där ämnet står kvar och människorna byter plats. Varje bord skriver en beskrivning på en sida, och med den kan du gå vidare till ett försök eller ett projekt.

Dagen passar sågar, massa- och skivindustrin, maskintillverkare, företag inom mätteknik, forskare och studerande. Vill du pitcha? Skriv det i meddelandefältet när du anmäler dig.
""",
    en="""
Light sees what the eye does not: moisture in wood, quality faults, the amount of lignin and impurities in bark. In Joensuu, photonics experts and companies of the forest bioeconomy look together for new uses of optical measurement.

In the morning you hear ten pitches, five from each side. They last four minutes: one problem or one solution. After lunch we sit down at tables where the topic stays and the people move. Each table writes a one-page description with which you can go on to a trial or a project.

The day is for sawmills, the pulp and panel industry, machine builders, measurement companies, researchers and students. Would you like to pitch? Say so in the message field when you register.
""",
)
PRACTICAL = texts(
    fi="Lounas ja kahvit kuuluvat päivään. Helsingistä ehdit aamujunalla ja takaisin iltajunalla. Tapahtuman jälkeen voit tutustua fotoniikan laboratorioon; ryhmään mahtuu 20.",
    sv="Lunch och kaffe ingår i dagen. Tåget från Helsingfors kommer fram före starten och det går ett tåg tillbaka på kvällen. Efter evenemanget kan du besöka fotoniklaboratoriet; i gruppen ryms 20.",
    en="Lunch and coffee are part of the day. You can come from Helsinki by the morning train and return in the evening. After the event you can visit the photonics laboratory; there is room for 20.",
)
ACCESSIBILITY = texts(
    fi="Rakennus on esteetön, ja opaskoira on tervetullut. Pöytäkeskusteluissa on enintään kahdeksan ihmistä. Pitchauksien kalvot jaetaan saavutettavina tiedostoina edellisenä päivänä.",
    sv="Byggnaden är tillgänglig och ledarhundar är välkomna. Vid borden sitter högst åtta personer. Pitcharnas bilder delas ut som tillgängliga filer dagen före.",
    en="The building is accessible, and guide dogs are welcome. At most eight people sit at a table. The slides of the pitches are shared as accessible files the day before.",
)
DAY = "2027-04-13"

EVENT = DemoEvent(
    slug="fotoniikka-kohtaa-metsabiotalouden",
    organiser="pohjois-karjala",
    kind=EventKind.NETWORKING,
    format=EventFormat.ON_SITE,
    title=texts("Fotoniikka kohtaa metsäbiotalouden", "Fotonik möter skogsbioekonomin", "Photonics meets the forest bioeconomy"),
    summary=texts(
        "Pitchaukset ja pöytäkeskustelut mittaustekniikan uusista käyttökohteista.",
        "Pitchar och bordssamtal om nya användningar för mätteknik.",
        "Pitches and table talks on new uses for optical measurement.",
    ),
    description=DESCRIPTION,
    practical=PRACTICAL,
    accessibility=ACCESSIBILITY,
    themes=("digital", "circular"),
    regions=("12", "11", "10"),
    languages=("fi", "en"),
    parts=(DemoPart(DAY, "10:00", "16:00"),),
    sessions=(
        DemoSession(DAY, "10:00", "10:20", texts("Avaus", "Öppning", "Opening"), (("Aleksi Kolinvaara", "Demo-liitto Pohjois-Karjala"),)),
        DemoSession(DAY, "10:20", "11:45", texts("Kymmenen pitchausta", "Tio pitchar", "Ten pitches"), (("Ilona Hietaranta", "professori, Mallilan yliopisto"), ("Risto Kaarnikko", "kehitysjohtaja, Sahanterä Demo Oy"))),
        DemoSession(DAY, "11:45", "12:45", texts("Lounas", "Lunch", "Lunch")),
        DemoSession(DAY, "12:45", "15:00", texts("Pöytäkeskustelut kolmessa kierroksessa", "Bordssamtal i tre omgångar", "Table talks in three rounds")),
        DemoSession(DAY, "15:00", "16:00", texts("Tulokset, kahvit ja verkostoituminen", "Resultat, kaffe och nätverkande", "Results, coffee and networking")),
    ),
    admissions=(DemoAdmission(Mode.ON_SITE, 60, confirmed=14, cancelled=1, has_catering=True),),
    extras=(
        DemoExtra(
            texts("Vierailu fotoniikan laboratorioon", "Besök i fotoniklaboratoriet", "Visit to the photonics laboratory"), 20, 0.6,
            texts("Klo 16.10–17.00, kävelymatkan päässä.", "Kl. 16.10–17.00, på gångavstånd.", "16:10–17:00, within walking distance."),
        ),
    ),
    published="2026-11-17",
    closes=("2027-04-05", "16:00"),
    last_cancellation=("2027-04-06", "16:00"),
    project="DEMO-100728",
    venue="Tiedetalo Pielinen",
    address="Esimerkkipolku 2",
    city="Joensuu",
    is_photographed=True,
    contact=("Aleksi Kolinvaara", "aleksi.kolinvaara@pohjois-karjala.example.org", "040 555 0112"),
)  # fmt: skip
