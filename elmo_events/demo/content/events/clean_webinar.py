"""A webinar without a limit of places."""

from elmo_events.demo.content.shapes import DemoAdmission, DemoEvent, DemoPart, DemoSession, texts
from elmo_events.events.rules import EventFormat, EventKind, Mode

DESCRIPTION = texts(
    fi="""
Vetyhankkeita suunnitellaan eri puolilla Itä- ja Pohjois-Suomea, lämpövarastoja rakennetaan kaukolämpöverkkoihin ja tehtaat sähköistävät prosessejaan. Mitä tämä tarkoittaa yritykselle, joka ei itse rakenna vetylaitosta?

Webinaari kokoaa kahteen tuntiin sen, mitä juuri nyt on hyvä tietää. Kuulet, missä hankkeet ovat menossa, millaisia alihankintoja ne tarvitsevat ja mistä pieni yritys saa apua kokeiluihin. Kaksi yritystä kertoo, mitä lämpövarasto ja hukkalämmön hyödyntäminen maksoivat ja mitä niillä säästettiin.

Lopuksi on puoli tuntia kysymyksille. Voit lähettää kysymyksesi jo ilmoittautuessasi. Webinaari sopii yrityksille, kunnille, kehitysyhtiöille ja kaikille, jotka neuvovat yrityksiä energia-asioissa. Etukäteistietoja et tarvitse.
""",
    sv="""
Vätgasprojekt planeras på olika håll i östra och norra Finland, värmelager byggs i fjärrvärmenäten och fabriker elektrifierar sina processer. Vad betyder det här för ett företag som inte självt bygger någon vätgasanläggning?

Webbinariet samlar på två timmar det som är bra att veta just nu. Du hör hur långt projekten har kommit, vilka underleveranser de behöver och var ett litet företag får hjälp med försök. Två företag berättar vad ett värmelager och tillvaratagen spillvärme kostade och hur mycket de sparade.

Till sist finns en halvtimme för frågor. Du kan skicka din fråga redan när du anmäler dig. Webbinariet passar företag, kommuner, utvecklingsbolag och alla som ger företag råd om energi. Du behöver inga förkunskaper.
""",
    en="""
Hydrogen projects are planned across East and North Finland, heat storage is built into district heating, and factories electrify their processes. What does this mean for a company that does not build a hydrogen plant itself?

In two hours the webinar gathers what is good to know right now. You hear where the projects stand, what they need from subcontractors, and where a small company gets help with trials. Two companies tell what a heat store and the use of waste heat cost them, and how much they saved.

The last half hour is for questions; you can send yours when you register. The webinar suits companies, municipalities, development companies and everybody who advises firms on energy. You need no previous knowledge.
""",
)
PRACTICAL = texts(
    fi="Saat osallistumislinkin vuorokautta ja tuntia ennen alkua. Linkki avautuu selaimessa, mitään ei tarvitse asentaa. Tallenne ja esitykset ovat nähtävillä tällä sivulla kahden viikon ajan.",
    sv="Du får deltagarlänken ett dygn och en timme före start. Länken öppnas i webbläsaren, du behöver inte installera något. Inspelningen och presentationerna finns på den här sidan i två veckor.",
    en="You get the joining link a day and an hour before the start. It opens in your browser; nothing needs installing. The recording and the slides stay on this page for two weeks.",
)
ACCESSIBILITY = texts(
    fi="Lähetyksessä on automaattinen tekstitys suomeksi. Tallenteen tekstitys tarkistetaan 14 päivän kuluessa. Esitykset ovat saavutettavina tiedostoina.",
    sv="Sändningen har automatisk textning på finska. Inspelningens textning kontrolleras inom 14 dagar. Presentationerna finns som tillgängliga filer.",
    en="The broadcast has automatic captions in Finnish. The captions of the recording are checked within 14 days. The slides are accessible files.",
)
DAY = "2026-12-15"

EVENT = DemoEvent(
    slug="puhtaat-teknologiat-webinaari",
    organiser="pohjois-savo",
    kind=EventKind.WEBINAR,
    format=EventFormat.ONLINE,
    title=texts(
        "Puhtaat teknologiat ja vähähiiliset ratkaisut: ajankohtaiswebinaari",
        "Ren teknik och koldioxidsnåla lösningar: aktuellt webbinarium",
        "Clean technologies and low-carbon solutions: update webinar",
    ),
    summary=texts(
        "Mitä vety, lämpövarastot ja puhtaat prosessit tarkoittavat alueen yrityksille?",
        "Vad betyder vätgas, värmelager och rena processer för företagen i regionen?",
        "What do hydrogen, heat storage and clean processes mean for firms in the regions?",
    ),
    description=DESCRIPTION,
    practical=PRACTICAL,
    accessibility=ACCESSIBILITY,
    themes=("clean",),
    regions=("10", "11", "12", "16", "17", "18", "19"),
    languages=("fi",),
    parts=(DemoPart(DAY, "09:00", "11:00"),),
    sessions=(
        DemoSession(
            DAY,
            "09:00",
            "09:10",
            texts("Avaus", "Öppning", "Opening"),
            (("Petra Kallavesi", "Demo-liitto Pohjois-Savo"),),
        ),
        DemoSession(
            DAY,
            "09:10",
            "09:40",
            texts(
                "Vedyn tilannekuva Itä- ja Pohjois-Suomessa",
                "Läget för vätgas i östra och norra Finland",
                "Where hydrogen stands in East and North Finland",
            ),
            (("Tapio Karhunpää", "tutkimuspäällikkö, Pohjoinen Tutkimus"),),
        ),
        DemoSession(
            DAY,
            "09:40",
            "10:00",
            texts(
                "Lämpövarasto sahalla: hinta ja säästöt",
                "Värmelager på sågen: pris och besparingar",
                "Heat storage at a sawmill: price and savings",
            ),
            (("Sanna Hirvikangas", "tehtaanjohtaja, Sahanterä Demo Oy"),),
        ),
        DemoSession(
            DAY,
            "10:00",
            "10:20",
            texts("Hukkalämmöstä tuloja", "Intäkter av spillvärme", "Income from waste heat"),
            (("Markus Ruskakoski", "toimitusjohtaja, Nollapäästö Oy (esimerkki)"),),
        ),
        DemoSession(
            DAY,
            "10:20",
            "10:30",
            texts("Mistä apua kokeiluihin?", "Var får man hjälp med försök?", "Where to get help with trials"),
            (("Oskari Puijola", "Demo-liitto Pohjois-Savo"),),
        ),
        DemoSession(
            DAY,
            "10:30",
            "11:00",
            texts("Kysymykset ja keskustelu", "Frågor och diskussion", "Questions and discussion"),
        ),
    ),
    admissions=(DemoAdmission(Mode.ONLINE, None, confirmed=62, cancelled=3),),
    published="2026-10-26",
    closes=("2026-12-14", "16:00"),
    project="DEMO-100728",
    joining_link="https://kokous.example.org/puhtaat-teknologiat",
    is_recorded=True,
    contact=("Oskari Puijola", "oskari.puijola@pohjois-savo.example.org", "040 555 0121"),
)
