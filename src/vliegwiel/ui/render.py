"""Pages: the Jinja2 environment, and the one helper that renders a page or a block of it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template import engines
from django.templatetags.static import static
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language, gettext, ngettext, npgettext, pgettext
from jinja2 import Environment, StrictUndefined

from vliegwiel.ui.components import COMPONENTS
from vliegwiel.ui.filters import FILTERS
from vliegwiel.ui.sentences import sentence


def environment(**options: Any) -> Environment:
    """Every component is a global, so that a block rendered alone still finds it."""
    options["undefined"] = StrictUndefined
    options.setdefault("autoescape", True)
    env = Environment(
        **options, extensions=["jinja2.ext.i18n", "jinja2.ext.do"], trim_blocks=True, lstrip_blocks=True
    )
    env.install_gettext_callables(  # type: ignore[attr-defined]
        gettext, ngettext, newstyle=True, pgettext=pgettext, npgettext=npgettext
    )
    env.filters.update(FILTERS)
    env.globals.update(static=static, url=_url, zin=sentence, taal=get_language)
    for name, (path, macro) in COMPONENTS.items():
        env.globals[name] = getattr(env.get_template(f"ui/components/{path}").module, macro)
    return env


def _url(name: str, **kwargs: Any) -> str:
    return reverse(name, kwargs=kwargs)


def html(request: HttpRequest, template: str, context: dict[str, Any], block: str = "") -> str:
    """The text of a page, with what every page needs: csrf token, nonce, messages, language."""
    full = {
        "request": request,
        "csrf": get_token(request),
        "csp_nonce": getattr(request, "csp_nonce", ""),
        "meldingen": [] if block else list(get_messages(request)),
        "taal_nu": get_language() or "nl",
        "scherm": request.GET.get("scherm") == "1",
        "thema": request.COOKIES.get("vliegwiel_thema", ""),
        **context,
    }
    found = engines["jinja2"].get_template(template).template
    if block:
        return "".join(found.blocks[block](found.new_context(full)))
    return found.render(full)  # type: ignore[no-any-return]


def page(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    *,
    status: int = 200,
    blocks: Collection[str] = (),
) -> HttpResponse:
    """A page; or, of the named blocks that can be sent again alone, the one that htmx asks for (the id of its target).

    Rendered here and now, inside the request's transaction.
    """
    htmx = getattr(request, "htmx", None)
    block = htmx.target if htmx and htmx.target in blocks else ""
    response = HttpResponse(html(request, template, context, block), status=status)
    patch_vary_headers(response, ["HX-Request", "Cookie"])
    return response
