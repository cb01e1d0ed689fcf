"""From letter to PDF/UA-1. The same letter gives the same bytes: own fonts, and the day of the letter as its time."""

from __future__ import annotations

import json
import re
from calendar import timegm
from datetime import date
from functools import cache
from importlib.resources import files

import typst

from .controle import controleer
from .fouten import NietAfdrukbaar
from .opmaak import velden_van
from .soorten import Brief

_ZONDER_LETTER = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)


def maak_pdf(brief: Brief) -> bytes:
    """The letter as an accessible PDF. Raises BriefOnvolledig before anything is printed, or NietAfdrukbaar."""
    controleer(brief)
    return _druk(json.dumps(velden_van(brief), ensure_ascii=False), brief.datum)


def _druk(velden: str, dag: date) -> bytes:
    """A compiler of its own for each letter, so that threads share nothing but the fonts."""
    drukker = typst.Compiler(_sjabloon(), font_paths=_letters(), sys_inputs={"brief": velden})
    try:
        pdf = drukker.compile(format="pdf", pdf_standards=["ua-1"], timestamp=timegm(dag.timetuple()))
    except typst.TypstError as fout:
        gevonden = _ZONDER_LETTER.search(str(fout))
        if gevonden is None:
            raise
        raise NietAfdrukbaar(gevonden[1]) from None
    assert isinstance(pdf, bytes)
    return pdf


@cache
def _sjabloon() -> bytes:
    return files(__package__).joinpath("brief.typ").read_bytes()


@cache
def _letters() -> typst.Fonts:
    """Only the fonts inside the library: those of a machine differ from those of the next."""
    return typst.Fonts(include_system_fonts=False)
