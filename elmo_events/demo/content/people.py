"""Invented participants: names, organisations, wishes."""

FIRST_NAMES = (
    "Aada", "Aapo", "Aino", "Aleksi", "Anni", "Antti", "Elias", "Ella", "Emma", "Eero", "Hanna", "Heikki", "Helena",
    "Iida", "Ilona", "Jari", "Johanna", "Jukka", "Juho", "Kaisa", "Kalle", "Katri", "Kerttu", "Lauri", "Leena", "Liisa",
    "Marika", "Markus", "Matti", "Mikko", "Minna", "Niina", "Noora", "Onni", "Outi", "Pekka", "Päivi", "Raili", "Reijo",
    "Riikka", "Risto", "Saana", "Sami", "Sanna", "Satu", "Tapio", "Teemu", "Tiina", "Tuula", "Veera", "Ville", "Yrjö",
    "Anders", "Birgitta", "Carina", "Fredrik", "Gun-Britt", "Johan", "Kjell", "Malin", "Ulrika", "Åke", "Östen",
    "Áile", "Biret", "Jovnna", "Máhtte", "Niillas", "Ágnes", "Claire", "Dieter", "Giulia", "Ioana", "Marek", "Siobhán",
)  # fmt: skip
LAST_NAMES = (
    "Aaltola", "Aholampi", "Ahvenranta", "Eskelä", "Haapavuori", "Hautakoski", "Heinälampi", "Hietaranta",
    "Hirvikangas", "Honkaperä", "Ilvessalmi", "Joutsenlahti", "Järvensivu", "Kaarnikko", "Kallioperä", "Kangaskoski",
    "Karhunpää", "Keloharju", "Kivikallio", "Koivurinne", "Kontiokoski", "Korpivaara", "Kuusiluoma", "Lakkasuo", "Lampela",
    "Lehtovaara", "Lumikoski", "Mustikkamäki", "Mäntyrinne", "Naavakangas", "Niemenkari", "Ojansivu", "Pajulampi",
    "Petäjäniemi", "Pihlajaharju", "Poronkangas", "Pyhävaara", "Rantasaari", "Riekkovaara", "Ruskakoski", "Saarijoki",
    "Salokorpi", "Sarvikangas", "Suopursu", "Tammivuori", "Tunturila", "Vaaraniemi", "Vihantola", "Virtakoski", "Väyläranta",
    "Ylikaltio", "Ääreslampi", "Öhmanperä", "Backström-Demo", "Enkvistnäs", "Forsbackas", "Granholmsund", "Klockarström",
    "Strandängen", "Söderskata", "Åkerfjärd", "Älgmarken", "Österbäcken", "Guttormjohka", "Skuolfi-Demo", "Čearretgáisi",
)  # fmt: skip

