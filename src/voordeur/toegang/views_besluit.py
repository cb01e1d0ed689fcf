"""The pages of the decision: preparing it, and signing it or sending it back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse

from voordeur.kern.fouten import Gewijzigd, StapNietAanDeBeurt, eis
from voordeur.kern.queries import namen_van_accounts
from voordeur.regels.toegang import Toegang
from voordeur.schermen.velden import naar_gelang
from voordeur.schermen.verzoek import Verzoek, scherm

from . import beeld as maak
from . import onderzoeksbeeld
from .aandacht import aandachtspunten
from .actions import bereid_besluit_voor, neem_besluit, stuur_terug
from .actions.besluit_vervolg import NA_HET_BESLUIT
from .actions.besluit_voorstel import AFWIJZING, TOEKENNING, noemt_duur, pgbvraag
from .actions.stappen import eis_geen_voorstel
from .feiten import arrangementen_van, vormen_van
from .forms_besluit import Ondertekenen, Voorstel, voorstel_uit
from .fouten import BriefKanNietWeg, NogOnbekend, OnvolledigVoorstel, PgbNogOnbekend, RedenOntbreekt
from .fouten_wegen import StapNietGedaan, WetVraagtStap
from .gevolgen import gevolgen_van
from .models import Dossier
from .queries import Dossierbeeld, inschaling_met, toets_met
from .views import WERKERS, waarom
from .views_stappen import begin, loop, open_beeld, stap_van
from .volledig import open_punten

TEKENEN = "teken"


@contextmanager
def bij_het_veld() -> Iterator[None]:
    """A refusal that is about one answer stands at its field."""
    try:
        yield
    except OnvolledigVoorstel as fout:
        raise ValidationError({fout.veld: str(fout)}) from None
    except (StapNietGedaan, WetVraagtStap) as fout:
        raise ValidationError({"strekking": str(fout)}) from None
    except NogOnbekend as fout:
        raise ValidationError({"strekking": str(fout)}) from None
    except RedenOntbreekt as fout:
        raise ValidationError({"afwijking": str(fout)}) from None
    except BriefKanNietWeg as fout:
        raise ValidationError(str(fout)) from None
    except PgbNogOnbekend as fout:
        raise ValidationError({"leveringsvorm": str(fout)}) from None


@scherm("toegang:besluit", rollen=WERKERS)
def besluit(request: Verzoek, nummer: str) -> HttpResponse:
    """Prepare the decision, filled in with what the rules say."""
    gelezen = open_beeld(request, nummer, {Dossier.Stap.BESLUIT})
    eis_geen_voorstel(gelezen.dossier)
    tabel = gelezen.regeling.inschaling
    arrangementen = arrangementen_van(gelezen.regeling, gelezen.dossier)
    formulier = Voorstel(
        request.POST or None,
        initial=begin(gelezen, van=request.vandaag, **_regels_zeggen(gelezen, request)),
        vormen=vormen_van(gelezen.regeling, gelezen.dossier),
        arrangementen=arrangementen,
        zwaarten=list(dict.fromkeys(tabel.zwaarte_bij_werk.values())) if tabel and arrangementen else [],
        toetsbaar=gelezen.kent_criteria,
        pgb=bool(pgbvraag(gelezen.geschreven)),
    )
    if noemt_duur(gelezen.regeling):
        naar_gelang(formulier.fields["tot"]).help_text = "Bij een toekenning. De regeling vraagt een laatste dag."
    teruggestuurd = gelezen.geschreven.get("teruggestuurd", {})
    stap = stap_van(
        gelezen, "Bereid het besluit voor", "Leg het besluit klaar",
        "Een collega leest het besluit en ondertekent het.", sjabloon="toegang/stap_besluit.html",
        extra={**waarom(gelezen, request.vandaag), "teruggestuurd": teruggestuurd.get("reden", ""),
               "uit_te_zoeken": uit_te_zoeken(gelezen, request), "aandacht": aandachtspunten(gelezen, request.vandaag)},
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        voorstel = voorstel_uit(ingevuld)
        with bij_het_veld():
            bereid_besluit_voor(request.actor, gelezen.dossier, voorstel, versie=ingevuld["versie"], op=request.vandaag)
        return "Het besluit ligt klaar. Vraag een collega om het te lezen en te ondertekenen."

    return loop(request, gelezen, stap, formulier, doe)


def uit_te_zoeken(gelezen: Dossierbeeld, request: Verzoek) -> tuple[tuple[str, str], ...]:
    """What stands in the way of a refusal, each with the address of the place where it is written down."""
    toegang = None
    if gelezen.kent_criteria:
        toegang = toets_met(
            gelezen.regeling, gelezen.dossier, gelezen.identiteit, gelezen.geschreven, request.vandaag
        ).waarde
    open_ = open_punten(gelezen.regeling, gelezen.geschreven, toegang)
    return tuple((punt.tekst, punt.adres(gelezen.dossier)) for punt in open_)


def _regels_zeggen(gelezen: Dossierbeeld, request: Verzoek) -> dict[str, Any]:
    """The proposal that follows from the rules; nothing where they give no answer."""
    if not gelezen.kent_criteria:
        return {}
    uitkomst = toets_met(gelezen.regeling, gelezen.dossier, gelezen.identiteit, gelezen.geschreven, request.vandaag)
    toegang: Toegang = uitkomst.waarde
    past = inschaling_met(gelezen.regeling, gelezen.geschreven)
    keuze: dict[str, Any] = {"arrangement": past.waarde.arrangement, "zwaarte": past.waarde.zwaarte} if past else {}
    if toegang.toegang == "ja":
        keuze |= {"strekking": TOEKENNING}
        keuze |= {"vorm": next(vorm for vorm, antwoord in toegang.vormen.items() if antwoord == "ja")}
    return keuze | ({"strekking": AFWIJZING} if toegang.toegang == "nee" else {})


@scherm("toegang:ondertekenen", rollen=WERKERS)
def ondertekenen(request: Verzoek, nummer: str) -> HttpResponse:
    """Read the decision that a colleague prepared; sign it or send it back."""
    gelezen = open_beeld(request, nummer, {Dossier.Stap.BESLUIT} | NA_HET_BESLUIT)
    voorstel = maak.in_voorbereiding(gelezen)
    if voorstel is None:
        raise StapNietAanDeBeurt("Er ligt geen besluit klaar om te ondertekenen.")
    voorbereider = namen_van_accounts([voorstel.voorbereid_door]).get(voorstel.voorbereid_door, "een collega")
    formulier = Ondertekenen(request.POST or None, initial=begin(gelezen))
    stap = stap_van(
        gelezen, "Lees en onderteken het besluit", "Verstuur uw keuze",
        "Na de handtekening gaat de brief meteen naar de inwoner.", sjabloon="toegang/stap_ondertekenen.html",
        extra={
            **waarom(gelezen, request.vandaag),
            "regels": maak.besluitgegevens(voorstel, gelezen),
            "wijkt_af": voorstel.wijkt_af,
            "aandacht": aandachtspunten(gelezen, request.vandaag),
            "gevolgen": gevolgen_van(voorstel, request.vandaag),
            "voorbereider": voorbereider,
            "bevindingen": onderzoeksbeeld.bevindingen(gelezen),
            "scores": onderzoeksbeeld.scores(gelezen),
            "zelf": voorstel.voorbereid_door == request.actor.account,
        },
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        nu = gelezen.dossier.versie
        eis(ingevuld["versie"] == nu, Gewijzigd(ingevuld["versie"], nu))
        if ingevuld["keuze"] == TEKENEN:
            with bij_het_veld():
                genomen = neem_besluit(request.actor, voorstel, op=request.vandaag).object
            return _na_het_besluit(genomen.dossier.stap, bool(gelezen.identiteit.get("adres")))
        with bij_het_veld():
            stuur_terug(request.actor, voorstel, ingevuld["reden"], op=request.vandaag)
        return "Het besluit is teruggestuurd. De voorbereider past het aan."

    return loop(request, gelezen, stap, formulier, doe)


def _na_het_besluit(stap: str, heeft_adres: bool) -> str:
    nu = {
        Dossier.Stap.PLAATSING: "Zoek nu een plek.",
        Dossier.Stap.VERBLIJF: "De hulp gaat door.",
        Dossier.Stap.AFGESLOTEN: "Dit dossier is afgesloten.",
    }
    brief = (
        "Het besluit is genomen en de brief is verstuurd."
        if heeft_adres
        else "Het besluit is genomen. De inwoner heeft geen adres: print de brief en geef die zelf."
    )
    return f"{brief} {nu.get(Dossier.Stap(stap), '')}".strip()
