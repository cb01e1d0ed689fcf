"""The PDF of each kind, read by another library: what PDF/UA-1 asks for is in it."""

from __future__ import annotations

from datetime import UTC, datetime

import pikepdf
import pytest
from pikepdf import Name

from tests.brieven.lezen import bladwijzers, letters, merken, open_pdf, stukken
from tests.brieven.voorbeelden import ALLE
from voordeur.brieven.opbouw import delen_van
from voordeur.brieven.pdf import maak_pdf

MM = 72 / 25.4  # points


@pytest.fixture(params=ALLE, scope="module")
def naam(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def pdf(naam: str) -> bytes:
    return maak_pdf(ALLE[naam])


def test_it_says_its_language_and_shows_its_title(naam: str, pdf: bytes) -> None:
    with open_pdf(pdf) as document:
        assert str(document.Root.Lang).split("-")[0] == "nl"
        assert document.Root.ViewerPreferences.DisplayDocTitle == True  # noqa: E712
        assert str(document.docinfo.Title) == ALLE[naam].onderwerp


def test_it_claims_pdf_ua_1(pdf: bytes) -> None:
    with open_pdf(pdf) as document, document.open_metadata() as kaart:
        assert kaart["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
        assert kaart["dc:title"]


def test_it_is_tagged_with_one_main_heading_before_the_others(naam: str, pdf: bytes) -> None:
    with open_pdf(pdf) as document:
        assert document.Root.MarkInfo.Marked == True  # noqa: E712
    koppen = [merk for merk in merken(pdf) if merk in {f"H{n}" for n in range(1, 7)}]
    assert koppen == ["H1"] + ["H2"] * len(delen_van(ALLE[naam]))


def test_every_table_has_a_head_and_every_list_its_items(pdf: bytes) -> None:
    gevonden = merken(pdf)
    assert gevonden.count("TH") == 2 * gevonden.count("Table")
    assert gevonden.count("LI") >= gevonden.count("L") >= 1


def test_every_page_tells_where_it_stands_in_the_tree(pdf: bytes) -> None:
    with open_pdf(pdf) as document:
        assert all(Name.StructParents in bladzijde for bladzijde in document.pages)
        assert all(bladzijde.get(Name.Tabs) == Name.S for bladzijde in document.pages if Name.Annots in bladzijde)


def test_the_bookmarks_are_the_headings(naam: str, pdf: bytes) -> None:
    assert bladwijzers(pdf) == [(ALLE[naam].onderwerp, [deel.kop for deel in delen_van(ALLE[naam])])]


def test_every_font_is_inside(pdf: bytes) -> None:
    assert letters(pdf)
    assert all({"/FontFile2", "/FontFile3"} & letter for letter in letters(pdf))


def test_the_paper_is_a4_upright(pdf: bytes) -> None:
    with open_pdf(pdf) as document:
        maten = {tuple(round(float(maat)) for maat in bladzijde.mediabox) for bladzijde in document.pages}
    assert maten == {(0, 0, 595, 842)}


def test_its_time_is_the_day_of_the_letter(naam: str, pdf: bytes) -> None:
    with open_pdf(pdf) as document, document.open_metadata() as kaart:
        gemaakt = datetime.fromisoformat(str(kaart["xmp:CreateDate"]))
    assert gemaakt == datetime.combine(ALLE[naam].datum, datetime.min.time(), UTC)


def test_there_is_no_script_no_file_and_no_way_out(pdf: bytes) -> None:
    with open_pdf(pdf) as document:
        assert not {"/OpenAction", "/AA", "/AcroForm", "/Names"} & set(document.Root.keys())
        assert not [o for o in document.objects if isinstance(o, pikepdf.Dictionary) and o.get(Name.S) == Name.URI]


def test_name_and_address_show_through_the_window_and_nothing_else_does(pdf: bytes) -> None:
    """The window of a C5/6 envelope, left: from 20 to 110 mm from the left and from 55 to 84 mm from the top."""
    in_venster = [
        stuk.tekst
        for stuk in stukken(pdf)
        if stuk.bladzijde == 1 and 55 < stuk.boven / MM < 84 and 20 < stuk.links / MM < 110
    ]
    assert in_venster == ["Mevrouw J. de Wit", "Lindelaan 12", "1234 AB KLEINBUURT"]


def test_the_name_of_who_signs_is_not_alone_on_a_page(pdf: bytes) -> None:
    blad = {stuk.tekst: stuk.bladzijde for stuk in stukken(pdf)}
    assert blad["Hebt u vragen?"] == blad["P. Jansen"]
