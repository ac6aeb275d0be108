"""A bilingual day of talks and one-to-one meetings."""

from elmo_events.demo.content.shapes import DemoAdmission, DemoEvent, DemoExtra, DemoPart, DemoSession, texts
from elmo_events.events.rules import EventFormat, EventKind, Mode

DESCRIPTION = texts(
    fi="""
Kuoresta liimaa, lietteestä lannoitetta, ligniinistä akkuja? Biojalostuksen uudet tuotteet syntyvät harvoin yhdessä yrityksessä. Kumppanuuspäivä tuo samaan taloon ne, joilla on sivuvirtoja, ne, jotka osaavat jalostaa, ja ne, jotka tarvitsevat raaka-ainetta.

Aamulla kuulet lyhyitä puheenvuoroja: missä uudet tuotteet menevät kaupaksi, mitä pilottilaitteilla voi kokeilla ja kuinka yksi yhteistyö eteni ideasta kauppaan. Iltapäivä on varattu kahdenkeskisille tapaamisille. Ne kestävät 20 minuuttia, ja niitä ehtii kuusi.

Kerro ilmoittautuessasi yhdellä lauseella, mitä tarjoat ja mitä etsit. Lähetämme osallistujien lauseet kaikille ennen tapahtumaa, ja voit toivoa, ketkä tapaat. Ohjelma on suomeksi ja ruotsiksi; tapaamisissa voit puhua myös englantia.
""",
    sv="""
Lim av bark, gödsel av slam, batterier av lignin? Nya produkter av bioraffinering uppstår sällan i ett enda företag. Partnerskapsdagen samlar under samma tak dem som har sidoströmmar, dem som kan förädla och dem som behöver råvara.

På förmiddagen hör du korta inlägg: var de nya produkterna går åt, vad man kan pröva med pilotutrustning och hur ett samarbete gick från idé till affär. Eftermiddagen är reserverad för bilaterala möten. De tar 20 minuter, och du hinner med sex.

Berätta med en mening när du anmäler dig vad du erbjuder och vad du söker. Vi skickar deltagarnas meningar till alla före evenemanget, och du kan önska vem du träffar. Programmet är på finska och svenska; på mötena kan du också tala engelska.
""",
    en="""
Glue from bark, fertiliser from sludge, batteries from lignin? New products of biorefining seldom come from one company alone. The partner day brings under one roof those who have side streams, those who can process them and those who need raw material.

In the morning you hear short talks: where the new products sell, what can be tried with pilot equipment and how one partnership went from idea to deal. The afternoon is kept for one-to-one meetings of 20 minutes each; there is time for six.

Tell us in one sentence when you register what you offer and what you seek. We send the sentences of all participants to everybody before the event, and you can wish whom to meet. The programme is in Finnish and Swedish; in the meetings you can also speak English.
""",
)
PRACTICAL = texts(
    fi="""
Kahvi klo 8.30, lounas klo 12. Päivä on maksuton. Tapaamispöydät ovat salissa; aikataulusi saat sähköpostilla kolme päivää ennen.

Kokkolan asemalta on matkaa 900 metriä. Klo 7.40 lähtee bussi Pietarsaaresta; valitse se ilmoittautuessasi.
""",
    sv="""
Kaffe kl. 8.30, lunch kl. 12. Dagen är avgiftsfri. Mötesborden finns i salen; ditt schema får du per e-post tre dagar före.

Från Karleby station är det 900 meter. Kl. 7.40 går en buss från Jakobstad; välj den när du anmäler dig.
""",
    en="""
Coffee at 8:30, lunch at 12:00. The day is free of charge. The meeting tables are in the hall; you get your timetable by email three days before.

It is 900 metres from Kokkola station. A bus leaves Jakobstad at 7:40; choose it when you register.
""",
)
ACCESSIBILITY = texts(
    fi="Sali ja tapaamispöydät ovat samassa kerroksessa, sisään pääsee ilman kynnyksiä. Salissa on induktiosilmukka. Pöytien ympärillä on tilaa pyörätuolille, ja hiljaisempi tapaamishuone on pyydettäessä käytössä.",
    sv="Salen och mötesborden finns på samma våning och ingången har inga trösklar. Salen har hörslinga. Runt borden finns plats för rullstol, och ett tystare mötesrum kan användas på begäran.",
    en="The hall and the meeting tables are on one floor, and the entrance has no thresholds. The hall has an induction loop. There is space for a wheelchair around the tables, and a quieter meeting room is available on request.",
)
DAY = "2027-02-04"

