"""A file is what is in it; a scanner that says no or nothing keeps it out."""

from __future__ import annotations

import socket
import struct
import sys
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st

from tests.toegang.papier import DOCX, EICAR, JPEG, MET_MACRO, ODT, PDF, PNG, pak
from voordeur.inwoner import bestanden
from voordeur.inwoner.bestanden import (
    BestandGeweigerd,
    BestandLeeg,
    BestandMetMacro,
    BestandOnbekend,
    BestandTeGroot,
    herken,
    nette_naam,
)
from voordeur.inwoner.scanner import BestandBesmet, ScannerZwijgt, scan


def kapot_odt() -> bytes:
    """Says that its type is compressed, in both headers, and it is not."""
    inhoud = bytearray(ODT)
    inhoud[8] = inhoud[inhoud.index(b"PK\x01\x02") + 10] = zipfile.ZIP_DEFLATED
    return bytes(inhoud)


@pytest.mark.parametrize(
    ("inhoud", "soort"),
    [(PDF, "PDF"), (JPEG, "JPEG"), (PNG, "PNG"), (DOCX, "Word"), (ODT, "OpenDocument")],
    ids=["pdf", "jpeg", "png", "docx", "odt"],
)
def test_a_file_is_known_by_its_content(inhoud: bytes, soort: str) -> None:
    assert herken(inhoud).naam == soort


@pytest.mark.parametrize(
    ("inhoud", "fout"),
    [
        (b"", BestandLeeg),
        (b"%PDF-1.7 afgebroken", BestandOnbekend),
        (b"MZ\x90\x00 een programma", BestandOnbekend),
        (b"<html><script>alert(1)</script>", BestandOnbekend),
        (pak({"geheim.exe": b"x"}), BestandOnbekend),
        (DOCX[:40], BestandOnbekend),
        (MET_MACRO, BestandMetMacro),
        (pak({"Scripts/python/x.py": b"x", "content.xml": b"<x/>"}), BestandMetMacro),
        (kapot_odt(), BestandOnbekend),
        (b"%PDF-" + b"x" * bestanden.GROOTSTE, BestandTeGroot),
    ],
    ids=[
        "leeg",
        "half",
        "programma",
        "pagina",
        "ingepakt",
        "afgebroken",
        "macro",
        "script",
        "kapot-ingepakt",
        "te-groot",
    ],
)
def test_what_is_no_paper_is_refused_in_a_sentence(inhoud: bytes, fout: type[BestandGeweigerd]) -> None:
    with pytest.raises(fout) as geweigerd:
        herken(inhoud)
    assert str(geweigerd.value).endswith(".")


@given(st.binary(max_size=200), st.sampled_from([b"", b"PK\x03\x04", b"%PDF-", b"\x89PNG\r\n\x1a\n"]))
def test_any_bytes_are_known_or_refused(inhoud: bytes, begin: bytes) -> None:
    with suppress(BestandGeweigerd):
        assert herken(begin + inhoud).uitgang


@given(st.text(max_size=200))
def test_any_name_becomes_a_tidy_one(naam: str) -> None:
    net = nette_naam(naam, bestanden.PDF)
    assert net.endswith(".pdf")
    assert len(net) <= bestanden.LANGSTE_NAAM + 10
    assert not set('/\\"<>|:*?\r\n\0') & set(net)


@pytest.mark.parametrize(
    ("naam", "net"),
    [
        ("plan.exe", "plan.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\mijn\\plan.pdf", "plan.pdf"),
        ("", "document.pdf"),
    ],
)
def test_a_name_ends_as_its_content_says(naam: str, net: str) -> None:
    assert nette_naam(naam, bestanden.PDF) == net


def met_opdracht(map_: Path, code: str) -> str:
    """A scanner that is a command: this code, with what it reads in `inhoud`."""
    script = map_ / "scan.py"
    script.write_text(f"import sys\ninhoud = sys.stdin.buffer.read()\n{code}\n")
    return f"opdracht:{sys.executable} {script}"


def test_without_a_scanner_nothing_is_asked() -> None:
    with override_settings(VOORDEUR_SCANNER=""):
        scan(EICAR)


def test_a_command_that_finds_something_keeps_the_file_out(tmp_path: Path) -> None:
    with override_settings(VOORDEUR_SCANNER=met_opdracht(tmp_path, "sys.exit(b'EICAR' in inhoud)")):
        scan(PDF)
        with pytest.raises(BestandBesmet, match="virus"):
            scan(PDF + EICAR)


@pytest.mark.parametrize("scanner", ["opdracht:/er/is/niets", "clamd:127.0.0.1:1", "clamd:/er/is/niets", "clamd:x"])
def test_a_scanner_that_does_not_answer_is_no_yes(scanner: str) -> None:
    with override_settings(VOORDEUR_SCANNER=scanner), pytest.raises(ScannerZwijgt):
        scan(PDF)


def test_a_command_that_fails_is_no_yes(tmp_path: Path) -> None:
    with override_settings(VOORDEUR_SCANNER=met_opdracht(tmp_path, "sys.exit(2)")), pytest.raises(ScannerZwijgt):
        scan(PDF)


def test_a_scanner_of_a_kind_that_there_is_not_is_told_to_who_runs_the_server() -> None:
    with override_settings(VOORDEUR_SCANNER="magie:x"), pytest.raises(ImproperlyConfigured):
        scan(PDF)


@contextmanager
def clamd(antwoord: bytes = b"") -> Iterator[str]:
    """A clamd that finds EICAR, or always says the same."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        draad = threading.Thread(target=_antwoord, args=(server, antwoord), daemon=True)
        draad.start()
        yield f"clamd:127.0.0.1:{server.getsockname()[1]}"
        draad.join(5)


def _antwoord(server: socket.socket, antwoord: bytes) -> None:
    lijn, _ = server.accept()
    with lijn, lijn.makefile("rb") as bron:
        assert bron.read(10) == b"zINSTREAM\0"
        inhoud = b""
        while lengte := struct.unpack("!L", bron.read(4))[0]:
            inhoud += bron.read(lengte)
        gevonden = b"stream: Eicar-Test-Signature FOUND\0" if b"EICAR" in inhoud else b"stream: OK\0"
        lijn.sendall(antwoord or gevonden)


@pytest.mark.parametrize(
    ("inhoud", "antwoord", "fout"),
    [
        (PDF * 5000, b"", None),
        (PDF + EICAR, b"", BestandBesmet),
        (PDF, b"INSTREAM size limit exceeded. ERROR\0", ScannerZwijgt),
    ],
)
def test_clamd_is_asked_by_its_own_words(inhoud: bytes, antwoord: bytes, fout: type[Exception] | None) -> None:
    with clamd(antwoord) as waar, override_settings(VOORDEUR_SCANNER=waar):
        if fout is None:
            scan(inhoud)
        else:
            with pytest.raises(fout):
                scan(inhoud)
