"""The addresses of the clocks: of all together, and of one in its dossier."""

from __future__ import annotations

from django.urls import path

from . import views_klokken, views_klokken_lijst

VAST = [
    path("termijnen/", views_klokken_lijst.lijst, name="termijnen"),
    path("termijnen/agenda.ics", views_klokken_lijst.agenda, name="termijnen_ics"),
]
KLOK = "<str:nummer>/termijn/<slug:soort>"
VAN_DOSSIER = [
    path(f"{KLOK}/opschorten/", views_klokken.opschorten, name="klok_opschorten"),
    path(f"{KLOK}/hervatten/", views_klokken.hervatten, name="klok_hervatten"),
    path(f"{KLOK}/uitstel/", views_klokken.uitstellen, name="klok_uitstellen"),
    path(f"{KLOK}/bericht/", views_klokken.aankondigen, name="klok_aankondigen"),
    path(f"{KLOK}/ingebrekestelling/", views_klokken.ingebrekestelling, name="klok_ingebrekestelling"),
    path(f"{KLOK}/dwangsom/", views_klokken.dwangsom, name="klok_dwangsom"),
    path(f"{KLOK}/begin/", views_klokken.betwisten, name="klok_betwisten"),
    path(f"{KLOK}/begin/beslissen/", views_klokken.begin_beslissen, name="klok_begin_beslissen"),
]
