"""What stands on the page of a dossier about safety and the rights of the resident: warnings, requests, a shielding."""

from __future__ import annotations

from voordeur.inwoner.queries_afscherming import afscherming_van, markeringen_van
from voordeur.schermen.verzoek import Verzoek, mag_openen
from voordeur.toegang.aanhaken import Kaart, kaart
from voordeur.toegang.queries import Dossierbeeld

from .queries.bewaren import open_verzoeken


@kaart
def rechtenkaart(request: Verzoek, beeld: Dossierbeeld) -> Kaart | None:
    """The warnings first: who opens the dossier has to see them."""
    inwoner = beeld.dossier.inwoner
    afscherming = afscherming_van(inwoner)
    return Kaart("veilig", "Veiligheid en gegevens", "beheer/kaart.html", {
        "markeringen": list(markeringen_van(inwoner)),
        "verzoeken": list(open_verzoeken().filter(inwoner=inwoner)),
        "afgeschermd": afscherming is not None and afscherming.bevestigd_op is not None,
        "mag_veilig": mag_openen(request.actor, "beheer:veilig", request.vandaag),
        "mag_verzoek": mag_openen(request.actor, "beheer:verzoek", request.vandaag),
    }, "naast")  # fmt: skip
