"""Texts on prices, settlement, budgets and social return."""

TEKSTEN = {
    "verdeling.in_centen": "{totaal:euro} is over {aantal} verdeeld. Samen is dat precies het bedrag.",
    "tarief.tabel": "De prijs in de tabel voor {naam}, zwaarte {zwaarte}, is {basis:euro} per {eenheid}.",
    "tarief.indexering": "In {jaar} verandert de prijs met {index:pct}: van {was:euro} naar {wordt:euro}.",
    "tarief.geen_opslag": "Bij dit arrangement hoort geen opslag.",
    "tarief.opslag_tabel": "De {naam} staat in de tabel: {opslag:euro}.",
    "tarief.opslag_aandeel": "De {naam} is {aandeel:pct} van de nieuwe prijs: {opslag:euro}.",
    "tarief.totaal": "Samen is het {totaal:euro} per {eenheid}.",
    "verrekening.begin": "Over {jaar} is het resultaat {resultaat:euro}. De reserve begint met {reserve:euro}.",
    "verrekening.plafond": "De reserve mag niet groter zijn dan {plafond:euro}.",
    "verrekening.plafond_van_budget": "De grens van de reserve is {aandeel:pct} van het budget {budget:euro}.",
    "verrekening.naar_reserve": "In de reserve past nog {ruimte:euro}. Er gaat {naar_reserve:euro} in.",
    "verrekening.oud_overschot": "In de reserve staat {bedrag:euro} boven de grens. Dat geld gaat er ook uit.",
    "verrekening.uitkering": "De gemeenten krijgen samen {bedrag:euro} terug. De sleutel is: {sleutel}.",
    "verrekening.uit_reserve": "Het tekort is {tekort:euro}. Uit de reserve komt {uit_reserve:euro}.",
    "verrekening.reserve_niet_ingezet": "Het tekort is {tekort:euro}. De gemeenten gebruiken de reserve niet.",
    "verrekening.maatregelen": "Er ontbreekt nog {tekort:euro}. Maatregelen leveren daarvan {maatregelen:euro} op.",
    "verrekening.bijdrage": "De gemeenten betalen samen {bedrag:euro}. De sleutel is: {sleutel}.",
    "verrekening.niet_in_sleutel": "Deze gemeenten hebben geen gewicht in de sleutel: {gemeenten:lijst}.",
    "verrekening.reserve_eind": "De reserve eindigt op {reserve_eind:euro}. Zij is nooit minder dan nul.",
    "verrekening.begin_sleutel": "Over {jaar} is het geld van het Rijk {rijksbudget:euro}.",
    "verrekening.na_looptijd": "De geldafspraken liepen tot en met {tot}. Hier is aangenomen dat zij daarna doorlopen.",
    "verrekening.maximum": "Voor de uitvoering mag hoogstens {aandeel:pct} worden ingehouden: {maximum:euro}.",
    "verrekening.maximum_afwijkend": "De gemeenten besloten tot een ander deel: {aandeel:pct}. Dat is {maximum:euro}.",
    "verrekening.ingehouden": "Ingehouden is {ingehouden:euro}. Niet gedekt is {niet_ingehouden:euro}.",
    "verrekening.resultaat": "Aan voorzieningen ging {voorzieningen:euro} op. Het resultaat is {resultaat:euro}.",
    "verrekening.verdeeld": "De gemeenten krijgen samen {bedrag:euro}. De sleutel is: {sleutel}.",
    "verrekening.omgeslagen": "De gemeenten betalen samen {bedrag:euro}. De sleutel is: {sleutel}.",
    "verdeelmodel.model": "Het groeipad loopt van {van} tot en met {tot}, van een historisch naar een objectief deel.",
    "verdeelmodel.plan": "Dit was een plan. Het is nooit ingegaan.",
    "verdeelmodel.jaar": "In {jaar}: historisch {historisch:euro}, objectief {objectief:euro}, samen {totaal:euro}.",
    "sroi.onder_drempel": (
        "De waarde van het contract is {contractwaarde:euro}. Onder {drempel:euro} is er geen verplichting."
    ),
    "sroi.verplichting": "De verplichting is {aandeel:pct} van {jaarwaarde:euro}. Dat is {bedrag:euro}.",
    "sroi.inzet": "{groep} telt voor {waarde:euro}: {bruto:euro} min {looncompensatie:euro} looncompensatie.",
    "sroi.meenemen": "{meenemen:euro} is meer dan nodig. Dat telt mee in het volgende contractjaar, niet later.",
    "sroi.saldo": (
        "Gedaan is {gerealiseerd:euro}, waarvan {meegenomen:euro} uit het vorige jaar. "
        "De verplichting is {verplichting:euro}; er ontbreekt {tekort:euro}."
    ),
    "betaler.wie": "Voor {wat} betaalt op {op:datum}: {betaler}.",
    "betaler.plan": "Dit was zo bedoeld. Er is geen besluit dat het heeft laten ingaan.",
    "verrekening.kan": "Deze regeling zegt hoe een jaar wordt verrekend.",
    "verrekening.kan_niet": "De regeling {regeling} kent geen verrekenregel. Daarom rekent niemand een jaar af.",
    "verrekening.uit_grootboek": "Het budget is {rijksbudget:euro}. De lasten in het grootboek zijn {lasten:euro}.",
    "subsidie.termijn": "Van {verleend:euro} is dit termijn {termijn} van 12: {bedrag:euro}.",
    "subsidie.dagen": "In {jaar} zijn {dagen} dagen zorg geleverd.",
    "subsidie.bedrag": "{dagen} dagen maal {dagprijs:euro} is {bedrag:euro}.",
    "subsidie.boven_verlening": (
        "Dat is {meer:euro} meer dan de {verleend:euro} die is verleend. Wie vaststelt, beslist of dat kan."
    ),
    "subsidie.nabetaling": "Als voorschot is {voorschot:euro} goedgekeurd. De aanbieder krijgt nog {rest:euro}.",
    "subsidie.terugvordering": "Als voorschot is {voorschot:euro} goedgekeurd. De aanbieder betaalt {rest:euro} terug.",
    "subsidie.gelijk": "Als voorschot is {voorschot:euro} goedgekeurd. Er is niets meer te betalen.",
    "declaratie.blok": "Blok {nummer} loopt van {van:datum} tot en met {tot:datum}.",
    "declaratie.te_vroeg": "Het blok is nog niet voorbij. Declareren kan na {tot:datum}.",
    "declaratie.gewoond": "De bewoner woonde er {dagen} van de {van_dagen} dagen.",
    "declaratie.niet_gewoond": "De bewoner woonde er in dit blok niet.",
    "declaratie.besluit_geldt": "Voor alle {dagen} dagen is er een besluit.",
    "declaratie.zonder_besluit": "Voor {zonder} dagen is er geen besluit. Voor {dagen} dagen is dat er wel.",
    "declaratie.naar_dagen": (
        "De bron zegt niet wat een deel van een periode kost. "
        "Wij lezen dat als een prijs naar dagen: {dagen} van {per} dagen van {prijs:euro}."
    ),
    "declaratie.verwacht": "Voor {dagen} dagen verwachten wij {verwacht:euro}.",
    "declaratie.bedrag_klopt": "De aanbieder vraagt {bedrag:euro}. Dat klopt op de cent.",
    "declaratie.bedrag_anders": "De aanbieder vraagt {bedrag:euro}. Wij verwachten {verwacht:euro}.",
}
