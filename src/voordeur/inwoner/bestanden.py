"""What a file is, by what is in it. A name says nothing: anybody can call a program 'plan.pdf'."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath

from voordeur.kern.fouten import Geweigerd

# bytes
GROOTSTE = 10 * 1024 * 1024
LANGSTE_NAAM = 120
# a document of an office program has tens of parts; more is meant to choke who opens it
MEESTE_DELEN = 5_000
# what reading a damaged or locked package raises; RuntimeError holds NotImplementedError too
KAPOT = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, RuntimeError, ValueError, OSError)
# where a document keeps its programs
PROGRAMMAS = ("Basic/", "Scripts/")


@dataclass(frozen=True)
class Bestandssoort:
    """A kind of file that is taken in: how people call it, its type for a browser, the end of its name."""

    naam: str
    mime: str
    uitgang: str


PDF = Bestandssoort("PDF", "application/pdf", "pdf")
JPEG = Bestandssoort("JPEG", "image/jpeg", "jpg")
PNG = Bestandssoort("PNG", "image/png", "png")
DOCX = Bestandssoort("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx")
ODT = Bestandssoort("OpenDocument", "application/vnd.oasis.opendocument.text", "odt")
SOORTEN = {soort.mime: soort for soort in (PDF, JPEG, PNG, DOCX, ODT)}


class BestandGeweigerd(Geweigerd):
    """A file that is not taken in; the sentence says why, and what to do."""


class BestandTeGroot(BestandGeweigerd):
    """Larger than GROOTSTE."""

    def __init__(self) -> None:
        super().__init__(f"Dit bestand is te groot. Kies een bestand van hoogstens {GROOTSTE // 1024 // 1024} MB.")


class BestandLeeg(BestandGeweigerd):
    """Nothing is in it."""

    def __init__(self) -> None:
        super().__init__("Dit bestand is leeg. Kies een ander bestand.")


class BestandOnbekend(BestandGeweigerd):
    """Something else than the kinds that are taken in, or a damaged one."""

    def __init__(self) -> None:
        super().__init__("Dit is geen PDF, JPEG, PNG, Word- of ODT-bestand. Of het bestand is kapot.")


class BestandMetMacro(BestandGeweigerd):
    """A document that carries a program."""

    def __init__(self) -> None:
        super().__init__("In dit bestand zit een programma (macro). Bewaar het als PDF en kies dat bestand.")


def herken(inhoud: bytes) -> Bestandssoort:
    """The kind of a file by its content. Raises BestandLeeg, BestandTeGroot, BestandOnbekend, BestandMetMacro."""
    if not inhoud:
        raise BestandLeeg
    if len(inhoud) > GROOTSTE:
        raise BestandTeGroot
    if inhoud.startswith(b"%PDF-") and b"%%EOF" in inhoud[-4096:]:
        return PDF
    if inhoud.startswith(b"\xff\xd8\xff"):
        return JPEG
    if inhoud.startswith(b"\x89PNG\r\n\x1a\n") and inhoud[12:16] == b"IHDR":
        return PNG
    if inhoud.startswith(b"PK\x03\x04"):
        return _van_kantoor(inhoud)
    raise BestandOnbekend


def _van_kantoor(inhoud: bytes) -> Bestandssoort:
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as pak:
            delen = {deel.filename: deel for deel in pak.infolist()}
            if len(delen) > MEESTE_DELEN:
                raise BestandOnbekend
            if any(naam.lower().endswith("vbaproject.bin") or naam.startswith(PROGRAMMAS) for naam in delen):
                raise BestandMetMacro
            if {"[Content_Types].xml", "word/document.xml"} <= set(delen):
                return DOCX
            soort = delen.get("mimetype")
            is_odt = soort is not None and soort.file_size == len(ODT.mime) and pak.read(soort) == ODT.mime.encode()
            if is_odt and "content.xml" in delen:
                return ODT
    except KAPOT:
        raise BestandOnbekend from None
    raise BestandOnbekend


def nette_naam(naam: str, soort: Bestandssoort) -> str:
    """The name of a file without folders and signs that are no text, ending as its kind does."""
    kaal = PureWindowsPath(PurePosixPath(naam).name).name
    kaal = "".join(teken for teken in kaal if teken.isprintable() and teken not in '"<>|:*?').strip(" .")
    stam = kaal.rsplit(".", 1)[0] if "." in kaal else kaal
    return f"{stam[:LANGSTE_NAAM] or 'document'}.{soort.uitgang}"
