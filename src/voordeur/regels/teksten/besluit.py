"""Texts on decisions: personal budget and objection."""

TEKSTEN = {
    "pgb.voorwaarde_ja": "Dit klopt: {wat}.",
    "pgb.voorwaarde_nee": "Dit klopt niet: {wat}.",
    "pgb.voorwaarde_onbekend": "Dit is nog niet bekend: {wat}.",
    "pgb.ja": "Een pgb kan. Aan de voorwaarden van de wet is voldaan.",
    "pgb.nee": "Een pgb kan niet. Aan een voorwaarde van de wet is niet voldaan.",
    "pgb.onbekend": "Het is nog niet te zeggen of een pgb kan.",
    "bezwaar.laatste_dag": "De laatste dag om bezwaar te maken is {uiterlijk:datum}.",
    "bezwaar.ontvangen_op_tijd": "Het bezwaar kwam binnen op {dag:datum}. Dat is op tijd.",
    "bezwaar.post_op_tijd": (
        "De brief ging op {verzonden:datum} op de post en kwam op {dag:datum} binnen. Dat is op tijd."
    ),
    "bezwaar.te_laat": "Het bezwaar kwam binnen op {dag:datum}. Dat is te laat.",
    "bezwaar.eerst_te_laat_beoordelen": "Het bezwaar is te laat. Beoordeel eerst of daar een goede reden voor is.",
    "bezwaar.niet_verschoonbaar": "Het bezwaar is te laat en daar is geen goede reden voor.",
    "bezwaar.eerst_horen": "Hoor eerst de inwoner, of schrijf op waarom dat niet nodig is.",
    "bezwaar.te_beslissen": "De inwoner is gehoord, of dat was niet nodig. U kunt beslissen.",
    "bezwaar.inzage_ja": "De inwoner kan de stukken een week lang lezen voor de hoorzitting.",
    "bezwaar.inzage_nee": (
        "De inwoner moet de stukken een week lang kunnen lezen. De hoorzitting kan vanaf {eerste:datum}."
    ),
}
