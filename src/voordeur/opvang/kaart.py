"""What the college sees of a shelter on the page of a dossier: the nights, the family, the intake and the plan."""

from __future__ import annotations

from voordeur.schermen.verzoek import Verzoek
from voordeur.toegang.aanhaken import Kaart, kaart
from voordeur.toegang.queries import Dossierbeeld

from .beeld import intake_van, plan_van
from .queries import gezinsnamen
from .queries_cijfers import nachten_van


@kaart
def opvangkaart(_request: Verzoek, beeld: Dossierbeeld) -> Kaart | None:
    """Only for a dossier of shelter that somebody slept for or that a shelter took in."""
    dossier = beeld.dossier
    if dossier.voorziening != "MO":
        return None
    nachten, niet = nachten_van(dossier)
    intake = beeld.geschreven.get("opvang intake")
    gezin = gezinsnamen([dossier.gezin] if dossier.gezin else []).get(dossier.gezin, []) if dossier.gezin else []
    return Kaart("opvang", "Opvang", "opvang/kaart.html", {
        "nachten": nachten, "niet": niet, "gezin": [naam for pk, naam in gezin if pk != dossier.pk],
        "intake": tuple(intake_van(intake)) if intake else (),
        "plan": plan_van(beeld.geschreven),
    })  # fmt: skip
