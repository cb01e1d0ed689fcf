"""A step as people do it: fill in, check the answers, confirm. Works without JavaScript; nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import BaseForm, BoundField, CheckboxInput
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from voordeur.kern.fouten import Geweigerd, Gewijzigd
from voordeur.regels.verwoorden import schrijf_bedrag

from .bouwstenen import Gebeurtenis, Gegeven
from .schil import Kruimel
from .velden import JA_NEE_WOORDEN, JaNeeOnbekend

BEVESTIG, WIJZIG = "_bevestig", "_wijzig"


class NietIngevuld(Exception):
    """A step that a machine walks cannot be done: the form with what is wrong, or that somebody else was first."""

    def __init__(self, formulier: BaseForm, botsing: Gewijzigd | None) -> None:
        self.formulier, self.botsing = formulier, botsing
        super().__init__("niet ingevuld")


@dataclass(frozen=True)
class Stap:
    """What the pages of a step say. `knop` is a verb with what it does; `terug` where the step came from.

    `controle`: show the answers before anything is done, on `controleblad`. `uitleg` and `extra` go to the template
    as they are.
    """

    titel: str
    knop: str
    terug: str
    uitleg: str = ""
    controle: bool = True
    sjabloon: str = "schermen/stap.html"
    kruimels: tuple[Kruimel, ...] = ()
    extra: dict[str, Any] = field(default_factory=dict)
    controleblad: str = "schermen/controleer.html"


def doorloop(
    request: HttpRequest,
    stap: Stap,
    formulier: BaseForm,
    doe: Callable[[dict[str, Any]], HttpResponse],
    *,
    gewijzigd: Callable[[Gewijzigd], tuple[Gebeurtenis, ...]] | None = None,
    bij_veld: Mapping[type[Geweigerd], str] | None = None,
) -> HttpResponse:
    """The form; with errors the form again (422); valid, the answers to check; confirmed, `doe` with the clean data.

    When somebody else was first, the form comes back (409) with what they did, and with everything that was typed.
    `bij_veld`: the refusals that are about one answer, with its field; the form comes back (422) with the reason there.
    So does a ValidationError of `doe`. A request with `per_machine` reads no page: it gets NietIngevuld instead.
    """
    if not formulier.is_bound or WIJZIG in request.POST:
        return _toon(request, stap, _zonder_fouten(formulier), 200)
    if not formulier.is_valid():
        return _toon(request, stap, formulier, 422)
    if stap.controle and BEVESTIG not in request.POST:
        return render(request, stap.controleblad, _inhoud(request, stap, formulier) | {
            "antwoorden": tuple(antwoorden(formulier)), "verborgen": tuple(_verborgen(request.POST)),
        })  # fmt: skip
    return _probeer(request, stap, formulier, doe, gewijzigd, bij_veld)


def _probeer(
    request: HttpRequest,
    stap: Stap,
    formulier: BaseForm,
    doe: Callable[[dict[str, Any]], HttpResponse],
    gewijzigd: Callable[[Gewijzigd], tuple[Gebeurtenis, ...]] | None,
    bij_veld: Mapping[type[Geweigerd], str] | None,
) -> HttpResponse:
    try:
        return doe(formulier.cleaned_data)
    except ValidationError as fout:
        formulier.add_error(None, fout)
        return _toon(request, stap, formulier, 422)
    except Geweigerd as fout:
        if isinstance(fout, Gewijzigd) and gewijzigd is not None:
            return _toon(request, stap, formulier, 409, botsing=fout, gebeurd=gewijzigd(fout))
        if type(fout) not in (bij_veld or {}):
            raise
        formulier.add_error((bij_veld or {})[type(fout)], str(fout))
    return _toon(request, stap, formulier, 422)


def _zonder_fouten(formulier: BaseForm) -> BaseForm:
    """What was typed as the start of a fresh form: coming back to change an answer is no mistake."""
    if formulier.is_bound and formulier.is_valid():
        formulier.initial = {**formulier.initial, **formulier.cleaned_data}
        formulier.is_bound = False
        formulier.full_clean()
    return formulier


def _toon(request: HttpRequest, stap: Stap, formulier: BaseForm, status: int, **meer: Any) -> HttpResponse:
    if getattr(request, "per_machine", False):
        raise NietIngevuld(formulier, meer.get("botsing"))
    inhoud = _inhoud(request, stap, formulier) | {"botsing": None, "gebeurd": ()} | meer
    if meer and "versie" in formulier.fields:
        nieuw = request.POST.copy()
        nieuw["versie"] = str(meer["botsing"].nu)
        formulier.data = nieuw
    return render(request, stap.sjabloon, inhoud, status=status)


def _inhoud(request: HttpRequest, stap: Stap, formulier: BaseForm) -> dict[str, Any]:
    return {
        "stap": stap,
        "formulier": formulier,
        "hier": request.path,
        "kruimels": stap.kruimels,
        "kruimel_hier": stap.titel,
        **stap.extra,
    }


def _verborgen(post: QueryDict) -> Iterator[tuple[str, str]]:
    for naam, waarden in post.lists():
        if naam not in ("csrfmiddlewaretoken", BEVESTIG, WIJZIG):
            yield from ((naam, str(waarde)) for waarde in waarden)


def antwoorden(formulier: BaseForm) -> Iterator[Gegeven]:
    """Every answer of a valid form in words, by the label of its field; what is hidden is not shown."""
    for veld in formulier:
        if not veld.is_hidden:
            groep = getattr(veld.field, "groep", "")
            yield Gegeven(
                f"{groep}: {veld.label}" if groep else str(veld.label),
                _in_woorden(veld, formulier.cleaned_data.get(veld.name)),
            )


def _in_woorden(veld: BoundField, waarde: Any) -> str:
    if isinstance(veld.field.widget, CheckboxInput):
        return _("ja") if waarde else _("nee")
    if isinstance(veld.field, JaNeeOnbekend) or isinstance(waarde, bool):
        return JA_NEE_WOORDEN[waarde]
    if waarde in (None, "", []):
        return _("niet ingevuld")
    keuzes = {str(sleutel): str(tekst) for sleutel, tekst in getattr(veld.field, "choices", ())}
    delen = waarde if isinstance(waarde, (list, tuple)) else [waarde]
    return ", ".join(keuzes.get(str(deel)) or _schrijf(deel) for deel in delen)


def _schrijf(waarde: Any) -> str:
    if isinstance(waarde, Decimal):
        return schrijf_bedrag(waarde)
    return date_format(waarde, "j F Y") if isinstance(waarde, date) else str(waarde)
