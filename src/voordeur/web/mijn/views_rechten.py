"""What a resident can see and ask about the own data: what is kept, who saw it, a copy, a correction, destruction."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from voordeur.beheer.actions.bewaren import Vraag, ontvang_verzoek
from voordeur.beheer.models import Inwonerverzoek
from voordeur.brieven.fouten import Brieffout
from voordeur.inwoner.models import Inwoner
from voordeur.inwoner.queries import gegevens_van
from voordeur.kern.actor import VAN_DE_INWONER, Rol
from voordeur.kern.fouten import StapNietAanDeBeurt
from voordeur.kern.sleutels import SleutelOntbreekt
from voordeur.schermen.bladeren import blad
from voordeur.schermen.verzoek import Verzoek, scherm

from .afschrift import maak_afschrift
from .forms_rechten import VELDEN, Periode, Verbeteren, Vernietigen
from .queries import adres_verborgen
from .queries_rechten import wie_zag
from .stap import loop, stap_van
from .woorden import dag

MAAND = timedelta(days=31)
VORMEN = {"json": "application/json", "pdf": "application/pdf", "zip": "application/zip"}
PER_BLAD = 50


def zelf(request: Verzoek) -> Inwoner:
    """The resident whose file this is. Raises Http404 for who has none, or when it was destroyed."""
    return get_object_or_404(Inwoner.objects.filter(sleutel__isnull=False), pk=request.actor.inwoner)


@scherm("mijn:gegevens", VAN_DE_INWONER)
def gegevens(request: Verzoek) -> HttpResponse:
    """What we know of the person, what was asked about it, and what can be asked."""
    inwoner = zelf(request)
    identiteit = gegevens_van(request.actor, inwoner, op=request.vandaag).get("identiteit", {})
    regels: tuple[tuple[str, str], ...] = (
        (_("Naam"), f"{identiteit.get('voornaam', '')} {identiteit.get('naam', '')}".strip()),
        (_("Geboren"), dag(date.fromisoformat(geboren)) if (geboren := identiteit.get("geboortedatum")) else ""),
        (_("Adres"), ", ".join(identiteit.get("adres") or ())),
        (_("Telefoon"), identiteit.get("telefoon") or ""),
    )
    if adres_verborgen(request.actor, request.vandaag):
        regels = regels[:2]
    gevraagd = Inwonerverzoek.objects.filter(inwoner=inwoner).order_by("-id")
    verzoeken = [(verzoek, VELDEN.get(verzoek.veld, "")) for verzoek in gevraagd]
    return render(request, "mijn/rechten_gegevens.html", {
        "regels": regels, "verzoeken": verzoeken, "mag_vragen": _is_inwoner(request),
    })  # fmt: skip


def _is_inwoner(request: Verzoek) -> bool:
    return any(deel.rol is Rol.INWONER for deel in request.actor.rollen_op(request.vandaag))


@scherm("mijn:gezien", VAN_DE_INWONER)
def gezien(request: Verzoek) -> HttpResponse:
    """Who has seen the file, by day; the last month unless another period is asked."""
    begin = {"van": request.vandaag - MAAND, "tot": request.vandaag}
    formulier = Periode(request.GET if "van" in request.GET else None, initial=begin)
    periode = formulier.cleaned_data if formulier.is_bound and formulier.is_valid() else begin
    gevonden = wie_zag(request.actor, zelf(request), periode["van"], periode["tot"], op=request.vandaag)
    if adres_verborgen(request.actor, request.vandaag):
        # where the ones work who live or work with the resident tells where that is
        gevonden = [replace(regel, waar="", wie=regel.wie.partition(",")[0]) for regel in gevonden]
    return render(request, "mijn/rechten_gezien.html", {
        "formulier": formulier, "blad": blad(request, gevonden, PER_BLAD), **periode,
    })  # fmt: skip


@scherm("mijn:afschrift", {Rol.INWONER})
def afschrift(request: Verzoek, vorm: str) -> HttpResponse:
    """A copy of everything as a file."""
    return geef_afschrift(request, zelf(request), vorm)


def geef_afschrift(request: Verzoek, inwoner: Inwoner, vorm: str) -> HttpResponse:
    """The copy of a resident as a file. Raises Http404 on a form that is not there, StapNietAanDeBeurt."""
    if vorm not in VORMEN:
        raise Http404
    try:
        inhoud = maak_afschrift(request.actor, inwoner, vorm, op=request.vandaag)
    except SleutelOntbreekt:
        raise StapNietAanDeBeurt("Uw gegevens zijn vernietigd. Niemand kan ze nog lezen.") from None
    except Brieffout:
        raise StapNietAanDeBeurt("Wij kunnen hier geen PDF van maken. Kies het bestand voor de computer.") from None
    antwoord = HttpResponse(inhoud, content_type=VORMEN[vorm])
    antwoord.headers["Content-Disposition"] = f'attachment; filename="mijn-gegevens.{vorm}"'
    antwoord.headers["X-Content-Type-Options"] = "nosniff"
    return antwoord


@scherm("mijn:verbeteren", {Rol.INWONER})
def verbeteren(request: Verzoek) -> HttpResponse:
    """Say what is not right; the answer comes within a month."""
    stap = stap_van(
        None, _("Mijn gegevens kloppen niet"), _("Verstuur uw verzoek"), _("U krijgt binnen een maand antwoord."),
        terug=reverse("mijn:gegevens"),
    )  # fmt: skip
    return loop(
        request, stap, Verbeteren(request.POST or None), lambda ingevuld: _vraag(request, "correctie", ingevuld)
    )


@scherm("mijn:vernietigen", {Rol.INWONER})
def vernietigen(request: Verzoek) -> HttpResponse:
    """Ask to destroy everything; it is done within three months, or refused with the reason."""
    stap = stap_van(
        None, _("Vernietig mijn gegevens"), _("Verstuur uw verzoek"),
        _("Dat kan pas als uw zaak klaar is. U krijgt binnen drie maanden antwoord."), terug=reverse("mijn:gegevens"),
    )  # fmt: skip
    formulier = Vernietigen(request.POST or None)
    return loop(request, stap, formulier, lambda ingevuld: _vraag(request, "vernietiging", ingevuld))


def _vraag(request: Verzoek, soort: str, ingevuld: dict[str, Any]) -> str:
    vraag = Vraag(soort=soort, tekst=ingevuld["tekst"], veld=ingevuld.get("veld", ""), ontvangen_op=request.vandaag)
    verzoek = ontvang_verzoek(request.actor, zelf(request), vraag, op=request.vandaag).object
    return _("Wij hebben uw verzoek. U krijgt uiterlijk op %(dag)s antwoord.") % {"dag": dag(verzoek.uiterlijk)}
