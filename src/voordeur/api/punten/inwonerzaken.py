"""What staff does with questions, complaints and appointments of residents, papers, and who takes part."""

from datetime import date
from typing import Any, Literal

from django.forms import Form
from ninja import Router

from voordeur.toegang.forms_betrokkenen import Betrokkeneformulier, Einde
from voordeur.toegang.forms_documenten import Documentformulier
from voordeur.toegang.forms_inwoner import Afspraakformulier, Antwoord, Doorsturen, Verdagen
from voordeur.toegang.models import Afspraak, Betrokkene, Document, Inwonervraag, Klacht

from ..deur import Vraag
from ..invoer import Uitvoer
from ..lijsten import filter_op, lijst, uit
from ..stappen import nieuw, stap
from ..vormen import Kort, Vorm, vorm_uit, vraag_naar
from .dossierding import bak_van, in_dossier, pad_van, rijen_van, scherm
from .dossiers import router as dossierrouter

router = Router(tags=["Inwoners"])
BETROKKENE = in_dossier(Betrokkene, "betrokkene", "betrokkenen", "soort", "van", "tot")
AFSPRAAK = in_dossier(
    Afspraak, "afspraak", "afspraken", "dag", "begint", "eindigt", "verzet", "anders_gevraagd_op", "vervallen_op"
)
KLACHT = in_dossier(
    Klacht,
    "klacht",
    "klachten",
    "uiterlijk",
    "met_persoon",
    "verdaagd_op",
    "doorgestuurd_aan",
    "uitkomst",
    "klaar_op",
    lijst=False,
)
VRAAG = in_dossier(Inwonervraag, "inwonervraag", "inwonervragen", "gesteld_op", "beantwoord_op", lijst=False)
OPEN = filter_op(Literal["open", "klaar"], "Leeg: allemaal.")


class VanInwoner(Uitvoer):
    """Something in a dossier. `versie`: what to send in If-Match with its next step."""

    id: int
    dossier: str
    gemeente: str
    versie: str


class Betrokkeneregel(VanInwoner):
    """Somebody beside the resident, without a name."""

    soort: str
    van: date
    tot: date | None


class Afspraakregel(VanInwoner):
    """An appointment, without where and with whom."""

    dag: date
    begint: str
    eindigt: str
    anders_gevraagd_op: date | None
    vervallen_op: date | None


class Klachtregel(VanInwoner):
    """A complaint, without what it says."""

    over: str
    ontvangen_op: date
    uiterlijk: date
    met_persoon: bool
    verdaagd_op: date | None
    uitkomst: str
    klaar_op: date | None


class Inwonervraagregel(VanInwoner):
    """A question of a resident, without what it says."""

    gesteld_op: date
    beantwoord_op: date | None


def _regel(rij: Any, ding: Any) -> Any:
    def maak(deze: Any) -> Any:
        tijden = {naam: f"{getattr(deze, naam):%H:%M}" for naam in ("begint", "eindigt") if hasattr(deze, naam)}
        return uit(
            rij, deze, id=deze.pk, dossier=deze.dossier.nummer, gemeente=deze.college_code, versie=ding.etag(deze),
            **tijden,
        )  # fmt: skip

    return maak


def klachten(request: Vraag, stand: str | None) -> Any:
    """The complaints that the account may see, the last one made first."""
    gezocht = Klacht.objects.select_related("dossier").filter(regio_id=request.actor.regio)
    return gezocht.filter(klaar_op__isnull=stand == "open") if stand else gezocht


def vragen(request: Vraag, stand: str | None) -> Any:
    """The questions that the account may see, the last one made first."""
    gezocht = Inwonervraag.objects.select_related("dossier").filter(regio_id=request.actor.regio)
    return gezocht.filter(beantwoord_op__isnull=stand == "open") if stand else gezocht


