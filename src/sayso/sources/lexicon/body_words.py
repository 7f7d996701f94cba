"""What bodies are called, and the words in their names."""

from sayso.text.word_tables import word_table

BODY_NOUNS = word_table(
    "ministry department agency government police cops army navy military court party company firm corporation "
    "hospital university college school church group union league club association federation foundation "
    "institute institution council committee commission parliament congress senate house assembly cabinet "
    "administration bank airline manufacturer maker authority bureau office board service services organisation "
    "organization ngo charity campaign academy society embassy consulate regime movement coalition alliance fund "
    "centre center observatory laboratory lab force forces brigade directorate intelligence opposition "
    "delegation mission tribunal jury watchdog regulator operator brand retailer bloc palace guard guards corps "
    "diocese project community task-force taskforce cartel militia chamber secretariat legislature prosecution "
    "defence ministry's trust airport museum studio label publisher hotel hospital's treasury jail prison "
    "registry inspectorate guild brotherhood prefecture"
)
"""What a body that speaks as one is called, also in its name."""

BODY_HEADS = BODY_NOUNS | word_table(
    "camp giant carmaker automaker drugmaker chipmaker planemaker steelmaker manufacturer recycler retailer wholesaler "
    "defense gardai chain supermarket store shop startup start-up subsidiary conglomerate "
    "consortium utility insurer lender brewer shipper restaurant cafe bar pub theatre theater "
    "gallery library zoo farm clinic practice surgery morgue mosque synagogue temple cathedral parish "
    "convent monastery seminary nursery kindergarten faculty squad unit battalion regiment fleet garrison "
    "constabulary gendarmerie insurgency junta dictatorship monarchy "
    "kingdom republic nation country state province county city town village municipality borough district "
    "territory region island confederation congregation order sect faction wing caucus nonprofit non-profit "
    "panel syndicate gang mafia think-tank "
    "thinktank lobby presidency premiership chancellery "
    "directorate-general headquarters hq branch arm mint exchange bourse "
    "marketplace platform provider carrier franchise band "
    "orchestra choir troupe ensemble bench magistracy "
    "judiciary constituency venture enterprise business "
    "works plant mill factory refinery mine port harbour shipyard railway railroad metro telecom telecoms"
)
"""What else a body is called; many of these words also stand in the names of places."""

BODY_NAME_WORDS = frozenset(
    word.capitalize() for word in BODY_NOUNS - word_table("house team jury label")
) | word_table(
    "Inc Ltd LLC Corp Co plc PLC AG SE SpA AB Oyj Limited Pty Pvt "
    "Group GmbH Airlines Airways Forces Nations Reserve Bureau Command Parliament Duma "
    "Knesset House Survey Institutes Hospitals Bank Holdings Industries Motors Systems Technologies Republicans "
    "Democrats Conference Network Initiative Operation Patrol Staff Elections Courts Rights Watch International "
    "Union Observatory Org Chiefs Centers Centres Departments Services Presidency Secretariat Division Hydro "
    "Pharma Pharmaceuticals Foods Logistics Telecom Petroleum Health Healthcare Metals Therapeutics Biosciences "
    "Tankers Energy Mining Steelworks Chemicals Shipping Insurance Electronics Cement Textiles Footwear Aerospace "
    "Congregation Dicastery Synod Caucus Panel "
    "Semiconductor Aviation Diagnostics Laboratories Railways Shipyards Supermarkets Utilities Motor Infra Farms "
    "Securities Suppliers Brokers Ventures Estates SA NV ASA KGaA Bhd "
    "Athletics Cricket Cycling Gymnastics Badminton Netball Tennis Rowing Swimming Basketball Volleyball Handball "
    "Rovers Wanderers Albion Hotspur United"
)
"""Capitalised words in the names of bodies."""
