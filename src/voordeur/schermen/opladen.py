"""Files that people send: kept in memory until they are locked, so that nothing about a person lies on a disk."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from voordeur.inwoner.bestanden import (
    GROOTSTE,
    SOORTEN,
    BestandGeweigerd,
    BestandLeeg,
    Bestandssoort,
    BestandTeGroot,
    herken,
    nette_naam,
)


class InHetGeheugen(FileUploadHandler):
    """Keeps a file in memory up to the largest that is taken in; what comes after that is counted and dropped."""

    def new_file(self, *delen: Any, **velden: Any) -> None:
        super().new_file(*delen, **velden)
        self.deel = io.BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start + len(raw_data) <= GROOTSTE:
            self.deel.write(raw_data)

    def file_complete(self, file_size: int) -> UploadedFile:
        self.deel.seek(0)
        return InMemoryUploadedFile(
            self.deel, self.field_name, self.file_name or "", self.content_type, file_size, self.charset
        )


@dataclass(frozen=True)
class Bestand:
    """A file as it was sent: a tidy name, what it is by its content, and that content."""

    naam: str
    soort: Bestandssoort
    inhoud: bytes


class Bestandsveld(forms.FileField):
    """A file of a kind that is taken in; gives a Bestand, or None when it was left open."""

    widget = forms.FileInput

    def __init__(self, **velden: Any) -> None:
        fouten = {
            "required": "Kies een bestand.", "empty": str(BestandLeeg()), "missing": "Kies een bestand.",
            "invalid": "Kies een bestand.", "max_length": "De naam van dit bestand is te lang. Geef een kortere naam.",
        }  # fmt: skip
        velden.setdefault("help_text", f"PDF, JPEG, PNG, Word of ODT. Hoogstens {GROOTSTE // 1024 // 1024} MB.")
        super().__init__(error_messages=fouten, max_length=200, **velden)
        self.widget.attrs["accept"] = ",".join(f".{soort.uitgang}" for soort in SOORTEN.values())

    def clean(self, data: Any, initial: Any = None) -> Bestand | None:
        gestuurd = super().clean(data, initial)
        if not gestuurd:
            return None
        try:
            if gestuurd.size > GROOTSTE:
                raise BestandTeGroot
            inhoud = gestuurd.read()
            soort = herken(inhoud)
        except BestandGeweigerd as fout:
            raise forms.ValidationError(str(fout)) from None
        return Bestand(nette_naam(gestuurd.name, soort), soort, inhoud)
