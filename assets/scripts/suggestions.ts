// Suggestions in the search field of the header: a combobox with a list (ARIA Authoring Practices, "Editable Combobox
// With List Autocomplete"). Without this script the field is an ordinary form.

interface Page {
  title: string;
  lang?: string;
  url: string;
}
interface Suggestions {
  queries: string[];
  pages: Page[];
}

const patience = 120; // milliseconds between the last key and the request

class SuggestionList {
  private readonly field: HTMLInputElement;
  private readonly list: HTMLUListElement;
  private timer = 0;
  private request?: AbortController;
  private active = -1;
  private typed = "";

  constructor(private readonly form: HTMLFormElement) {
    this.field = form.querySelector<HTMLInputElement>("input[type=search]")!;
    this.list = document.createElement("ul");
    this.list.id = "search-suggestions";
    this.list.className = "search-box__list";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", form.dataset.label ?? "");
    this.list.hidden = true;
    form.append(this.list);
    this.field.setAttribute("role", "combobox");
    this.field.setAttribute("aria-autocomplete", "list");
    this.field.setAttribute("aria-controls", this.list.id);
    this.field.setAttribute("aria-expanded", "false");
    this.field.addEventListener("input", () => this.wait());
    this.field.addEventListener("keydown", (event) => this.press(event));
    this.field.addEventListener("focusout", () => this.close());
    // The field keeps the focus while the pointer chooses.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = (event.target as Element).closest<HTMLElement>("[role=option]");
      if (option) this.choose(option);
    });
  }

  private get options(): HTMLElement[] {
    return [...this.list.children] as HTMLElement[];
  }

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
      const address = `${this.form.dataset.suggestions}?q=${encodeURIComponent(text)}`;
      const answer = await fetch(address, { signal: this.request.signal });
      if (!answer.ok) return this.close();
      const found = (await answer.json()) as Suggestions;
      if (text === this.field.value && document.activeElement === this.field) this.show(found);
    } catch {
      // Aborted for a newer request, or no network: the form still works.
    }
  }

  private show({ queries, pages }: Suggestions): void {
    this.typed = this.field.value;
    this.active = -1;
    this.field.removeAttribute("aria-activedescendant");
    const options = [
      ...queries.map((query) => this.option(query, "query", { query })),
      ...pages.map((page) => this.option(page.title, "page", { url: page.url }, page.lang)),
    ];
    options.forEach((option, index) => (option.id = `search-suggestion-${index}`));
    this.list.replaceChildren(...options);
    this.list.hidden = options.length === 0;
    this.field.setAttribute("aria-expanded", String(options.length > 0));
  }

  private option(words: string, kind: string, data: Record<string, string>, lang?: string): HTMLElement {
    const option = document.createElement("li");
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.className = `search-box__option search-box__option--${kind}`;
    if (lang) option.lang = lang;
    option.textContent = words;
    Object.assign(option.dataset, data);
    return option;
  }

  private close(): void {
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
      this.choose(this.options[this.active]);
    } else {
      return;
    }
    event.preventDefault();
  }

  /** Through the list, and over its ends back to what was typed. */
  private move(by: number): void {
    const options = this.options;
    const places = options.length + 1;
    this.active = ((this.active + 1 + by + places) % places) - 1;
    options.forEach((option, index) => option.setAttribute("aria-selected", String(index === this.active)));
    const chosen = options[this.active];
    if (chosen) {
      this.field.setAttribute("aria-activedescendant", chosen.id);
      chosen.scrollIntoView({ block: "nearest" });
    } else {
      this.field.removeAttribute("aria-activedescendant");
    }
    this.field.value = chosen?.dataset.query ?? this.typed;
  }

  private choose(option: HTMLElement): void {
    if (option.dataset.url) {
      this.close();
      window.location.assign(option.dataset.url);
      return;
    }
    this.field.value = option.dataset.query ?? this.field.value;
    this.close();
    this.form.requestSubmit();
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-suggestions]")) new SuggestionList(form);
