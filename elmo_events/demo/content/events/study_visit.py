"""A study visit for invited guests: still a draft, seen by its organiser only."""

from elmo_events.demo.content.shapes import DemoAdmission, DemoEvent, DemoPart, DemoSession, texts
from elmo_events.events.rules import EventFormat, EventKind, Mode

DESCRIPTION = texts(
    fi="""
Viiden kumppanialueen klusterijohtajat tulevat päiväksi Ouluun katsomaan, miten testialustat palvelevat yrityksiä. Vierailulla nähdään kolme paikkaa: painetun elektroniikan pilottilinja, 6G-testiverkko ja energian varastoinnin kokeiluympäristö.

Jokaisessa paikassa puhutaan samasta asiasta: kuka maksaa, kuka saa käyttää ja miten pieni yritys löytää perille. Vieraat kertovat, miten heillä on toimittu, ja lounaan jälkeen valitaan kaksi asiaa, joita alueet kokeilevat yhdessä seuraavan vuoden aikana.

Vierailu on kutsutilaisuus. Kutsut lähtevät kumppanialueiden yhteyshenkilöiden kautta, ja jokaiselta alueelta mahtuu mukaan enintään viisi ihmistä. Vierailun kieli on englanti.
""",
    sv="""
Klusterledare från fem partnerregioner kommer för en dag till Uleåborg för att se hur testplattformar betjänar företag. Under besöket ser de tre platser: en pilotlinje för tryckt elektronik, ett testnät för 6G och en försöksmiljö för energilagring.

På varje plats talar vi om samma sak: vem betalar, vem får använda plattformen och hur hittar ett litet företag dit. Gästerna berättar hur de har gjort, och efter lunchen väljer vi två saker som regionerna prövar tillsammans under det kommande året.

Besöket är bara för inbjudna. Inbjudningarna skickas via partnerregionernas kontaktpersoner, och från varje region ryms högst fem personer. Besökets språk är engelska.
""",
    en="""
Cluster managers of five partner regions come to Oulu for a day to see how test platforms serve companies. The visit has three stops: a pilot line for printed electronics, a 6G test network and a trial environment for energy storage.

At each stop we talk about the same thing: who pays, who may use the platform, and how a small company finds its way there. The guests explain how they have done it, and after lunch we choose two things that the regions try together during the coming year.

The visit is by invitation only. Invitations go out through the contact persons of the partner regions, and each region can bring at most five people. The language of the visit is English.
""",
)
PRACTICAL = texts(
    fi="Bussi lähtee hotellin edestä klo 8.40. Lounas ja kuljetukset kuuluvat vierailuun. Pilottilinjalla ei saa kuvata.",
    sv="Bussen går från hotellet kl. 8.40. Lunch och transporter ingår. På pilotlinjen är det förbjudet att fotografera.",
    en="The bus leaves from the hotel at 8:40. Lunch and transport are included. Taking pictures on the pilot line is not allowed.",
)
ACCESSIBILITY = texts(
    fi="Bussissa on nostin, ja kaikkiin kohteisiin pääsee pyörätuolilla. Kerro avun tarpeesta etukäteen.",
    sv="Bussen har lift, och alla platser kan besökas med rullstol. Berätta på förhand om du behöver hjälp.",
    en="The bus has a lift, and all stops can be visited with a wheelchair. Tell us beforehand if you need help.",
)
DAY = "2027-06-08"

EVENT = DemoEvent(
    slug="pilottialueet-kohtaavat",
    organiser="pohjois-pohjanmaa",
    kind=EventKind.STUDY_VISIT,
    format=EventFormat.ON_SITE,
    title=texts(
        "Pilottialueet kohtaavat: tutustumiskäynti Ouluun",
        "Pilotregionerna möts: studiebesök i Uleåborg",
        "Pilot regions meet: study visit to Oulu",
    ),
    summary=texts(
        "Kumppanialueiden klusterijohtajat tutustuvat testialustoihin.",
        "Klusterledare från partnerregionerna bekantar sig med testplattformar.",
        "Cluster managers from partner regions visit test platforms.",
    ),
    description=DESCRIPTION,
    practical=PRACTICAL,
    accessibility=ACCESSIBILITY,
    themes=("cluster", "digital"),
    regions=("17",),
    languages=("en",),
    parts=(DemoPart(DAY, "09:00", "16:30"),),
    sessions=(
        DemoSession(
            DAY,
            "09:00",
            "10:30",
            texts(
                "Painetun elektroniikan pilottilinja",
                "Pilotlinjen för tryckt elektronik",
                "Pilot line for printed electronics",
            ),
            (("Antti Ojansivu", "Pohjoinen Tutkimus"),),
        ),
        DemoSession(
            DAY,
            "11:00",
            "12:30",
            texts("6G-testiverkko", "Testnätet för 6G", "6G test network"),
            (("Minna Salokorpi", "Malli-AMK"),),
        ),
        DemoSession(DAY, "12:30", "13:30", texts("Lounas", "Lunch", "Lunch")),
        DemoSession(
            DAY,
            "13:45",
            "15:15",
            texts(
                "Energian varastoinnin kokeiluympäristö",
                "Försöksmiljön för energilagring",
                "Trial environment for energy storage",
            ),
        ),
        DemoSession(
            DAY,
            "15:30",
            "16:30",
            texts("Mitä kokeilemme yhdessä?", "Vad prövar vi tillsammans?", "What shall we try together?"),
            (("Tuomas Tervahovi", "Demo Council of North Ostrobothnia"),),
        ),
    ),
    admissions=(DemoAdmission(Mode.ON_SITE, 25, has_catering=True),),
    published=None,
    closes=("2027-05-24", "16:00"),
    last_cancellation=("2027-05-28", "16:00"),
    project="DEMO-100728",
    venue="Tervatalo, aula",
    address="Esimerkkikatu 20",
    city="Oulu",
    contact=("Tuomas Tervahovi", "tuomas.tervahovi@pohjois-pohjanmaa.example.org", "040 555 0117"),
)
