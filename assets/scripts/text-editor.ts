// A text editor over each <textarea data-markup="commonmark"> (docs: ProseMirror, https://prosemirror.net/docs/guide/).
// The textarea stays what the form sends: it is written with every change, and not before the first one. A text that the
// editor could not give back as it is, stays in the textarea.
import { baseKeymap } from "prosemirror-commands";
import { history } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { EditorState, type Command } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { keys, typingRules } from "./text-editor/commands";
import { LinkDialog } from "./text-editor/link-dialog";
import { element, wordsOfPage, type Words } from "./text-editor/parts";
import { reduced } from "./text-editor/pasting";
import { read, sameRendering, type Original } from "./text-editor/reading";
import { groups, Toolbar } from "./text-editor/toolbar";
import { write } from "./text-editor/writing";

let dialog: LinkDialog | undefined;
const editors = new Map<HTMLTextAreaElement, TextEditor>();

class TextEditor {
  private readonly box = element("div", { class: "text-editor" });
  private readonly surface = element("div");
  private readonly notice = element("p", { class: "text-editor__notice", role: "status" });
  private readonly toolbar: Toolbar;
  private readonly tools;
  private view?: EditorView;
  private original?: Original;
  private known = ""; // what the textarea held when it was read or written
  private own = false; // while it is written

  constructor(private readonly textarea: HTMLTextAreaElement, private readonly words: Words) {
    const label = textarea.labels?.[0];
    if (label && !label.id) label.id = `${textarea.id}-label`;
    const openLink: Command = (state, dispatch, view) => {
      if (!state.selection.$from.parent.inlineContent || !state.selection.$from.sameParent(state.selection.$to)) return false;
      if (dispatch && view) (dialog ??= new LinkDialog(words)).open(view);
      return true;
    };
    this.tools = groups(openLink);
    this.toolbar = new Toolbar(words, `${words.toolbar}: ${label?.textContent ?? ""}`, this.tools, () => this.view, () => this.toggleSource());
    this.box.append(this.toolbar.dom, this.notice, this.surface);
    textarea.before(this.box);
    // A link to the field, its label and whatever else gives it the focus mean the editor.
    textarea.addEventListener("focus", () => this.isSource || this.view?.focus());
    textarea.addEventListener("input", () => this.own || this.isSource || this.follow());
    textarea.form?.addEventListener("reset", () => setTimeout(() => this.follow()));
    this.known = textarea.value;
    // Who is writing already is not interrupted.
    if (document.activeElement === textarea) this.showSource();
    else this.open();
  }

  get isHere(): boolean {
    return this.textarea.isConnected;
  }

  /** When somebody else has changed the textarea. */
  follow(): void {
    if (this.textarea.value === this.known) return;
    this.known = this.textarea.value;
    if (!this.isSource) this.open();
  }

  destroy(): void {
    this.view?.destroy();
    this.box.remove();
  }

  private get isSource(): boolean {
    return this.surface.hidden;
  }

  /** Shows the text in the editor if it is one for it. */
  private open(): boolean {
    this.known = this.textarea.value;
    const original = read(this.known);
    if (!original || !sameRendering(this.known, write(original.doc))) {
      this.showSource(this.words.notCarried);
      return false;
    }
    this.original = original;
    const state = EditorState.create({ doc: original.doc, plugins: this.plugins() });
    if (this.view) this.view.updateState(state);
    else this.view = this.makeView(state);
    this.notice.textContent = "";
    this.surface.hidden = false;
    this.textarea.classList.add("sr-only");
    this.textarea.tabIndex = -1;
    this.textarea.setAttribute("aria-hidden", "true");
    this.toolbar.showSource(false);
    this.toolbar.update(state);
    this.tellHint();
    return true;
  }

  private showSource(notice = ""): void {
    this.surface.hidden = true;
    this.notice.textContent = notice;
    this.textarea.classList.remove("sr-only");
    this.textarea.removeAttribute("tabindex");
    this.textarea.removeAttribute("aria-hidden");
    this.toolbar.showSource(true);
    this.tellHint();
  }

  /** How to write the source is told only to who sees it. */
  private tellHint(): void {
    const field = this.textarea.closest("fieldset");
    const hint = field?.querySelector<HTMLElement>("[data-markup-hint]");
    if (hint) hint.hidden = !field!.querySelector('textarea[data-markup="commonmark"]:not(.sr-only)');
  }

  private toggleSource(): void {
    if (!this.isSource) {
      this.showSource();
      this.textarea.focus();
    } else if (this.open()) {
      this.view?.focus();
    }
  }

  private plugins() {
    const shortcuts = Object.fromEntries(this.tools.flat().map(({ keys, command }) => [keys!, command]));
    const toToolbar: Command = () => {
      this.toolbar.focus();
      return true;
    };
    return [history(), typingRules(), keymap({ ...shortcuts, ...keys, "Alt-F10": toToolbar }), keymap(baseKeymap)];
  }

  private makeView(state: EditorState): EditorView {
    const { textarea } = this;
    const describedBy = [textarea.getAttribute("aria-describedby"), "text-editor-help"].filter(Boolean).join(" ");
    const isFile = (data: DataTransfer | null): boolean => !!data?.files.length && !data.types.some((type) => /^text\/(html|plain)$/.test(type));
    return new EditorView(
      { mount: this.surface },
      {
        state,
        attributes: {
          class: "text-editor__surface",
          role: "textbox",
          "aria-multiline": "true",
          "aria-labelledby": textarea.labels?.[0]?.id ?? "",
          "aria-describedby": describedBy,
          ...(textarea.hasAttribute("aria-invalid") && { "aria-invalid": textarea.getAttribute("aria-invalid")! }),
          ...(textarea.lang && { lang: textarea.lang }),
          spellcheck: "true",
        },
        transformPastedHTML: reduced,
        handlePaste: (_view, event) => isFile(event.clipboardData),
        handleDrop: (_view, event) => isFile(event.dataTransfer),
        handleDOMEvents: {
          focus: () => {
            this.follow();
            return false;
          },
        },
        dispatchTransaction: (transaction) => {
          const view = this.view!;
          view.updateState(view.state.apply(transaction));
          if (transaction.docChanged) this.save(view.state);
          this.toolbar.update(view.state);
        },
      },
    );
  }

  private save({ doc }: EditorState): void {
    const text = write(doc, this.original);
    if (text === this.known) return;
    this.known = text;
    this.own = true;
    this.textarea.value = text;
    this.textarea.dispatchEvent(new Event("input", { bubbles: true }));
    this.own = false;
  }
}

/** Gives each text below `root` its editor; takes those away whose text has left the page. */
export function enhance(root: ParentNode): void {
  const words = wordsOfPage();
  if (!words) return;
  for (const [textarea, editor] of editors)
    if (!editor.isHere) {
      editor.destroy();
      editors.delete(textarea);
    }
  if (!document.getElementById("text-editor-help")) document.body.append(element("p", { id: "text-editor-help", hidden: "" }, words.help));
  for (const textarea of root.querySelectorAll<HTMLTextAreaElement>('textarea[data-markup="commonmark"]'))
    if (!editors.has(textarea)) editors.set(textarea, new TextEditor(textarea, words));
}

enhance(document);
document.addEventListener("record-form:replaced", (event) => enhance((event as CustomEvent<{ root: ParentNode }>).detail.root));
// A browser may fill in fields when a page is shown again.
addEventListener("pageshow", () => editors.forEach((editor) => editor.follow()));
