"""The route of the region on the dossier: its card, its tasks, and the page on which a step is noted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.urls import reverse

from voordeur.kern.fouten import StapNietAanDeBeurt, eis
from voordeur.kern.queries import gemeentenamen
from voordeur.regels.routes import Routestap
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.regels.weg import Wegstand, Wegstap
from voordeur.schermen.bouwstenen import Chip, Grond, Taak, wachtchip
from voordeur.schermen.gronden import gronden_van
from voordeur.schermen.verzoek import Verzoek, scherm

from .aanhaken import Kaart, kaart, taken
from .actions import ga_verder_zonder, noteer_stap
from .actions.uitvragen import HERKOMST, naam_van_wie
from .actions.wegen import LOPEND, soort_van_stap, vereisten_van
from .beeld import in_voorbereiding
from .forms_wegen import Stapnotitie, Zonder
from .fouten_wegen import OngeldigeNotitie
from .models import Dossier, Uitvraag
from .queries import Dossierbeeld
from .queries_wegen import Weg, weg_van
from .views import WERKERS
from .views_stappen import begin, loop, open_beeld, stap_van

CHIPS: dict[Wegstand, Chip] = {
    "klaar": Chip("goed", "Klaar", "check"),
    "wacht": Chip("info", "Wacht", "hourglass"),
    "te_doen": Chip("rust", "Te doen", "circle-dashed"),
    "later": Chip("rust", "Volgt later", "calendar-event"),
}
NU = frozenset(Dossier.Stap.values) - {Dossier.Stap.MELDING.value, Dossier.Stap.AFGESLOTEN.value}


@contextmanager
def bij_het_veld() -> Iterator[None]:
    """A refusal that is about one answer stands at its field."""
    try:
        yield
    except OngeldigeNotitie as fout:
        raise ValidationError({fout.veld: str(fout)}) from None


@dataclass(frozen=True)
class Stapregel:
    """A step on the card: what, by whom, how far, since when, and where that stands."""

    wat: str
    wie: str
    chip: Chip
    bij: str
    gronden: tuple[Grond, ...]
    adres: str


@kaart
def weg_in_deze_regio(request: Verzoek, beeld: Dossierbeeld) -> Kaart | None:
    """Every step of the route with how far it is."""
    weg = _weg(request, beeld)
    if weg is None or beeld.vernietigd:
        return None
    namen = gemeentenamen(beeld.dossier.regio_id)
    regels = tuple(_regel(deel, weg, beeld, request.vandaag, namen) for deel in weg.stappen)
    klaar = sum(deel.stand == "klaar" for deel in weg.stappen)
    return Kaart("weg", "De weg in deze regio", "toegang/wegen_kaart.html", {
        "naam": weg.route.naam, "regels": regels, "klaar": klaar, "aantal": len(regels),
    })  # fmt: skip


def _weg(request: Verzoek, beeld: Dossierbeeld) -> Weg | None:
    """The way of the dossier that this request shows, asked once for its card and its tasks."""
    if not hasattr(request, "weg"):
        request.weg = weg_van(beeld.dossier, beeld.regeling)  # type: ignore[attr-defined]
    gevonden: Weg | None = request.weg  # type: ignore[attr-defined]
    return gevonden


def _regel(deel: Wegstap, weg: Weg, beeld: Dossierbeeld, op: date, namen: Mapping[str, str]) -> Stapregel:
    stap, vraag = deel.stap, weg.vragen.get(deel.stap.id)
    chip = CHIPS[deel.stand]
    bij = f"{deel.gezet.uitkomst[:1].upper()}{deel.gezet.uitkomst[1:]}" if deel.gezet.uitkomst else ""
    if deel.stand == "wacht" and vraag is not None:
        chip, bij = wachtchip("antwoord"), wacht_al(vraag, namen, op)
    gedaan_op = f"Op {schrijf_datum(deel.gezet.op)}" if deel.gezet.op else ""
    return Stapregel(
        stap.wat, stap.wie, chip, ". ".join(tekst for tekst in (gedaan_op, bij) if tekst),
        _vindplaatsen(stap, beeld), "" if stap.door else adres_van(beeld.dossier, stap.id),
    )  # fmt: skip


def _vindplaatsen(stap: Routestap, beeld: Dossierbeeld) -> tuple[Grond, ...]:
    """Where it stands, without its gist: that is on the page of the step."""
    return tuple(replace(grond, kern="") for grond in gronden_van(stap.grond, beeld.regeling))


def adres_van(dossier: Dossier, stap: str) -> str:
    """The page of a step."""
    return reverse("toegang:wegstap", args=[dossier.nummer, stap])


def adres_van_herinnering(nummer: str, vraag: Uitvraag) -> str:
    """Where who waits for an answer in a dossier asks once more."""
    return reverse("toegang:herinneren", args=[nummer, vraag.pk])


def wacht_al(vraag: Uitvraag, namen: Mapping[str, str], op: date) -> str:
    """How long a question waits: 'Wacht al 14 dagen op gemeente Kleinbuurt'."""
    dagen = (op - vraag.gevraagd_op).days
    lang = "Wacht sinds vandaag" if dagen == 0 else f"Wacht al {dagen} {'dag' if dagen == 1 else 'dagen'}"
    return f"{lang} op {naam_van_wie(vraag, namen)}"


@taken
def wegtaken(request: Verzoek, beeld: Dossierbeeld) -> Iterator[Taak]:
    """The steps that are next: to be asked, to be noted, or waiting for an answer."""
    weg = _weg(request, beeld)
    if weg is None or beeld.dossier.stap not in NU or in_voorbereiding(beeld):
        return
    for deel in weg.stappen:
        stap = deel.stap
        # what is asked of another region has tasks of its own
        if stap.door or stap.vraag_aan == HERKOMST or deel.stand not in ("te_doen", "wacht"):
            continue
        naam = stap.id.replace("-", " ")
        if deel.stand == "wacht":
            yield Taak(f"Noteer het antwoord: {naam}", adres_van(beeld.dossier, stap.id), "bezig")
        elif stap.vraag_aan:
            adres = reverse("toegang:vragen", args=[beeld.dossier.nummer, stap.id])
            yield Taak(f"Vraag na: {naam}", adres, "te_doen")
        else:
            yield Taak(f"Noteer: {naam}", adres_van(beeld.dossier, stap.id), "te_doen")


def open_stap(request: Verzoek, nummer: str, stap: str) -> tuple[Dossierbeeld, Weg, Wegstap]:
    """The dossier with a step of its route that no other page does. Raises Http404, StapNietAanDeBeurt."""
    gelezen = open_beeld(request, nummer, LOPEND)
    weg = weg_van(gelezen.dossier, gelezen.regeling)
    deel = next((deel for deel in weg.stappen if deel.stap.id == stap and not deel.stap.door), None) if weg else None
    if weg is None or deel is None:
        raise Http404
    return gelezen, weg, deel


@scherm("toegang:wegstap", rollen=WERKERS)
def wegstap(request: Verzoek, nummer: str, stap: str) -> HttpResponse:
    """Note a step of the route: the day, what was discussed, what came of it."""
    gelezen, weg, deel = open_stap(request, nummer, stap)
    eerder = gelezen.geschreven.get(soort_van_stap(stap), {})
    vraag = weg.vragen.get(stap)
    gevraagd = gelezen.geschreven.get(f"vraag {stap}", {}).get("vraag", "") if vraag else ""
    eisen = {f"eis_{naam}": waarde for naam, waarde in eerder.get("eisen", {}).items()}
    formulier = Stapnotitie(
        request.POST or None,
        initial=begin(gelezen, op=request.vandaag, besproken=eerder.get("besproken", ""), **eisen),
        stap=deel.stap, vereisten=vereisten_van(gelezen.regeling, deel.stap.vereisten),
        vanaf=gelezen.dossier.gemeld_op, vandaag=request.vandaag,
    )  # fmt: skip
    pagina = stap_van(
        gelezen, f"Noteer: {stap.replace('-', ' ')}", "Bewaar deze stap", deel.stap.wat,
        sjabloon="toegang/wegen_stap.html", extra=_naast(gelezen, deel, vraag) | {"gevraagd": gevraagd},
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        with bij_het_veld():
            noteer_stap(
                request.actor, gelezen.dossier, stap, formulier.notitie(), versie=ingevuld["versie"], op=request.vandaag
            )  # fmt: skip
        if any(waarde is None for waarde in formulier.notitie().eisen.values()):
            return "De stap is bewaard en blijft open: nog niet alles is bekend."
        return "De stap is genoteerd."

    return loop(request, gelezen, pagina, formulier, doe)


def _naast(gelezen: Dossierbeeld, deel: Wegstap, vraag: Uitvraag | None) -> dict[str, Any]:
    """The other ways on from a step: asking somebody, or going on without it where that is allowed."""
    nummer, stap = gelezen.dossier.nummer, deel.stap
    vragen = bool(stap.vraag_aan) and deel.stand == "te_doen"
    zonder = deel.houdt_tegen and not deel.door_wet
    open_ = vraag is not None and vraag.beantwoord_op is None
    herinneren = adres_van_herinnering(nummer, vraag) if vraag is not None and open_ else ""
    return {
        "vragen": reverse("toegang:vragen", args=[nummer, stap.id]) if vragen else "",
        "zonder": reverse("toegang:wegstap_zonder", args=[nummer, stap.id]) if zonder else "",
        "gronden": gronden_van(stap.grond, gelezen.regeling),
        "herinneren": herinneren,
    }


@scherm("toegang:wegstap_zonder", rollen=WERKERS)
def zonder(request: Verzoek, nummer: str, stap: str) -> HttpResponse:
    """Go on to the decision without a step, with the reason."""
    gelezen, _, deel = open_stap(request, nummer, stap)
    eis(deel.houdt_tegen, StapNietAanDeBeurt("Voor deze stap hoeft u niets op te schrijven: het besluit kan zo."))
    pagina = stap_van(gelezen, f"Verder zonder: {stap.replace('-', ' ')}", "Ga verder zonder deze stap", deel.stap.wat)

    def doe(ingevuld: dict[str, Any]) -> str:
        with bij_het_veld():
            ga_verder_zonder(
                request.actor, gelezen.dossier, stap, ingevuld["reden"], versie=ingevuld["versie"], op=request.vandaag
            )  # fmt: skip
        return "U kunt zonder deze stap besluiten. De reden komt in het besluit."

    return loop(request, gelezen, pagina, Zonder(request.POST or None, initial=begin(gelezen)), doe)
