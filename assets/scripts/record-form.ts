// The form of a record with a script: rows come and go without loading the page anew, dates are confirmed while they are
// typed, what is typed is kept as a draft, and leaving before it is asks. The server does all of it without, too.
import { DraftKeeper } from "./record-form/draft-keeper";
import { RecordDialog } from "./record-form/record-dialog";
import { findNames } from "./record-form/reference-field";
import { typed } from "./record-form/typed";

const form = document.querySelector<HTMLFormElement>("form[data-editor]");
const keeper = form && new DraftKeeper(form);

/** The first field in a place, else the place itself. */
function focusIn(place: Element | null): void {
  const field = place?.querySelector<HTMLElement>("input:not([type=hidden]), select, textarea, button");
  field?.focus();
}

/** After "add" the new row, after "remove" and "up" the one that stands there now, else the list's own button. */
function focusAfter(list: Element, button: HTMLButtonElement): void {
  const rows = [...list.children].filter((child) => child.matches(".form-row, .reference-row"));
  const index = Number(/\[(\d+)\]$/.exec(button.value)?.[1] ?? rows.length);
  if (button.value.startsWith("add:")) focusIn(rows.at(-1) ?? list);
  else if (button.value.startsWith("up:")) focusIn(rows[index - 1] ?? list);
  else focusIn(rows[Math.min(index, rows.length - 1)] ?? list);
}

/** Lets the server do it, and puts the list that comes back in place of the one there. */
async function changeRows(own: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
  const list = button.closest(".form-rows, .reference-list");
  if (!list) return own.requestSubmit(button);
  button.disabled = true;
  const answer = await fetch(own.action, { method: "POST", body: typed(own, button.value) });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById(list.id);
  if (!answer.ok || !fresh) {
    button.disabled = false;
    return own.requestSubmit(button);
  }
  list.replaceWith(fresh);
  keeper?.note();
  document.dispatchEvent(new CustomEvent("record-form:replaced", { detail: { root: fresh } }));
  focusAfter(fresh, button);
}

/** Says below a field for a date how it is understood. */
async function confirmDate(own: HTMLFormElement, input: HTMLInputElement): Promise<void> {
  const field = input.closest(".date-field");
  if (!field) return;
  let line = field.querySelector<HTMLElement>(".date-field__read");
  if (!line) {
    line = document.createElement("p");
    line.className = "date-field__read";
    line.setAttribute("role", "status");
    field.append(line);
  }
  if (input.value.trim() === "") {
    line.textContent = "";
    return;
  }
  const answer = await fetch(`${own.dataset.dates}?typed=${encodeURIComponent(input.value)}`);
  if (!answer.ok) return;
  const { read, refused } = (await answer.json()) as { read?: string; refused?: string };
  line.textContent = read ?? refused ?? "";
  line.classList.toggle("date-field__read--refused", read === undefined);
}

if (form && keeper) {
  const words = { label: form.dataset.suggestions ?? "", make: form.dataset.make ?? "" };
  const dialog = new RecordDialog();
  findNames(form, words, dialog);
  document.addEventListener("record-form:replaced", (event) => findNames((event as CustomEvent<{ root: Element }>).detail.root, words, dialog));
  form.addEventListener("input", () => keeper.note());
  form.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement) void confirmDate(form, target);
  });
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (button instanceof HTMLButtonElement && /^(add|remove|up):/.test(button.value)) {
      event.preventDefault();
      void changeRows(form, button);
    } else if (!(button instanceof HTMLButtonElement) || button.formTarget !== "_blank") {
      const keeping = keeper.stop();
      if (!keeping) return;
      event.preventDefault();
      void keeping.then(() => {
        keeper.stop();
        form.requestSubmit(button);
      });
    }
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") void keeper.keep();
  });
  window.addEventListener("beforeunload", (event) => {
    if (keeper.pending) event.preventDefault();
  });
}
