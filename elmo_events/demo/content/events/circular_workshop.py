"""A workshop on site with few places left."""

from elmo_events.demo.content.shapes import DemoAdmission, DemoEvent, DemoPart, DemoSession, texts
from elmo_events.events.rules import EventFormat, EventKind, Mode

DESCRIPTION = texts(
    fi="""
Tuhkaa, kuonaa, lietettä, hukkalämpöä: yhden tehtaan jäte on toisen raaka-aine, jos oikeat ihmiset istuvat samaan pöytään. Työpajassa ratkomme kolmen yrityksen oikeaa sivuvirtapulmaa.

Jokainen yritys esittelee pulmansa kymmenessä minuutissa: mitä syntyy, kuinka paljon, mitä siitä tiedetään ja mitä on jo kokeiltu. Sen jälkeen pienryhmät työskentelevät kaksi kierrosta. Mukana on tutkijoita, jotka tuntevat materiaalit, ja neuvojia, jotka tuntevat luvat ja rahoituksen. Iltapäivällä ryhmät esittelevät ehdotuksensa ja yritys kertoo, minkä niistä se vie eteenpäin.

**Sinulle, joka**

- työskentelet teollisuudessa ja etsit käyttöä sivuvirralle
- jalostat, kuljetat tai tutkit materiaaleja
- neuvot yrityksiä kiertotaloudessa

Paikkoja on 36, jotta jokainen ehtii puhua.
""",
    sv="""
Aska, slagg, slam, spillvärme: en fabriks avfall är en annans råvara, om rätt människor sätter sig vid samma bord. I verkstaden löser vi tre företags verkliga problem med sidoströmmar.

Varje företag presenterar sitt problem på tio minuter: vad som uppstår, hur mycket, vad man vet om det och vad man redan har prövat. Därefter arbetar små grupper i två omgångar. Med är forskare som känner materialen och rådgivare som kan tillstånd och finansiering. På eftermiddagen presenterar grupperna sina förslag, och företaget berättar vilket av dem det går vidare med.

**För dig som**

- arbetar i industrin och söker användning för en sidoström
- förädlar, transporterar eller forskar i material
- ger företag råd om cirkulär ekonomi

Platserna är 36, så att alla hinner prata.
""",
    en="""
Ash, slag, sludge, waste heat: what one factory throws away is another's raw material, if the right people sit down at the same table. In this workshop we solve the real side-stream problems of three companies.

Each company presents its problem in ten minutes: what is produced, how much, what is known about it and what has been tried. Then small groups work in two rounds, with researchers who know the materials and advisers who know permits and funding. In the afternoon the groups present their proposals, and the company says which one it takes further.

**For you who**

- work in industry and seek a use for a side stream
- process, transport or study materials
- advise companies on the circular economy

There are 36 places, so that everybody gets to speak.
""",
)
PRACTICAL = texts(
    fi="""
Kahvitus alkaa klo 9.00, ja lounas on klo 12.00. Molemmat ovat maksuttomia. Ilmoita erityisruokavaliosi lomakkeella viimeistään viikkoa ennen.

Rautatieasemalta on kymmenen minuutin kävelymatka. Pihalla on ilmaisia pysäköintipaikkoja ja kaksi sähköauton latauspistettä.
""",
    sv="""
Kaffet serveras från kl. 9.00 och lunchen kl. 12.00. Båda är avgiftsfria. Anmäl specialkost på blanketten senast en vecka före.

Från järnvägsstationen går du på tio minuter. På gården finns gratis parkering och två laddstolpar.
""",
    en="""
Coffee is served from 9:00 and lunch at 12:00, both free of charge. Tell us your dietary needs on the form at least a week before.

It is a ten-minute walk from the railway station. There is free parking in the yard and two charging points.
""",
)
ACCESSIBILITY = texts(
    fi="Sisäänkäynnillä on luiska ja automaattiovi. Työpajatila on katutasossa, pöydät ovat siirrettäviä. Esteetön WC on aulassa. Ryhmätyössä on mukana kirjuri, joten kaikkea ei tarvitse kirjoittaa itse.",
    sv="Vid ingången finns en ramp och en automatisk dörr. Lokalen ligger i gatuplanet och borden kan flyttas. En tillgänglig toalett finns i aulan. Varje grupp har en sekreterare, så du behöver inte skriva själv.",
    en="The entrance has a ramp and an automatic door. The room is on the ground floor and the tables can be moved. There is an accessible toilet in the lobby. Each group has a note-taker, so you need not write yourself.",
)
DAY = "2027-01-26"

