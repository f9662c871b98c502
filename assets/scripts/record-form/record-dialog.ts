// A record that is made in passing: the short form of its kind, as the server gives it, in a dialogue.
import { typed } from "./typed";

export interface MadeRecord {
  id: string;
  name: string;
}

export class RecordDialog {
  private readonly dialog = document.createElement("dialog");
  private made?: (record: MadeRecord) => void;
  private back?: HTMLElement;

  constructor() {
    this.dialog.className = "record-dialog";
    this.dialog.addEventListener("close", () => this.back?.focus());
    // Outside of the form of the record: a form cannot stand in another.
    document.body.append(this.dialog);
  }

  /** Shows the form at an address; `made` is told what came of it. Where there is no form, goes to the page. */
  async open(address: string, back: HTMLElement, made: (record: MadeRecord) => void): Promise<void> {
    this.back = back;
    this.made = made;
    const answer = await fetch(address);
    if (!this.show(await answer.text())) window.open(address);
    else this.dialog.showModal();
  }

  private show(page: string): boolean {
    const fresh = new DOMParser().parseFromString(page, "text/html");
    const form = fresh.querySelector<HTMLFormElement>("form.record-form");
    const heading = fresh.querySelector("h1");
    if (!form || !heading) return false;
    const title = document.createElement("h2");
    title.id = "record-dialog-heading";
    title.className = "kern-title";
    title.append(...heading.childNodes);
    this.dialog.setAttribute("aria-labelledby", title.id);
    // The record's own form has fields of the same names: theirs get ids of their own.
    for (const part of form.querySelectorAll("[id], [for], [aria-describedby]"))
      for (const name of ["id", "for", "aria-describedby"]) {
        const value = part.getAttribute(name);
        if (value) part.setAttribute(name, value.split(" ").map((one) => `dialog-${one}`).join(" "));
      }
    const problems = fresh.querySelector(".kern-alert--danger");
    for (const link of problems?.querySelectorAll("a") ?? []) link.setAttribute("href", `#dialog-${link.hash.slice(1)}`);
    form.querySelector<HTMLAnchorElement>("a[data-cancel]")?.addEventListener("click", (event) => {
      event.preventDefault();
      this.dialog.close();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.send(form);
    });
    this.dialog.replaceChildren(title, ...(problems ? [problems] : []), form);
    (problems?.querySelector<HTMLElement>("a") ?? form.querySelector<HTMLElement>("input:not([type=hidden]), textarea, select"))?.focus();
    return true;
  }

  private async send(form: HTMLFormElement): Promise<void> {
    const answer = await fetch(form.action, { method: "POST", body: typed(form, "save") });
    if (answer.ok && answer.headers.get("Content-Type")?.startsWith("application/json")) {
      this.made?.((await answer.json()) as MadeRecord);
      this.dialog.close();
    } else {
      this.show(await answer.text());
    }
  }
}
