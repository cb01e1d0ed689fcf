"""Terms: letting one stand still, run again or end later, and a notice that a decision is late."""

from ninja import Router

from voordeur.toegang.forms_klokken import Betwisten, Hervatten, Ingebrekestelling, LatereDag, Opschorten, Uitstel

from ..stappen import stap
from ..vormen import Vorm, vorm_uit, vraag_naar
from .dossierding import DOSSIER, scherm

router = Router(tags=["Termijnen"])
STAPPEN: tuple[tuple[str, str, str, str, Vorm], ...] = (
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
for deel, id_, kop, naam, vorm in STAPPEN:
    stap(
        router, f"/dossiers/{{nummer}}/termijnen/{{soort}}/{deel}", id=id_, kop=kop,
        scherm=scherm(f"toegang:klok_{naam}"), vorm=vorm, ding=DOSSIER,
    )  # fmt: skip
