// Suggestions in the search field of the header. Without this script the field is an ordinary form.
import { Combobox, type Choice } from "./shared/combobox";

interface Suggestions {
  queries: string[];
  pages: { title: string; lang?: string; url: string }[];
}

class SearchField extends Combobox {
  constructor(private readonly form: HTMLFormElement) {
    super(form.querySelector<HTMLInputElement>("input[type=search]")!, form, "search-suggestions", form.dataset.label ?? "");
    this.list.classList.add("search-box__list");
  }

  protected async find(text: string, signal: AbortSignal): Promise<Choice[]> {
    const answer = await fetch(`${this.form.dataset.suggestions}?q=${encodeURIComponent(text)}`, { signal });
    if (!answer.ok) return [];
    const { queries, pages } = (await answer.json()) as Suggestions;
    return [
      ...queries.map((query) => ({ words: query, kind: "query", shows: query, take: () => this.form.requestSubmit() })),
      ...pages.map(({ title, lang, url }) => ({ words: title, kind: "page", lang, take: () => window.location.assign(url) })),
    ];
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-suggestions]")) new SearchField(form);
