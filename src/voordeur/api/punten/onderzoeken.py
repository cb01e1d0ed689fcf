"""The investigation and its report, by the steps of the screens."""

import re
from typing import Annotated, Any

from ninja import Router
from pydantic import Field

from voordeur.toegang.forms import Criteria, Inschaling
from voordeur.toegang.forms_onderzoek import STANDEN, Onderzoek, Zelfredzaamheid
from voordeur.toegang.forms_verslag import (
    Getekendformulier,
    Planformulier,
    Reactieformulier,
    Uitleg,
    Verslagformulier,
)
from voordeur.toegang.forms_wegen import EIS, NieuweVraag, Stapnotitie, Zonder
from voordeur.toegang.onderwerpen import ONDERWERPEN
from voordeur.toegang.views_toewijzen import Behandelaar
from voordeur.toegang.voorlichting import UITLEG

from ..invoer import Dagtekst, Tekst
from ..vormen import Kort, Uitklap, vorm_uit, vraag_naar
from .dossierding import DOSSIER, Stapregel, stappen_in

router = Router(tags=["Onderzoek"])
Nummer = Annotated[str, Field(pattern="^[1-9][0-9]{0,2}$")]
Naam = Annotated[str, Field(pattern="^[a-z0-9-]{1,60}$")]
STAND = [waarde for waarde, _ in STANDEN]
PER_NUMMER = "Per nummer, vanaf '1', in de volgorde van de regeling."


# what stands by number is in the form 'd0', 'd1' and so on
PER_DEEL = Uitklap(
    lambda waarden: {f"d{int(nummer) - 1}": waarde for nummer, waarde in waarden.items()},
    lambda naam: str(int(naam[1:]) + 1) if re.fullmatch("d[0-9]+", naam) else None,
)
PER_VORM = Uitklap(
    lambda per_vorm: {f"{vorm}/{nummer}": ja for vorm, deel in per_vorm.items() for nummer, ja in deel.items()},
    lambda naam: naam if "/" in naam else None,
)
PER_EIS = Uitklap(
    lambda eisen: {f"{EIS}{id_}": ja for id_, ja in eisen.items()},
    lambda naam: naam.removeprefix(EIS) if naam.startswith(EIS) else None,
)


def _onderwerpen() -> dict[str, Any]:
    """For each subject of the investigation a text and how far it is."""
    velden: dict[str, Any] = {}
    for naam, (vraag, _) in ONDERWERPEN.items():
        velden[naam] = vraag_naar(Tekst, "", vraag)
        velden[f"stand_{naam}"] = vraag_naar(Kort, "", enum=[*STAND, ""])
    return velden


UITLEGVRAAG = vorm_uit(
    "Uitlegvraag", Uitleg, **{wat: vraag_naar(Dagtekst | None, None, naam) for wat, naam in UITLEG.items()}
)
ONDERZOEKVRAAG = vorm_uit(
    "Onderzoekvraag", Onderzoek, **_onderwerpen(),
    onderzocht=vraag_naar(bool | None, None, "Is hulp in de eigen gemeente bekeken?"),
    volstaat=vraag_naar(bool | None, None, "Is die hulp genoeg?"),
    overgangsrecht=vraag_naar(bool | None, None, "Loopt er nog een recht van eerder dat meetelt?"),
    afgerond=vraag_naar(bool | None, None, "Is het onderzoek klaar?", verplicht=True),
)  # fmt: skip
METINGVRAAG = vorm_uit(
    "Metingvraag", Zelfredzaamheid, uitklap={"scores": PER_DEEL}, meting=vraag_naar(Kort, ""),
    scores=vraag_naar(dict[Nummer, int], {}, PER_NUMMER, verplicht=True),
)  # fmt: skip
VOORWAARDENVRAAG = vorm_uit(
    "Voorwaardenvraag", Criteria, uitklap={"criteria": PER_VORM},
    criteria=vraag_naar(dict[Naam, dict[Nummer, bool | None]], {}, f"Per vorm. {PER_NUMMER}", verplicht=True),
)  # fmt: skip
NOTITIEVRAAG = vorm_uit(
    "Notitievraag", Stapnotitie, uitklap={"eisen": PER_EIS},
    uitkomst=vraag_naar(Kort, "", "Wat kwam eruit? Waar de stap antwoorden noemt."),
    naam=vraag_naar(Kort, "", "De contactpersoon, waar de stap die vraagt."),
    telefoon=vraag_naar(Kort, ""), email=vraag_naar(Kort, ""),
    eisen=vraag_naar(dict[Naam, bool | None], {}, "Waar de stap eisen noemt: elke eis, null is onbekend."),
)  # fmt: skip
BEHANDELAARVRAAG = vorm_uit(
    "Behandelaarvraag", Behandelaar,
    behandelaar=vraag_naar(Kort, "", "Het nummer van het account van een collega.", verplicht=True),
)  # fmt: skip

STAPPEN: tuple[Stapregel, ...] = (
    ("behandelaars", "wijsToe", "Kies wie het dossier behandelt", "toewijzen", BEHANDELAARVRAAG),
    ("uitlegmomenten", "noteerUitleg", "Noteer wat de inwoner weet", "uitleg", UITLEGVRAAG),
    ("persoonlijke-plannen", "ontvangPersoonlijkPlan", "Bewaar het plan van de inwoner", "plan",
     vorm_uit("PersoonlijkPlanVraag", Planformulier)),
    ("onderzoeken", "legOnderzoekVast", "Leg het onderzoek vast", "onderzoek", ONDERZOEKVRAAG),
    ("metingen", "meetZelfredzaamheid", "Vul de zelfredzaamheidsmatrix in", "zrm", METINGVRAAG),
    ("voorwaarden", "beoordeelVoorwaarden", "Beoordeel de voorwaarden", "criteria", VOORWAARDENVRAAG),
    ("inschalingen", "schaalIn", "Bepaal het arrangement", "inschaling", vorm_uit("Inschaalvraag", Inschaling)),
    ("wegstappen/{stap}/notities", "noteerWegstap", "Noteer een stap van de weg in deze regio", "wegstap",
     NOTITIEVRAAG),
    ("wegstappen/{stap}/vragen", "vraagBijWegstap", "Vraag iets aan een ander bij een stap", "vragen",
     vorm_uit("Wegvraag", NieuweVraag)),
    ("wegstappen/{stap}/redenen", "gaVerderZonder", "Ga verder zonder een stap", "wegstap_zonder",
     vorm_uit("Redenvraag", Zonder)),
    ("verslagen", "maakVerslag", "Maak en verstuur het verslag", "verslag", vorm_uit("Verslagvraag", Verslagformulier)),
    ("verslagreacties", "noteerReactie", "Noteer de reactie op het verslag", "verslag_reactie",
     vorm_uit("Reactievraag", Reactieformulier)),
    ("getekende-verslagen", "ontvangGetekendVerslag", "Bewaar het getekende verslag", "verslag_getekend",
     vorm_uit("Getekendvraag", Getekendformulier)),
)  # fmt: skip
stappen_in(router, "/dossiers/{nummer}", STAPPEN, DOSSIER, "toegang:")