EVENT = DemoEvent(
    slug="biojalostuksen-kumppanuuspaiva",
    organiser="keski-pohjanmaa",
    kind=EventKind.MATCHMAKING,
    format=EventFormat.ON_SITE,
    title=texts(
        "Biojalostuksen kumppanuuspäivä: uusia tuotteita sivuvirroista",
        "Partnerskapsdag för bioraffinering: nya produkter av sidoströmmar",
        "Biorefining partner day: new products from side streams",
    ),
    summary=texts(
        "Lyhyet puheenvuorot aamulla, kahdenkeskiset 20 minuutin tapaamiset iltapäivällä.",
        "Korta inlägg på förmiddagen, bilaterala möten på 20 minuter på eftermiddagen.",
        "Short talks in the morning, 20-minute one-to-one meetings in the afternoon.",
    ),
    description=DESCRIPTION,
    practical=PRACTICAL,
    accessibility=ACCESSIBILITY,
    themes=("circular", "clean"),
    regions=("16", "17"),
    languages=("fi", "sv", "en"),
    parts=(DemoPart(DAY, "09:00", "16:00"),),
    sessions=(
        DemoSession(DAY, "09:00", "09:20", texts("Avaus", "Öppning", "Opening"), (("Linnea Strandbacka", "Demoförbundet Mellersta Österbotten"),)),
        DemoSession(DAY, "09:20", "10:00", texts("Mihin uudet biotuotteet myydään?", "Var säljs de nya bioprodukterna?", "Where the new bioproducts sell"), (("Katri Petäjäniemi", "tutkimuspäällikkö, Metsäbioklusteri Esimerkki"),)),
        DemoSession(DAY, "10:15", "11:00", texts("Pilotista tuotteeksi: kokemuksia", "Från pilot till produkt: erfarenheter", "From pilot to product: experiences"), (("Johan Söderskata", "platschef, Kemiapilotti Demo Ab"), ("Malin Åkerfjärd", "forskare, Yrkeshögskolan Exempel"))),
        DemoSession(DAY, "11:00", "12:00", texts("Osallistujien hissipuheet", "Deltagarnas hisspresentationer", "Participants' one-minute pitches")),
        DemoSession(DAY, "12:00", "13:00", texts("Lounas", "Lunch", "Lunch")),
        DemoSession(DAY, "13:00", "15:30", texts("Kahdenkeskiset tapaamiset", "Bilaterala möten", "One-to-one meetings")),
        DemoSession(DAY, "15:30", "16:00", texts("Kahvit ja yhteenveto", "Kaffe och sammanfattning", "Coffee and summary")),
    ),
    admissions=(DemoAdmission(Mode.ON_SITE, 80, confirmed=9, cancelled=2, has_catering=True),),
    extras=(
        DemoExtra(
            texts("Bussi Pietarsaaresta", "Buss från Jakobstad", "Bus from Jakobstad"), 24, 0.3,
            texts("Lähtö klo 7.40 linja-autoasemalta, paluu klo 16.15.", "Avfärd kl. 7.40 från busstationen, återresa kl. 16.15.", "Leaves the bus station at 7:40, returns at 16:15."),
        ),
    ),
    published="2026-11-05",
    closes=("2027-01-27", "16:00"),
    last_cancellation=("2027-01-28", "16:00"),
    project="DEMO-100915",
    venue="Kulttuuritalo Suolapuro",
    address="Mallikatu 12",
    city="Kokkola",
    is_photographed=True,
    contact=("Kaarlo Perhonjoki", "kaarlo.perhonjoki@keski-pohjanmaa.example.org", "040 555 0126"),
)  # fmt: skip
