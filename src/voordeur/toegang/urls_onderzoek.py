"""The addresses of the investigation: conversation, papers, people beside the resident, plan and report."""

from __future__ import annotations

from django.urls import path

from . import views_betrokkenen, views_documenten, views_onderzoek, views_plan, views_verslag

urlpatterns = [
    path("<str:nummer>/onderzoek/", views_onderzoek.onderzoek, name="onderzoek"),
    path("<str:nummer>/zelfredzaamheid/", views_onderzoek.zrm, name="zrm"),
    path("<str:nummer>/documenten/", views_documenten.documenten, name="documenten"),
    path("<str:nummer>/documenten/nieuw/", views_documenten.document_nieuw, name="document_nieuw"),
    path("<str:nummer>/betrokkenen/nieuw/", views_betrokkenen.nieuw, name="betrokkene_nieuw"),
    path("<str:nummer>/betrokkenen/<int:pk>/einde/", views_betrokkenen.einde, name="betrokkene_einde"),
    path("<str:nummer>/uitleg/", views_plan.uitleg, name="uitleg"),
    path("<str:nummer>/persoonlijk-plan/", views_plan.plan, name="plan"),
    path("<str:nummer>/verslag/", views_verslag.verslag, name="verslag"),
    path("<str:nummer>/verslag/reactie/", views_verslag.reactie, name="verslag_reactie"),
    path("<str:nummer>/verslag/getekend/", views_verslag.getekend, name="verslag_getekend"),
]
