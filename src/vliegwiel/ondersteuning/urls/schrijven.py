"""Writing in a plan."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
