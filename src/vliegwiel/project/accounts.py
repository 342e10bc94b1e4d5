"""The log-in pages we use of the log-in library; every other address of it is closed."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from django.urls import path, re_path

from vliegwiel.project.open_views import closed, library, library_inside, link_app

urlpatterns = [
    path("inloggen/", library(account.login), name="account_login"),
    path("uitloggen/", library(account.logout), name="account_logout"),
    path("opnieuw-inloggen/", library(account.reauthenticate), name="account_reauthenticate"),
    path("wachtwoord/", library_inside(account.password_change), name="account_change_password"),
    path("wachtwoord/vergeten/", library(account.password_reset), name="account_reset_password"),
    path(
        "wachtwoord/vergeten/verstuurd/",
        library(account.password_reset_done),
        name="account_reset_password_done",
    ),
    re_path(
        r"^wachtwoord/nieuw/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        library(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path(
        "wachtwoord/nieuw/klaar/",
        library(account.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    path("tweede-stap/", library(mfa.authenticate), name="mfa_authenticate"),
    path("tweede-stap/opnieuw/", library(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("beveiliging/", library_inside(mfa.index), name="mfa_index"),
    path("beveiliging/app/", library(link_app), name="mfa_activate_totp"),
    path("beveiliging/app/uit/", library_inside(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("beveiliging/codes/", library_inside(recovery.view_recovery_codes), name="mfa_view_recovery_codes"),
    path(
        "beveiliging/codes/nieuw/",
        library_inside(recovery.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "beveiliging/codes/bestand/",
        library_inside(recovery.download_recovery_codes),
        name="mfa_download_recovery_codes",
    ),
]

# The library looks these names up; behind them is nothing.
_CLOSED = (
    "account_signup",
    "account_email",
    "account_email_verification_sent",
    "account_inactive",
    "account_set_password",
    "account_confirm_email",
    "socialaccount_connections",
    "socialaccount_login_error",
    "socialaccount_login_cancelled",
    "socialaccount_signup",
)
urlpatterns += [path(f"dicht/{name}/", closed, name=name) for name in _CLOSED]
