// A field in which a record is named: what may be meant is found while it is typed, in any language and without accents,
// and what is not there yet can be made in passing.
import { Combobox, type Choice } from "../shared/combobox";
import { RecordDialog, type MadeRecord } from "./record-dialog";

export interface ReferenceWords {
  /** "Vorschläge" */
  label: string;
  /** "„{name}“ neu anlegen" */
  make: string;
}

let fields = 0;

class ReferenceField extends Combobox {
  constructor(field: HTMLInputElement, private readonly words: ReferenceWords, private readonly dialog: RecordDialog) {
    super(field, field.parentElement ?? field, `names-${fields++}`, words.label);
    field.parentElement?.classList.add("reference-input");
  }

  protected async find(text: string, signal: AbortSignal): Promise<Choice[]> {
    const answer = await fetch(`${this.field.dataset.names}?q=${encodeURIComponent(text)}`, { signal });
    if (!answer.ok) return [];
    const { names, known } = (await answer.json()) as { names: (MadeRecord & { lang?: string })[]; known: boolean };
    const choices: Choice[] = names.map(({ id, name, lang }) => ({ words: name, lang, kind: "record", shows: name, take: () => this.take({ id, name }) }));
    const make = this.field.dataset.make;
    if (make && !known)
      choices.push({
        words: this.words.make.replace("{name}", text.trim()),
        kind: "new",
        take: () => void this.dialog.open(`${make}?brief=yes&name=${encodeURIComponent(text.trim())}`, this.field, (made) => this.take(made)),
      });
    return choices;
  }

  private take({ id, name }: MadeRecord): void {
    this.field.value = name;
    const reference = this.field.form?.elements.namedItem(`${this.field.name}.id`);
    if (reference instanceof HTMLInputElement) reference.value = id;
    this.field.dispatchEvent(new Event("input", { bubbles: true }));
    this.close(); // what was taken, or made just now, is not asked for again
  }
}

/** Gives the fields below `root` their lists. */
export function findNames(root: ParentNode, words: ReferenceWords, dialog: RecordDialog): void {
  for (const field of root.querySelectorAll<HTMLInputElement>("input[data-names]")) new ReferenceField(field, words, dialog);
}
