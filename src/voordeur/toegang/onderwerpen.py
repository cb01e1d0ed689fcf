"""What the investigation is about (article 2.3.2 lid 4 Wmo 2015), as questions in plain words."""

from __future__ import annotations

# by the key under which the text is kept: the question, and a line of help
ONDERWERPEN: dict[str, tuple[str, str]] = {
    "behoeften": ("Wat heeft de inwoner nodig en wat wil hij of zij zelf?", "Ook wat iemand goed kan."),
    "eigen_kracht": ("Wat kan de inwoner zelf, of met hulp van huisgenoten?", ""),
    "netwerk": ("Wat kunnen familie, vrienden en anderen doen?", ""),
    "mantelzorg": ("Welke hulp heeft de mantelzorger nodig?", "Schrijf 'geen mantelzorger' als die er niet is."),
    "voorzieningen": ("Welke andere voorzieningen zijn bekeken?", "Zoals dagopvang, vrijwilligers of de buurt."),
    "samenwerking": ("Welke zorg krijgt de inwoner al van anderen?", "Denk aan behandeling, werk, school en schulden."),
    "bijdrage": ("Wat weet de inwoner over de eigen bijdrage?", ""),
}

# the same subjects inside a sentence: what is still to be found out
KORT: dict[str, str] = {
    "behoeften": "wat de inwoner nodig heeft en wil",
    "eigen_kracht": "wat de inwoner zelf kan",
    "netwerk": "wat familie en vrienden kunnen doen",
    "mantelzorg": "welke hulp de mantelzorger nodig heeft",
    "voorzieningen": "welke andere voorzieningen er zijn",
    "samenwerking": "welke zorg er al is van anderen",
    "bijdrage": "of de inwoner weet van de eigen bijdrage",
}
