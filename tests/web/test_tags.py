"""Template tags and what the building blocks are filled with."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django import forms
from django.template import Context, Template, TemplateSyntaxError

from voordeur.regelingen.laden import nieuwste, versies
from voordeur.regels.uitkomst import Uitkomst, stap
from voordeur.schermen.bouwstenen import Conclusie, Voorwaarde, termijnchip, wachtchip
from voordeur.schermen.gronden import in_woorden, leesbaar
from voordeur.schermen.schil import Menugroep, Menupunt, Schil

HARD = "\u00a0"


def toon(tekst: str, **waarden: object) -> str:
    return Template("{% load voordeur %}" + tekst).render(Context(waarden))


def test_an_icon_is_hidden_from_screen_readers_and_needs_no_file() -> None:
    svg = toon('{% icoon "clock" "groot" %}')
    assert svg.startswith('<svg class="i groot" viewBox="0 0 24 24" aria-hidden="true"')
    assert svg.count("<path") == 2


@pytest.mark.parametrize("naam", ["bestaat-niet", "../vendor", ""])
def test_an_icon_that_is_not_vendored_fails(naam: str) -> None:
    with pytest.raises(TemplateSyntaxError, match="voeg het toe"):
        toon("{% icoon naam %}", naam=naam)


@pytest.mark.parametrize(
    ("sjabloon", "waarde", "tekst"),
    [
        ("{{ x|euro }}", Decimal("1250000"), f"€{HARD}1.250.000,00"),
        ("{{ x|euro }}", "-0.5", f"−€{HARD}0,50"),
        ("{{ x|euro_heel }}", 125558, f"€{HARD}125.558"),
        ("{{ x|datum }}", date(2026, 3, 2), "2 maart 2026"),
        ("{{ x|datum }}", datetime(2026, 3, 1, 23, 30, tzinfo=UTC), "2 maart 2026"),
        ("{{ x|datumtijd }}", datetime(2026, 7, 2, 7, 5, tzinfo=UTC), "2 juli 2026 om 9.05 uur"),
        ("{{ x|dagen }}", 7, "Nog 7 dagen"),
        ("{{ x|dagen }}", 1, "Nog 1 dag"),
        ("{{ x|dagen }}", 0, "Vandaag"),
        ("{{ x|dagen }}", -1, "1 dag te laat"),
        ("{{ x|dagen }}", -3, "3 dagen te laat"),
    ],
)
def test_amounts_and_days_are_written_the_dutch_way(sjabloon: str, waarde: object, tekst: str) -> None:
    assert toon(sjabloon, x=waarde) == tekst


def test_a_day_is_counted_from_the_day_that_is_given() -> None:
    assert toon("{{ x|dagen:vandaag }}", x=date(2026, 3, 2), vandaag=date(2026, 2, 28)) == "Nog 2 dagen"


def test_the_colour_of_a_term_follows_the_house_style() -> None:
    soorten = {dagen: termijnchip(dagen).soort for dagen in (-1, 0, 2, 3, 7, 8)}
    assert soorten == {-1: "telaat", 0: "dringend", 2: "dringend", 3: "bijna", 7: "bijna", 8: "rust"}
    assert wachtchip("CIZ").soort == "info"


@pytest.mark.parametrize(
    ("grond", "tekst", "eind"),
    [
        ("wmo/2.3.2-1", "Wmo 2015, artikel 2.3.2 lid 1", "BWBR0035362&artikel=2.3.2"),
        ("awb/4:15", "Algemene wet bestuursrecht, artikel 4:15", "BWBR0005537&artikel=4:15"),
        ("atw/1", "Algemene termijnenwet, artikel 1", "BWBR0002448&artikel=1"),
    ],
)
def test_an_article_of_law_is_written_out_and_leads_to_its_text(grond: str, tekst: str, eind: str) -> None:
    gevonden = leesbaar(grond)
    assert gevonden.tekst == tekst
    assert gevonden.adres.endswith(eind)
    assert gevonden.kern


def test_every_provision_of_every_agreement_can_be_written_out() -> None:
    for id_ in versies():
        for naam, bepaling in nieuwste(id_).bepalingen.items():
            grond = leesbaar(f"{id_}/{naam}")
            assert nieuwste(id_).naam in grond.tekst
            assert "art. " not in grond.tekst
            assert grond.kern == bepaling.kern


@pytest.mark.parametrize("grond", ["onbekend/1", "los"])
def test_an_unknown_ground_is_shown_as_it_is(grond: str) -> None:
    assert leesbaar(grond).tekst == grond


def test_an_outcome_is_put_into_words_and_names_a_ground_once_in_a_row() -> None:
    einde = stap("termijn.einde_ruw", ("atw/1",), einde_ruw=date(2026, 3, 2))
    open_ = stap("termijn.open_dag", ("atw/1", "atw/2"), uiterlijk=date(2026, 3, 2))
    regels = in_woorden(Uitkomst(None, (einde, open_)))
    assert [len(regel.gronden) for regel in regels] == [1, 1]
    tekst = toon("{% in_woorden u as r %}{{ r.0.tekst }}", u=Uitkomst(None, (einde,)))
    assert tekst == "Zonder verschuiving is 2 maart 2026 de laatste dag."


def test_a_conclusion_counts_its_conditions() -> None:
    oordelen = ("klopt", "klopt_niet", "onbekend", "onbekend")
    conclusie = Conclusie("zin", tuple(Voorwaarde("x", oordeel, "y") for oordeel in oordelen))
    assert conclusie.in_het_kort == (
        "1 van de 4 voorwaarden klopt. 1 voorwaarde klopt niet. 2 voorwaarden beoordeelt u nog."
    )
    assert Conclusie("zin", (Voorwaarde("x", "klopt", "y"),)).in_het_kort == "De voorwaarde klopt."


def test_the_bar_at_the_bottom_holds_three_entries_of_any_group() -> None:
    punten = tuple(Menupunt(str(n), "/", "clock", kort="" if n == 1 else str(n)) for n in range(5))
    schil = Schil("r", "/", (Menugroep("a", punten[:2]), Menugroep("b", punten[2:])), "noor de visser", "rol")
    assert [punt.kort for punt in schil.onder] == ["0", "2", "3"]
    assert schil.letters == "NV"


class Formulier(forms.Form):
    naam = forms.CharField(help_text="uitleg")
    soort = forms.ChoiceField(choices=[("a", "A")], widget=forms.RadioSelect)

    def clean(self) -> None:
        raise forms.ValidationError("Deze twee passen niet bij elkaar.")


def test_each_error_leads_to_an_element() -> None:
    tekst = toon("{% fouten_van f as r %}{% for a, t in r %}{{ a }};{% endfor %}", f=Formulier({}))
    assert tekst == "id_naam;id_naam;id_soort_0;"


def test_a_field_is_linked_to_its_help_and_its_error() -> None:
    veld = Formulier({})["naam"]
    html = toon('{% include "schermen/formulierveld.html" %}', veld=veld)
    assert 'aria-describedby="id_naam_helptext id_naam_error"' in html
    assert 'aria-invalid="true"' in html
    assert html.index('id="id_naam_error"') < html.index("<input")
