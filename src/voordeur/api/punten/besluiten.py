"""Decisions and objections: reading them, and every step of the screens up to a signature. Signing is for people."""

from datetime import date
from typing import Any, Literal

from ninja import Router

from voordeur.kern.perioden import gesloten
from voordeur.regels.pgb import VOORWAARDEN
from voordeur.toegang.forms_besluit import Ondertekenen, Voorstel
from voordeur.toegang.forms_bezwaar import Horen, NieuwBezwaar, TeLaat, Uitnodigen
from voordeur.toegang.forms_vervolg import Pgbvraag, Resultaten, Vervolg
from voordeur.toegang.models import Besluit, Bezwaar

from ..deur import Vraag
from ..invoer import Tekst, Uitvoer
from ..lijsten import filter_op, lijst, uit
from ..stappen import nieuw
from ..vormen import vorm_uit, vraag_naar
from .dossierding import DOSSIER, Stapregel, bak_van, in_dossier, pad_van, rijen_van, scherm, stappen_in
from .onderzoeken import PER_DEEL, PER_NUMMER, Nummer

router = Router(tags=["Besluiten"])
STANDEN: dict[str | None, dict[str, Any]] = {
    None: {},
    "voorbereid": {"genomen_op": None, "ingetrokken_op": None},
    "genomen": {"genomen_op__isnull": False, "ingetrokken_op": None},
    "ingetrokken": {"ingetrokken_op__isnull": False},
}
GEMEENTE = filter_op(str, "De CBS-code.", pattern=r"^[0-9]{4}$")


class Besluitregel(Uitvoer):
    """A decision in a list: codes and days."""

    nummer: str
    dossier: str
    gemeente: str
    strekking: str
    soort: str
    vorm: str
    arrangement: str
    leveringsvorm: str
    van: date | None
    tot: date | None
    voorbereid_op: date
    genomen_op: date | None
    ingetrokken_op: date | None


class Bezwaarregel(Uitvoer):
    """An objection: codes and days. `versie`: what to send in If-Match with its next step."""

    id: int
    dossier: str
    gemeente: str
    besluit: str
    ontvangen_op: date
    op_tijd: bool
    verschoonbaar: bool | None
    hoorzitting_op: date | None
    gehoord_op: date | None
    afgezien_van_horen: bool
    beslist_op: date | None
    uitkomst: str
    nieuw_besluit: str | None
    versie: str


BEZWAAR = in_dossier(
    Bezwaar, "bezwaar", "bezwaren", "verschoonbaar", "hoorzitting_op", "gehoord_op", "afgezien_van_horen", "beslist_op",
    "uitkomst",
)  # fmt: skip


def besluiten(request: Vraag, stand: str | None, gemeente: str | None) -> Any:
    """The decisions that the account may see, the last one made first."""
    gezocht = Besluit.objects.select_related("dossier").filter(regio_id=request.actor.regio, **STANDEN[stand])
    return gezocht.filter(college_code=gemeente) if gemeente else gezocht


def besluitregel(deze: Besluit) -> Besluitregel:
    """A decision as it goes out."""
    dagen = gesloten(deze.periode) if deze.periode else None
    return uit(
        Besluitregel, deze, dossier=deze.dossier.nummer, gemeente=deze.college_code, van=dagen.van if dagen else None,
        tot=dagen.tot if dagen else None,
    )  # fmt: skip


def bezwaren(request: Vraag, stand: str | None, gemeente: str | None) -> Any:
    """The objections that the account may see, the last one made first."""
    gezocht = Bezwaar.objects.select_related("dossier", "besluit", "nieuw_besluit").filter(regio_id=request.actor.regio)
    if stand:
        gezocht = gezocht.filter(beslist_op__isnull=stand == "open")
    return gezocht.filter(college_code=gemeente) if gemeente else gezocht


def bezwaarregel(deze: Bezwaar) -> Bezwaarregel:
    """An objection as it goes out."""
    return uit(
        Bezwaarregel, deze, id=deze.pk, dossier=deze.dossier.nummer, gemeente=deze.college_code,
        besluit=deze.besluit.nummer, nieuw_besluit=deze.nieuw_besluit.nummer if deze.nieuw_besluit else None,
        versie=BEZWAAR.etag(deze),
    )  # fmt: skip


