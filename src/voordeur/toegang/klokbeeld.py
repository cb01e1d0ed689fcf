"""A clock as the page of its dossier shows it: the sum, what moved it, which paper began it, what can be done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from voordeur.kern.actor import Actor
from voordeur.kern.handeling import REGISTER
from voordeur.regelingen.wetten import opschortgronden
from voordeur.regels.fouten import Onberekenbaar
from voordeur.regels.termijnsom import schrijf_som
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.bouwstenen import Grond
from voordeur.schermen.gronden import gronden_van

from .klokregels import MET_DWANGSOM, ONDERZOEK, STILSTAND, kan
from .models import Klok
from .queries import Dossierbeeld, waarom_klok
from .termijnen import Opschortregel, einde_zonder_opschorting, opschortregels_van


@dataclass(frozen=True)
class Verschuiving:
    """One thing that moved the end of a clock, in words, with its ground and the id of its letter."""

    zin: str
    uitleg: tuple[str, ...]
    gronden: tuple[Grond, ...]
    brief: int | None


@dataclass(frozen=True)
class Klokbeeld:
    """What there is to say of a clock that runs; `acties`: names and addresses of what can be done."""

    som: str
    begin: str
    startstuk: int | None
    verschuivingen: tuple[Verschuiving, ...]
    bijzonder: tuple[str, ...]
    acties: tuple[tuple[str, str], ...]


def klokbeeld(klok: Klok, beeld: Dossierbeeld, op: date, *, mag_werken: bool, beslist: bool) -> Klokbeeld:
    """A clock by what was read of its dossier already. `beslist`: whether who looks decides on a contested start."""
    try:
        som = schrijf_som(waarom_klok(klok))
    except Onberekenbaar:
        som = ""
    return Klokbeeld(
        som,
        f"Begon op {schrijf_datum(klok.start)}. Begonnen door: {klok.gestart_door}.",
        klok.startstuk_id,
        tuple(_verschuivingen(klok, beeld.geschreven, op)),
        tuple(_bijzonder(klok)),
        tuple(_acties(klok, beeld.dossier.nummer, op, beslist)) if mag_werken else (),
    )


def _verschuivingen(klok: Klok, geschreven: Mapping[str, Any], op: date) -> Iterator[Verschuiving]:
    for nummer, regel in enumerate(opschortregels_van(klok), start=1):
        gezegd = geschreven.get(f"klok {klok.pk} regel {nummer}", {})
        grond = opschortgronden().get((klok.soort, regel.id))
        naam = f"{grond.naam}: " if grond else ""
        yield Verschuiving(
            f"{naam}{_wanneer(regel, op)}", tuple(_gezegd(gezegd)), gronden_van(regel.grond), regel.document
        )


def _wanneer(regel: Opschortregel, op: date) -> str:
    if regel.dagen:
        return f"{_dagen(regel.dagen)} uitstel."
    if regel.tot is None or regel.tot < regel.van:
        return "alles was er meteen. De termijn stond niet stil."
    aantal = _dagen((regel.tot - regel.van).days + 1)
    woord = "staat stil" if regel.staat_stil_op(op) else "stond stil"
    return f"{woord} van {schrijf_datum(regel.van)} tot en met {schrijf_datum(regel.tot)}, {aantal}."


def _gezegd(gezegd: Mapping[str, Any]) -> Iterator[str]:
    if gezegd.get("gevraagd"):
        yield f"Gevraagd: {'; '.join(gezegd['gevraagd'])}."
    if gezegd.get("door"):
        dag = gezegd.get("ingestemd_op")
        yield f"Ingestemd door: {gezegd['door']}{f', op {schrijf_datum(date.fromisoformat(dag))}' if dag else ''}."
    if gezegd.get("reden"):
        yield f"Reden: {gezegd['reden']}"


def _bijzonder(klok: Klok) -> Iterator[str]:
    if klok.betwist_op:
        yield f"De begindatum is betwist op {schrijf_datum(klok.betwist_op)}. De teamleider beslist."
    for was in klok.eerder:
        start, einde = (schrijf_datum(date.fromisoformat(was[naam])) for naam in ("start", "uiterlijk"))
        yield f"Eerst was het begin {start} en de laatste dag {einde}."
    if klok.aangekondigd:
        yield f"De inwoner weet dat het later wordt: {schrijf_datum(klok.aangekondigd)}. De termijn verandert niet."
    if klok.geescaleerd_op:
        yield f"Te laat. Gemeld bij de teamleider op {schrijf_datum(klok.geescaleerd_op)}."
    if klok.soort == ONDERZOEK and klok.opschortingen:
        yield f"Na {schrijf_datum(einde_zonder_opschorting(klok))} kan de inwoner toch al een aanvraag doen."


def _acties(klok: Klok, nummer: str, op: date, beslist: bool) -> Iterator[tuple[str, str]]:
    """What can be done with this clock now, the most likely first."""
    stil = any(regel.staat_stil_op(op) for regel in opschortregels_van(klok))
    op_tijd = op <= klok.uiterlijk
    for mag, naam, scherm in (
        (bool(klok.betwist_op) and beslist, "Beslis over de begindatum", "begin_beslissen"),
        (stil, "Eindig de opschorting", "hervatten"),
        (not stil and op_tijd and kan(klok.soort, *STILSTAND), "Schort de termijn op", "opschorten"),
        (op_tijd and kan(klok.soort, "uitstel"), "Spreek uitstel af", "uitstellen"),
        (kan(klok.soort, "bericht"), "Meld dat het besluit later komt", "aankondigen"),
        (klok.soort in MET_DWANGSOM, "Leg een ingebrekestelling vast", "ingebrekestelling"),
        (not klok.betwist_op, "Betwist de begindatum", "betwisten"),
    ):
        if mag:
            yield naam, reverse(f"toegang:klok_{scherm}", args=[nummer, klok.soort])


def _dagen(aantal: int) -> str:
    return f"{aantal} {'dag' if aantal == 1 else 'dagen'}"


def per_klok(beeld: Dossierbeeld, wie: Actor, op: date, *, mag_werken: bool) -> dict[int, Klokbeeld]:
    """The picture of each clock of a dossier that runs, by its id."""
    beslist = beslist_over_begin(wie, op)
    return {
        klok.pk: klokbeeld(klok, beeld, op, mag_werken=mag_werken, beslist=beslist)
        for klok in beeld.klokken
        if klok.klaar_op is None
    }


def beslist_over_begin(wie: Actor, op: date) -> bool:
    """Whether somebody decides on a contested start."""
    return any(deel.rol in REGISTER["toegang.klok.begin_beslissen"].rollen for deel in wie.rollen_op(op))
