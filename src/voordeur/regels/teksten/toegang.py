"""Texts on access, clients, arrangements and routes."""

TEKSTEN = {
    "route.opvang_wet": (
        "De afspraken van de regio noemen geen weg naar de opvang. Dan geldt de wet: iedereen kan bij elke gemeente "
        "terecht. Wie direct opvang nodig heeft, krijgt die meteen."
    ),
    "toegang.leeftijd_ja": "Op {peildatum:datum} is de inwoner {vanaf} jaar of ouder.",
    "toegang.leeftijd_nee": "Op {peildatum:datum} is de inwoner nog geen {vanaf} jaar.",
    "toegang.leeftijd_onbekend": "De geboortedatum is niet bekend. De inwoner moet {vanaf} jaar of ouder zijn.",
    "toegang.woonplaats_ja": "De inwoner woont in een gemeente van deze regio ({woonplaats}).",
    "toegang.woonplaats_nee": (
        "De inwoner woont niet in een gemeente van deze regio ({woonplaats}). Voor iemand van elders is er de "
        "landelijke route. Elke gemeente neemt de melding aan en overlegt met de gemeente van herkomst."
    ),
    "toegang.woonplaats_onbekend": "De woonplaats is niet bekend.",
    "toegang.beste_plek_ja": "De inwoner komt van buiten de regio. Hier heeft de hulp de meeste kans van slagen.",
    "toegang.beste_plek_nee": (
        "De inwoner komt van buiten de regio. In de andere regio heeft de hulp de meeste kans van slagen."
    ),
    "toegang.beste_plek_onbekend": (
        "De inwoner komt van buiten de regio. Waar de hulp de meeste kans heeft, is nog niet gekozen."
    ),
    "toegang.lokale_voorziening_ja": "Een lokale voorziening is onderzocht. Zij is niet genoeg.",
    "toegang.lokale_voorziening_nee": "Een lokale voorziening is onderzocht. Zij is genoeg.",
    "toegang.lokale_voorziening_onbekend": "Het is nog niet bekend of een lokale voorziening genoeg is.",
    "toegang.overgangsrecht": "Er loopt nog een recht dat meetelt. Daarom is een lokale voorziening geen vraag.",
    "toegang.vorm_ja": "{vorm}: alle {aantal} criteria zijn vervuld.",
    "toegang.vorm_nee": "{vorm} past niet. Dit klopt niet: {criteria:lijst}",
    "toegang.vorm_onbekend": "{vorm}: dit is nog niet bekend: {criteria:lijst}",
    "toegang.ja": "De inwoner voldoet aan de voorwaarden.",
    "toegang.nee": "De inwoner voldoet niet aan de voorwaarden.",
    "toegang.onbekend": "Het is nog niet te zeggen. Zoek eerst uit: {ontbreekt:lijst}.",
    "nieuwe_client.venster": "Gekeken is naar de {dagen} dagen voor de melding: {van:datum} tot en met {tot:datum}.",
    "nieuwe_client.nieuw": "In die tijd was er geen aanvraag en geen gebruik. De cliënt is nieuw.",
    "nieuwe_client.bestaand": "In die tijd was er al een aanvraag of gebruik. De cliënt is niet nieuw.",
    "nieuwe_client.start_is_plan": "De startdatum {start:datum} is een plan. Er is geen besluit dat haar vastlegt.",
    "nieuwe_client.geen_startdatum": "Er is geen startdatum. De centrumgemeente blijft verantwoordelijk.",
    "nieuwe_client.gemeente": "De melding is op of na {start:datum}. De eigen gemeente is verantwoordelijk.",
    "nieuwe_client.centrumgemeente": (
        "De centrumgemeente is verantwoordelijk: de cliënt is niet nieuw, of de melding is voor {start:datum}."
    ),
    "inschaling.zwaarte": "Bij het werk '{werk}' hoort de zwaarte {zwaarte}.",
    "inschaling.past": "Dit past: {arrangement}, zwaarte {zwaarte}.",
    "inschaling.zonder_zwaarte": "Dit past: {arrangement}. Daarvoor geldt geen zwaarte; de prijs staat elders.",
    "inschaling.woning_nodig": (
        "{arrangement} past alleen met een zelfstandige woning. Zonder die woning past wel: {wel:lijst}."
    ),
    "inschaling.past_niet": (
        "Geen arrangement past bij deze woonsituatie en zwaarte {zwaarte}. Bij deze zwaarte past wel: {wel:lijst}."
    ),
    "route.gekozen": "Voor deze melder geldt de route '{naam}', met {aantal} stappen.",
    "route.stap": "{wat} Dat doet: {wie}.",
    "vereisten.ja": "{naam}: alles wat nodig is, is er.",
    "vereisten.nee": "{naam}: dit klopt niet: {niet:lijst}.",
    "vereisten.onbekend": "{naam}: van dit is nog niet bekend of het klopt: {ontbreekt:lijst}.",
}
