"""A copy of all that is kept of somebody (article 15 AVG, 5.3.2 Wmo): JSON, an accessible PDF, or with all papers."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from voordeur.brieven.blokken import Alinea, Deel, Tabel
from voordeur.brieven.pdf import maak_pdf
from voordeur.brieven.soorten import Verslag
from voordeur.brieven.waarden import Contact, Kenmerk, Ondertekening
from voordeur.inwoner.bestanden import SOORTEN
from voordeur.inwoner.models import Inwoner
from voordeur.inwoner.queries import lees_bestand
from voordeur.kern.actor import Actor
from voordeur.kern.inzage import inzage
from voordeur.kern.queries import colleges
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.toegang.brief import COLLEGE, afzender_van, ontvanger_van
from voordeur.toegang.models import Dossier

from .queries import leesbaar
from .queries_rechten import alles_van

NIETS = "niet ingevuld"
KOP = ("Gegeven", "Wat wij bewaren")
LANGSTE = 4000
LOGREGELS = 400


@inzage("inwoner.afschrift")
def maak_afschrift(wie: Actor, inwoner: Inwoner, vorm: str, *, op: date) -> bytes:
    """The copy as 'json', 'pdf' or 'zip'. Raises SleutelOntbreekt, Brieffout."""
    alles = alles_van(wie, inwoner, op)
    if vorm == "json":
        return _json(alles)
    if vorm == "pdf":
        return _pdf(inwoner, alles, op)
    return _zip(inwoner, alles, op)


def _json(alles: dict[str, Any]) -> bytes:
    return json.dumps(alles, ensure_ascii=False, indent=1, default=str).encode()


def _zip(inwoner: Inwoner, alles: dict[str, Any], op: date) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as pak:
        pak.writestr("gegevens.json", _json(alles))
        pak.writestr("gegevens.pdf", _pdf(inwoner, alles, op))
        for papier in leesbaar(inwoner.pk).order_by("id"):
            soort = SOORTEN.get(papier.mime)
            naam = f"documenten/{papier.op.isoformat()}-{papier.pk}.{soort.uitgang if soort else 'bin'}"
            pak.writestr(naam, lees_bestand(inwoner, papier.inhoud))
    return uit.getvalue()


def _pdf(inwoner: Inwoner, alles: dict[str, Any], op: date) -> bytes:
    dossier = Dossier.objects.filter(inwoner=inwoner).select_related("inwoner").latest("gemeld_op", "id")
    gemeente = colleges(dossier.regio_id)[dossier.college_code]
    naam = f"Het {COLLEGE} {gemeente.naam}"
    return maak_pdf(Verslag(
        afzender=replace(afzender_van(gemeente), naam=naam),
        ontvanger=ontvanger_van(dossier),
        kenmerk=Kenmerk(ons=dossier.nummer),
        datum=op,
        onderwerp="Alles wat wij van u bewaren",
        kernzin="Hier leest u alles wat wij van u bewaren, en wie uw dossier zag.",
        contact=Contact(naam=f"gemeente {gemeente.naam}", telefoon=gemeente.telefoon),
        ondertekening=Ondertekening(naam=naam, functie="automatisch gemaakt op uw verzoek"),
        delen=tuple(_delen(alles)),
    ))  # fmt: skip


def _delen(alles: dict[str, Any]) -> Iterator[Deel]:
    yield Deel("Wie u bent", (_tabel(alles["persoon"]),))
    for dossier in alles["dossiers"]:
        yield Deel(f"Uw dossier {dossier['nummer']}", (_tabel(dossier),))
    for onderwerp, inhoud in alles["overig"].items():
        yield Deel(f"Over {onderwerp}"[:100], (_tabel(inhoud),))
    gezien = [
        (schrijf_datum(date.fromisoformat(regel["dag"])), f"{regel['wie']} ({regel['waar'] or 'Voordeur'}): "
         f"{regel['wat']}, {regel['hoe']}{', noodtoegang' if regel['nood'] else ''}")
        for regel in alles["wie_zag_het"][:LOGREGELS]
    ]  # fmt: skip
    if gezien:
        yield Deel("Wie zag uw dossier", (Tabel(("Dag", "Wie en wat"), tuple(gezien)),))
    if len(alles["wie_zag_het"]) > LOGREGELS:
        yield Deel("Meer regels", (Alinea("Er zijn meer regels. U vindt ze op uw pagina bij Gegevens."),))


def _tabel(inhoud: dict[str, Any]) -> Tabel:
    return Tabel(KOP, tuple(_plat(inhoud, "")) or ((KOP[0], NIETS),))


def _plat(waarde: Any, pad: str) -> Iterator[tuple[str, str]]:
    """Nested values as rows of two columns, with where they stand in front."""
    if isinstance(waarde, dict):
        for naam, deel in waarde.items():
            yield from _plat(deel, f"{pad}: {naam}" if pad else str(naam).replace("_", " "))
    elif isinstance(waarde, list) and any(isinstance(deel, (dict, list)) for deel in waarde):
        for nummer, deel in enumerate(waarde, start=1):
            yield from _plat(deel, f"{pad} {nummer}")
    else:
        yield pad or KOP[0], _tekst(waarde)


def _tekst(waarde: Any) -> str:
    if waarde in (None, "", []):
        return NIETS
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    tekst = ", ".join(map(str, waarde)) if isinstance(waarde, list) else str(waarde)
    return tekst[:LANGSTE].strip() or NIETS
