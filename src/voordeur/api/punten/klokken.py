"""Terms: letting one stand still, run again or end later, and a notice that a decision is late."""

from ninja import Router

from voordeur.toegang.forms_klokken import Betwisten, Hervatten, Ingebrekestelling, LatereDag, Opschorten, Uitstel

from ..vormen import vorm_uit, vraag_naar
from .dossierding import DOSSIER, Stapregel, stappen_in

router = Router(tags=["Termijnen"])
STAPPEN: tuple[Stapregel, ...] = (
    ("opschortingen", "schortOp", "Laat een termijn stilstaan", "opschorten", vorm_uit("Opschorting", Opschorten)),
    ("hervattingen", "hervat", "Laat een termijn weer lopen", "hervatten", vorm_uit("Hervatting", Hervatten)),
    ("verlengingen", "stelUit", "Spreek uitstel af", "uitstellen", vorm_uit("Uitstelvraag", Uitstel)),
    ("aankondigingen", "kondigLaterAan", "Meld dat het besluit later komt", "aankondigen",
     vorm_uit("Aankondiging", LatereDag)),
    ("ingebrekestellingen", "noteerIngebrekestelling", "Leg een ingebrekestelling vast", "ingebrekestelling",
     vorm_uit("Ingebrekestellingvraag", Ingebrekestelling)),
    ("betwistingen", "betwistBegin", "Leg vast dat een termijn op een andere dag begon", "betwisten", vorm_uit(
        "Betwisting", Betwisten, zonder=("startstuk",),
        startstuk=vraag_naar(int | None, None, "Het nummer van het document dat dat laat zien."),
    )),
)  # fmt: skip
stappen_in(router, "/dossiers/{nummer}/termijnen/{soort}", STAPPEN, DOSSIER, "toegang:klok_")
