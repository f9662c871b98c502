// The buttons above a text (ARIA Authoring Practices, "Toolbar"): one of them is in the order of the tab key, arrow keys
// lead to the others.
import type { Command, EditorState } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import * as commands from "./commands";
import { icon } from "./icons";
import { element, type Words } from "./parts";
import { marks, nodes } from "./schema";

interface Tool {
  name: string; // of its words and its icon
  keys?: string; // as prosemirror-keymap names them
  command: Command;
  isPressed?: (state: EditorState) => boolean;
}

export const groups = (openLink: Command): Tool[][] => [
  [
    { name: "heading", keys: "Mod-Shift-2", command: commands.toggleHeading(1), isPressed: (state) => commands.headingRank(state) === 1 },
    { name: "subheading", keys: "Mod-Shift-3", command: commands.toggleHeading(2), isPressed: (state) => commands.headingRank(state) === 2 },
  ],
  [
    { name: "bold", keys: "Mod-b", command: commands.bold, isPressed: (state) => commands.hasMark(state, marks.strong) },
    { name: "italic", keys: "Mod-i", command: commands.italic, isPressed: (state) => commands.hasMark(state, marks.em) },
    { name: "link", keys: "Mod-k", command: openLink, isPressed: (state) => !!commands.linkAround(state) },
  ],
  [
    { name: "undo", keys: "Mod-z", command: commands.undo },
    { name: "redo", keys: "Mod-Shift-z", command: commands.redo },
  ],
  [
    { name: "bullets", keys: "Mod-Shift-8", command: commands.toggleList(nodes.bullet_list), isPressed: (state) => commands.isInList(state, nodes.bullet_list) },
    { name: "numbers", keys: "Mod-Shift-7", command: commands.toggleList(nodes.ordered_list), isPressed: (state) => commands.isInList(state, nodes.ordered_list) },
    { name: "outdent", keys: "Alt-Shift-ArrowLeft", command: commands.outdent },
    { name: "indent", keys: "Alt-Shift-ArrowRight", command: commands.indent },
    { name: "quote", keys: "Mod-Shift-9", command: commands.toggleQuote, isPressed: commands.isInQuote },
  ],
];

const isMac = /Mac|iP(hone|[oa]d)/.test(navigator.platform);

/** "Mod-Shift-8" as people say it, and as aria-keyshortcuts has it. */
function named(keys: string, words: Words): [string, string] {
  const say: Record<string, string> = { Mod: isMac ? "⌘" : words.control, Shift: isMac ? "⇧" : words.shift, Alt: isMac ? "⌥" : "Alt", ArrowLeft: "←", ArrowRight: "→" };
  const parts = keys.split("-");
  return [
    parts.map((part) => say[part] ?? part.toUpperCase()).join(isMac ? "" : "+"),
    parts.map((part) => (part === "Mod" ? (isMac ? "Meta" : "Control") : part.length === 1 ? part.toUpperCase() : part)).join("+"),
  ];
}

export class Toolbar {
  readonly dom = element("div", { class: "text-editor__toolbar", role: "toolbar" });
  readonly source = element("button", { type: "button", class: "text-editor__tool text-editor__tool--source" });
  private readonly tools: { tool: Tool; button: HTMLButtonElement }[] = [];
  private readonly boxes: HTMLElement[] = [];

  constructor(words: Words, label: string, tools: Tool[][], private readonly view: () => EditorView | undefined, toggleSource: () => void) {
    this.dom.setAttribute("aria-label", label);
    for (const group of tools) {
      const box = element("div", { class: "text-editor__group" });
      box.append(...group.map((tool) => this.button(tool, words)));
      this.boxes.push(box);
    }
    this.source.textContent = words.source;
    this.source.addEventListener("click", toggleSource);
    this.dom.append(...this.boxes, this.source);
    this.dom.addEventListener("keydown", (event) => this.press(event));
    this.dom.addEventListener("focusin", (event) => this.remember(event.target as HTMLElement));
    this.remember(this.buttons()[0]);
  }

  focus(): void {
    this.buttons().find(({ tabIndex }) => tabIndex === 0)?.focus();
  }

  /** In the source only the way back is offered. */
  showSource(isSource: boolean): void {
    for (const box of this.boxes) box.hidden = isSource;
    this.source.setAttribute("aria-pressed", String(isSource));
    this.remember(isSource ? this.source : this.buttons()[0]);
  }

  update(state: EditorState): void {
    for (const { tool, button } of this.tools) {
      if (tool.isPressed) button.setAttribute("aria-pressed", String(tool.isPressed(state)));
      button.setAttribute("aria-disabled", String(!tool.command(state)));
    }
  }

  private button(tool: Tool, words: Words): HTMLButtonElement {
    const button = element("button", { type: "button", class: "text-editor__tool", "aria-label": words[tool.name] });
    const [said, keys] = named(tool.keys ?? "", words);
    button.title = tool.keys ? `${words[tool.name]} (${said})` : words[tool.name];
    if (keys) button.setAttribute("aria-keyshortcuts", keys);
    button.append(icon(tool.name) ?? element("span", { class: `text-editor__letter text-editor__letter--${tool.name}`, "aria-hidden": "true" }, words[`${tool.name}Letter`]));
    // What is selected stays so while the pointer presses.
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => {
      const view = this.view();
      if (!view || button.ariaDisabled === "true") return;
      tool.command(view.state, view.dispatch, view);
      if (tool.name !== "link") view.focus();
    });
    this.tools.push({ tool, button });
    return button;
  }

  private buttons(): HTMLButtonElement[] {
    return [...this.dom.querySelectorAll("button")].filter((button) => !button.parentElement!.hidden);
  }

  private remember(at: HTMLElement): void {
    for (const button of this.dom.querySelectorAll("button")) button.tabIndex = button === at ? 0 : -1;
  }

  private press(event: KeyboardEvent): void {
    const buttons = this.buttons();
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const to: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 };
    if (event.key === "Escape") this.view()?.focus();
    else if (event.key in to && !event.altKey && !event.ctrlKey && !event.metaKey) buttons.at(to[event.key] % buttons.length)?.focus();
    else return;
    event.preventDefault();
  }
}
