"""A past event."""

from elmo_events.demo.content.shapes import DemoAdmission, DemoEvent, DemoExtra, DemoPart, DemoSession, texts
from elmo_events.events.rules import EventFormat, EventKind, Mode

DESCRIPTION = texts(
    fi="""
Verkostopäivillä seitsemän maakunnan väki kokoontuu kerran vuodessa samaan paikkaan. Katsomme, mitä vuoden aikana saatiin aikaan, kuulemme klusteritarinoita ja teemme yhteisen suunnitelman seuraavalle vuodelle.

Ensimmäisenä päivänä esitellään tulokset lukuina ja tarinoina: mitkä yhteistyöt syntyivät, mitä niistä opittiin ja mikä jäi kesken. Iltapäivällä kuusi klusteria kertoo omasta vuodestaan. Illalla on verkostoitumista ja järvimaiseman ruokaa.

Toisena päivänä työskennellään pöydissä. Jokainen pöytä kokoaa yhden teeman suunnitelman: yhteiset tapahtumat, koulutukset, haut ja vierailut. Lopuksi vuosisuunnitelma käydään läpi yhdessä, ja jokaiselle asialle sovitaan vetäjä.
""",
    sv="""
På nätverksdagarna samlas folk från sju landskap på samma plats en gång om året. Vi ser vad som åstadkommits under året, hör klusterberättelser och gör en gemensam plan för nästa år.

Första dagen presenteras resultaten i siffror och berättelser: vilka samarbeten som uppstod, vad vi lärde oss av dem och vad som blev halvfärdigt. På eftermiddagen berättar sex kluster om sitt år. På kvällen blir det nätverkande och mat från sjölandskapet.

Andra dagen arbetar vi vid bord. Varje bord gör upp en plan för ett tema: gemensamma evenemang, utbildningar, utlysningar och besök. Till sist går vi igenom årsplanen tillsammans och kommer överens om vem som leder vad.
""",
    en="""
At the network days, people from seven regions meet in one place once a year. We look at what was achieved during the year, hear cluster stories and make a shared plan for the next year.

On the first day the results are presented in figures and stories: which partnerships began, what was learnt from them and what was left unfinished. In the afternoon six clusters talk about their year. In the evening there is networking and food from the lake district.

On the second day we work at tables. Each table makes a plan for one theme: joint events, trainings, calls and visits. At the end we go through the plan for the year together and agree who leads what.
""",
)
PRACTICAL = texts(
    fi="Molempina päivinä tarjottiin lounas ja kahvit. Esitykset on lähetetty osallistujille.",
    sv="Båda dagarna serverades lunch och kaffe. Presentationerna har skickats till deltagarna.",
    en="Lunch and coffee were served on both days. The slides have been sent to the participants.",
)
ACCESSIBILITY = texts(
    fi="Tapahtumapaikka oli esteetön, ja salissa oli induktiosilmukka.",
    sv="Platsen var tillgänglig, och salen hade hörslinga.",
    en="The venue was accessible, and the hall had an induction loop.",
)
FIRST, SECOND = "2026-11-04", "2026-11-05"

EVENT = DemoEvent(
    slug="elmo-verkostopaivat",
    organiser="etela-savo",
    kind=EventKind.NETWORKING,
    format=EventFormat.ON_SITE,
    title=texts("ELMO-verkostopäivät", "ELMO-nätverksdagarna", "ELMO network days"),
    summary=texts(
        "Tulokset, klusteritarinat ja yhteinen vuosisuunnitelma.",
        "Resultat, klusterberättelser och en gemensam årsplan.",
        "Results, cluster stories and the shared plan for the year.",
    ),
    description=DESCRIPTION,
    practical=PRACTICAL,
    accessibility=ACCESSIBILITY,
    themes=("clean", "circular", "digital", "cluster"),
    regions=("10", "11", "12", "16", "17", "18", "19"),
    languages=("fi", "sv"),
    parts=(
        DemoPart(
            FIRST, "10:00", "17:00", texts("Tulokset ja tarinat", "Resultat och berättelser", "Results and stories")
        ),
        DemoPart(SECOND, "09:00", "14:00", texts("Vuosisuunnitelma", "Årsplanen", "The plan for the year")),
    ),
    sessions=(
        DemoSession(
            FIRST,
            "10:00",
            "12:00",
            texts("Vuosi lukuina ja tarinoina", "Året i siffror och berättelser", "The year in figures and stories"),
            (("Eeva Saimaanranta", "Demo-liitto Etelä-Savo"), ("Inka Ounasvaara", "Demo-liitto Lappi")),
        ),
        DemoSession(FIRST, "12:00", "13:00", texts("Lounas", "Lunch", "Lunch")),
        DemoSession(
            FIRST,
            "13:00",
            "17:00",
            texts("Kuusi klusteritarinaa", "Sex klusterberättelser", "Six cluster stories"),
            (("Kirsi Koivurinne", "Arktinen Klusteri Demo ry"), ("Katri Petäjäniemi", "Metsäbioklusteri Esimerkki")),
        ),
        DemoSession(SECOND, "09:00", "12:00", texts("Teemapöydät", "Temabord", "Theme tables")),
        DemoSession(
            SECOND,
            "13:00",
            "14:00",
            texts("Vuosisuunnitelma kootaan", "Årsplanen sammanställs", "The plan is put together"),
        ),
    ),
    admissions=(DemoAdmission(Mode.ON_SITE, 120, confirmed=56, has_catering=True),),
    extras=(DemoExtra(texts("Illallinen", "Middag", "Dinner"), 100, 0.7, has_catering=True),),
    published="2026-08-24",
    closes=("2026-10-26", "16:00"),
    last_cancellation=("2026-10-27", "16:00"),
    project="DEMO-AKKE-7",
    venue="Kongressitalo Saimaa-Demo",
    address="Satamamalli 3",
    city="Mikkeli",
    choose_parts=True,
    is_photographed=True,
    contact=("Eeva Saimaanranta", "eeva.saimaanranta@etela-savo.example.org", "040 555 0110"),
)
