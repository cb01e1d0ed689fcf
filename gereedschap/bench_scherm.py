"""Screens beside a bare Django view: a page of 100 dossiers out of few and out of many, and a long history."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from typing import ClassVar

from django.core.paginator import Paginator
from django.db import connections, models
from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.test import Client, RequestFactory

from tests.stad import Stad
from voordeur.kern.actor import als
from voordeur.kern.models import Journaalregel
from voordeur.toegang.models import Dossier

from .bench_vulling import BEGIN, vul
from .meten import Werk

PER_BLAD = 100
WEINIG, VEEL, OPEN, GESCHIEDENIS = 3_500, 200_000, 5_000, 500
SJABLOON = """<!doctype html><html lang="nl"><title>Lijst</title><table>{% for regel in blad %}<tr>
<td>{{ regel.naam }}</td><td>{{ regel.nummer }}</td>
<td>{{ regel.gemeente }}</td><td>{{ regel.stap }}</td><td>{{ regel.uiterlijk }}</td></tr>
{% endfor %}</table>{{ blad.paginator.count }}</html>"""


class Kaal(models.Model):
    """The same columns in one flat table: no lock on a name, no row security."""

    naam = models.CharField(max_length=100)
    nummer = models.CharField(max_length=20)
    gemeente = models.CharField(max_length=100)
    stap = models.CharField(max_length=20)
    uiterlijk = models.DateField()
    gemeld_op = models.DateField()
    objects: ClassVar[models.Manager[Kaal]] = models.Manager()

    class Meta:
        app_label = "web"
        managed = False
        db_table = "bench_kaal"


def schermen(_map: Path) -> list[Werk]:
    """The workloads; fills the database first."""
    klein, groot, druk = vul(WEINIG), vul(VEEL), vul(OPEN, klokken=True)
    _vul_kaal(VEEL)
    kaal = _kale_lijst()
    lang = _lange_geschiedenis(klein)
    return [
        Werk(
            "lijst-3500", _pagina(klein, "/dossiers/"), _kale_lijst(WEINIG), "100 of 3,500 dossiers / bare Django view"
        ),
        Werk("lijst-200000", _pagina(groot, "/dossiers/"), kaal, "100 of 200,000 dossiers / bare Django view"),
        Werk(
            "werkvoorraad-5000", _pagina(druk, "/werk/"), kaal, "work list over 5,000 open dossiers / bare list of 100"
        ),
        Werk("dossier-500", _pagina(klein, f"/dossiers/{lang}/"), kaal, "dossier with 500 entries / bare list of 100"),
        Werk(
            "logboek-500",
            _pagina(klein, f"/dossiers/{lang}/journaal/"),
            kaal,
            "log of a dossier with 500 entries / bare list of 100",
        ),
    ]


def _vul_kaal(aantal: int) -> None:
    with connections["eigenaar"].cursor() as cursor:
        cursor.execute(
            """CREATE TABLE bench_kaal (id bigserial PRIMARY KEY, naam text, nummer text, gemeente text, stap text,
            uiterlijk date, gemeld_op date); CREATE INDEX ON bench_kaal (gemeld_op DESC, id DESC)"""
        )
        cursor.execute(
            """INSERT INTO bench_kaal (naam, nummer, gemeente, stap, uiterlijk, gemeld_op)
            SELECT 'mevrouw De Wit', '2026-' || n, 'Gemeente', 'melding', date '2026-01-01',
            date '2016-01-01' + n %% 3650 FROM generate_series(1, %s) n""",
            [aantal],
        )
        cursor.execute("GRANT SELECT ON bench_kaal TO PUBLIC; ANALYZE bench_kaal")


def _kale_lijst(hoogste: int = VEEL) -> Callable[[], object]:
    sjabloon = Engine().from_string(SJABLOON)
    maak = RequestFactory()

    def view(_request: HttpRequest) -> HttpResponse:
        regels = Kaal.objects.filter(id__lte=hoogste).order_by("-gemeld_op", "-id")
        return HttpResponse(sjabloon.render(Context({"blad": Paginator(regels, PER_BLAD).get_page(1)})))

    return lambda: view(maak.get("/kaal/")).content


def _pagina(stad: Stad, adres: str) -> Callable[[], object]:
    """A page through every layer that a browser passes: session, actor, row security, rendering."""
    client = Client(headers={"host": "localhost"})
    client.force_login(stad.accounts["consulent"])

    def haal() -> object:
        antwoord = client.get(adres)
        assert antwoord.status_code == HTTPStatus.OK, antwoord.status_code
        return antwoord.content

    return haal


def _lange_geschiedenis(stad: Stad) -> str:
    """The number of a dossier with 500 entries in the journal."""
    with als(stad.als("consulent")) as wie:
        dossier = Dossier.objects.order_by("id")[0]
        Journaalregel.objects.bulk_create(
            [
                Journaalregel(
                    regio_id=stad.regio, account=wie.account, rol="consulent", vanwaar="web", namens=stad.gemeente,
                    handeling="toegang.dossier.inzien", op=BEGIN, object_soort="dossier", object_id=str(dossier.pk),
                    betreft=dossier.betreft, uitslag="gelezen",
                )
                for _ in range(GESCHIEDENIS)
            ]
        )  # fmt: skip
    return dossier.nummer
