"""A BSN is nine digits that pass the check on eleven."""

from __future__ import annotations

import pytest

from voordeur.inwoner.bsn import lees_bsn, verhuld


@pytest.mark.parametrize("tekst", ["111222333", "123456782", "1234.56.782", "123 456 782"])
def test_a_number_that_passes_is_read_without_dots_and_spaces(tekst: str) -> None:
    assert lees_bsn(tekst) == tekst.replace(" ", "").replace(".", "")


def test_eight_digits_get_a_zero_in_front() -> None:
    assert lees_bsn("10000008") == "010000008"


@pytest.mark.parametrize("tekst", ["", "12345678", "1234567890", "12345678a", "١٢٣٤٥٦٧٨٢", "-23456782"])
def test_what_is_no_number_is_refused(tekst: str) -> None:
    with pytest.raises(ValueError, match="BSN"):
        lees_bsn(tekst)


@pytest.mark.parametrize("tekst", ["123456789", "000000000", "123456728"])
def test_a_digit_in_the_wrong_place_is_found(tekst: str) -> None:
    with pytest.raises(ValueError, match="klopt niet"):
        lees_bsn(tekst)


def test_only_the_last_three_digits_are_shown() -> None:
    assert verhuld("123456782") == "••••••782"
