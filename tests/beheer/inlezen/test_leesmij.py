"""Moving in by the page of the room alone: its commands, as they stand there, on a database without that region."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from tests.cli.hulp import voordeur
from tests.stad import ALTIJD
from voordeur.beheer.inlezen.uitvoeren import werker
from voordeur.beheer.models import Inleesset
from voordeur.geld.models import Boekingsregel
from voordeur.kern.actor import Actor, Rol, als
from voordeur.kern.models import Aanstelling, Account, College, Organisatie
from voordeur.toegang.models import Besluit, Dossier
from voordeur.verblijf.models import Plaatsing
from voordeur.verblijf.queries import wachtlijst

WORTEL = Path(__file__).parents[3]
LEESMIJ = WORTEL / "src" / "voordeur" / "beheer" / "README.md"
REGIO, TWEEDE = "waterland-oost", "controller@waterland-oost.example"


def opdrachten() -> list[list[str]]:
    """Every command of the page, in order, without the name of the program."""
    blokken = re.findall(r"```sh\n(.*?)```", LEESMIJ.read_text(), re.S)
    return [shlex.split(regel)[1:] for blok in blokken for regel in blok.splitlines() if regel]


@pytest.fixture
def in_de_wortel(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[None]:
    """As somebody who stands in the folder of the project, with another place for what is written."""
    (tmp_path / "docs").symlink_to(WORTEL / "docs")
    monkeypatch.chdir(tmp_path)
    with django_db_blocker.unblock():
        yield


def nodig_controller_uit() -> None:
    """Step 2 of the page; the screens of staff have tests of their own."""
    with als(Actor(REGIO, None, "proef", colleges=frozenset({"9901"}), vanwaar="test")):
        account = Account.objects.create_user(TWEEDE, "geheim", regio_id=REGIO, naam="Co Ntrole")
        Aanstelling.objects.create(
            regio_id=REGIO, account=account, rol=Rol.CONTROLLER.value, college=College.objects.get(code="9901"),
            periode=ALTIJD,
        )  # fmt: skip


def test_by_the_page_alone_a_region_moves_in(in_de_wortel: None) -> None:
    uitkomsten = []
    for opdracht in opdrachten():
        antwoord = voordeur(*opdracht)
        assert antwoord.code == 0, (opdracht, antwoord.fout.decode(), antwoord.tekst)
        uitkomsten.append(antwoord.tekst)
        if opdracht[:2] == ["regio", "nieuw"]:
            nodig_controller_uit()
    *_, ingelezen, nog_eens = uitkomsten
    assert "VOORDEUR_SITE en --adres ontbreken." in uitkomsten[1]
    assert "Mandaten, per gemeente geteld:" in uitkomsten[1]
    assert "59 rijen zijn nieuw of gewijzigd" in ingelezen
    assert "inwoners: 12 rijen, 12 gelijk" in nog_eens
    assert sorted(pad.name for pad in Path("sjablonen").iterdir())[0] == "beginbalans.csv"
    with als(werker(REGIO, None)) as wie:
        assert (Plaatsing.objects.count(), wachtlijst(wie).count(), Organisatie.objects.count()) == (9, 2, 4)
        assert set(Besluit.objects.values_list("bewijs", flat=True)) == {None}
        assert sum(regel.bedrag for regel in Boekingsregel.objects.filter(rekening__code="0800")) == -300_000
        assert Dossier.objects.filter(stap="plaatsing").count() == 2
        nummer = Inleesset.objects.get().pk
    probeer_met_fouten(Path("proef"))
    terug = voordeur("inlezen", "terug", REGIO, str(nummer), "--door", TWEEDE)
    assert terug.code == 0, terug.fout
    with als(werker(REGIO, None)):
        assert not Dossier.objects.exists()


def test_a_command_that_cannot_says_so_in_one_line(in_de_wortel: None, tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    assert voordeur("inlezen", "toets", "nergens", "docs/voorbeelden/zesde-regio").code == 2
    assert b"deze map is leeg" in voordeur("inlezen", "toets", "nergens", "leeg").fout
    assert b"deze map is er niet" in voordeur("inlezen", "toets", "nergens", "weg").fout
    (tmp_path / "leeg" / "inwoner.csv").write_bytes(b"x")
    assert b"inwoners.csv" not in (fout := voordeur("inlezen", "toets", "nergens", "leeg").fout)
    assert b"organisaties.csv; wel inwoner.csv" in fout
    (tmp_path / "leeg" / "Inwoners.xlsx").write_bytes(b"Beste collega")
    assert b"Inwoners.xlsx is geen Excel-bestand" in voordeur("inlezen", "toets", "nergens", "leeg").fout


def probeer_met_fouten(map_: Path) -> None:
    """Files with other names and a bad row: each is named, and what could not be read in leaves nothing behind."""
    map_.mkdir()
    (map_ / "Inwoners.CSV").write_text("Sleutel;naam;gemeente\nX-1;Vis;9901\nX-2;Vis;Nergens")
    (map_ / "inwoner.xlsx").write_bytes(b"PK")
    toets = voordeur("inlezen", "toets", REGIO, str(map_)).tekst
    assert "Inwoners, rij 3, gemeente: Deze gemeente kennen wij niet. Er staat: Nergens." in toets
    assert "Let op: inwoner.xlsx is niet gelezen." in toets
    assert "inwoners, 12: inwoner met besluit" in toets
    mensen = ["--door", "beheer@waterland-oost.example", "--tweede", TWEEDE]
    mislukt = voordeur("inlezen", "voer-uit", REGIO, str(map_), *mensen)
    assert (mislukt.code, b"--goede-regels" in mislukt.fout) == (2, True)
    with als(werker(REGIO, None)):
        deze = Inleesset.objects.latest("pk")
        assert (deze.stand, deze.sleutel, deze.bestanden.count()) == ("vervallen", None, 0)
    # of an organisation what was and what comes; of people that it changes
    voorbeeld = Path("docs/voorbeelden/zesde-regio")
    nieuw = (voorbeeld / "organisaties.csv").read_text().replace("456 702", "456 799")
    (map_ / "organisaties.csv").write_text(nieuw)
    (map_ / "Inwoners.CSV").write_text((voorbeeld / "inwoners.csv").read_text().replace("06 00000001", "06 99999999"))
    toets = voordeur("inlezen", "toets", REGIO, str(map_)).tekst
    assert "organisaties, rij 3 (ORG-2): telefoon van '0123 456 702' naar '0123 456 799'" in toets
    assert "inwoners, rij 2 (INW-1): telefoon\n" in toets
