"""The addresses around decisions and objections: lists over all dossiers, and the steps in one."""

from __future__ import annotations

from django.urls import path

from . import views_besluitlijst, views_bezwaar, views_vervolg

VAST = [
    path("te-ondertekenen/", views_besluitlijst.te_ondertekenen, name="te_ondertekenen"),
    path("aflopend/", views_besluitlijst.aflopend, name="aflopend"),
]
BEZWAAR = "<str:nummer>/bezwaar/<int:pk>"
VAN_DOSSIER = [
    path("<str:nummer>/resultaten/", views_vervolg.resultaten, name="resultaten"),
    path("<str:nummer>/pgb/", views_vervolg.pgb, name="pgb"),
    path("<str:nummer>/vervolg/", views_vervolg.vervolg, name="vervolg"),
    path("<str:nummer>/bezwaar/", views_bezwaar.bezwaar, name="bezwaar"),
    path(f"{BEZWAAR}/te-laat/", views_bezwaar.te_laat, name="bezwaar_te_laat"),
    path(f"{BEZWAAR}/uitnodigen/", views_bezwaar.uitnodigen, name="bezwaar_uitnodigen"),
    path(f"{BEZWAAR}/horen/", views_bezwaar.horen, name="bezwaar_horen"),
    path(f"{BEZWAAR}/beslissen/", views_bezwaar.beslissen, name="bezwaar_beslissen"),
]
