// Progressive enhancement only: every page and form works without this file. Nothing is kept in the browser.

/** A form is sent once: the second click within a few seconds is the same wish. */
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.hasAttribute("data-eenmaal")) return;
  if (form.dataset.verzonden) {
    event.preventDefault();
    return;
  }
  form.dataset.verzonden = "ja";
  form.setAttribute("aria-busy", "true");
  // The button stays enabled: a disabled one would drop its own name and value.
  setTimeout(() => {
    delete form.dataset.verzonden;
    form.removeAttribute("aria-busy");
  }, 5000);
});

/** Back with the browser's button: the page is alive again. */
window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.querySelectorAll("form[data-verzonden]")) {
    delete form.dataset.verzonden;
    form.removeAttribute("aria-busy");
  }
});

/** Textareas grow with what is written (where the stylesheet cannot do it with field-sizing). */
const grow = (area) => {
  area.style.blockSize = "auto";
  area.style.blockSize = `${area.scrollHeight + 4}px`;
};
if (!CSS.supports("field-sizing", "content")) {
  document.addEventListener("input", ({ target }) => target.matches?.("textarea[data-groeit]") && grow(target));
  document.querySelectorAll("textarea[data-groeit]").forEach((area) => area.value && grow(area));
}

/** Drafts are kept on the server, a little after the last key. */
const clock = () => {
  const [hours, minutes] = new Date().toTimeString().split(":");
  return document.documentElement.lang === "en" ? `${hours}:${minutes}` : `${Number(hours)}.${minutes}`;
};
const words = {
  nl: { saved: (at) => `Bewaard om ${at}`, lost: "Nog niet bewaard: de verbinding viel weg. We proberen het opnieuw." },
  en: { saved: (at) => `Saved at ${at}`, lost: "Not saved yet: the connection was lost. We will try again." },
};
const timers = new WeakMap();
async function keep(form, url) {
  const said = words[document.documentElement.lang] ?? words.nl;
  const place = form.querySelector("[data-bewaard], [data-bewaard-voor]");
  let text;
  try {
    const body = new FormData(form);
    const answer = await fetch(url, { method: "POST", body, credentials: "same-origin", redirect: "error" });
    if (!answer.ok) throw new Error(String(answer.status));
    text = said.saved(clock());
  } catch {
    text = said.lost;
    later(form, url, 15000);
  }
  if (place) place.textContent = text;
}
function later(form, url, wait) {
  clearTimeout(timers.get(form));
  timers.set(form, setTimeout(() => keep(form, url), wait));
}
document.addEventListener("input", ({ target }) => {
  const source = target.closest?.("[data-concept-url]");
  const form = target.form;
  if (source && form && !form.dataset.verzonden) later(form, source.dataset.conceptUrl, 2500);
});
document.addEventListener("submit", ({ target }) => clearTimeout(timers.get(target)));

/** A word with a meaning: beside the word instead of at the foot of the page. */
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-popover]");
  const card = link && document.getElementById(link.dataset.popover);
  if (!card?.showPopover || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  card.togglePopover();
  if (!card.matches(":popover-open")) return;
  const { left, bottom, top } = link.getBoundingClientRect();
  const { width, height } = card.getBoundingClientRect();
  const below = bottom + 8 + height <= innerHeight;
  card.style.left = `${Math.max(12, Math.min(left, innerWidth - width - 12))}px`;
  card.style.top = `${Math.max(12, below ? bottom + 8 : top - height - 8)}px`;
});

/** A dialogue that opens puts you in its first field; a page scrolled under it closes the small word cards. */
document.addEventListener(
  "toggle",
  ({ target, newState }) => {
    if (newState === "open" && target.matches?.(".vliegwiel-dialoog")) {
      target.querySelector("input:not([type=hidden]), textarea, select")?.focus();
    }
  },
  true,
);
addEventListener("scroll", () => document.querySelector(".vliegwiel-woord__kaart:popover-open")?.hidePopover(), {
  passive: true,
});

/** After an exchanged part of the page (htmx): a new message or an error summary gets the focus, as autofocus does on a whole page. */
document.addEventListener("htmx:afterSwap", ({ detail }) => {
  detail.target?.querySelector?.("[autofocus]")?.focus();
});

/** A text to take elsewhere: the button appears only where copying can work; the text itself can always be selected. */
for (const button of document.querySelectorAll("[data-kopieer]")) {
  const area = document.getElementById(button.dataset.kopieer);
  if (!area || !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const place = document.querySelector("[data-gekopieerd]");
    const english = document.documentElement.lang === "en";
    try {
      await navigator.clipboard.writeText(area.value);
      if (place) place.textContent = english ? "Copied" : "Gekopieerd";
    } catch {
      area.select();
    }
  });
}