# Name, mark in addresses, type of organisation, region.
ORGANISATIONS = (
    ("Demo-liitto Lappi", "lappi", "regional-council", "19"),
    ("Demo-liitto Kainuu", "kainuu", "regional-council", "18"),
    ("Demo-liitto Pohjois-Savo", "pohjois-savo", "regional-council", "11"),
    ("Demo-liitto Keski-Pohjanmaa", "keski-pohjanmaa", "regional-council", "16"),
    ("Esimerkki Kehitys Oy", "kehitys", "development-company", "17"),
    ("Kasvun Tuki Demo Oy", "kasvuntuki", "development-company", "11"),
    ("Saimaan Seutukehitys Demo", "seutukehitys", "development-company", "10"),
    ("Malli-AMK", "amk", "uas", "17"),
    ("Tunturi-AMK (demo)", "tunturiamk", "uas", "19"),
    ("Yrkeshögskolan Exempel", "yh-exempel", "uas", "16"),
    ("Mallilan yliopisto", "yliopisto", "university", "12"),
    ("Pohjoinen Tutkimus", "tutkimus", "research-institute", "17"),
    ("Mittaustekniikan Demokeskus", "mittaus", "research-institute", "18"),
    ("Esimerkkilän kaupunki", "esimerkkila", "municipality", "18"),
    ("Exempelby stad", "exempelby", "municipality", "16"),
    ("Mallikunta", "mallikunta", "municipality", "10"),
    ("Ammattiopisto Esimerkki", "ammattiopisto", "vocational-institution", "12"),
    ("Arktinen Klusteri Demo ry", "arktinenklusteri", "cluster-organisation", "19"),
    ("Metsäbioklusteri Esimerkki", "bioklusteri", "cluster-organisation", "12"),
    ("Kivi & Metalli Demo Oy", "kivi-metalli", "medium-company", "11"),
    ("Sahanterä Demo Oy", "sahantera", "small-company", "12"),
    ("Nollapäästö Oy (esimerkki)", "nollapaasto", "micro-company", "17"),
    ("Lumi & Latu Matkailu Demo", "lumilatu", "micro-company", "19"),
    ("Kemiapilotti Demo Ab", "kemiapilotti", "medium-company", "16"),
    ("Terästyö Mallinen Oy", "terastyo", "large-company", "19"),
    ("Robotiikka Esimerkki Oy", "robotiikka", "small-company", "11"),
    ("X", "x", "micro-company", "FI"),
    ("Itä- ja Pohjois-Suomen teollisten sivuvirtojen, kiertotalousratkaisujen ja puhtaan siirtymän yhteistyöyhdistys Demo ry", "sivuvirrat", "association", "10"),
    ("Demoministeriö", "ministerio", "state-authority", "FI"),
    ("Cluster Exemple Sud", "exemple-sud", "partner-abroad", "X"),
    ("Demo Region Norrland", "norrland", "partner-abroad", "X"),
)  # fmt: skip

# First name, last name, address, organisation (by its mark), phone, language: names that forms and lists must bear.
TEST_PEOPLE = (
    ("Åsa", "Öberg", "asa.oberg@yh-exempel.example.org", "yh-exempel", "+46 70 174 06 05", "sv"),
    ("Jean-Luc", "Mäki-Petäjä", "jean-luc.maki-petaja@amk.example.org", "amk", "+358 40 555 0142", "fi"),
    ("Máret Ánne", "Näkkäläjärvi-Demo", "maret.anne@arktinenklusteri.example.org", "arktinenklusteri", "", "fi"),
    ("Žofie", "Šťastná", "zofie.stastna@exemple-sud.example.org", "exemple-sud", "", "en"),
    ("Bridget", "O'Neill", "bridget.oneill@norrland.example.org", "norrland", "+46 70 174 06 31", "en"),
    ("Kaija", "Kivi-Demo", "toimisto@kivi-metalli.example.org", "kivi-metalli", "040 555 0150", "fi"),
    ("Reino", "Kivi-Demo", "toimisto@kivi-metalli.example.org", "kivi-metalli", "040 555 0150", "fi"),
)

JOB_TITLES = (
    "kehittämispäällikkö", "projektipäällikkö", "toimitusjohtaja", "asiantuntija", "klusterijohtaja", "TKI-koordinaattori",
    "tutkija", "lehtori", "tuotantojohtaja", "yritysneuvoja", "ympäristöpäällikkö", "utvecklingschef", "projektledare",
    "", "", "",
)  # fmt: skip
DIETS = (
    "gluteeniton", "laktoositon", "vegaani", "kasvisruokavalio", "pähkinäallergia", "vegaani", "maidoton",
    "glutenfri", "vegetariskt", "fish and vegetables, no meat", "keliakia",
)  # fmt: skip
NEEDS = (
    "Käytän pyörätuolia; tarvitsen esteettömän pöytäpaikan.",
    "Induktiosilmukka olisi hyvä.",
    "Jag behöver textning av presentationerna.",
    "Avustaja tulee mukaan.",
)
MESSAGES = (
    "Onko paikan päällä sähköauton latauspaikkoja?",
    "Voisiko ohjelmassa olla hetki pienten yritysten kysymyksille?",
    "Tulen junalla, saavun noin klo 9.20.",
    "Jag deltar gärna i diskussionen på svenska.",
    "Saako aineistot jälkikäteen?",
    "We would like to show a small demo at our table, if there is room.",
)
