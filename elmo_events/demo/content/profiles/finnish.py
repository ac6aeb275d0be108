"""People who write in Finnish."""

from elmo_events.demo.content.profiles.shapes import DemoProfile, need, offer
from elmo_events.profiles.rules import Visibility

PROFILES = (
    DemoProfile("Aino", "Keloharju", "tutkimus", "vanhempi tutkija", ("fi", "en"), {"fi": "Metsäteollisuuden sivuvirrat, kuoren uuteaineet, uuton ylösskaalaus."}, (
        offer("test-bed", "biorefining", fi="Pilottimittakaavan uuttolaitteisto kuoren arvoaineille", en="Pilot-scale extraction of valuable bark compounds"),
        need("business", "biorefining", fi="Etsimme sahaa, joka antaa kuorta koeajoihin"),
    )),
    DemoProfile("Jukka", "Sarvikangas", "sahantera", "toimitusjohtaja", ("fi",), {"fi": "Saha, 60 000 kuutiota vuodessa. Kuori, puru ja hukkalämpö ovat meiltä käyttämättä."}, (
        offer("pilot-site", "energy-storage", fi="Saha lämpövaraston kokeilupaikaksi"),
        need("technology", "biorefining", fi="Mitä kuoresta ja purusta voi jalostaa paikan päällä?"),
    )),
    DemoProfile("Katri", "Petäjäniemi", "bioklusteri", "klusterijohtaja", ("fi", "en"), {"fi": "Metsäbiotalouden klusteri, 34 jäsentä. Ligniini, hemiselluloosa ja kuituinnovaatiot."}, (
        offer("consortium", "cluster", fi="Tuomme 34 metsäbioyritystä mukaan hankkeisiin", en="We bring 34 forest bioeconomy firms into projects"),
        need("business", "biorefining", fi="Etsimme brändikumppania ligniinipohjaiselle liimalle", en="Seeking a brand partner for a lignin-based adhesive"),
    )),
    DemoProfile("Teemu", "Korpivaara", "yliopisto", "professori", ("fi", "en"), {"fi": "Fotoniikka, lähi-infrapunaspektroskopia, biomassan kosteus ja laatu."}, (
        offer("research", "machine-vision", fi="Optinen mittaus biomassan laadulle tuotantolinjalla", en="Optical measurement of biomass quality on the production line"),
        need("pilot-site", "bioenergy", fi="Etsimme voimalaitosta hakkeen kosteuden mittauskokeeseen"),
    )),
    DemoProfile("Minna", "Ahvenranta", "mittaus", "tutkimuspäällikkö", ("fi", "en"), {"fi": "Kaivosvesien ja prosessivesien jatkuvatoiminen mittaus, arktiset olosuhteet."}, (
        offer("technology", "sustainable-mining", fi="Kaivosvesien jatkuvatoiminen mittaus arktisiin oloihin", en="Continuous mine-water monitoring for Arctic conditions"),
        need("business", "sustainable-mining", fi="Etsimme kaivosta mittausverkon kokeiluun"),
    )),
    DemoProfile("Ville", "Kallioperä", "kivi-metalli", "kehityspäällikkö", ("fi", "en"), {"fi": "Kiviaines ja metallirikasteet, rikastushiekan käsittely."}, (
        offer("pilot-site", "sustainable-mining", fi="Rikastushiekka-alue kuivakasauksen kokeiluun"),
        need("research", "clean-processes", fi="Prosessiveden kierrätys: etsimme tutkijaa ja mittausta"),
    )),
    DemoProfile("Saana", "Lumikoski", "lappi", "aluekehityspäällikkö", ("fi", "en"), {"fi": "Aluekehitysrahoitus, klusterit, vihreä siirtymä."}, (
        offer("consortium", "funding", fi="Autamme rahoitushaun valinnassa ja kumppanien löytämisessä"),
        need("consortium", "internationalisation", fi="Etsimme klusterikumppaneita Euroopan laajuiseen hankkeeseen", en="Seeking cluster partners for a Europe-wide project"),
    )),
    DemoProfile("Mikko", "Hautakoski", "terastyo", "ympäristöpäällikkö", ("fi", "sv", "en"), {"fi": "Terästehdas: kuona, pöly, hukkalämpö. Tavoite: nolla kaatopaikalle."}, (
        offer("business", "slag-and-ash", fi="Masuuni- ja teräskuonaa hyötykäyttöön, 40 000 tonnia vuodessa"),
        need("technology", "energy-storage", fi="Hukkalämmön talteenotto 60–90 asteen virroista", en="Waste-heat recovery from streams of 60–90 degrees"),
    )),
    DemoProfile("Riikka", "Tunturila", "tunturiamk", "yliopettaja", ("fi", "en"), {"fi": "Kiertotalouden koulutus, teolliset symbioosit, materiaalivirtojen kartoitus."}, (
        offer("training", "circular", fi="Täydennyskoulutusta teollisista symbiooseista"),
        need("business", "circular", fi="Etsimme yrityksiä materiaalivirtojen kartoitukseen"),
    )),
    DemoProfile("Antti", "Rantasaari", "kehitys", "yritysasiantuntija", ("fi",), {"fi": "Pk-yritysten investoinnit, TKI-tuet, vientiapu."}, (
        offer("business", "cluster-management", fi="Sparraamme klusterin ECCP-profiilin ja laatumerkin hakua", en="We coach ECCP profiles and label applications"),
    )),
    DemoProfile("Hanna", "Vihantola", "amk", "TKI-päällikkö", ("fi", "en"), {"fi": "Vedyn testiympäristö, elektrolyysi, sähkön varastointi."}, (
        offer("test-bed", "hydrogen", fi="Vedyn testiympäristö pk-yritysten kokeiluihin", en="Hydrogen test bench for SME trials"),
        need("consortium", "hydrogen", fi="Haemme kumppaneita vetylaakson hankehakemukseen"),
    )),
    DemoProfile("Pekka", "Ylikaltio", "nollapaasto", "perustaja", ("fi", "en"), {"fi": "Hiekkapohjaiset lämpövarastot, sähkökattilat."}, (
        offer("technology", "energy-storage", fi="Korkean lämpötilan lämpövarasto prosessihöyrylle", en="High-temperature heat storage for process steam"),
        need("pilot-site", "energy-storage", fi="Etsimme yritystä, joka haluaa pilotoida lämpövarastoa sahalla", en="Seeking a firm to pilot heat storage at a sawmill"),
    )),
    DemoProfile("Sanna", "Kuusiluoma", "sivuvirrat", "toiminnanjohtaja", ("fi",), {"fi": "Sivuvirtojen markkinapaikka, jätteestä tuotteeksi -lupamenettely."}, (
        offer("business", "slag-and-ash", fi="Sivuvirtojen välitys: tuhka, kuona, liete, puru"),
        need("technology", "nutrients", fi="Etsimme jalostajaa kalankasvatuksen lietteelle", en="Seeking a processor for fish-farm sludge"),
    )),
    DemoProfile("Markus", "Mäntyrinne", "robotiikka", "tuotepäällikkö", ("fi", "en"), {"fi": "Robottisolut, koneviljely, pienet sarjat."}, (
        offer("technology", "robotics", fi="Robottisolun vuokraus ja operaattorikoulutus", en="Robot-cell rental with operator training"),
        need("technology", "machine-vision", fi="Etsimme konenäkökumppania pienille sarjoille", en="Seeking a machine-vision partner for small batches"),
    )),
    DemoProfile("Tiina", "Virtakoski", "kainuu", "kehittämisasiantuntija", ("fi",), {"fi": "Datakeskusten hukkalämpö, energiatehokkuus, kestävä matkailu."}, (
        need("business", "energy-storage", fi="Hukkalämmön käyttäjä datakeskuksen viereen"),
        offer("pilot-site", "digital", fi="Kainuun matkailun avoin kävijädata kokeiluihin"),
    )),
    DemoProfile("Lauri", "Kontiokoski", "mittaus", "sovellusasiantuntija", ("fi", "en"), {"fi": "Spektroskopia, hyperspektrikuvaus, lajittelu."}, (
        offer("technology", "textiles", fi="Hyperspektrikuvaus tekstiilien ja muovien lajitteluun"),
        need("business", "textiles", fi="Poistotekstiiliä lajittelukokeisiin"),
    )),
    DemoProfile("Outi", "Niemenkari", "mallikunta", "elinvoimajohtaja", ("fi",), {"fi": "Kunnan hankinnat, biokaasu, teollisuusalue rautatien varressa."}, (
        offer("pilot-site", "clean", fi="Teollisuustontti ja kaukolämpöverkko kokeiluille"),
        need("business", "nutrients", fi="Biokaasulaitoksen toimija, lietettä ja nurmea on"),
    )),
    DemoProfile("Eero", "Salokorpi", "tutkimus", "johtava tutkija", ("fi", "en"), {"fi": "Tuhkat, kuonat, geopolymeerit, alkaliaktivointi."}, (
        offer("research", "slag-and-ash", fi="Analysoimme teollisuuden tuhkia ja kuonia hyötykäyttöä varten", en="We analyse industrial ash and slag for reuse"),
        need("business", "slag-and-ash", fi="Geopolymeeribetonin valmistaja yhteiskokeisiin"),
    )),
    DemoProfile("Iida", "Pihlajaharju", "kasvuntuki", "kansainvälistymisneuvoja", ("fi", "en"), {"fi": "EEN-verkosto, kumppanihaut, Interreg."}, (
        offer("consortium", "funding", fi="Koordinoimme Interreg-hakemuksen, mukaan mahtuu kolme kumppania", en="We coordinate an Interreg bid with room for three partners"),
        need("consortium", "funding", fi="Kiertotalouden yrityksiä Interreg-hankkeeseen"),
    )),
    DemoProfile("Kalle", "Haapavuori", "yliopisto", "tutkijatohtori", ("fi", "en"), {"fi": "Koneoppiminen, aikasarjat, energiamallit."}, (
        offer("research", "artificial-intelligence", fi="Tekoälyn testauspalvelu teollisuuden aikasarjoille", en="AI testing service for industrial time series"),
        need("business", "artificial-intelligence", fi="Etsimme dataa luovuttavia tehtaita energiamallin koulutukseen", en="Seeking plants to share data for training an energy model"),
    )),
    DemoProfile("Satu", "Lehtovaara", "lumilatu", "yrittäjä", ("fi", "en"), {"fi": "Hiljaisia retkiä lumella, sähkömoottorikelkat."}, (
        need("technology", "clean-transport", fi="Sähkökelkkojen lataus ilman verkkoa"),
        offer("pilot-site", "clean-transport", fi="Talvireitistö sähköisten ajoneuvojen testaukseen"),
    )),
    DemoProfile("Heikki", "Pyhävaara", "arktinenklusteri", "klusterikoordinaattori", ("fi", "en"), {"fi": "Arktinen teollisuus ja kiertotalous, 52 jäsentä."}, (
        offer("consortium", "circular", fi="Lapin teollisen kiertotalouden verkosto kumppaniksi", en="Lapland's industrial circular economy network as a partner"),
        need("business", "internationalisation", fi="Etsimme kumppania Norra Mellansverigen teräsalalta", en="Seeking a partner in the North-Middle Sweden steel sector"),
    )),
    DemoProfile("Noora", "Hietaranta", "seutukehitys", "projektipäällikkö", ("fi",), {"fi": "Vesihuolto, ravinteiden kierrätys, järvialueen biotalous."}, (
        offer("pilot-site", "nutrients", fi="Jätevedenpuhdistamo ravinteiden talteenoton kokeiluun"),
        need("technology", "nutrients", fi="Fosforin talteenotto lietteestä"),
    )),
    DemoProfile("Risto", "Ruskakoski", "ammattiopisto", "koulutuspäällikkö", ("fi",), {"fi": "Hitsaus, CNC, työssäoppiminen."}, (
        offer("training", "robotics", fi="Robottihitsauksen lyhytkoulutus yrityksille"),
    )),
    DemoProfile("Elias", "Ilvessalmi", "x", "suunnittelija", ("fi",), {}, (), Visibility.EVENTS),
    DemoProfile("Kerttu", "Naavakangas", "esimerkkila", "hankintapäällikkö", ("fi",), {"fi": "Vähähiiliset hankinnat, puurakentaminen."}, (
        need("business", "hydrogen", fi="Vähähiilistä betonia pihakivetykseen"),
    ), Visibility.EVENTS),
    DemoProfile("Juho", "Lakkasuo", "nollapaasto", "automaatioinsinööri", ("fi", "en"), {"fi": "Sähkökattilat, kysyntäjousto, energianhallinta."}, (
        offer("technology", "energy-storage", fi="Energianhallinta: kysyntäjousto sähkökattilalle"),
        need("business", "clean", fi="Laitos, joka joustaa sähkön hinnan mukaan"),
    )),
    DemoProfile("Päivi", "Kaarnikko", "bioklusteri", "tutkimuskoordinaattori", ("fi", "en"), {"fi": "Biohiili, pyrolyysi, maanparannus."}, (
        offer("technology", "biochar", fi="Biohiiltä pyrolyysilla sahan puruista"),
        need("business", "biochar", fi="Biohiilen ostaja: viherrakentaminen tai suodatus"),
    )),
)  # fmt: skip
