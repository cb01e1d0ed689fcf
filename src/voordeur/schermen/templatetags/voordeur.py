"""Tags and filters of the templates: icons, Dutch amounts and days, outcomes in words, form fields."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from django import template
from django.forms import (
    BaseForm,
    BoundField,
    CheckboxInput,
    CheckboxSelectMultiple,
    RadioSelect,
    Select,
    Textarea,
    Widget,
)
from django.utils import dateformat, timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from voordeur.regelingen.schema import Regeling
from voordeur.regels.bedragen import EURO, rond
from voordeur.regels.uitkomst import Uitkomst
from voordeur.regels.verwoorden import schrijf_bedrag, schrijf_datum
from voordeur.schermen import gronden
from voordeur.schermen.bouwstenen import Uitlegregel, dagen_in_woorden

register = template.Library()

PAD = re.compile(r"<(?:path|circle|rect|line|polyline)\b[^>]*/>")
ICONEN = files("voordeur.schermen").joinpath("static/voordeur/vendor/iconen")


@register.simple_tag
@cache
def icoon(naam: str, klasse: str = "") -> SafeString:
    """A vendored icon in the page itself, hidden from screen readers: there are always words beside it."""
    bestand = ICONEN.joinpath(f"{naam}.svg")
    if not re.fullmatch(r"[a-z0-9-]+", naam) or not bestand.is_file():
        raise template.TemplateSyntaxError(f"icoon {naam!r} is er niet; voeg het toe aan vendor.lock.json")
    paden = "".join(pad for pad in PAD.findall(bestand.read_text("utf-8")) if 'stroke="none"' not in pad)
    klassen = f"i {klasse}".strip()
    # only files of this package and a class name from a template
    return mark_safe(  # noqa: S308  # nosec B308 B703
        f'<svg class="{klassen}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{paden}</svg>'
    )


@register.filter
def in_vieren(tekst: str) -> str:
    """A long key in groups of four, so that somebody can type it over."""
    return " ".join(tekst[plek : plek + 4] for plek in range(0, len(tekst), 4))


@register.filter
def euro(bedrag: Decimal | int | str) -> str:
    """€ 1.250,00."""
    return schrijf_bedrag(Decimal(bedrag))


@register.filter
def euro_heel(bedrag: Decimal | int | str) -> str:
    """€ 1.250: whole euros, for where cents say nothing."""
    return schrijf_bedrag(rond(Decimal(bedrag), EURO)).removesuffix(",00")


@register.filter
def datum(dag: date) -> str:
    """2 maart 2026, or as the language of the page writes it; a moment is the day it is here."""
    hier = _hier(dag)
    return schrijf_datum(hier) if get_language() in (None, "nl") else dateformat.format(hier, "j F Y")


@register.filter
def datumtijd(moment: datetime) -> str:
    """2 maart 2026 om 9.05 uur."""
    hier = _hier(moment)
    assert isinstance(hier, datetime)
    return f"{schrijf_datum(hier)} om {hier.hour}.{hier.minute:02d} uur"


def _hier(dag: date) -> date:
    return timezone.localtime(dag) if isinstance(dag, datetime) and timezone.is_aware(dag) else dag


@register.filter
def dagen(waarde: int | date, vandaag: date | None = None) -> str:
    """'Nog 7 dagen', 'Vandaag', '3 dagen te laat': of a number of days, or of a day seen from `vandaag`."""
    if isinstance(waarde, int):
        return dagen_in_woorden(waarde)
    assert vandaag is not None
    return dagen_in_woorden((waarde - vandaag).days)


@register.simple_tag
def in_woorden(uitkomst: Uitkomst[Any], regeling: Regeling | None = None) -> tuple[Uitlegregel, ...]:
    """The steps of an outcome as sentences with their grounds: `{% in_woorden uitkomst as regels %}`."""
    return gronden.in_woorden(uitkomst, regeling)


@register.filter
def soort(veld: BoundField) -> str:
    """How a field is laid out: 'keuzes', 'vinkje' or 'veld'."""
    invoer_ = veld.field.widget
    if isinstance(invoer_, (RadioSelect, CheckboxSelectMultiple)):
        return "keuzes"
    return "vinkje" if isinstance(invoer_, CheckboxInput) else "veld"


@register.filter
def niet_verplicht(veld: BoundField) -> str:
    """Behind the label of a question that everybody may leave open; not where its help says who has to answer it."""
    field = veld.field
    open_ = not (field.required or getattr(field, "altijd_antwoord", False) or getattr(field, "zegt_wanneer", False))
    return " (niet verplicht)" if open_ else ""


@register.filter
def invoer(veld: BoundField) -> SafeString:
    """The input itself, with the class of its kind."""
    return veld.as_widget(attrs={"class": _klasse(veld.field.widget)} if soort(veld) == "veld" else None)


def _klasse(invoer_: Widget) -> str:
    if isinstance(invoer_, Textarea):
        return "utrecht-textarea utrecht-textarea--html-textarea"
    if isinstance(invoer_, Select):
        return "utrecht-select utrecht-select--html-select"
    return "utrecht-textbox utrecht-textbox--html-input"


@register.simple_tag
def fouten_van(formulier: BaseForm) -> list[tuple[str, str]]:
    """Every error with the id of the element to go to; an error of the form as a whole leads to its first field.

    Without any field to go to the id is empty.

    A sentence that comes more than once says of which field it is.
    """
    velden = list(formulier)
    eerste = _anker(velden[0]) if velden else ""
    algemeen = [(eerste, fout) for fout in _teksten(formulier.non_field_errors())]
    per_veld = [(veld, fout) for veld in formulier for fout in _teksten(veld.errors)]
    vaak = Counter(fout for _, fout in per_veld)
    return algemeen + [
        (_anker(veld), fout if vaak[fout] == 1 else f"{veld.label}: {fout[:1].lower()}{fout[1:]}")
        for veld, fout in per_veld
    ]


def _teksten(fouten: Iterable[Any]) -> list[str]:
    return [str(fout) for fout in fouten]


def _anker(veld: BoundField) -> str:
    # a group of choices has no element of its own: go to its first choice
    return veld.id_for_label or f"{veld.auto_id}_0"
