"""What the money keeps in the open of a resident: why a declaratie was refused. Amounts and codes stay."""

from __future__ import annotations

from voordeur.inwoner.models import Inwoner
from voordeur.inwoner.vergeten import bij_vernietigen

from .models import Declaratie

VERNIETIGD = "vernietigd"


@bij_vernietigen
def wis_redenen(inwoner: Inwoner) -> None:
    """Somebody may have written about the resident why a declaratie was refused."""
    Declaratie.objects.filter(plaatsing__dossier__inwoner=inwoner).exclude(reden="").update(reden=VERNIETIGD)