lijst(
    router, "/klachten", id="klachten", kop="De klachten die u mag zien", scherm="toegang:klachten", rij=Klachtregel,
    zoek=klachten, maak=_regel(Klachtregel, KLACHT), stand=OPEN,
)  # fmt: skip
lijst(
    router, "/inwonervragen", id="inwonervragen", kop="De vragen van inwoners die u mag zien",
    scherm="toegang:inwonervragen", rij=Inwonervraagregel, zoek=vragen, maak=_regel(Inwonervraagregel, VRAAG),
    stand=OPEN,
)  # fmt: skip
for soort, pad, id_, kop, naam, rij, ding in (
    (Afspraak, "afspraken", "afspraken", "De afspraken in een dossier", "afspraak_nieuw", Afspraakregel, AFSPRAAK),
    (Betrokkene, "betrokkenen", "betrokkenen", "Wie er meedoen in een dossier", "betrokkene_nieuw", Betrokkeneregel,
     BETROKKENE),
):  # fmt: skip
    lijst(
        router, f"/dossiers/{{nummer}}/{pad}", id=id_, kop=kop, scherm=f"toegang:{naam}", rij=rij,
        zoek=rijen_van(soort), maak=_regel(rij, ding),
    )  # fmt: skip

nieuw(
    dossierrouter, "/dossiers/{nummer}/documenten", id="maakDocument", kop="Voeg een document toe",
    scherm=scherm("toegang:document_nieuw"), vorm=vorm_uit("Documentvraag", Documentformulier),
    bak=bak_van(Document, lambda deze: f"{pad_van(deze.dossier.nummer)}/documenten/{deze.pk}"),
)  # fmt: skip
nieuw(
    router, "/dossiers/{nummer}/betrokkenen", id="maakBetrokkene", kop="Leg vast wie er meedoet",
    scherm=scherm("toegang:betrokkene_nieuw"),
    vorm=vorm_uit("Betrokkenevraag", Betrokkeneformulier, zonder=("soort",), soort=vraag_naar(
        Kort, "", "Wat doet deze persoon?", verplicht=True, enum=Betrokkene.Soort.values
    )),
    bak=bak_van(Betrokkene, lambda deze: f"{pad_van(deze.dossier.nummer)}/betrokkenen"),
)  # fmt: skip
nieuw(
    router, "/dossiers/{nummer}/afspraken", id="maakAfspraak", kop="Maak een afspraak",
    scherm=scherm("toegang:afspraak_nieuw"), vorm=vorm_uit("Afspraakvraag", Afspraakformulier),
    bak=bak_van(Afspraak, lambda deze: f"{pad_van(deze.dossier.nummer)}/afspraken"),
)  # fmt: skip

# what it is about, the end of its path, name, what it does, screen, shape
STAPPEN: tuple[tuple[Any, str, str, str, str, str, Vorm], ...] = (
    (BETROKKENE, "betrokkene", "beeindigingen", "beeindigBetrokkene", "Leg vast dat iemand niet meer meedoet",
     "betrokkene_einde", vorm_uit("BetrokkeneEinde", Einde)),
    (AFSPRAAK, "afspraak", "verzettingen", "verzetAfspraak", "Verzet een afspraak", "afspraak_verzetten",
     vorm_uit("Verzetvraag", Afspraakformulier)),
    (AFSPRAAK, "afspraak", "afzeggingen", "zegAfspraakAf", "Zeg een afspraak af", "afspraak_afzeggen",
     vorm_uit("Afzegvraag", Form)),
    (VRAAG, "inwonervraag", "antwoorden", "beantwoordVraag", "Beantwoord een vraag van een inwoner", "inwonervraag",
     vorm_uit("Antwoordvraag", Antwoord)),
    (KLACHT, "klacht", "doorzendingen", "stuurKlachtDoor", "Stuur een klacht door", "klacht_doorsturen",
     vorm_uit("Doorzending", Doorsturen)),
    (KLACHT, "klacht", "adviesvragen", "vraagKlachtenpersoon", "Vraag de klachtenpersoon", "klacht_persoon",
     vorm_uit("Adviesvraag", Form)),
    (KLACHT, "klacht", "verdagingen", "verdaagKlacht", "Neem meer tijd voor een klacht", "klacht_verdagen",
     vorm_uit("Verdaging", Verdagen)),
)  # fmt: skip
MEERVOUD = {"betrokkene": "betrokkenen", "afspraak": "afspraken", "inwonervraag": "inwonervragen", "klacht": "klachten"}
for ding, deel, einde, id_, kop, naam, vorm in STAPPEN:
    stap(
        router, f"/dossiers/{{nummer}}/{MEERVOUD[deel]}/{{{deel}}}/{einde}", id=id_, kop=kop,
        scherm=scherm(f"toegang:{naam}", deel), vorm=vorm, ding=ding,
    )  # fmt: skip
