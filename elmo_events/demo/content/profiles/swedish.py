"""People who write in Swedish."""

from elmo_events.demo.content.profiles.shapes import DemoProfile, need, offer
from elmo_events.profiles.rules import Visibility

PROFILES = (
    DemoProfile("Kjell", "Granholmsund", "kemiapilotti", "utvecklingschef", ("sv", "fi", "en"), {"sv": "Batterikemikalier, kristallisering, pilotskala upp till 500 liter."}, (
        offer("test-bed", "batteries", sv="Laboratorietjänster och provkörningar för batterikemikalier", en="Battery-chemical lab services and trial runs"),
        need("research", "clean-processes", sv="Vi söker en forskargrupp för återvinning av oorganiska salter", fi="Etsimme tutkimusryhmää epäorgaanisten suolojen talteenottoon"),
    )),
    DemoProfile("Ulrika", "Klockarström", "yh-exempel", "laboratoriechef", ("sv", "fi", "en"), {"sv": "Analytisk kemi, miljöprover, utbildning av laboranter."}, (
        offer("research", "slag-and-ash", sv="Analys av aska, slagg och slam", en="Analysis of ash, slag and sludge"),
        need("business", "clean-processes", sv="Företag som vill testa avsaltning av processvatten"),
    )),
    DemoProfile("Malin", "Åkerfjärd", "yh-exempel", "forskare", ("sv", "en"), {"sv": "Lignin, bioplaster, lim och beläggningar."}, (
        offer("research", "biorefining", sv="Ligninbaserade lim och beläggningar i laboratorieskala"),
        need("business", "circular", sv="Möbelfabrik som provar biobaserat lim"),
    )),
    DemoProfile("Johan", "Söderskata", "kemiapilotti", "platschef", ("sv", "fi"), {"sv": "Processindustri, återvinning av syror och lut."}, (
        offer("business", "clean-processes", sv="Vi tar emot syror och lut för regenerering"),
        need("technology", "energy-storage", sv="Spillvärme från torkning: vem kan använda den?"),
    )),
    DemoProfile("Linnea", "Söderskata", "keski-pohjanmaa", "utvecklingsplanerare", ("sv", "fi", "en"), {"sv": "Regional utveckling, smart specialisering, kluster."}, (
        offer("consortium", "internationalisation", sv="Vi samlar österbottniska företag till internationella ansökningar"),
        need("consortium", "hydrogen", sv="Partner för vätgasprojekt vid Bottenviken", en="Partners for hydrogen projects around the Bothnian Bay"),
    )),
    DemoProfile("Anders", "Forsbackas", "exempelby", "näringslivsdirektör", ("sv", "fi"), {"sv": "Industriområde med hamn och järnväg, upphandling."}, (
        offer("pilot-site", "hydrogen", sv="Hamnområde för vätgas- och ellastbilar"),
        need("business", "bioenergy", sv="Aktör som bygger tankstation för biogas"),
    )),
    DemoProfile("Birgitta", "Österbäcken", "yh-exempel", "överlärare", ("sv", "fi", "en"), {"sv": "Klusterutveckling, utbildning, studiebesök."}, (
        offer("training", "cluster-management", sv="Klusterutbildning för nya klusterledare"),
        need("consortium", "cluster-management", sv="Kluster som vill jämföra sin verksamhet med andras"),
    )),
    DemoProfile("Fredrik", "Enkvistnäs", "robotiikka", "applikationsingenjör", ("sv", "fi", "en"), {"sv": "Maskinseende, sortering, små serier."}, (
        offer("technology", "machine-vision", sv="Maskinseende för kvalitetskontroll i små serier", en="Machine vision for quality control of small batches"),
        need("pilot-site", "machine-vision", sv="Fabrik för pilot med kamerakontroll"),
    )),
    DemoProfile("Carina", "Älgmarken", "exempelby", "miljöchef", ("sv", "fi"), {"sv": "Avloppsslam, fosfor, biogas från jordbruk."}, (
        offer("business", "nutrients", sv="Rötslam och gödsel till biogas, 12 000 ton per år"),
        need("technology", "nutrients", sv="Återvinning av fosfor ur slam"),
    )),
    DemoProfile("Östen", "Backström-Demo", "kemiapilotti", "forskningschef", ("sv", "en"), {"sv": "Utvinning ur bark, tanniner, naturliga färgämnen."}, (
        offer("technology", "biorefining", sv="Tanniner ur bark för lim och garvning"),
        need("test-bed", "biorefining", sv="Pilotutrustning för extraktion av bark"),
    )),
    DemoProfile("Gun-Britt", "Strandängen", "yh-exempel", "projektledare", ("sv", "fi"), {"sv": "Cirkulär ekonomi i små företag."}, (
        offer("training", "circular", sv="Kurs: cirkulära affärsmodeller för små företag"),
    ), Visibility.EVENTS),
    DemoProfile("Åke", "Guttormjohka", "terastyo", "inköpschef", ("sv", "fi", "en"), {"sv": "Råvaror, biokol i stålprocesser."}, (
        need("technology", "biochar", sv="Biokol som ersätter kol i stålverk", en="Biochar to replace coal in steelmaking"),
    )),
)  # fmt: skip
