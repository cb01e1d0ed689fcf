"""What the way in keeps in the open of a resident, and wipes when their facts are destroyed."""

from __future__ import annotations

from urllib.parse import quote, quote_plus

from django.db.models.functions import Now, TruncDate

from voordeur.berichten.actions import wis_berichten
from voordeur.inwoner.models import Inwoner
from voordeur.inwoner.queries import opgeschreven
from voordeur.inwoner.vergeten import bij_vernietigen

from .models import Concept, Document, Dossier, Klacht, Zoekfilter

VERNIETIGD = "vernietigd"
KORTSTE_NAAM = 2


@bij_vernietigen
def wis_dossiers(inwoner: Inwoner) -> None:
    """Drafts, titles of papers, letters that wait, and filters of colleagues that look for this name."""
    dossiers = list(Dossier.objects.filter(inwoner=inwoner))
    # one that still ran in a copy that was put back: nobody can go on with it
    Dossier.objects.filter(inwoner=inwoner).exclude(stap=Dossier.Stap.AFGESLOTEN).update(
        stap=Dossier.Stap.AFGESLOTEN, afgesloten_op=TruncDate(Now())
    )
    Concept.objects.filter(dossier__in=dossiers).delete()
    Document.objects.filter(dossier__in=dossiers).update(titel=VERNIETIGD)
    # to whom a complaint went was typed in, and the database wants to know that there was somebody
    Klacht.objects.filter(dossier__in=dossiers).exclude(doorgestuurd_aan="").update(doorgestuurd_aan=VERNIETIGD)
    wis_berichten([aan(dossier) for dossier in dossiers for aan in (aan_inwoner, aan_ander)])
    if inwoner.sleutel is not None:
        _wis_filters(inwoner)


def aan_inwoner(dossier: Dossier) -> str:
    """How the outbox calls the resident of a dossier."""
    return f"inwoner van dossier {dossier.nummer}"


def aan_ander(dossier: Dossier) -> str:
    """How the outbox calls whoever else gets something of a dossier: by this the rows are shielded and destroyed."""
    return f"dossier {dossier.nummer}"


def _wis_filters(inwoner: Inwoner) -> None:
    identiteit = opgeschreven(inwoner, van="").get("identiteit", {})
    namen = [str(identiteit.get(deel) or "") for deel in ("naam", "voornaam")]
    naalden = {
        vorm(naam).casefold() for naam in namen if len(naam) >= KORTSTE_NAAM for vorm in (str, quote, quote_plus)
    }
    for filter_ in Zoekfilter.objects.filter(regio_id=inwoner.regio_id).order_by("id"):
        tekst = f"{filter_.naam}\n{filter_.vraag}".casefold()
        if any(naald in tekst for naald in naalden):
            filter_.delete()