lijst(
    router, "/besluiten", id="besluiten", kop="De besluiten die u mag zien", scherm="toegang:te_ondertekenen",
    rij=Besluitregel, zoek=besluiten, maak=besluitregel,
    stand=filter_op(Literal["voorbereid", "genomen", "ingetrokken"], "Leeg: allemaal."), gemeente=GEMEENTE,
)  # fmt: skip
lijst(
    router, "/bezwaren", id="bezwaren", kop="De bezwaren die u mag zien", scherm="toegang:bezwaar", rij=Bezwaarregel,
    zoek=bezwaren, maak=bezwaarregel, stand=filter_op(Literal["open", "beslist"], "Leeg: allemaal."),
    gemeente=GEMEENTE,
)  # fmt: skip
lijst(
    router, "/dossiers/{nummer}/bezwaren", id="bezwarenVanDossier", kop="De bezwaren in een dossier",
    scherm="toegang:bezwaar", rij=Bezwaarregel, maak=bezwaarregel,
    zoek=lambda request, nummer: rijen_van(Bezwaar)(request, nummer).select_related("besluit", "nieuw_besluit"),
)  # fmt: skip

PGBVRAAG = vorm_uit(
    "Pgbvraag", Pgbvraag,
    **{naam: vraag_naar(bool | None, None, tekst) for naam, tekst in VOORWAARDEN.items()},
    **{f"uitleg_{naam}": vraag_naar(Tekst, "") for naam in VOORWAARDEN},
)  # fmt: skip
STAPPEN: tuple[Stapregel, ...] = (
    ("resultaten", "legResultatenVast", "Schrijf de resultaten op", "resultaten", vorm_uit(
        "Resultatenvraag", Resultaten, uitklap={"resultaten": PER_DEEL},
        resultaten=vraag_naar(dict[Nummer, Tekst], {}, f"Per leefgebied. {PER_NUMMER}", verplicht=True),
    )),
    ("pgb-beoordelingen", "beoordeelPgb", "Beoordeel de vraag om een pgb", "pgb", PGBVRAAG),
    ("besluitvoorstellen", "bereidBesluitVoor", "Bereid het besluit voor", "besluit",
     vorm_uit("Besluitvoorstel", Voorstel)),
    ("vervolgvoorstellen", "bereidVervolgVoor", "Bereid voor hoe het verdergaat", "vervolg",
     vorm_uit("Vervolgvoorstel", Vervolg)),
    ("ondertekeningen", "onderteken", "Stuur een voorstel terug; tekenen doet een mens", "ondertekenen",
     vorm_uit("Ondertekenvraag", Ondertekenen)),
)  # fmt: skip
stappen_in(router, "/dossiers/{nummer}", STAPPEN, DOSSIER, "toegang:")

nieuw(
    router, "/dossiers/{nummer}/bezwaren", id="maakBezwaar", kop="Leg een bezwaar vast",
    scherm=scherm("toegang:bezwaar"), vorm=vorm_uit("Bezwaarvraag", NieuwBezwaar),
    bak=bak_van(Bezwaar, lambda deze: f"{pad_van(deze.dossier.nummer)}/bezwaren"),
)  # fmt: skip
BIJ_BEZWAAR: tuple[Stapregel, ...] = (
    ("te-laat-oordelen", "beoordeelTeLaat", "Beoordeel een laat bezwaar", "te_laat", vorm_uit("TeLaatVraag", TeLaat)),
    ("uitnodigingen", "nodigUit", "Nodig de inwoner uit voor een gesprek", "uitnodigen",
     vorm_uit("Uitnodiging", Uitnodigen)),
    ("hoorverslagen", "legHorenVast", "Schrijf het gesprek over het bezwaar op", "horen",
     vorm_uit("Hoorverslag", Horen)),
)  # fmt: skip
stappen_in(router, "/dossiers/{nummer}/bezwaren/{bezwaar}", BIJ_BEZWAAR, BEZWAAR, "toegang:bezwaar_", "bezwaar")
