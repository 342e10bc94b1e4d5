"""A household and its plan, as it is read."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
