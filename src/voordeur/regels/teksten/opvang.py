"""Texts on shelter."""

TEKSTEN = {
    "opvang.thuis_ja": "De persoon heeft geen thuis om naartoe te gaan.",
    "opvang.thuis_nee": "De persoon heeft een thuis om naartoe te gaan.",
    "opvang.thuis_onbekend": "Het is nog niet bekend of de persoon een thuis heeft.",
    "opvang.zelf_ja": "De persoon redt zich op eigen kracht.",
    "opvang.zelf_nee": "De persoon redt zich nu niet op eigen kracht.",
    "opvang.zelf_onbekend": "Het is nog niet bekend of de persoon zich zelf redt.",
    "opvang.binding_ja": "Er is een band met deze regio. Dat telt niet mee voor het recht op opvang.",
    "opvang.binding_nee": (
        "Er is geen band met deze regio. Dat is geen reden voor een nee: iedereen kan bij elke gemeente terecht."
    ),
    "opvang.binding_onbekend": (
        "De band met deze regio is nog niet onderzocht. Voor het recht op opvang is dat niet nodig."
    ),
    "opvang.ja": "De wet geeft deze persoon opvang.",
    "opvang.nee": "De wet geeft deze persoon geen opvang.",
    "opvang.onbekend": "Het is nog niet te zeggen of de wet opvang geeft.",
    "opvang.eerste_nacht": "Wie direct opvang nodig heeft, krijgt die meteen. Het onderzoek komt daarna.",
    "opvang.onderzoek_later": "Het onderzoek is binnen zes weken na de melding klaar.",
}
