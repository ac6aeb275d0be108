"""People who write in English."""

from elmo_events.demo.content.profiles.shapes import DemoProfile, need, offer
from elmo_events.profiles.rules import Visibility

PROFILES = (
    DemoProfile("Giulia", "Öhmanperä", "exemple-sud", "cluster manager", ("en", "fr"), {"en": "Agri-food and bio-based materials cluster, 120 members, open innovation challenges."}, (
        offer("consortium", "cluster", en="Southern European bio-based cluster as a project partner"),
        need("technology", "biorefining", en="Lignin and bark chemicals for cosmetics brands"),
    )),
    DemoProfile("Bridget", "Kivikallio", "norrland", "programme officer", ("en", "sv"), {"en": "Steel sector transition, hydrogen, regional funds in North-Middle Sweden."}, (
        offer("consortium", "internationalisation", en="Steel companies of North-Middle Sweden as partners", sv="Stålföretag i Norra Mellansverige som partner"),
        need("technology", "slag-and-ash", en="Uses for slag and mill scale"),
    )),
    DemoProfile("Dieter", "Järvensivu", "exemple-sud", "innovation consultant", ("en", "de"), {"en": "Chemical recycling, solvent recovery, scale-up."}, (
        offer("technology", "clean-processes", en="Recovery of inorganic salts from brines by crystallisation"),
        need("test-bed", "clean-processes", en="Pilot plant for salt recovery in cold climate"),
    )),
    DemoProfile("Claire", "Riekkovaara", "norrland", "business developer", ("en", "fr"), {"en": "Data centres, waste heat, greenhouses."}, (
        offer("business", "energy-storage", en="We buy waste heat for greenhouses and fish farms"),
        need("business", "nutrients", en="Fish-farm sludge as fertiliser: suppliers wanted"),
    )),
    DemoProfile("Marek", "Honkaperä", "tutkimus", "senior scientist", ("en", "fi"), {"en": "Tailings, dry stacking, paste backfill."}, (
        offer("research", "sustainable-mining", en="Dry stacking of tailings: laboratory and field tests"),
        need("pilot-site", "sustainable-mining", en="Seeking a mine for a dry-stacking tailings demo", fi="Etsimme kaivosta rikastushiekan kuivakasauksen demoon"),
    )),
    DemoProfile("Siobhán", "Aaltola", "yliopisto", "researcher", ("en",), {"en": "Photonics, gas sensing, emissions of small combustion plants."}, (
        offer("research", "machine-vision", en="Laser-based emission measurement for boilers"),
        need("pilot-site", "bioenergy", en="A heating plant for an emission measurement campaign"),
    )),
    DemoProfile("Ioana", "Joutsenlahti", "amk", "project manager", ("en", "fi"), {"en": "5G test network, private networks, remote control of machines."}, (
        offer("test-bed", "wireless", en="Private 5G network for trials of remote control"),
        need("business", "sustainable-mining", en="Machine builder for a remote-control pilot in a mine"),
    )),
    DemoProfile("Ágnes", "Väyläranta", "tunturiamk", "lecturer", ("en", "fi"), {"en": "Sustainable tourism, carbon footprint of visitors."}, (
        offer("research", "clean", en="Open visitor data and a carbon-footprint model for tourism", fi="Avoin kävijädata ja malli matkailun hiilijalanjälkeen"),
        need("business", "clean-transport", en="Seeking firms to test electric winter mobility"),
    )),
    DemoProfile("Sami", "Suopursu", "kivi-metalli", "mine water engineer", ("en", "fi"), {"en": "Water balance of mines, sulphate removal."}, (
        need("technology", "sustainable-mining", en="Online sensors for sulphate and nickel in mine water"),
        offer("pilot-site", "sustainable-mining", en="Mine site for water treatment pilots, all year round"),
    )),
    DemoProfile("Johanna", "Saarijoki", "robotiikka", "sales director", ("en", "fi", "sv"), {"en": "Industrial robots, digital twins."}, (
        offer("technology", "digital-twins", en="Digital twin of a production cell before you invest"),
        need("business", "digital", en="Small manufacturers that automate their first step"),
    )),
    DemoProfile("Niillas", "Skuolfi-Demo", "arktinenklusteri", "adviser", ("en", "fi", "se"), {"en": "Sámi businesses, reindeer husbandry, natural products."}, (
        offer("business", "biorefining", en="Northern berries and herbs for natural products"),
        need("technology", "biorefining", en="Gentle extraction of plant compounds in small scale"),
    )),
    DemoProfile("Biret", "Čearretgáisi", "lumilatu", "entrepreneur", ("en", "fi", "se"), {"en": "Guided tours, low-carbon travel."}, (
        need("technology", "clean-transport", en="Charging of electric snowmobiles in the wilderness"),
    ), Visibility.EVENTS),
    DemoProfile("Emma", "Vaaraniemi", "ministerio", "senior specialist", ("en", "fi", "sv"), {"en": "Smart specialisation, cluster policy, national contact for interregional innovation calls."}, (
        offer("consortium", "funding", en="Advice on interregional innovation investment calls"),
    )),
    DemoProfile("Aleksi", "Tammivuori", "kehitys", "data economy lead", ("en", "fi"), {"en": "Data spaces, industrial data sharing, AI regulation."}, (
        offer("training", "artificial-intelligence", en="Workshop: sharing factory data safely"),
        need("consortium", "artificial-intelligence", en="Companies for a regional data space pilot"),
    )),
    DemoProfile("Liisa", "Pajulampi", "sahantera", "production manager", ("en", "fi"), {"en": "Sawmill automation, drying, energy use."}, (
        need("technology", "biorefining", en="Moisture measurement of chips and bark on a conveyor"),
        offer("pilot-site", "machine-vision", en="Sawmill line for sensor trials"),
    )),
    DemoProfile("Onni", "Poronkangas", "pohjois-savo", "development manager", ("en", "fi"), {"en": "Water, bioenergy and machine industry of North Savo."}, (
        offer("consortium", "clean", en="Network of water technology firms in North Savo"),
        need("consortium", "nutrients", en="Partners for nutrient recycling projects"),
    )),
    DemoProfile("Ella", "Karhunpää", "nollapaasto", "chief engineer", ("en", "fi"), {"en": "Geopolymers, low-carbon concrete, fly ash."}, (
        offer("business", "slag-and-ash", en="Low-carbon concrete products from slag and ash"),
        need("research", "slag-and-ash", en="Laboratory for durability tests of geopolymer concrete"),
    )),
    DemoProfile("Tapio", "Heinälampi", "mittaus", "R&D engineer", ("en", "fi"), {"en": "Gas sensors, hydrogen leak detection."}, (
        offer("technology", "hydrogen", en="Hydrogen leak detection for test sites"),
        need("test-bed", "hydrogen", en="Hydrogen test bench for sensor validation"),
    )),
    DemoProfile("Veera", "Mustikkamäki", "seutukehitys", "circular economy adviser", ("en", "fi"), {"en": "Textile recycling, sorting, reuse."}, (
        offer("business", "textiles", en="Sorted end-of-life textiles, 300 tonnes a year"),
        need("technology", "textiles", en="Automatic sorting of textiles by fibre"),
    )),
    DemoProfile("Reijo", "Ojansivu", "x", "investor", ("en", "fi"), {"en": "Early-stage cleantech."}, (), Visibility.EVENTS),
)  # fmt: skip
