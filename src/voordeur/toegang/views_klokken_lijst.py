"""The page with every term that runs, late first, also as a calendar file; and the cards of clocks on a dossier."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from voordeur.inwoner.queries import namen_van
from voordeur.kern.queries import namen_van_accounts
from voordeur.regels.fouten import Onberekenbaar
from voordeur.regels.termijnsom import WEEKDAGEN, schrijf_som
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.bladeren import blad
from voordeur.schermen.bouwstenen import Chip, Taak, Waarom, termijnchip
from voordeur.schermen.gronden import in_woorden
from voordeur.schermen.verzoek import Verzoek, scherm

from .aanhaken import Kaart, kaart, taken
from .dwangsom import dwangsom_tot
from .ics import Dagafspraak, schrijf_agenda
from .klokbeeld import beslist_over_begin
from .models import Ingebrekestelling, Klok
from .queries import Dossierbeeld, waarom_klok
from .queries_klokken import ingebrekestellingen, soorten, termijnen
from .views import LEZERS, WERKERS

MIJN, TEAM = "mijn", "team"
PER_BLAD = 50
TE_VROEG = Chip("rust", "Te vroeg", "clock")
ICS_TYPE = "text/calendar; charset=utf-8"


@dataclass(frozen=True)
class Termijnregel:
    """A term as the list shows it."""

    dag: str
    termijn: str
    som: str
    naam: str
    nummer: str
    behandelaar: str
    chip: Chip
    gemeld: date | None


@dataclass
class Week:
    """The terms that end in one week, or that are late."""

    kop: str
    regels: list[Termijnregel] = field(default_factory=list)


def _kijkt_mee(request: Verzoek) -> bool:
    """Whether somebody has no dossiers of their own."""
    return not any(deel.rol in WERKERS for deel in request.actor.rollen_op(request.vandaag))


def _vraag(request: Verzoek) -> tuple[bool, str]:
    """Whether all terms are asked for, and of which kind. A team leader begins with those of the team."""
    begin = TEAM if beslist_over_begin(request.actor, request.vandaag) else MIJN
    wie = request.GET.get("wie") or begin
    return _kijkt_mee(request) or wie == TEAM, request.GET.get("soort", "")


@scherm("toegang:termijnen", rollen=LEZERS)
def lijst(request: Verzoek) -> HttpResponse:
    """Every term that runs, by the week in which it ends."""
    alle, soort = _vraag(request)
    bladzijde = blad(request, termijnen(request.actor, request.vandaag, alle=alle, soort=soort), PER_BLAD)
    vraag = urlencode({naam: waarde for naam, waarde in (("wie", TEAM if alle else MIJN), ("soort", soort)) if waarde})
    return render(request, "toegang/klokken_lijst.html", {
        "weken": _per_week(request, bladzijde.rijen),
        "blad": bladzijde,
        "alle": alle,
        "soort": soort,
        "soorten": soorten(request.actor),
        "kijkt_mee": _kijkt_mee(request),
        "hier": request.path,
        "agenda": f"{reverse('toegang:termijnen_ics')}?{vraag}",
        "kruimels": (),
    })  # fmt: skip


def _per_week(request: Verzoek, klokken: Sequence[Klok]) -> list[Week]:
    namen = namen_van([klok.dossier.inwoner for klok in klokken])
    behandelaars = namen_van_accounts(klok.dossier.behandelaar for klok in klokken)
    weken: dict[date | None, Week] = {}
    for klok in klokken:
        maandag = klok.uiterlijk - timedelta(days=klok.uiterlijk.weekday())
        week = None if klok.uiterlijk < request.vandaag else maandag
        kop = f"Week van {schrijf_datum(maandag)}" if week else "Te laat"
        regel = Termijnregel(
            dag=f"{WEEKDAGEN[klok.uiterlijk.weekday()]} {schrijf_datum(klok.uiterlijk)}",
            termijn=klok.naam,
            som=_som(klok),
            naam=namen[klok.dossier.inwoner_id],
            nummer=klok.dossier.nummer,
            behandelaar=behandelaars.get(klok.dossier.behandelaar or 0, "nog niemand"),
            chip=termijnchip((klok.uiterlijk - request.vandaag).days),
            gemeld=klok.geescaleerd_op,
        )
        weken.setdefault(week, Week(kop)).regels.append(regel)
    return list(weken.values())


def _som(klok: Klok) -> str:
    try:
        return schrijf_som(waarom_klok(klok))
    except Onberekenbaar:
        return ""


@scherm("toegang:termijnen_ics", rollen=LEZERS)
def agenda(request: Verzoek) -> HttpResponse:
    """The same terms as a calendar file: a calendar may be seen by others, so it names cases by number only."""
    alle, soort = _vraag(request)
    klokken = termijnen(request.actor, request.vandaag, alle=alle, soort=soort)
    afspraken = (
        Dagafspraak(f"klok-{klok.pk}@{klok.regio_id}.voordeur", klok.uiterlijk, f"{klok.dossier.nummer}: {klok.naam}")
        for klok in klokken
    )
    tekst = schrijf_agenda("Termijnen Voordeur", afspraken, request.vandaag)
    bestand = 'attachment; filename="termijnen.ics"'
    return HttpResponse(tekst, ICS_TYPE, headers={"Content-Disposition": bestand, "Cache-Control": "no-store"})


@taken
def beslissingen(request: Verzoek, beeld: Dossierbeeld) -> Iterator[Taak]:
    """A contested start waits for the team leader."""
    if beslist_over_begin(request.actor, request.vandaag):
        for klok in beeld.klokken:
            if klok.betwist_op and klok.klaar_op is None:
                adres = reverse("toegang:klok_begin_beslissen", args=[beeld.dossier.nummer, klok.soort])
                yield Taak("Beslis over de begindatum", adres, "te_doen")


@kaart
def dwangsomkaart(request: Verzoek, beeld: Dossierbeeld) -> Kaart | None:
    """The notices that came in and what they cost, day by day; nothing without one."""
    brieven = ingebrekestellingen(beeld.dossier.pk)
    if not brieven:
        return None
    delen = [_dwangsom(brief, beeld, request) for brief in brieven]
    return Kaart("dwangsom", "Ingebrekestelling en dwangsom", "toegang/klokken_dwangsom.html", {"brieven": delen})


def _dwangsom(brief: Ingebrekestelling, beeld: Dossierbeeld, request: Verzoek) -> dict[str, Any]:
    # the day on which a decision is made known is not owed: until today's is, yesterday is the last
    tot = (brief.vastgesteld_op or request.vandaag) - timedelta(days=1)
    uitkomst = dwangsom_tot(brief, tot)
    laatste = uitkomst.waarde.laatste_dag
    vol = laatste is not None and laatste < request.vandaag and brief.vastgesteld_op is None
    mag = any(deel.rol in WERKERS for deel in request.actor.rollen_op(request.vandaag))
    loopt = brief.klok.klaar_op is None
    return {
        "brief": brief,
        "dwangsom": uitkomst.waarde,
        "chip": TE_VROEG,
        "waarom": Waarom("Waarom dit bedrag?", in_woorden(uitkomst, beeld.regeling), waarover="de dwangsom"),
        "vaststellen": reverse("toegang:klok_dwangsom", args=[beeld.dossier.nummer, brief.klok.soort])
        if vol and mag and loopt
        else "",
    }
