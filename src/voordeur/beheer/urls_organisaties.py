"""The addresses of organisations."""

from __future__ import annotations

from django.urls import URLPattern, path

from . import views_gemeenten as gemeenten
from . import views_organisaties as views

urlpatterns: list[URLPattern] = [
    path("gemeenten/", gemeenten.gemeenten, name="gemeenten"),
    path("gemeenten/<slug:code>/", gemeenten.gemeente, name="gemeente_wijzig"),
    path("organisaties/", views.organisaties, name="organisaties"),
    path("organisaties/nieuw/", views.organisatie_nieuw, name="organisatie_nieuw"),
    path("organisaties/contact/", views.regiocontact, name="regiocontact"),
    path("organisaties/<int:pk>/", views.organisatie, name="organisatie"),
    path("organisaties/<int:pk>/gegevens/", views.organisatie_wijzig, name="organisatie_wijzig"),
    path("organisaties/<int:pk>/contact/", views.contact_nieuw, name="contact_nieuw"),
    path("organisaties/<int:pk>/verwerking/", views.verwerking_nieuw, name="verwerking_nieuw"),
    path("contacten/<int:pk>/einde/", views.contact_einde, name="contact_einde"),
    path("verwerkingen/<int:pk>/einde/", views.verwerking_einde, name="verwerking_einde"),
]
