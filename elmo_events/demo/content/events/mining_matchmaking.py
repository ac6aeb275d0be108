"""Two days in Lapland whose registration opens later; title and summary also in Northern Sámi."""

from elmo_events.demo.content.shapes import DemoAdmission, DemoEvent, DemoExtra, DemoPart, DemoSession, texts
from elmo_events.events.rules import EventFormat, EventKind, Mode

DESCRIPTION = texts(
    fi="""
Puhtaan siirtymän raaka-aineet tulevat pohjoisesta, ja samalla pohjoisen vedet, porolaitumet ja kylät on pidettävä elinvoimaisina. Rovaniemellä klusterit, yritykset ja tutkijat etsivät kumppaneita, jotka vievät kaivannaistoimintaa kestävämpään suuntaan.

Ensimmäinen päivä on täynnä tapaamisia. Aamulla kuulet kolme alustusta: kaivosvesien jatkuva mittaus, rikastushiekan kuivakasaus ja sähköinen kalusto arktisissa oloissa. Sen jälkeen tapaat valitsemasi ihmiset kahden kesken, 20 minuuttia kerrallaan. Illalla syömme yhdessä.

Toisena päivänä voit lähteä vierailulle. Tutustumme kohteeseen, jossa vedenkäsittely ja maisemointi näkyvät maastossa. Bussiin mahtuu 40 osallistujaa. Tapahtuman kieli on englanti.
""",
    sv="""
Råvarorna för den gröna omställningen kommer från norr, och samtidigt ska vattnen, renbetena och byarna i norr må bra. I Rovaniemi söker kluster, företag och forskare partner som för gruvnäringen i en mer hållbar riktning.

Första dagen är full av möten. På morgonen hör du tre inledningar: kontinuerlig mätning av gruvvatten, torr deponering av anrikningssand och elektriska maskiner i arktiska förhållanden. Därefter träffar du dem du valt på tu man hand, 20 minuter åt gången. På kvällen äter vi tillsammans.

Andra dagen kan du följa med på ett besök. Vi bekantar oss med en plats där vattenrening och landskapsvård syns i terrängen. I bussen ryms 40 deltagare. Evenemangets språk är engelska.
""",
    en="""
The raw materials of the green transition come from the north, and at the same time the waters, reindeer pastures and villages of the north must stay alive. In Rovaniemi, clusters, companies and researchers seek partners who take mining in a more sustainable direction.

The first day is full of meetings. In the morning you hear three short talks: continuous monitoring of mine water, dry stacking of tailings, and electric machines in Arctic conditions. Then you meet the people you chose, one to one, for 20 minutes each. In the evening we dine together.

On the second day you can join a site visit. We see a place where the results of water treatment and landscaping can be seen on the ground. The bus has room for 40. The language of the event is English.
""",
)
PRACTICAL = texts(
    fi="Majoitu mieluiten keskustassa: huoneita on varattu kiintiöön, ja varauskoodin saat vahvistussähköpostissa. Vierailulla tarvitset lämpimät vaatteet ja vedenpitävät kengät; kypärän ja liivin saat meiltä. Illallinen ja vierailu ovat maksuttomia, mutta paikka pitää varata.",
    sv="Bo helst i centrum: det finns en kvot av rum, och bokningskoden får du i bekräftelsen. Till besöket behöver du varma kläder och vattentäta skor; hjälm och väst får du av oss. Middagen och besöket är avgiftsfria, men platsen ska bokas.",
    en="Stay in the centre if you can: there is a quota of rooms, and you get the booking code in your confirmation. For the visit you need warm clothes and waterproof shoes; helmet and vest come from us. Dinner and visit are free of charge, but a place must be reserved.",
)
ACCESSIBILITY = texts(
    fi="Tapaamispaikka on esteetön ja siellä on induktiosilmukka. Vierailukohteessa kuljetaan soratiellä; pyörätuolilla pääsee näköalapaikalle saakka. Tapaamisiin voi pyytää tulkin, myös saamen kielillä.",
    sv="Mötesplatsen är tillgänglig och har hörslinga. På besöket går vi längs en grusväg; med rullstol kommer man till utsiktsplatsen. Till mötena kan du be om tolk, också på samiska.",
    en="The venue is accessible and has an induction loop. The visit follows a gravel road; wheelchair users can reach the viewing place. You can ask for an interpreter in the meetings, also for the Sámi languages.",
)
FIRST, SECOND = "2027-05-18", "2027-05-19"

