"""Texts on another region: where support has the best chance, who is responsible, disputes, and corrections."""

TEKSTEN = {
    "landelijk.wens_ja": "De cliënt wil graag in deze regio wonen.",
    "landelijk.wens_nee": "De cliënt wil liever niet in deze regio wonen.",
    "landelijk.wens_onbekend": "De wens van de cliënt is nog niet bekend.",
    "landelijk.criterium_ja": "{naam}. Dit pleit voor een plek hier: {punten:lijst}",
    "landelijk.criterium_nee": "{naam}. Dit pleit niet voor een plek hier: {punten:lijst}",
    "landelijk.criterium_onbekend": "{naam}. Dit is nog niet bekend: {punten:lijst}",
    "landelijk.herkomst_niet_gevraagd": "De gemeente van herkomst is nog niet gevraagd.",
    "landelijk.herkomst_wacht": "De gemeente van herkomst is gevraagd. Er is nog geen antwoord.",
    "landelijk.herkomst_geen_antwoord": (
        "De gemeente van herkomst is gevraagd. Binnen de termijn kwam er geen antwoord. U mag nu beslissen."
    ),
    "landelijk.herkomst_akkoord": "De gemeente van herkomst is het eens met een plek hier.",
    "landelijk.herkomst_niet_akkoord": "De gemeente van herkomst is het niet eens met een plek hier.",
    "landelijk.besproken_ja": "De punten zijn besproken met de cliënt.",
    "landelijk.besproken_nee": "De punten zijn nog niet besproken met de cliënt.",
    "landelijk.besproken_onbekend": "Het is niet bekend of de punten zijn besproken met de cliënt.",
    "landelijk.pleit_ja": "Er zijn redenen voor een plek hier. Waar de kans het grootst is, beslist: {beslist}.",
    "landelijk.pleit_nee": "Geen enkel punt pleit voor een plek hier. Het besluit is aan: {beslist}.",
    "landelijk.pleit_onbekend": "Het is nog niet te zeggen of er redenen zijn voor een plek hier.",
    "landelijk.gemeld_hier": "De inwoner meldde zich in deze regio. Iedereen mag zich bij elke gemeente melden.",
    "landelijk.woont_hier": "De inwoner meldde zich in deze regio en wil naar een andere regio.",
    "landelijk.blijft_hier": "Deze regio is verantwoordelijk.",
    "landelijk.wacht_op_acceptatie": (
        "Deze regio is verantwoordelijk. De andere regio heeft de inwoner nog niet geaccepteerd."
    ),
    "landelijk.wacht_op_overdracht": (
        "De andere regio heeft de inwoner geaccepteerd. Deze regio blijft verantwoordelijk tot de hulp daar begint."
    ),
    "landelijk.hulp_gaat_door": "De inwoner krijgt intussen hier hulp en onderdak.",
    "landelijk.overgenomen": "De andere regio heeft de inwoner overgenomen en is nu verantwoordelijk.",
    "geschil.eigen_weg": "Deze regio heeft hiervoor eigen stappen.",
    "geschil.landelijke_weg": "Hiervoor gelden de landelijke stappen.",
    "geschil.trede": "Stap {nummer}: {wat} Dat doet: {wie}.",
    "geschil.trede_gevolgd": "Stap {nummer}: {wat} Dat doet: {wie}. De gemeenten volgen dit advies.",
}
