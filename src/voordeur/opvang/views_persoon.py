"""The pages about one person at a shelter: who it is, the intake, the plan, and the decision by mandate."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import BaseForm
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from voordeur.kern.fouten import GeenMandaat, Gewijzigd, StapNietAanDeBeurt, eis
from voordeur.kern.queries import centrum, namen_van_accounts
from voordeur.schermen.bouwstenen import Gebeurtenis
from voordeur.schermen.doorloop import Stap, doorloop
from voordeur.schermen.schil import Kruimel
from voordeur.schermen.verzoek import Verzoek, scherm
from voordeur.toegang.actions import Besluitvoorstel, neem_besluit, stuur_terug
from voordeur.toegang.actions.delen import namens
from voordeur.toegang.fouten import NogOnbekend, OnvolledigVoorstel, RedenOntbreekt
from voordeur.toegang.models import Document, Dossier
from voordeur.toegang.queries import document_inzien, gebeurd_sinds, regeling_van_dossier, vormen
from voordeur.toegang.queries_documenten import mag_in_venster

from . import beeld as maak
from .actions import bij, leg_intake_vast, leg_veilige_plek_vast, maak_plan, start_traject, stel_besluit_voor, vul_aan
from .forms_persoon import Besluitvorm, Intake, Leeg, Persoon, Plan, Tekenen, VeiligePlek
from .fouten import EerstUitzoeken, Onvolledig
from .queries import Persoonsbeeld, als_mensen, dossier_of_404, kijk_persoon, persoon_inzien
from .soorten import HERKOMST, OPLOSSINGEN, lijst_van, vraagt_vragenlijst
from .veiligheid import VEILIG
from .views import OPVANG, kruimels, naar

TOEKENNING, TEKENEN = "toekenning", "teken"
VERNIETIGD = "De gegevens van deze persoon zijn vernietigd."
ONBEKEND_IS_GEEN_NEE = "Wat u niet weet, laat u open. Dat is nooit een nee."


def open_persoon(request: Verzoek, nummer: str) -> Persoonsbeeld:
    """Somebody at the own shelter; opening the page is journaled. Raises Http404, StapNietAanDeBeurt."""
    dossier = dossier_of_404(nummer)
    lees = persoon_inzien if request.method == "GET" else kijk_persoon
    gelezen: Persoonsbeeld = lees(request.actor, dossier, op=request.vandaag)
    eis(not gelezen.vernietigd, StapNietAanDeBeurt(VERNIETIGD))
    return gelezen


@scherm("opvang:persoon", rollen=OPVANG)
def persoon(request: Verzoek, nummer: str) -> HttpResponse:
    """Everything that the shelter has of somebody."""
    gevonden: Persoonsbeeld = persoon_inzien(request.actor, dossier_of_404(nummer), op=request.vandaag)
    regeling = regeling_van_dossier(gevonden.dossier)
    genomen = [deel for deel in gevonden.beeld.besluiten if deel.genomen_op] if gevonden.beeld else []
    return render(request, "opvang/persoon.html", {
        "persoon": gevonden,
        "dossier": gevonden.dossier,
        "naam": maak.naam_van(gevonden),
        "mens": als_mensen([gevonden.dossier], int(request.actor.aanbieder or 0))[0],
        "taken": maak.taken(gevonden),
        "onveilig": maak.onveilig(gevonden),
        "veilige_plek": maak.veilige_plek(gevonden),
        "college": centrum(request.actor.regio).naam,
        "waarom": maak.uitkomst(gevonden, regeling),
        "gegevens": maak.gegevens(gevonden),
        "intake": maak.intake_regels(gevonden),
        "plan": maak.plan_van(gevonden.geschreven),
        "besluiten": [(deel, maak.besluit_regels(deel, gevonden, regeling)) for deel in genomen],
        "documenten": [deel for deel in gevonden.beeld.documenten if mag_in_venster(deel)] if gevonden.beeld else [],
        "kan_starten": gevonden.dossier.stap == Dossier.Stap.PLAATSING,
        "nachten": [deel for deel in gevonden.nachten if deel.vervallen_op is None],
        "doorgestreept": [deel for deel in gevonden.nachten if deel.vervallen_op is not None],
        "kruimels": kruimels(), "kruimel_hier": f"Dossier {nummer}",
    })  # fmt: skip


def _stap(gelezen: Persoonsbeeld, titel: str, knop: str, uitleg: str, **meer: Any) -> Stap:
    adres = reverse("opvang:persoon", args=[gelezen.dossier.nummer])
    terug = Kruimel(maak.naam_van(gelezen), adres)
    return Stap(titel, knop, adres, uitleg=uitleg, kruimels=kruimels(terug), **meer)


def _loop(
    request: Verzoek, gelezen: Persoonsbeeld, stap: Stap, formulier: BaseForm, doe: Callable[[dict[str, Any]], str]
) -> HttpResponse:
    def en_terug(ingevuld: dict[str, Any]) -> HttpResponse:
        with _bij_het_veld(formulier):
            zin = doe(ingevuld)
        messages.success(request, zin)
        return naar(stap.terug)

    return doorloop(request, stap, formulier, en_terug, gewijzigd=lambda fout: _collega(gelezen.dossier, fout))


def _collega(dossier: Dossier, fout: Gewijzigd) -> tuple[Gebeurtenis, ...]:
    """What a colleague did since the version that was seen."""
    regels = gebeurd_sinds(dossier, fout.gezien)
    namen = namen_van_accounts(regel.account for regel in regels)
    return tuple(
        Gebeurtenis(regel.op, "Dit dossier is veranderd", f"{namen.get(regel.account or 0, 'Een collega')} deed dit.")
        for regel in regels
    )


@contextmanager
def _bij_het_veld(formulier: BaseForm) -> Any:
    """A refusal that is about an answer stands at its field."""
    try:
        yield
    except (Onvolledig, OnvolledigVoorstel) as fout:
        raise ValidationError({fout.veld if fout.veld in formulier.fields else "__all__": str(fout)}) from None
    except (EerstUitzoeken, NogOnbekend) as fout:
        raise ValidationError({"strekking": str(fout)}) from None
    except RedenOntbreekt as fout:
        raise ValidationError({"afwijking": str(fout)}) from None


@scherm("opvang:gegevens", rollen=OPVANG)
def gegevens(request: Verzoek, nummer: str) -> HttpResponse:
    """What became known of somebody after the first night."""
    gelezen = open_persoon(request, nummer)
    plaats = gelezen.geschreven.get("opvang woonplaats", {}).get("woonplaats")
    begin = {**gelezen.identiteit, "woonplaats": plaats, "versie": gelezen.dossier.versie}
    formulier = Persoon(request.POST or None, initial=begin, vandaag=request.vandaag)
    stap = _stap(gelezen, "Vul de gegevens aan", "Bewaar de gegevens", ONBEKEND_IS_GEEN_NEE, controle=False)

    def doe(ingevuld: dict[str, Any]) -> str:
        geboren = ingevuld["geboortedatum"]
        nieuw = {naam: ingevuld[naam] for naam in ("aanhef", "voornaam", "naam", "telefoon")}
        nieuw["geboortedatum"] = geboren.isoformat() if geboren else None
        blijft = {naam: waarde for naam, waarde in gelezen.identiteit.items() if naam not in nieuw}
        identiteit = blijft | {naam: waarde for naam, waarde in nieuw.items() if waarde}
        plek = bij(request.actor, gelezen.dossier)
        vul_aan(
            request.actor, plek, identiteit, versie=ingevuld["versie"], op=request.vandaag,
            woonplaats=ingevuld["woonplaats"] or None,
        )  # fmt: skip
        return "De gegevens zijn bewaard."

    return _loop(request, gelezen, stap, formulier, doe)


@scherm("opvang:intake", rollen=OPVANG)
def intake(request: Verzoek, nummer: str) -> HttpResponse:
    """The fixed questionnaire, after the first night."""
    gelezen = open_persoon(request, nummer)
    regeling = regeling_van_dossier(gelezen.dossier)
    matrix = regeling.zelfredzaamheidsmatrix
    eerder = dict(gelezen.geschreven.get("opvang intake", {}))
    scores = {
        f"d{nr}": eerder.get("zrm", {}).get(domein) for nr, domein in enumerate(matrix.domeinen if matrix else ())
    }
    formulier = Intake(
        request.POST or None, initial={**eerder, **scores, "versie": gelezen.dossier.versie}, matrix=matrix,
        beslist_zelf=gelezen.beslist_zelf, herkomst=lijst_van(regeling, HERKOMST),
    )  # fmt: skip
    stap = _stap(
        gelezen, "Intake", "Bewaar de intake", ONBEKEND_IS_GEEN_NEE, controle=False, sjabloon="opvang/stap_intake.html",
        extra={
            "beslist_zelf": gelezen.beslist_zelf, "college": centrum(request.actor.regio).naam,
            "vragenlijst": vraagt_vragenlijst(regeling),
        },
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        afgerond = bool(ingevuld.get("afgerond"))
        plek = bij(request.actor, gelezen.dossier)
        leg_intake_vast(
            request.actor,
            plek,
            formulier.antwoorden(),
            versie=ingevuld["versie"],
            op=request.vandaag,
            afgerond=afgerond,
        )
        return "De intake is klaar. Bereid nu het besluit voor." if afgerond else "De intake is bewaard."

    return _loop(request, gelezen, stap, formulier, doe)


@scherm("opvang:veilig", rollen=OPVANG)
def veilig(request: Verzoek, nummer: str) -> HttpResponse:
    """What makes somebody safe who is not."""
    gelezen = open_persoon(request, nummer)
    eerder = gelezen.geschreven.get(VEILIG, {})
    formulier = VeiligePlek(request.POST or None, initial={**eerder, "versie": gelezen.dossier.versie})
    stap = _stap(
        gelezen, "Zorg voor een veilige plek", "Leg vast", "Is er nu gevaar? Bel 112. Veilig Thuis is 0800 2000.",
        controle=False,
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        leg_veilige_plek_vast(
            request.actor, bij(request.actor, gelezen.dossier), ingevuld["plan"], versie=ingevuld["versie"],
            op=request.vandaag, gesproken=ingevuld["gesproken"],
        )  # fmt: skip
        return "De veilige plek of het plan is bewaard."

    return _loop(request, gelezen, stap, formulier, doe)


@scherm("opvang:plan", rollen=OPVANG)
def plan(request: Verzoek, nummer: str) -> HttpResponse:
    """From a night to a trajectory: the goals of somebody."""
    gelezen = open_persoon(request, nummer)
    eerder = maak.plan_van(gelezen.geschreven)
    begin = {"doelen": "\n".join(eerder.doelen), "oplossingen": eerder.oplossingen, "versie": gelezen.dossier.versie}
    oplossingen = lijst_van(regeling_van_dossier(gelezen.dossier), OPLOSSINGEN)
    formulier = Plan(request.POST or None, initial=begin, oplossingen=oplossingen)
    stap = _stap(
        gelezen, "Stel een traject voor", "Bewaar het plan", "Schrijf de doelen op samen met de persoon.",
        controle=False,
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        plek = bij(request.actor, gelezen.dossier)
        maak_plan(
            request.actor, plek, formulier.regels(), versie=ingevuld["versie"], op=request.vandaag,
            oplossingen=ingevuld.get("oplossingen", ()),
        )  # fmt: skip
        return "Het plan is bewaard."

    return _loop(request, gelezen, stap, formulier, doe)


def _eis_mandaat(gelezen: Persoonsbeeld, request: Verzoek) -> None:
    eis(gelezen.beslist_zelf, GeenMandaat("toegang.besluit", gelezen.dossier.college_code, request.vandaag))


@scherm("opvang:besluit", rollen=OPVANG)
def besluit(request: Verzoek, nummer: str) -> HttpResponse:
    """Prepare the decision in the name of the college; a colleague signs it."""
    gelezen = open_persoon(request, nummer)
    _eis_mandaat(gelezen, request)
    regeling = regeling_van_dossier(gelezen.dossier)
    formulier = Besluitvorm(
        request.POST or None, initial={"van": request.vandaag, "versie": gelezen.dossier.versie},
        vormen=vormen(gelezen.dossier),
    )  # fmt: skip
    stap = _stap(
        gelezen, "Bereid het besluit voor", "Leg het besluit klaar",
        "Een collega leest het besluit en ondertekent het.",
        sjabloon="opvang/stap_besluit.html",
        extra={"waarom": maak.uitkomst(gelezen, regeling), "plan": maak.plan_van(gelezen.geschreven)},
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        velden = {naam: waarde for naam, waarde in ingevuld.items() if naam != "versie"}
        plek = bij(request.actor, gelezen.dossier)
        stel_besluit_voor(request.actor, plek, Besluitvoorstel(**velden), versie=ingevuld["versie"], op=request.vandaag)
        return "Het besluit ligt klaar. Vraag een collega om het te lezen en te ondertekenen."

    return _loop(request, gelezen, stap, formulier, doe)


@scherm("opvang:ondertekenen", rollen=OPVANG)
def ondertekenen(request: Verzoek, nummer: str) -> HttpResponse:
    """Read what a colleague prepared; sign it or send it back."""
    gelezen = open_persoon(request, nummer)
    _eis_mandaat(gelezen, request)
    voorstel = maak.voorstel_van(gelezen)
    if voorstel is None:
        raise StapNietAanDeBeurt("Er ligt geen besluit klaar om te ondertekenen.")
    voorbereider = namen_van_accounts([voorstel.voorbereid_door]).get(voorstel.voorbereid_door, "een collega")
    regeling = regeling_van_dossier(gelezen.dossier)
    stap = _stap(
        gelezen, "Lees en onderteken het besluit", "Verstuur uw keuze", "Geef de brief daarna aan de persoon.",
        sjabloon="opvang/stap_ondertekenen.html",
        extra={
            "regels": maak.besluit_regels(voorstel, gelezen, regeling), "voorbereider": voorbereider,
            "wijkt_af": voorstel.wijkt_af,
            "zelf": voorstel.voorbereid_door == request.actor.account, "intake": maak.intake_regels(gelezen),
            "waarom": maak.uitkomst(gelezen, regeling), "plan": maak.plan_van(gelezen.geschreven),
        },
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        nu = gelezen.dossier.versie
        eis(ingevuld["versie"] == nu, Gewijzigd(ingevuld["versie"], nu))
        if ingevuld["keuze"] != TEKENEN:
            stuur_terug(request.actor, voorstel, ingevuld["reden"], op=request.vandaag)
            return "Het besluit is teruggestuurd. De voorbereider past het aan."
        neem_besluit(request.actor, voorstel, op=request.vandaag)
        if voorstel.strekking == TOEKENNING:
            start_traject(request.actor, bij(request.actor, gelezen.dossier), op=request.vandaag)
            return "Het besluit is genomen. Het traject begint. Geef de brief aan de persoon."
        return "Het besluit is genomen. Geef de brief aan de persoon. Vertel wat er wel kan."

    formulier = Tekenen(request.POST or None, initial={"versie": gelezen.dossier.versie})
    return _loop(request, gelezen, stap, formulier, doe)


@scherm("opvang:starten", rollen=OPVANG)
def starten(request: Verzoek, nummer: str) -> HttpResponse:
    """The college granted a trajectory: it begins here."""
    gelezen = open_persoon(request, nummer)
    stap = _stap(
        gelezen, "Start het traject", "Start het traject", "De gemeente kende het traject toe.", controle=False
    )

    def doe(_: dict[str, Any]) -> str:
        start_traject(request.actor, bij(request.actor, gelezen.dossier), op=request.vandaag)
        return "Het traject is begonnen."

    return _loop(request, gelezen, stap, Leeg(request.POST or None), doe)


@scherm("opvang:brief", rollen=OPVANG)
def brief(request: Verzoek, nummer: str, pk: int) -> HttpResponse:
    """A letter of the college that the shelter hands over; only for a shelter that decides in its name."""
    dossier = dossier_of_404(nummer)
    gelezen = kijk_persoon(request.actor, dossier, op=request.vandaag)
    _eis_mandaat(gelezen, request)
    eis(not gelezen.vernietigd, StapNietAanDeBeurt(VERNIETIGD))
    with namens(request.actor, dossier):
        gevonden = get_object_or_404(Document.objects.select_related("dossier__inwoner"), dossier=dossier, pk=pk)
    if not mag_in_venster(gevonden):
        raise Http404
    pdf = document_inzien(request.actor, gevonden, op=request.vandaag)
    naam = f"{gevonden.soort}-{nummer}.pdf"
    return HttpResponse(pdf, "application/pdf", headers={"Content-Disposition": f'inline; filename="{naam}"'})
