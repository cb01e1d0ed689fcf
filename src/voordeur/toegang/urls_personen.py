"""The addresses of a person: finding them, doubles. `VAST` comes before the number of a dossier."""

from __future__ import annotations

from django.urls import path

from . import views_berichten, views_brp, views_personen, views_samenvoegen

VAST = [
    path("niet-aangekomen/", views_berichten.niet_aangekomen, name="niet_aangekomen"),
    path("personen/", views_personen.personen, name="personen"),
    path("personen/<uuid:inwoner>/", views_samenvoegen.persoon, name="persoon"),
    path("personen/<uuid:inwoner>/samenvoegen/<uuid:ander>/", views_samenvoegen.samenvoegen, name="samenvoegen"),
    path("personen/samenvoeging/<int:pk>/", views_samenvoegen.beslissen, name="samenvoeging_beslissen"),
    path("personen/samenvoeging/<int:pk>/ongedaan/", views_samenvoegen.ongedaan, name="samenvoeging_ongedaan"),
]
VAN_DOSSIER = [
    path("<str:nummer>/mailbericht/", views_berichten.mailbericht, name="mailbericht"),
    path("<str:nummer>/bericht/<uuid:bericht>/", views_berichten.opnieuw, name="bericht_opnieuw"),
    path("<str:nummer>/brp/", views_brp.brp, name="brp"),
]
