"""Texts on corrections: what was corrected, why, and what then changed."""

TEKSTEN = {
    "correctie.meldingsdag": "De dag van de melding is verbeterd.",
    "correctie.aanvraagdag": "De dag van de aanvraag is verbeterd.",
    "correctie.onderzocht": "De dag waarop het onderzoek klaar was, is verbeterd.",
    "correctie.geboortedatum": "De geboortedatum is verbeterd.",
    "correctie.naam": "De naam is verbeterd.",
    "correctie.adres": "Het adres is verbeterd.",
    "correctie.bsn": "Het burgerservicenummer is verbeterd.",
    "correctie.gemeente": "De gemeente is verbeterd.",
    "correctie.melder": "Wie meldde, is verbeterd.",
    "correctie.reden_typefout": "Het was verkeerd getypt.",
    "correctie.reden_stuk": "Een stuk laat iets anders zien.",
    "correctie.reden_inwoner": "De inwoner zegt dat het anders is.",
    "correctie.reden_later": "Het werd later bekend.",
    "correctie.klok": "{naam} eindigt op {nieuw:datum} in plaats van op {oud:datum}.",
    "correctie.herziening": "Het besluit {besluit} rust op het oude gegeven. Er is een herziening nodig.",
    "correctie.persoon": "Het dossier hangt nu aan een andere inwoner.",
}
