"""A draft: what somebody typed in a step and did not hand in yet. It is nobody's act, so it is not in the journal."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date

from django.db.models.functions import Now

from voordeur.inwoner.actions import sluit_op
from voordeur.kern.actor import Actor, als
from voordeur.kern.fouten import eis
from voordeur.kern.mandaten import eis_mandaat

from ..fouten import ConceptTeGroot
from ..models import Concept, Dossier
from .stappen import WERKERS

# by the name of the form: the action that it leads to, whose mandate the draft asks for
FORMULIEREN = {
    "onderzoek": "toegang.onderzoek.vastleggen",
    "zrm": "toegang.zrm.scoren",
    "verslag": "toegang.verslag.opstellen",
}
# bytes; far above what fits in the fields of one step
GROOTSTE = 250_000


def bewaar_concept(
    wie: Actor, dossier: Dossier, formulier: str, velden: Mapping[str, Sequence[str]], *, op: date
) -> Concept:
    """Keep what somebody has typed so far, locked with the key of the resident; the draft before it is replaced.

    `velden`: the raw answers by the name of their field. Raises GeenMandaat, ConceptTeGroot, AlVernietigd.
    """
    tekst = json.dumps({naam: list(waarden) for naam, waarden in velden.items()}, ensure_ascii=False).encode()
    eis(len(tekst) <= GROOTSTE, ConceptTeGroot())
    with als(wie):
        assert wie.account is not None
        eis_mandaat(wie, FORMULIEREN[formulier], dossier.college_code, WERKERS, op)
        inhoud = sluit_op(dossier.inwoner, tekst)
        concept, _ = Concept.objects.update_or_create(
            dossier=dossier,
            account=wie.account,
            formulier=formulier,
            defaults={"inhoud": inhoud, "om": Now()},
            create_defaults={
                "regio_id": dossier.regio_id,
                "college_code": dossier.college_code,
                "inhoud": inhoud,
            },
        )
        concept.refresh_from_db(fields=["om"])
    return concept


def gooi_concept_weg(wie: Actor, dossier: Dossier, formulier: str) -> None:
    """Drop somebody's own draft, because it was handed in or is not wanted any more."""
    with als(wie):
        Concept.objects.filter(dossier=dossier, account=wie.account or 0, formulier=formulier).delete()
