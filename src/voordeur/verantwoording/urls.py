"""The addresses of this room."""

from __future__ import annotations

from django.urls import path

from . import views

app_name = "verantwoording"
urlpatterns = [
    path("", views.lijst, name="lijst"),
    path("<int:jaar>/<int:kwartaal>/", views.kwartaal, name="kwartaal"),
    path("<int:jaar>/<int:kwartaal>/vaststellen/", views.vaststellen, name="vaststellen"),
    path("<int:jaar>/<int:kwartaal>/cijfers.csv", views.csv, name="csv"),
]