EVENT = DemoEvent(
    slug="kestavan-kaivannaistoiminnan-matchmaking",
    organiser="lappi",
    kind=EventKind.MATCHMAKING,
    format=EventFormat.ON_SITE,
    title=texts(
        "Kestävän kaivannaistoiminnan matchmaking",
        "Matchmaking för hållbar gruvnäring",
        "Sustainable mining matchmaking",
        se="Bistevaš ruvkedoaimma deaivvadeapmi",
    ),
    summary=texts(
        "Klusterit, yritykset ja tutkijat etsivät kumppaneita raaka-aineiden arvoketjuun; toisena päivänä vierailu.",
        "Kluster, företag och forskare söker partner i råvarornas värdekedja; studiebesök den andra dagen.",
        "Clusters, firms and researchers seek partners in the raw-material value chain; site visit on day two.",
        se="Fitnodagat, dutkit ja klusterat deaivvadit Roavvenjárggas.",
    ),
    description=DESCRIPTION,
    practical=PRACTICAL,
    accessibility=ACCESSIBILITY,
    themes=("clean", "circular", "cluster"),
    regions=("19", "17", "18"),
    languages=("en",),
    parts=(
        DemoPart(FIRST, "09:00", "17:00", texts("Alustukset ja tapaamiset", "Inledningar och möten", "Openings and meetings")),
        DemoPart(SECOND, "09:00", "14:00", texts("Vierailupäivä", "Besöksdag", "Visit day")),
    ),
    sessions=(
        DemoSession(FIRST, "09:00", "09:20", texts("Tervetuloa Lappiin", "Välkommen till Lappland", "Welcome to Lapland"), (("Inka Ounasvaara", "Demo Council of Lapland"),)),
        DemoSession(FIRST, "09:20", "10:45", texts("Kolme alustusta", "Tre inledningar", "Three openings"), (("Niillas Guttormjohka", "Water Monitoring Demo"), ("Outi Lumikoski", "Pohjoinen Tutkimus"), ("Anders Strandängen", "Demo Region Norrland"))),
        DemoSession(FIRST, "11:00", "12:00", texts("Tapaamiset, 1. jakso", "Möten, omgång 1", "Meetings, first round")),
        DemoSession(FIRST, "12:00", "13:00", texts("Lounas", "Lunch", "Lunch")),
        DemoSession(FIRST, "13:00", "17:00", texts("Tapaamiset, 2. jakso", "Möten, omgång 2", "Meetings, second round")),
        DemoSession(SECOND, "09:00", "14:00", texts("Vierailu, eväslounas mukana", "Besök med matsäck", "Site visit with a packed lunch")),
    ),
    admissions=(DemoAdmission(Mode.ON_SITE, 120, has_catering=True),),
    extras=(
        DemoExtra(
            texts("Vierailu toisena päivänä", "Studiebesök den andra dagen", "Site visit on day two"), 40, 0.7,
            texts("Bussi lähtee klo 9.00 ja palaa klo 14.00.", "Bussen går kl. 9.00 och är tillbaka kl. 14.00.", "The bus leaves at 9:00 and is back at 14:00."),
            has_catering=True,
        ),
        DemoExtra(
            texts("Illallinen ensimmäisenä päivänä", "Middag den första dagen", "Dinner on day one"), 80, 0.6,
            texts("Klo 19.00, kävelymatkan päässä.", "Kl. 19.00, på gångavstånd.", "At 19:00, within walking distance."),
            has_catering=True,
        ),
    ),
    published="2026-11-18",
    opens=("2027-01-11", "09:00"),
    closes=("2027-05-05", "16:00"),
    last_cancellation=("2027-05-07", "16:00"),
    project="DEMO-100728",
    venue="Kongressitalo Napapiiri-Demo",
    address="Esimerkinranta 1",
    city="Rovaniemi",
    is_photographed=True,
    contact=("Sara Guovdo-Demo", "sara.guovdo@lappi.example.org", "+358 40 555 0139"),
)  # fmt: skip
