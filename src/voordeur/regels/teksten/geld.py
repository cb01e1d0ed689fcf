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
}
