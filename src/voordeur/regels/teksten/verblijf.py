"""Texts on places and stays."""

TEKSTEN = {
    "plaatsing.zin_ja": "Het besluit geeft zorg in natura.",
    "plaatsing.zin_nee": "Het besluit geeft een pgb. De inwoner zoekt dan zelf een plek.",
    "plaatsing.besluit_ja": "Het besluit geldt van {van:datum} tot en met {tot:datum}.",
    "plaatsing.besluit_open": "Het besluit geldt vanaf {van:datum}, zonder einddatum.",
    "plaatsing.besluit_nee": "Het besluit geldt niet op {vanaf:datum}. Het geldt {dagen}.",
    "plaatsing.besluit_geen": "Er is geen besluit dat beschermd wonen toekent.",
    "plaatsing.soort_ja": "De plek is van de soort uit het besluit: {besluit}.",
    "plaatsing.soort_nee": "De plek is van een andere soort: {plek}. Het besluit noemt: {besluit}.",
    "plaatsing.open_ja": "De plek is er vanaf {van:datum}.",
    "plaatsing.open_nee": "De plek is er niet de hele tijd. De plek is er {dagen}.",
    "plaatsing.contract_ja": "De aanbieder heeft een contract op {vanaf:datum}.",
    "plaatsing.contract_nee": "De aanbieder heeft geen contract op {vanaf:datum}.",
    "plaatsing.vrij_ja": "De plek is de hele tijd vrij.",
    "plaatsing.vrij_nee": "De plek is bezet {dagen}.",
    "plaatsing.persoon_ja": "De inwoner heeft in deze tijd geen andere plek.",
    "plaatsing.persoon_nee": "De inwoner heeft al een plek {dagen}.",
    "plaatsing.past": "De plek past vanaf {vanaf:datum}.",
    "plaatsing.past_niet": "De plek past niet. Aantal redenen: {aantal}.",
}
