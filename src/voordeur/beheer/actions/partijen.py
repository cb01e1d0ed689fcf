"""A new version with other parties: who joins gets its college and mandates, who leaves ends, on its day."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

from django.db.models import Model, ProtectedError, QuerySet

from voordeur.kern.actor import als
from voordeur.kern.eisen import als_geschonden
from voordeur.kern.fouten import eis
from voordeur.kern.models import Aanstelling, Account, College, Mandaatregel, Organisatie, Vervanging
from voordeur.kern.onderhoud import systeem
from voordeur.kern.perioden import gesloten, half_open
from voordeur.kern.queries import colleges
from voordeur.regelingen.schema import Regeling
from voordeur.toegang.models import Dossier

from ..fouten import DubbeleRol
from ..fouten_beleid import AnderCentrum, BegintLater, LatereVersie, NogOpen, WisselingGebruikt
from ..models import Partijwisseling
from ..partijen import Gaat, Komt, wisseling
from ..regelingmandaten import mandaten_van

# what the centre keeps of who left: the years in which it took part are still settled, its files are still kept
BLIJFT, AFWIKKELING = "geld", "afwikkeling"
RIJEN: dict[str, type[Model]] = {"mandaat": Mandaatregel, "aanstelling": Aanstelling, "vervanging": Vervanging}


def wissel_partijen(regio: str, regeling: Regeling, versies: Sequence[date]) -> None:
    """Let the parties of a version take part from its day on. Counts every municipality, whoever acts.

    Raises AnderCentrum, LatereVersie, NogOpen with the dossiers, BegintLater.
    """
    with als(systeem(regio)):
        er_zijn = colleges(regio)
        centrum = next(college for college in er_zijn.values() if college.centrum)
        eis(regeling.centrumgemeente(regeling.versie) == centrum.code, AnderCentrum(centrum.naam))
        anders = wisseling(regeling, er_zijn)
        if not anders:
            return
        later = [versie for versie in versies if versie > regeling.versie]
        if later:
            raise LatereVersie(later[0])
        for gaat in anders.eruit:
            _laat_gaan(regio, regeling, gaat, centrum)
        for komt in anders.erbij:
            _neem_op(regio, regeling, komt, er_zijn)


def open_dossiers(college: College) -> list[str]:
    """The numbers of the dossiers of a municipality that are not closed."""
    lopend = Dossier.objects.filter(college_code=college.code).exclude(stap=Dossier.Stap.AFGESLOTEN)
    return list(lopend.order_by("nummer").values_list("nummer", flat=True))


def _laat_gaan(regio: str, regeling: Regeling, gaat: Gaat, centrum: College) -> None:
    college, laatste = gaat.college, gaat.laatste_dag
    nog_open = open_dossiers(college)
    eis(not nog_open, NogOpen(college.naam, nog_open))
    mandaten = Mandaatregel.objects.filter(van=college).exclude(handeling__startswith=BLIJFT)
    lopend: dict[str, QuerySet[Any]] = {
        "mandaat": mandaten | Mandaatregel.objects.filter(aan=college),
        "aanstelling": Aanstelling.objects.filter(college=college),
        "vervanging": Vervanging.objects.filter(college=college),
    }
    terug: dict[str, Any] = {"tot": _dag(college.tot), "laatste": _dag(laatste)}
    terug["ingekort"] = [deel for naam, rijen in lopend.items() for deel in _kort_in(naam, rijen, laatste, college)]
    terug["gemaakt"] = _afwikkeling(regio, regeling, college, centrum, laatste)
    college.tot = laatste
    college.save(update_fields=["tot"])
    Partijwisseling.objects.create(
        regio_id=regio, versie=regeling.versie, college=college, soort=Partijwisseling.Soort.ERUIT, terug=terug
    )


def _kort_in(naam: str, rijen: QuerySet[Any], laatste: date, college: College) -> list[list[Any]]:
    """End what goes on after the last day; returns what it was: kind, id, last day."""
    ingekort = []
    for rij in rijen.order_by("pk"):
        dagen = gesloten(rij.periode)
        if dagen.tot is not None and dagen.tot <= laatste:
            continue
        eis(dagen.van <= laatste, BegintLater(college.naam, laatste + timedelta(days=1)))
        ingekort.append([naam, rij.pk, _dag(dagen.tot)])
        rij.periode = half_open(dagen.van, laatste)
        rij.save(update_fields=["periode"])
    return ingekort


def _afwikkeling(regio: str, regeling: Regeling, college: College, centrum: College, laatste: date) -> list[int]:
    """Without a power over money that goes on, the centre keeps the files to read: no action has this name."""
    blijft = Mandaatregel.objects.filter(van=college, aan=centrum, periode__contains=laatste + timedelta(days=1))
    if college == centrum or blijft.exists():
        return []
    grond = regeling.looptijd.grond[0] if regeling.looptijd else f"{regeling.id}/{next(iter(regeling.bepalingen))}"
    gemaakt = Mandaatregel.objects.create(
        regio_id=regio, handeling=AFWIKKELING, van=college, aan=centrum, grond=grond,
        periode=half_open(laatste + timedelta(days=1), None),
    )  # fmt: skip
    return [gemaakt.pk]


def _neem_op(regio: str, regeling: Regeling, komt: Komt, er_zijn: dict[str, College]) -> None:
    college = er_zijn.get(komt.code)
    terug: dict[str, Any] = {"nieuw": college is None}
    if college is None:
        college = College.objects.create(
            regio_id=regio, code=komt.code, naam=komt.partij.naam, van=komt.van, tot=komt.tot
        )
    else:
        terug |= {"van": _dag(college.van), "tot": _dag(college.tot)}
        college.van, college.tot = komt.van, komt.tot
        college.save(update_fields=["van", "tot"])
    allen = er_zijn | {komt.code: college}
    nieuw = [
        regel
        for regel in mandaten_van(regeling, allen, Organisatie.objects.all(), dag=komt.van, sinds=komt.van)
        if regel.van == college and not _heeft(regel)
    ]
    terug["gemaakt"] = [regel.pk for regel in Mandaatregel.objects.bulk_create(nieuw)]
    Partijwisseling.objects.create(
        regio_id=regio, versie=regeling.versie, college=college, soort=Partijwisseling.Soort.ERBIJ, terug=terug
    )


def _heeft(regel: Mandaatregel) -> bool:
    """Whether the same power is there already: of who was here before, over money."""
    zelfde = Mandaatregel.objects.filter(
        handeling=regel.handeling, van=regel.van, aan=regel.aan, aan_organisatie=regel.aan_organisatie
    )
    return regel.van.pk is not None and zelfde.filter(periode__overlap=regel.periode).exists()


def draai_wisseling_terug(regio: str, versie: date) -> None:
    """Undo what a version that is withdrawn would have changed. Raises WisselingGebruikt."""
    with als(systeem(regio)):
        for deel in Partijwisseling.objects.filter(regio_id=regio, versie=versie).select_related("college"):
            deel.delete()
            Mandaatregel.objects.filter(pk__in=deel.terug["gemaakt"]).delete()
            _maak_weer_lang(deel)
            _zet_terug(deel.college, deel.terug)


def _maak_weer_lang(deel: Partijwisseling) -> None:
    """Give what was cut short its end of before."""
    # what was kept without this day was cut on the day before the version
    laatste = _van_dag(deel.terug.get("laatste")) or deel.versie - timedelta(days=1)
    for naam, pk, tot in deel.terug.get("ingekort", ()):
        for rij in RIJEN[naam]._default_manager.select_for_update().filter(pk=pk):
            _laat_weer_doorgaan(rij, laatste, _van_dag(tot))


def _laat_weer_doorgaan(rij: Any, laatste: date, tot: date | None) -> None:
    """Give back the end of before; not to what was ended, left or given anew since."""
    dagen = gesloten(rij.periode)
    if dagen.tot != laatste or not all(_is_er_dan_nog(account, tot) for account in _mensen(rij)):
        return
    rij.periode = half_open(dagen.van, tot)
    nieuwer = {naam: DubbeleRol() for naam in ("aanstelling_niet_dubbel", "vervanging_een_tegelijk")}
    with suppress(DubbeleRol), als_geschonden(nieuwer):
        rij.save(update_fields=["periode"])


def _mensen(rij: Any) -> tuple[Account, ...]:
    if isinstance(rij, Aanstelling):
        return (rij.account,)
    return (rij.vervangt, rij.vervanger) if isinstance(rij, Vervanging) else ()


def _is_er_dan_nog(account: Account, tot: date | None) -> bool:
    # who came back after leaving lost every row on the day of that, so its end is another one
    blijft = account.laatste_dag is None or (tot is not None and tot <= account.laatste_dag)
    return account.is_active and blijft


def _zet_terug(college: College, terug: dict[str, Any]) -> None:
    if terug.get("nieuw"):
        try:
            college.delete()
        except ProtectedError:
            raise WisselingGebruikt(college.naam) from None
        return
    college.van = _van_dag(terug["van"]) if "van" in terug else college.van
    college.tot = _van_dag(terug["tot"])
    college.save(update_fields=["van", "tot"])


def _dag(dag: date | None) -> str | None:
    return dag.isoformat() if dag else None


def _van_dag(dag: str | None) -> date | None:
    return date.fromisoformat(dag) if dag else None
