// A field with a list of what may be meant below it: "Editable Combobox With List Autocomplete" of the ARIA Authoring
// Practices. The focus stays in the field; arrow keys walk through the list and over its ends back to what was typed.

export interface Choice {
  words: string;
  lang?: string;
  /** Ends the name of the option's class. */
  kind: string;
  /** What the field shows while the choice is looked at; what was typed, unless given. */
  shows?: string;
  take(): void;
}

const patience = 120; // milliseconds between the last key and the question

export abstract class Combobox {
  protected readonly list = document.createElement("ul");
  private choices: Choice[] = [];
  private timer = 0;
  private request?: AbortController;
  private active = -1;
  private typed = "";

  /** `place` is where the list hangs; it is above what follows there. */
  constructor(protected readonly field: HTMLInputElement, place: Element, id: string, label: string) {
    this.list.id = id;
    this.list.className = "combobox__list";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", label);
    this.list.hidden = true;
    place.append(this.list);
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", id);
    field.setAttribute("aria-expanded", "false");
    field.autocomplete = "off";
    field.addEventListener("input", () => this.wait());
    field.addEventListener("keydown", (event) => this.press(event));
    field.addEventListener("focusout", () => this.close());
    // The field keeps the focus while the pointer chooses.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = (event.target as Element).closest("[role=option]");
      if (option) this.choose([...this.list.children].indexOf(option));
    });
  }

  /** What may be meant by a text of two letters or more. */
  protected abstract find(text: string, signal: AbortSignal): Promise<Choice[]>;

  private wait(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.ask(), patience);
  }

  private async ask(): Promise<void> {
    this.request?.abort();
    const text = this.field.value;
    if (text.trim().length < 2) return this.close();
    this.request = new AbortController();
    try {
      const found = await this.find(text, this.request.signal);
      if (text === this.field.value && document.activeElement === this.field) this.show(found);
    } catch {
      // Aborted for a newer question, or no network: the field still works.
    }
  }

  private show(choices: Choice[]): void {
    this.choices = choices;
    this.typed = this.field.value;
    this.active = -1;
    this.field.removeAttribute("aria-activedescendant");
    this.list.replaceChildren(...choices.map((choice, index) => this.option(choice, index)));
    this.list.hidden = choices.length === 0;
    this.field.setAttribute("aria-expanded", String(choices.length > 0));
  }

  private option({ words, kind, lang }: Choice, index: number): HTMLElement {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${index}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.className = `combobox__option combobox__option--${kind}`;
    if (lang) option.lang = lang;
    option.textContent = words;
    return option;
  }

  protected close(): void {
    window.clearTimeout(this.timer);
    this.request?.abort();
    this.list.hidden = true;
    this.active = -1;
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
  }

  private press(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const open = !this.list.hidden;
    if (event.key === "Escape" && open) {
      this.field.value = this.typed;
      this.close();
    } else if (event.key === "ArrowDown" && open) {
      this.move(1);
    } else if (event.key === "ArrowUp" && open) {
      this.move(-1);
    } else if (event.key === "ArrowDown") {
      void this.ask();
    } else if (event.key === "Enter" && open && this.active >= 0) {
      this.choose(this.active);
    } else {
      return;
    }
    event.preventDefault();
  }

  private move(by: number): void {
    const places = this.choices.length + 1;
    this.active = ((this.active + 1 + by + places) % places) - 1;
    [...this.list.children].forEach((option, index) => option.setAttribute("aria-selected", String(index === this.active)));
    const looked = this.list.children[this.active];
    if (looked) {
      this.field.setAttribute("aria-activedescendant", looked.id);
      looked.scrollIntoView({ block: "nearest" });
    } else {
      this.field.removeAttribute("aria-activedescendant");
    }
    this.field.value = this.choices[this.active]?.shows ?? this.typed;
  }

  private choose(index: number): void {
    const choice = this.choices[index];
    this.field.value = choice?.shows ?? this.typed;
    choice?.take();
    this.close();
  }
}
