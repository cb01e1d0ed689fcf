"""The addresses of who lets a resident in."""

from __future__ import annotations

from django.urls import path

from . import views_ingang

VAN_DOSSIER = [
    path("<str:nummer>/account/", views_ingang.geven, name="ingang"),
    path("<str:nummer>/vertegenwoordiger/", views_ingang.vertegenwoordiger, name="vertegenwoordiger"),
    path("<str:nummer>/vertegenwoordiger/<int:pk>/einde/", views_ingang.machtiging_einde, name="machtiging_einde"),
    path("<str:nummer>/account/sluiten/", views_ingang.beeindigen, name="ingang_einde"),
]
