"""A term as a resident reads it: what is done by when and why, whether it stands still, and what to do when late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from voordeur.regels.fouten import Onberekenbaar
from voordeur.regels.verwoorden import verwoord
from voordeur.schermen.bouwstenen import Uitlegregel
from voordeur.schermen.gronden import in_woorden
from voordeur.toegang.klokregels import BESLUIT, MET_DWANGSOM, ONDERZOEK, OP_BEZWAAR
from voordeur.toegang.models import Ingebrekestelling, Klok
from voordeur.toegang.queries import Dossierbeeld, waarom_klok
from voordeur.toegang.queries_klokken import ingebrekestellingen
from voordeur.toegang.termijnen import opschortregels_van

from .beeld import lopende
from .woorden import dag, nog, taal

PLAN = "ondersteuningsplan"


@dataclass(frozen=True)
class Termijnbeeld:
    """`zin`: what is done by then; `stil` and `te_laat`: the honest part; `melden`: where one says that it is late."""

    zin: str
    nog: str
    waarover: str
    waarom: tuple[Uitlegregel, ...]
    stil: tuple[str, ...]
    te_laat: tuple[str, ...]
    melden: str = ""


def termijnen(beeld: Dossierbeeld, op: date) -> tuple[Termijnbeeld, ...]:
    """What we have to do by when; the term to object stands with the decision."""
    brieven = ingebrekestellingen(beeld.dossier.pk)
    return tuple(_termijn(klok, beeld, brieven, op) for klok in lopende(beeld, ONDERZOEK, BESLUIT, OP_BEZWAAR, PLAN))


def _termijn(klok: Klok, beeld: Dossierbeeld, brieven: tuple[Ingebrekestelling, ...], op: date) -> Termijnbeeld:
    geteld = next((brief for brief in brieven if brief.klok_id == klok.pk and not brief.te_vroeg), None)
    laat = op > klok.uiterlijk
    kan_melden = laat and klok.soort in MET_DWANGSOM and geteld is None
    return Termijnbeeld(
        _zin(klok),
        "" if laat else nog(klok.uiterlijk, op),
        _waarover(klok),
        _waarom(klok, beeld),
        tuple(_stil(klok, beeld, op)),
        tuple(_te_laat(klok, geteld)) if laat else (),
        reverse("mijn:te_laat", args=[beeld.dossier.nummer, klok.soort]) if kan_melden else "",
    )


def _zin(klok: Klok) -> str:
    zinnen = {
        ONDERZOEK: _("Ons onderzoek is klaar op %(dag)s, of eerder."),
        BESLUIT: _("U krijgt ons besluit op %(dag)s, of eerder."),
        OP_BEZWAAR: _("Wij beslissen over uw bezwaar op %(dag)s, of eerder."),
        PLAN: _("Uw plan met de aanbieder is klaar op %(dag)s, of eerder."),
    }
    return zinnen[klok.soort] % {"dag": dag(klok.uiterlijk)}


def _waarover(klok: Klok) -> str:
    return {
        ONDERZOEK: _("Ons onderzoek"), BESLUIT: _("Ons besluit"), OP_BEZWAAR: _("Uw bezwaar"),
        PLAN: _("Uw plan met de aanbieder"),
    }[klok.soort]  # fmt: skip


def _waarom(klok: Klok, beeld: Dossierbeeld) -> tuple[Uitlegregel, ...]:
    try:
        uitkomst = waarom_klok(klok)
    except Onberekenbaar:
        return ()
    regels = zip(uitkomst.stappen, in_woorden(uitkomst, beeld.regeling), strict=True)
    return tuple(replace(regel, tekst=verwoord(stap, taal())) for stap, regel in regels)


def _stil(klok: Klok, beeld: Dossierbeeld, op: date) -> Iterator[str]:
    """Why the term stands still, in the words of the letter that said so."""
    for nummer, regel in enumerate(opschortregels_van(klok), start=1):
        if not regel.staat_stil_op(op):
            continue
        gezegd = beeld.geschreven.get(f"klok {klok.pk} regel {nummer}", {})
        yield _("De tijd staat nu stil. Dat schreven wij u in een brief.")
        if gezegd.get("gevraagd"):
            yield _("Wij wachten op: %(wat)s.") % {"wat": "; ".join(gezegd["gevraagd"]).rstrip(".")}
        if gezegd.get("reden"):
            yield _("De reden: %(reden)s") % {"reden": gezegd["reden"]}
        if regel.grens or regel.tot:
            yield _("De tijd loopt weer vanaf %(dag)s, of eerder.") % {"dag": dag(regel.grens or regel.tot or op)}


def _te_laat(klok: Klok, geteld: Ingebrekestelling | None) -> Iterator[str]:
    yield _("Wij zijn te laat. Dat spijt ons. Wij moesten klaar zijn op %(dag)s.") % {"dag": dag(klok.uiterlijk)}
    if klok.aangekondigd:
        yield _("Wij denken nu klaar te zijn op %(dag)s.") % {"dag": dag(klok.aangekondigd)}
    if klok.soort == ONDERZOEK:
        yield _("U mag nu zelf al hulp aanvragen. Bel ons of stuur ons uw aanvraag.")
    elif geteld:
        yield _("Op %(dag)s zei u ons dat wij te laat zijn. Wij beslissen zo snel mogelijk.") % {
            "dag": dag(geteld.ontvangen_op)
        }
    elif klok.soort in MET_DWANGSOM:
        yield _("U kunt ons zeggen dat wij te laat zijn. Dat heet een ingebrekestelling.")
        yield _("Beslissen wij dan nog niet binnen twee weken? Dan krijgt u geld van ons.")
