"""Texts on the investigation."""

TEKSTEN = {
    "onderzoek.besproken": "Besproken: {onderwerp}.",
    "onderzoek.nvt": "Niet van toepassing: {onderwerp}.",
    "onderzoek.onbekend": "Nog niet bekend: {onderwerp}.",
    "onderzoek.volledig": "Alle onderwerpen van het onderzoek zijn bekend.",
    "onderzoek.onvolledig": "Nog {aantal} onderwerpen zijn niet bekend.",
    "zelfredzaamheid.verandering": (
        "Aantal leefgebieden dat beter gaat: {beter}. Gelijk: {gelijk}. Minder goed: {minder}."
    ),
    "zelfredzaamheid.niet_te_vergelijken": "Aantal leefgebieden zonder twee scores: {aantal}.",
    "onderzoek.plan_laatste_dag": "De laatste van deze twee dagen geldt: {dag:datum}.",
}
