"""Small files of each kind that is taken in, and some that are not."""

from __future__ import annotations

import io
import zipfile

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + b"\x00" * 20 + b"\xff\xd9"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR" + b"\x00" * 20


def pak(delen: dict[str, bytes]) -> bytes:
    """A zip of these parts."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as bestand:
        for naam, inhoud in delen.items():
            bestand.writestr(naam, inhoud)
    return uit.getvalue()


DOCX = pak({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})
ODT = pak({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"})
MET_MACRO = pak({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>", "word/vbaProject.bin": b"x"})
