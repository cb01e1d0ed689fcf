"""The addresses of a resident's rights over the own data."""

from __future__ import annotations

from django.urls import URLPattern, path

from . import views_rechten

urlpatterns: list[URLPattern] = [
    path("gegevens/", views_rechten.gegevens, name="gegevens"),
    path("gegevens/gezien/", views_rechten.gezien, name="gezien"),
    path("gegevens/afschrift/<str:vorm>/", views_rechten.afschrift, name="afschrift"),
    path("gegevens/verbeteren/", views_rechten.verbeteren, name="verbeteren"),
    path("gegevens/vernietigen/", views_rechten.vernietigen, name="vernietigen"),
]
