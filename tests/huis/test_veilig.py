"""What is known of packages is told as it is: found, clean, or not looked at."""

from __future__ import annotations

import pytest

from gereedschap.veilig import meld


def test_a_known_fault_ends_with_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    gevonden = [{"name": "lek", "version": "1", "vulns": [{"id": "PYSEC-1"}]}, {"name": "goed", "vulns": []}]
    assert meld(gevonden) == 1
    assert "lek heeft een bekende fout: PYSEC-1" in capsys.readouterr().out


def test_what_could_not_be_asked_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert meld([{"name": "vreemd", "skip_reason": "niet op PyPI"}, {"name": "goed", "vulns": []}]) == 0
    assert "NIET GECONTROLEERD (1): vreemd" in capsys.readouterr().out
