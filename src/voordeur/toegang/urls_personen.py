"""The addresses of a person: finding them, doubles. `VAST` comes before the number of a dossier."""

from __future__ import annotations

from django.urls import path

from . import views_personen

VAST = [
    path("personen/", views_personen.personen, name="personen"),
]
