"""Vendored files are what their makers published, and a change is noticed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from vendor import vendor


@pytest.fixture
def kopie(tmp_path: Path) -> Path:
    for map_ in vendor.MAPPEN.values():
        shutil.copytree(vendor.WORTEL / map_, tmp_path / map_)
    shutil.copy(vendor.WORTEL / vendor.BUNDEL, tmp_path / vendor.BUNDEL)
    return tmp_path


def test_every_vendored_file_is_what_the_lock_says() -> None:
    assert vendor.gebreken() == []


def test_a_changed_an_unknown_and_a_missing_file_are_noticed(kopie: Path) -> None:
    assert vendor.gebreken(kopie) == []
    js = kopie / vendor.MAPPEN["js"]
    (js / "htmx.min.js").write_text("anders")
    (js / "vreemd.js").write_text("")
    assert [fout.split(":")[0] for fout in vendor.gebreken(kopie)] == ["gewijzigd", "onbekend"]
    (js / "htmx.min.js").unlink()
    assert [fout.split(":")[0] for fout in vendor.gebreken(kopie)] == ["ontbreekt"]


def test_a_bundle_that_was_edited_by_hand_is_noticed(kopie: Path) -> None:
    with (kopie / vendor.BUNDEL).open("a") as bundel:
        bundel.write("body{display:none}")
    assert vendor.gebreken(kopie) == [f"niet gemaakt uit vendor/css: {vendor.BUNDEL}"]


def test_the_lock_names_no_host_and_each_package_a_licence_and_a_hash() -> None:
    tekst = vendor.LOCK.read_text("utf-8")
    assert "http" not in tekst
    for pakket in json.loads(tekst)["pakketten"]:
        assert pakket["licentie"] in {"EUPL-1.2", "OFL-1.1", "MIT", "0BSD", "MPL-2.0"}
        assert pakket["integrity"].startswith("sha512-")


def test_a_package_that_is_not_what_the_lock_says_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "p" / "-").mkdir(parents=True)
    (tmp_path / "p" / "-" / "p-1.tgz").write_bytes(b"iets anders")
    monkeypatch.setattr(vendor, "_register", tmp_path.as_uri)
    with pytest.raises(SystemExit, match="niet wat het slot zegt"):
        vendor._pakket({"naam": "p", "versie": "1", "integrity": "sha512-x"})


def test_an_unknown_command_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert vendor.main("") == 2
    assert vendor.main("check") == 0
    assert "bestanden kloppen" in capsys.readouterr().out
