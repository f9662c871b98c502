// Asks for the address of a link, in a dialogue of the browser.
import type { EditorView } from "prosemirror-view";
import { completed } from "./address";
import { linkAround, removeLink, setLink } from "./commands";
import { button, element, type Words } from "./parts";

export class LinkDialog {
  private readonly dialog = element("dialog", { class: "link-dialog", "aria-labelledby": "link-dialog-heading" });
  private readonly address = element("input", { id: "link-dialog-address", class: "kern-form-input__input", inputmode: "url", autocomplete: "off", spellcheck: "false" });
  private readonly text = element("input", { id: "link-dialog-text", class: "kern-form-input__input", autocomplete: "off" });
  private readonly textField: HTMLElement;
  private readonly trouble = element("p", { id: "link-dialog-trouble", class: "kern-error", role: "alert" });
  private readonly remove: HTMLButtonElement;
  private view?: EditorView;

  constructor(private readonly words: Words) {
    const form = element("form", { method: "dialog", novalidate: "" });
    const heading = element("h2", { id: "link-dialog-heading", class: "kern-title" }, words.link);
    const hint = element("p", { id: "link-dialog-hint", class: "kern-hint" }, words.linkHint);
    this.textField = this.field(this.text, words.linkText);
    this.remove = button(words.linkRemove, "kern-btn kern-btn--tertiary", () => this.finish((view) => void removeLink(view.state, view.dispatch)));
    const cancel = button(words.cancel, "kern-btn kern-btn--tertiary", () => this.dialog.close());
    const apply = button(words.linkApply, "kern-btn kern-btn--primary");
    const buttons = element("div", { class: "link-dialog__buttons" });
    buttons.append(apply, this.remove, cancel);
    form.append(heading, this.field(this.address, words.linkAddress, hint, this.trouble), this.textField, buttons);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.apply();
    });
    this.dialog.append(form);
    this.dialog.addEventListener("close", () => this.view?.focus());
    // Outside of the form of the record: a form cannot stand in another.
    document.body.append(this.dialog);
  }

  open(view: EditorView): void {
    this.view = view;
    const link = linkAround(view.state);
    this.address.value = link?.href ?? "";
    this.text.value = "";
    this.text.lang = view.dom.lang;
    this.textField.hidden = !!link || !view.state.selection.empty;
    this.remove.hidden = !link;
    this.say("");
    this.dialog.showModal();
    this.address.focus();
    this.address.select();
  }

  private field(input: HTMLInputElement, words: string, ...more: HTMLElement[]): HTMLElement {
    const field = element("div", { class: "kern-form-input" });
    field.append(element("label", { class: "kern-label", for: input.id }, words), input, ...more);
    if (more.length > 0) input.setAttribute("aria-describedby", more.map(({ id }) => id).join(" "));
    return field;
  }

  private say(words: string): void {
    this.trouble.textContent = words;
    this.address.toggleAttribute("aria-invalid", words !== "");
    if (words) this.address.setAttribute("aria-invalid", "true");
  }

  private apply(): void {
    const href = completed(this.address.value);
    if (href) return this.finish((view) => void setLink(href, this.text.value.trim())(view.state, view.dispatch));
    this.say(this.words.linkWrong);
    this.address.focus();
  }

  private finish(change: (view: EditorView) => void): void {
    if (this.view) change(this.view);
    this.dialog.close();
  }
}
