"""`voordeur inlezen`: templates, a check, reading in and taking back, by the same actions as the screens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from voordeur.regels.uitkomst import Stap, stap

from ..django_ import start_django
from ..fouten import Gevonden, InvoerFout
from ..groep import Groep, Nederlands, json_optie
from ..uitvoer import Antwoord, geef, velden_van

if TYPE_CHECKING:
    from voordeur.beheer.inlezen.rij import Fout
    from voordeur.beheer.inlezen.werkblad import Werkblad
    from voordeur.kern.actor import Actor

regio_argument = click.argument("regio", metavar="REGIO")
map_argument = click.argument("map_", metavar="MAP")
door_optie = click.option(
    "--door", required=True, metavar="MAIL", help="Wie dit doet: het e-mailadres van een account."
)
UITGANGEN = ("csv", "xlsx")
GETOOND = 20
NIET_ALLES = (
    "er zijn nog fouten en er is niets ingelezen; 'voordeur inlezen toets' noemt ze; "
    "met --goede-regels gaan alleen de goede rijen mee"
)


@click.command("sjablonen", cls=Nederlands)
@regio_argument
@map_argument
@json_optie
def sjablonen(regio: str, map_: str, als_json: bool) -> None:
    """Zet de sjablonen van een regio in een map, als Excel en als CSV.

    \b
    Voorbeeld: voordeur inlezen sjablonen mijn-regio sjablonen
    """
    start_django()
    from voordeur.beheer.inlezen.omgeving import omgeving_van
    from voordeur.beheer.inlezen.sjablonen import sjabloon_csv, sjabloon_xlsx
    from voordeur.beheer.inlezen.soorten import SOORTEN
    from voordeur.beheer.inlezen.uitvoeren import werker
    from voordeur.kern.actor import als
    from voordeur.web.klok import vandaag

    _eis_regio(regio)
    doel = Path(map_)
    with als(werker(regio, None)):
        omgeving = omgeving_van(regio, vandaag())
        gemaakt = [
            (f"{soort.id}.{uitgang}", maak(soort, omgeving))
            for soort in SOORTEN.values()
            for uitgang, maak in (("xlsx", sjabloon_xlsx), ("csv", sjabloon_csv))
        ]
    try:
        doel.mkdir(parents=True, exist_ok=True)
        for naam, inhoud in gemaakt:
            (doel / naam).write_bytes(inhoud)
    except OSError:
        raise InvoerFout("MAP", "in deze map kan Voordeur niet schrijven") from None
    namen = [naam for naam, _ in gemaakt]
    geef(Antwoord({"bestanden": namen}, [stap("inlezen.sjablonen", aantal=len(namen), map=map_)]), als_json)


@click.command("toets", cls=Nederlands)
@regio_argument
@map_argument
@json_optie
def toets(regio: str, map_: str, als_json: bool) -> None:
    """Kijk alle bestanden van een map na. Er verandert niets; met fouten is de uitgangscode 1.

    \b
    Voorbeeld: voordeur inlezen toets mijn-regio bestanden
    """
    inhoud = _bestanden(map_)
    start_django()
    from voordeur.beheer.inlezen.omgeving import omgeving_van
    from voordeur.beheer.inlezen.toetsen import toets as kijk_na
    from voordeur.beheer.inlezen.uitslag import als_uitslag
    from voordeur.beheer.inlezen.uitvoeren import werker
    from voordeur.kern.actor import als
    from voordeur.web.klok import vandaag

    _eis_regio(regio)
    with als(werker(regio, None)):
        blad = kijk_na(omgeving_van(regio, vandaag()), inhoud)
        uitslag = als_uitslag(blad)
    _toon(blad, uitslag, inhoud, als_json)
    if blad.fouten:
        raise Gevonden


@click.command("voer-uit", cls=Nederlands)
@regio_argument
@map_argument
@door_optie
@click.option("--tweede", required=True, metavar="MAIL", help="De teamleider of controller die meekeek.")
@click.option("--goede-regels", is_flag=True, help="Lees alleen de goede regels in. Anders alles of niets.")
@json_optie
def voer_uit(regio: str, map_: str, door: str, tweede: str, goede_regels: bool, als_json: bool) -> None:
    """Lees alle bestanden van een map in, in een keer. Nog een keer hetzelfde verandert niets.

    \b
    Voorbeeld: voordeur inlezen voer-uit mijn-regio bestanden --door beheer@regio.nl --tweede controller@regio.nl
    """
    inhoud = _bestanden(map_)
    start_django()
    from voordeur.beheer.actions import inlezen as acties
    from voordeur.beheer.inlezen import uitvoeren
    from voordeur.kern.actor import als
    from voordeur.kern.queries import centrum
    from voordeur.web.klok import vandaag

    op = vandaag()
    wie, ander = _actor(regio, door, "--door"), _actor(regio, tweede, "--tweede")

    with als(wie):
        bij = acties.BijRegio(centrum(regio).code)
    deze = _probeer(lambda: acties.begin(wie, bij, op=op).object)

    def doe() -> None:
        for soort, (naam, bytes_) in inhoud.bron.items():
            acties.voeg_bestand_toe(wie, deze, soort, naam, bytes_, op=op)
        acties.laat_toetsen(wie, deze, op=op)
        uitvoeren.toets_set(regio, deze.pk, op)
        acties.bied_aan(wie, deze, goede_regels=goede_regels, op=op)
        acties.laat_uitvoeren(ander, deze, op=op)
        uitvoeren.voer_uit(regio, deze.pk)
        with als(wie):
            deze.refresh_from_db()
        if deze.stand != "uitgevoerd":
            raise InvoerFout("MAP", deze.melding)

    try:
        _probeer(doe)
    except Exception:
        # what was not read in does not stay lying there
        _probeer(lambda: acties.gooi_weg(wie, deze, op=op))
        raise
    with als(wie):
        aantal = deze.daden.exclude(wat="gekoppeld").count()
    velden = {"nummer": deze.pk, "rijen": aantal, "niet_gelezen": inhoud.vreemd}
    gezegd = [stap("inlezen.ingelezen", aantal=aantal, nummer=str(deze.pk)), *_vreemd(inhoud)]
    geef(Antwoord(velden, gezegd), als_json)


@click.command("terug", cls=Nederlands)
@regio_argument
@click.argument("nummer", type=int, metavar="NUMMER")
@door_optie
@json_optie
def terug(regio: str, nummer: int, door: str, als_json: bool) -> None:
    """Draai terug wat is ingelezen, zolang er niets op is gebouwd. Een teamleider of controller doet dit.

    \b
    Voorbeeld: voordeur inlezen terug mijn-regio 12 --door controller@regio.nl
    """
    start_django()
    from voordeur.beheer.actions import inlezen as acties
    from voordeur.beheer.inlezen.uitvoeren import neem_terug
    from voordeur.beheer.models import Inleesset
    from voordeur.kern.actor import als
    from voordeur.web.klok import vandaag

    wie = _actor(regio, door, "--door")
    with als(wie):
        deze = Inleesset.objects.filter(pk=nummer).first()
    if deze is None:
        raise InvoerFout("NUMMER", "zo'n nummer is hier niet ingelezen")
    _probeer(lambda: acties.draai_terug(wie, deze, op=vandaag()))
    neem_terug(regio, deze.pk)
    with als(wie):
        deze.refresh_from_db()
    if deze.stand != "terug":
        raise InvoerFout("NUMMER", deze.melding)
    geef(Antwoord({"nummer": nummer}, [stap("inlezen.terug", nummer=str(nummer))]), als_json)


@click.group(
    "inlezen", cls=Groep,
    opdrachten={"sjablonen": sjablonen, "toets": toets, "voer-uit": voer_uit, "terug": terug},
)  # fmt: skip
def opdracht() -> None:
    """Breng over wat een regio al heeft: organisaties, plekken, inwoners, besluiten, wachtlijst en beginbalans.

    \b
    Voorbeeld: voordeur inlezen toets mijn-regio bestanden
    """


class Bestanden(dict[str, bytes]):
    """The content of the files by kind; `bron`: with their names; `vreemd`: the tables with another name."""

    def __init__(self, bron: dict[str, tuple[str, bytes]], vreemd: list[str]) -> None:
        super().__init__({soort: inhoud for soort, (_, inhoud) in bron.items()})
        self.bron, self.vreemd = bron, vreemd


def _bestanden(map_: str) -> Bestanden:
    """The files of a folder that are called after a kind of table: 'inwoners.csv'. Raises InvoerFout."""
    start_django()
    from voordeur.beheer.inlezen.herken import GEEN_EXCEL, is_geen_excel
    from voordeur.beheer.inlezen.soorten import SOORTEN

    tabellen = _tabellen(map_)
    vreemd = [pad.name for pad in tabellen if pad.stem.casefold() not in SOORTEN]
    bron: dict[str, tuple[str, bytes]] = {}
    for soort in SOORTEN:
        for pad in (deze for deze in tabellen if deze.stem.casefold() == soort):
            if soort in bron:
                raise InvoerFout("MAP", f"er is meer dan een bestand met {soort}: {bron[soort][0]} en {pad.name}")
            bron[soort] = (pad.name, _inhoud(pad))
            if is_geen_excel(*bron[soort]):
                raise InvoerFout("MAP", GEEN_EXCEL.format(pad.name))
    if not bron:
        namen = f"; wel {', '.join(vreemd)}" if vreemd else ""
        raise InvoerFout("MAP", f"hier staat geen bestand met een naam als {next(iter(SOORTEN))}.csv{namen}")
    return Bestanden(bron, vreemd)


def _tabellen(map_: str) -> list[Path]:
    """Every CSV or Excel file of a folder. Raises InvoerFout."""
    try:
        if not Path(map_).is_dir():
            raise InvoerFout("MAP", "deze map is er niet")
        alle = sorted(pad for pad in Path(map_).iterdir() if pad.is_file() and not pad.name.startswith((".", "~$")))
    except (OSError, ValueError):
        raise InvoerFout("MAP", "deze map is niet te lezen") from None
    if not alle:
        raise InvoerFout("MAP", "deze map is leeg")
    return [pad for pad in alle if pad.suffix.casefold().lstrip(".") in UITGANGEN]


def _inhoud(pad: Path) -> bytes:
    try:
        return pad.read_bytes()
    except OSError:
        raise InvoerFout("MAP", f"{pad.name} is niet te lezen") from None


def _vreemd(inhoud: Bestanden) -> list[Stap]:
    return [stap("inlezen.niet_gelezen", bestand=naam) for naam in inhoud.vreemd]


def _eis_regio(regio: str) -> None:
    from voordeur.kern.models import Regio

    if not Regio.objects.filter(pk=regio).exists():
        raise InvoerFout("REGIO", "deze regio is er niet; maak haar met voordeur regio nieuw")


def _actor(regio: str, mail: str, optie: str) -> Actor:
    from voordeur.kern.accounts import actor_van
    from voordeur.kern.models import Account
    from voordeur.web.klok import vandaag

    _eis_regio(regio)
    account = Account.objects.filter(regio=regio, email__iexact=mail, is_active=True, soort="medewerker").first()
    if account is None:
        raise InvoerFout(optie, "zo'n medewerker is er niet in deze regio")
    return actor_van(account, "cli", op=vandaag())


def _probeer(doe: Callable[[], Any]) -> Any:
    from voordeur.beheer.inlezen.toetsen import NietAllesGoed
    from voordeur.kern.fouten import Geweigerd

    try:
        return doe()
    except NietAllesGoed:
        raise InvoerFout("MAP", NIET_ALLES) from None
    except Geweigerd as fout:
        raise InvoerFout("opdracht", str(fout)) from None


def _toon(blad: Werkblad, uitslag: dict[str, Any], inhoud: Bestanden, als_json: bool) -> None:
    goed = sum(rij.goed for rij in blad.alle)
    velden = {
        "tellingen": uitslag["tellingen"],
        "fouten": [velden_van(fout) for fout in blad.fouten],
        "gewijzigd": {soort: deel for soort, deel in uitslag["gewijzigd"].items() if deel},
        "niet_in_bestand": {soort: len(deel) for soort, deel in uitslag["niet_in_bestand"].items()},
        "niet_gelezen": inhoud.vreemd,
    }
    gezet = [stap("inlezen.getoetst", goed=goed, fout=len(blad.alle) - goed), *_vreemd(inhoud)]
    gezet += [stap("inlezen.onleesbaar", bestand=inhoud.bron[fout.soort][0]) for fout in blad.bestandsfouten]
    geef(Antwoord(velden, gezet, tabel=tuple(_regels(uitslag))), als_json)


def _regels(uitslag: dict[str, Any]) -> Sequence[str]:
    from voordeur.beheer.inlezen.rij import Fout

    tellingen = [
        f"{soort}: {', '.join(f'{aantal} {wat}' for wat, aantal in deel.items())}"
        for soort, deel in uitslag["tellingen"].items()
    ]
    fouten = [Fout(*deel) for deel in uitslag["fouten"]]
    delen = {
        "Fouten": [_regel(fout) for fout in fouten if not fout.gevolg],
        "Daardoor ook niet mee": [f"{fout.waar}: {fout.wat}" for fout in fouten if fout.gevolg],
        "Wat er wijzigt": [
            f"{soort}, rij {rij['rij']} ({rij['sleutel']}): {', '.join(_verschil(*veld) for veld in rij['velden'])}"
            for soort, rijen in uitslag["gewijzigd"].items()
            for rij in rijen
        ],
        "Wel in Voordeur, niet in uw bestand": [
            f"{soort}, {len(namen)}: {', '.join(namen[:GETOOND])}{', …' if len(namen) > GETOOND else ''}"
            for soort, namen in uitslag["niet_in_bestand"].items()
            if namen
        ],
    }
    return [*tellingen, *(regel for kop, regels in delen.items() if regels for regel in ("", kop, *regels))]


def _verschil(naam: str, oud: str | None, nieuw: str) -> str:
    """What changes in a field; of people (`oud` is None) only that it does: a shell keeps what it shows."""
    return naam if oud is None else f"{naam} van '{oud or 'leeg'}' naar '{nieuw or 'leeg'}'"


def _regel(fout: Fout) -> str:
    waarde = f" Er staat: {fout.waarde}." if fout.waarde else ""
    return f"{fout.waar}: {fout.wat}{waarde} {fout.waarom} {fout.dan}"
