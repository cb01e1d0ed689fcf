"""What sets a case apart, on the dossier: urgency, a title, the Wlz, new or existing, who pays, the residence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from voordeur.inwoner.queries import namen_van
from voordeur.kern.queries import gemeentenamen
from voordeur.regels.arrangementeisen import eisen_van
from voordeur.regels.fouten import OngeldigFeit, RegelOntbreekt
from voordeur.regels.spoed import SPOED, spoedeisen, vraagt_goedkeuring
from voordeur.regels.vereisten import toets_vereisten
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.bladeren import blad
from voordeur.schermen.bouwstenen import Gegeven, Taak, termijnchip
from voordeur.schermen.gronden import gronden_van, in_woorden
from voordeur.schermen.verzoek import Verzoek, scherm

from .aanhaken import Kaart, kaart, taken
from .actions import bepaal_client, keur_spoed_goed, leg_omstandigheid_vast, stel_woonplaats_vast
from .actions.bijzonder import VOOR_BESLUIT
from .actions.wegen import LOPEND
from .feiten_bijzonder import (
    BIJZONDER,
    WLZ,
    betaler_van,
    client_van,
    lijsten_van,
    op_tijd,
    soort_van_lijst,
)
from .forms_bijzonder import BUITEN, Client, Omstandigheid, Spoed, Woonplaats
from .fouten import KanNietBerekend
from .models import Besluit, Dossier
from .queries import Dossierbeeld, inschaling_met
from .queries_wegen import andere_dossiers
from .queries_wegen import komt_eraan as rijen_die_komen
from .views import LEZERS, WERKERS
from .views_stappen import begin, loop, open_beeld, stap_van
from .views_wegen import bij_het_veld

PER_BLAD = 100


@kaart
def bijzonderheden(request: Verzoek, beeld: Dossierbeeld) -> Kaart | None:
    """What was found of this case, by subject, and links to say more."""
    dossier, geschreven = beeld.dossier, beeld.geschreven
    if beeld.vernietigd:
        return None
    delen = list(_delen(beeld))
    tijd = op_tijd(dossier) if dossier.stap in VOOR_BESLUIT else None
    if tijd is not None:
        delen.insert(0, ("Hulp nodig vanaf", in_woorden(tijd, beeld.regeling)))
    anderen = andere_dossiers(dossier)
    betaler = betaler_van(beeld.regeling, dossier, geschreven, request.vandaag)
    if betaler is not None:
        delen.append(("Wie betaalt?", in_woorden(betaler, beeld.regeling)))
    client = client_van(beeld.regeling, geschreven)
    if client is not None:
        delen.append(("Nieuwe of bestaande cliënt", in_woorden(client, beeld.regeling)))
    organisatie = beeld.regeling.toegangsorganisatie
    links = tuple(_links(request, beeld))
    if not (delen or anderen or links or organisatie):
        return None
    return Kaart("bijzonder", "Wat deze zaak bijzonder maakt", "toegang/bijzonder_kaart.html", {
        "delen": delen, "links": links, "anderen": anderen, "organisatie": organisatie,
        "werkt_onder": [(deel, gronden_van(deel.grond, beeld.regeling)) for deel in organisatie.werkt_onder]
        if organisatie else (),
        "vandaag": request.vandaag, "spoed": dossier.spoed,
        "woonplaats_onbekend": _woonplaats_onbekend(beeld),
    }, "naast")  # fmt: skip


def _woonplaats_onbekend(beeld: Dossierbeeld) -> bool:
    return beeld.geschreven.get("woonplaats", {}).get("bekend") is False


def _delen(beeld: Dossierbeeld) -> Iterator[tuple[str, Any]]:
    """The outcome of each set of demands that was answered; of the one for the Wlz what is known of the decision."""
    gekozen = gekozen_arrangement(beeld)
    vraagt = eisen_van(beeld.regeling.inschaling, gekozen) if gekozen and beeld.regeling.inschaling else None
    if vraagt is not None:
        yield "Wat het arrangement vraagt", in_woorden(vraagt, beeld.regeling)
    for lijst, eisen in {SPOED: spoedeisen(beeld.regeling.vereisten), **lijsten_van(beeld.regeling)}.items():
        feiten = beeld.geschreven.get(soort_van_lijst(lijst))
        if feiten:
            antwoorden = feiten["antwoorden"] | ({"goedkeuring": beeld.dossier.spoed or None} if lijst == SPOED else {})
            bekend = {eis.id for eis in eisen.eisen}
            uitkomst = toets_vereisten(eisen, {naam: w for naam, w in antwoorden.items() if naam in bekend})
            yield BIJZONDER[lijst], in_woorden(uitkomst, beeld.regeling)


def gekozen_arrangement(beeld: Dossierbeeld) -> str:
    """The arrangement that was granted, else the one that the table points at; empty without one."""
    besloten = next((deel.arrangement for deel in beeld.besluiten if deel.arrangement), "")
    past = None if besloten else inschaling_met(beeld.regeling, beeld.geschreven)
    return besloten or (past.waarde.arrangement or "" if past else "")


def _links(request: Verzoek, beeld: Dossierbeeld) -> Iterator[tuple[str, str]]:
    """What else can be said of this case."""
    nummer, stap = beeld.dossier.nummer, beeld.dossier.stap
    mag = any(deel.rol in WERKERS for deel in request.actor.rollen_op(request.vandaag))
    if not mag or stap not in LOPEND:
        return
    yield from (
        (naam, reverse("toegang:omstandigheid", args=[nummer, lijst]))
        for lijst, naam in BIJZONDER.items()
        if (lijst == SPOED and stap in VOOR_BESLUIT) or lijst in lijsten_van(beeld.regeling)
    )
    if beeld.regeling.nieuwe_client is not None:
        yield "Nieuwe of bestaande cliënt?", reverse("toegang:client", args=[nummer])
    yield "Stel een vraag aan een ander", reverse("toegang:vraag_los", args=[nummer])


@taken
def bijzondere_taken(_: Verzoek, beeld: Dossierbeeld) -> Iterator[Taak]:
    """What a special case asks: consent to urgency, the residence, asking after the decision on the Wlz."""
    nummer, geschreven = beeld.dossier.nummer, beeld.geschreven
    if _woonplaats_onbekend(beeld):
        yield Taak("Zoek de woonplaats uit", reverse("toegang:woonplaats", args=[nummer]), "te_doen")
    gevraagd = soort_van_lijst(SPOED) in geschreven and beeld.dossier.stap in VOOR_BESLUIT
    if gevraagd and not beeld.dossier.spoed:
        yield Taak("Keur de spoed goed", reverse("toegang:spoed", args=[nummer]), "te_doen")
    wlz = geschreven.get(soort_van_lijst(WLZ), {}).get("antwoorden", {})
    if wlz.get("wlz_aangevraagd") and wlz.get("ciz_nog_bezig") is not False and beeld.dossier.stap in LOPEND:
        yield Taak("Vraag na of het CIZ heeft besloten", reverse("toegang:omstandigheid", args=[nummer, WLZ]), "bezig")


@scherm("toegang:omstandigheid", rollen=WERKERS)
def omstandigheid(request: Verzoek, nummer: str, lijst: str) -> HttpResponse:
    """A set of demands that only some cases have."""
    gelezen = open_beeld(request, nummer, LOPEND)
    regeling = gelezen.regeling
    eisen = spoedeisen(regeling.vereisten) if lijst == SPOED else lijsten_van(regeling).get(lijst)
    if eisen is None:
        raise Http404
    eerder = gelezen.geschreven.get(soort_van_lijst(lijst), {})
    weet = {"wmo_indicatie": True} if _heeft_recht(gelezen) else {}
    gegeven = {f"eis_{naam}": waarde for naam, waarde in {**weet, **eerder.get("antwoorden", {})}.items()}
    formulier = Omstandigheid(
        request.POST or None, initial=begin(gelezen, toelichting=eerder.get("toelichting", ""), **gegeven),
        vereisten=eisen,
    )  # fmt: skip
    apart = lijst == SPOED and vraagt_goedkeuring(eisen)
    pagina = stap_van(
        gelezen, BIJZONDER[lijst], "Leg dit vast",
        "Een ander keurt dit daarna goed." if apart else "Weet u iets nog niet? Kies dan: nog niet bekend.",
        extra={"gronden": gronden_van(eisen.grond, regeling)}, sjabloon="toegang/bijzonder_lijst.html",
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        with bij_het_veld():
            gedaan = leg_omstandigheid_vast(
                request.actor, gelezen.dossier, lijst, formulier.antwoorden(), ingevuld["toelichting"],
                versie=ingevuld["versie"], op=request.vandaag,
            )  # fmt: skip
        return f"Dit is vastgelegd. {in_woorden(gedaan.uitkomst, regeling)[0].tekst}"

    return loop(request, gelezen, pagina, formulier, doe)


def _heeft_recht(gelezen: Dossierbeeld) -> bool:
    toegekend = Besluit.Strekking.TOEKENNING
    return any(
        deel.strekking == toegekend and deel.genomen_op and not deel.ingetrokken_op for deel in gelezen.besluiten
    )


@scherm("toegang:spoed", rollen=WERKERS)
def spoed(request: Verzoek, nummer: str) -> HttpResponse:
    """Consent that help starts at once."""
    gelezen = open_beeld(request, nummer, VOOR_BESLUIT)
    gevraagd = gelezen.geschreven.get(soort_van_lijst(SPOED), {})
    formulier = Spoed(
        request.POST or None, initial=begin(gelezen, begint_op=request.vandaag), vanaf=gelezen.dossier.gemeld_op
    )
    eisen = spoedeisen(gelezen.regeling.vereisten)
    antwoorden = gevraagd.get("antwoorden", {})
    woorden = {True: "ja", False: "nee", None: "nog niet bekend"}
    regels = [Gegeven(e.wat.capitalize(), woorden[antwoorden.get(e.id)]) for e in eisen.eisen if e.id in antwoorden]
    pagina = stap_van(
        gelezen, "Keur de spoed goed", "Keur de spoed goed",
        "De hulp mag dan beginnen terwijl het onderzoek loopt.", sjabloon="toegang/bijzonder_spoed.html",
        extra={"regels": [*regels, Gegeven("Toelichting", gevraagd.get("toelichting", "nog niet gevraagd"))]},
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        with bij_het_veld():
            hulp = formulier.hulp()
            keur_spoed_goed(request.actor, gelezen.dossier, hulp, versie=ingevuld["versie"], op=request.vandaag)
        return f"De spoed is goedgekeurd. De hulp begint op {schrijf_datum(hulp.begint_op)}; het onderzoek gaat door."

    return loop(request, gelezen, pagina, formulier, doe)


@scherm("toegang:client", rollen=WERKERS)
def client(request: Verzoek, nummer: str) -> HttpResponse:
    """New or existing client, filled in with what other dossiers of the same person say."""
    gelezen = open_beeld(request, nummer, LOPEND)
    if gelezen.regeling.nieuwe_client is None:
        raise KanNietBerekend(RegelOntbreekt("nieuwe en bestaande cliënten"))
    formulier = Client(
        request.POST or None, initial=begin(gelezen, **_bekend_verleden(gelezen.dossier)),
        gemeld_op=gelezen.dossier.gemeld_op,
    )  # fmt: skip
    dagen = gelezen.regeling.nieuwe_client.dagen
    pagina = stap_van(
        gelezen, "Nieuwe of bestaande cliënt?", "Bepaal dit",
        f"Wij kijken naar de {dagen} dagen voor de melding van {schrijf_datum(gelezen.dossier.gemeld_op)}.",
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        try:
            gedaan = bepaal_client(
                request.actor, gelezen.dossier, formulier.verleden(), versie=ingevuld["versie"], op=request.vandaag
            )
        except OngeldigFeit as fout:
            raise ValidationError(str(fout)) from None
        return " ".join(regel.tekst for regel in in_woorden(gedaan.uitkomst, gelezen.regeling)[1:])

    return loop(request, gelezen, pagina, formulier, doe)


def _bekend_verleden(dossier: Dossier) -> dict[str, Any]:
    """The last request and the last grant before the report, in other dossiers of the same person."""
    anderen = [deel for deel in andere_dossiers(dossier) if deel.gemeld_op <= dossier.gemeld_op]
    aanvragen = [d.aangevraagd_op for d in anderen if d.aangevraagd_op and d.aangevraagd_op <= dossier.gemeld_op]
    besluiten = Besluit.objects.filter(
        dossier__in=anderen, strekking=Besluit.Strekking.TOEKENNING, genomen_op__isnull=False, ingetrokken_op=None
    ).order_by("-genomen_op")
    recht = besluiten.first() if anderen else None
    periode: Any = recht.periode if recht else None
    return {
        "aanvraag": max(aanvragen, default=None),
        "gebruik_van": periode.lower if periode else None,
        "gebruik_tot": periode.upper - timedelta(days=1) if periode and periode.upper else None,
    }


@scherm("toegang:woonplaats", rollen=WERKERS)
def woonplaats(request: Verzoek, nummer: str) -> HttpResponse:
    """Where somebody lives whose residence was unknown."""
    gelezen = open_beeld(request, nummer, VOOR_BESLUIT)
    formulier = Woonplaats(request.POST or None, initial=begin(gelezen), gemeenten=gemeentenamen(request.actor.regio))
    pagina = stap_van(
        gelezen, "Zoek de woonplaats uit", "Leg de woonplaats vast",
        "Het dossier gaat daarna naar de gemeente die u kiest.",
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        gemeente = "" if ingevuld["gemeente"] == BUITEN else ingevuld["gemeente"]
        with bij_het_veld():
            stel_woonplaats_vast(
                request.actor, gelezen.dossier, gemeente, ingevuld["toelichting"], versie=ingevuld["versie"],
                op=request.vandaag,
            )  # fmt: skip
        return "De woonplaats is vastgelegd."

    return loop(request, gelezen, pagina, formulier, doe)


@scherm("toegang:komt_eraan", rollen=LEZERS)
def komt_eraan(request: Verzoek) -> HttpResponse:
    """Who needs help later: an eighteenth birthday, the end of a title; the first day in front."""
    bladzijde = blad(request, rijen_die_komen(request.actor), PER_BLAD)
    namen = namen_van([rij.inwoner for rij in bladzijde.rijen])
    gemeenten = gemeentenamen(request.actor.regio)
    regels = []
    for rij in bladzijde.rijen:
        assert rij.nodig_op is not None
        dagen = (rij.nodig_op - request.vandaag).days
        regels.append({
            "dossier": rij, "naam": namen[rij.inwoner_id], "chip": termijnchip(dagen),
            "gemeente": gemeenten.get(rij.college_code, rij.college_code),
        })  # fmt: skip
    inhoud = {"blad": bladzijde, "regels": regels, "hier": request.path, "kruimels": ()}
    return render(request, "toegang/bijzonder_komt_eraan.html", inhoud)
