"""The addresses."""

from __future__ import annotations

from django.urls import path
from register.views import History, Memorandums, OneMemorandum, Renew, Sign

urlpatterns = [
    path("memorandums", Memorandums.as_view()),
    path("memorandums/<uuid:memorandum_id>", OneMemorandum.as_view()),
    path("memorandums/<uuid:memorandum_id>/history", History.as_view()),
    path("memorandums/<uuid:memorandum_id>/sign", Sign.as_view()),
    path("memorandums/<uuid:memorandum_id>/propose-renewal", Renew.as_view()),
]