EVENT = DemoEvent(
    slug="teollisen-kiertotalouden-tyopaja",
    organiser="lappi",
    kind=EventKind.SEMINAR,
    format=EventFormat.ON_SITE,
    title=texts(
        "Teollisen kiertotalouden työpaja: sivuvirrat liiketoiminnaksi",
        "Verkstad om industriell cirkulär ekonomi: sidoströmmar blir affärer",
        "Industrial circular economy workshop: side streams into business",
    ),
    summary=texts(
        "Ratkomme pienryhmissä kolmen yrityksen sivuvirtapulmaa.",
        "I små grupper löser vi tre företags problem med sidoströmmar.",
        "In small groups we solve the side-stream problems of three companies.",
    ),
    description=DESCRIPTION,
    practical=PRACTICAL,
    accessibility=ACCESSIBILITY,
    themes=("circular",),
    regions=("19", "17"),
    languages=("fi",),
    parts=(DemoPart(DAY, "09:30", "15:30"),),
    sessions=(
        DemoSession(
            DAY,
            "09:30",
            "10:00",
            texts(
                "Avaus: miksi sivuvirrat juuri nyt?",
                "Öppning: varför sidoströmmar just nu?",
                "Opening: why side streams now?",
            ),
            (("Inka Ounasvaara", "Demo-liitto Lappi"),),
        ),
        DemoSession(
            DAY,
            "10:00",
            "10:45",
            texts("Kolme pulmaa", "Tre problem", "Three problems"),
            (
                ("Jari Mallinen", "tuotantojohtaja, Terästyö Mallinen Oy"),
                ("Sanna Hirvikangas", "tehtaanjohtaja, Sahanterä Demo Oy"),
                ("Kjell Granholmsund", "utvecklingschef, Kemiapilotti Demo Ab"),
            ),
        ),
        DemoSession(
            DAY,
            "10:45",
            "12:00",
            texts(
                "Pienryhmät: mitä materiaalista voi tehdä?",
                "Grupper: vad kan man göra av materialet?",
                "Groups: what can the material become?",
            ),
        ),
        DemoSession(DAY, "12:00", "13:00", texts("Lounas", "Lunch", "Lunch")),
        DemoSession(
            DAY,
            "13:00",
            "14:15",
            texts(
                "Pienryhmät: luvat, logistiikka ja raha",
                "Grupper: tillstånd, logistik och pengar",
                "Groups: permits, logistics and money",
            ),
            (("Outi Lumikoski", "tutkija, Pohjoinen Tutkimus"),),
        ),
        DemoSession(
            DAY,
            "14:30",
            "15:30",
            texts("Ehdotukset ja seuraavat askeleet", "Förslag och nästa steg", "Proposals and next steps"),
        ),
    ),
    admissions=(DemoAdmission(Mode.ON_SITE, 36, confirmed=29, cancelled=3, has_catering=True),),
    published="2026-11-03",
    closes=("2027-01-18", "16:00"),
    last_cancellation=("2027-01-19", "16:00"),
    project="DEMO-100915",
    venue="Satamatalo, työpajasali",
    address="Mallirannankatu 4",
    city="Kemi",
    is_photographed=True,
    contact=("Juhani Kaamonen", "juhani.kaamonen@lappi.example.org", "040 555 0129"),
)
