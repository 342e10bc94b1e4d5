"""What every form does: a key of its own, what was typed stays, one action, then on to the result."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from vliegwiel.kern import draft, once
from vliegwiel.kern.clock import now
from vliegwiel.kern.database import is_atomic
from vliegwiel.kern.log import Actor
from vliegwiel.kern.refusals import NotAllowed, Refusal
from vliegwiel.ui.sentences import refusal_sentence

LANG = 10_000  # characters in a text
KORT = 2_000  # ... in a reason or a remark


class Formulier(forms.Form):
    """Base of our forms: a server-made key, and a draft that is offered again when somebody comes back."""

    use_required_attribute = False  # the server answers in its own words, next to the field

    def __init__(
        self, request: HttpRequest, kijker: Any, *, initial: Mapping[str, Any] | None = None, **kwargs: Any
    ):
        self.kijker: Actor = kijker
        self.u = getattr(kijker, "inwoner", None) is not None  # residents are addressed with u
        self.plek = request.path
        self.actor: UUID = self.actor_of(kijker)
        self.sleutel = once.new_key(self.actor)
        posted = request.POST if request.method == "POST" else None
        kept = draft.kept(by=kijker, plek=self.plek) if self.keeps_draft and posted is None else {}
        self.hersteld = bool(kept)
        super().__init__(data=posted, initial={**(initial or {}), **self._text_of(kept)}, **kwargs)

    keeps_draft = False
    stand = "nummer"  # the hidden field that says which version was on the screen when it was opened

    def go_on_from(self, stand: object) -> None:
        """This version is on the screen now, beside what was typed: what is sent next is written on it."""
        self.data = self.data.copy()
        self.data[self.stand] = str(stand)

    def actor_of(self, kijker: Any) -> UUID:
        """Whose key this form carries: the account; without a log-in something else that is never empty."""
        account: UUID = kijker.account_id
        return account

    def _text_of(self, kept: Mapping[str, str]) -> dict[str, str]:
        """What was typed; choices are made again, because what can be chosen may have changed."""
        typed = (forms.CharField, forms.IntegerField)
        return {
            name: kept[name]
            for name, field in self.base_fields.items()
            if name in kept and isinstance(field, typed)
        }


def asked(question: str, most: int) -> str:
    """A question somebody typed in a search field: trimmed, cut off, and without the NUL no database takes."""
    return question.replace("\x00", "").strip()[:most]


class DateInput(forms.DateInput):
    """The browser's own way to choose a day."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class HeelGetal(forms.IntegerField):
    """A whole number as people write it: 40, 600.000 or € 1.200. Never a browser's number field: that reads
    600.000 as six hundred."""

    default_error_messages = {"invalid": _("Schrijf een heel getal, bijvoorbeeld 40 of 600.000.")}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.TextInput(attrs={"inputmode": "numeric"}), **kwargs)

    def to_python(self, value: Any) -> int | None:
        plain = "".join(str("" if value is None else value).replace("€", "").split())
        groups = plain.split(".")
        if any(len(group) != 3 for group in groups[1:]):  # 1.5 or 250.00: which number is meant?
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python("".join(groups))


class Bevestig(Formulier):
    """A form with nothing to fill in: only the decision to do it."""


def send(
    request: HttpRequest,
    form: Formulier,
    act: Callable[..., Any],
    *,
    to: str | Callable[[Any], str],
    done: str = "",
    **given: Any,
) -> HttpResponse | None:
    """Do the form's one action, once, and lead on; None when the page must be shown (again).

    `act` gets by=, now=, `given` and the cleaned fields. A refusal lands at its field in the form.
    """
    if request.method != "POST":
        return None
    try:
        return _act(request, form, act, to=to, done=done, given=given)
    except Refusal as refusal:
        if isinstance(refusal, NotAllowed):
            request.refused = refusal.code  # type: ignore[attr-defined]
        form.is_valid()
        field = refusal.field if refusal.field in form.fields else None
        form.add_error(field, refusal_sentence(refusal))
        return None


def _act(
    request: HttpRequest,
    form: Formulier,
    act: Callable[..., Any],
    *,
    to: Any,
    done: str,
    given: dict[str, Any],
) -> HttpResponse | None:
    by, actor = form.kijker, form.actor
    key = once.read_key(request.POST.get("_sleutel", ""), actor)
    moment = now()
    claimed = once.claim(by=by, actor=actor, route=form.plek[:300], key=key, now=moment)
    if claimed is None:
        return redirect(once.result_of(by=by, actor=actor, route=form.plek[:300], key=key))
    if not form.is_valid():
        claimed.delete()
        return None
    try:
        result = _whole(act)(by=by, now=moment, **given, **form.cleaned_data)
    except Refusal:
        claimed.delete()  # the form can be sent again
        raise
    claimed.resultaat = to(result) if callable(to) else to
    claimed.save(update_fields=["resultaat"])
    if form.keeps_draft:
        draft.drop(by=by, plek=form.plek)
    if done:
        messages.success(request, done)
    return redirect(claimed.resultaat)


def _whole(act: Callable[..., Any]) -> Callable[..., Any]:
    """The same action so that nothing of it is left when it refuses; most are so by themselves."""
    return act if is_atomic(act) else transaction.atomic(act)


def status_of(form: forms.Form) -> int:
    """422 when the page comes back with something to mend, else 200."""
    return 422 if form.is_bound and form.errors else 200
