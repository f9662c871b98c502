// CommonMark to a document of the editor.
import MarkdownIt, { type Env, type Token } from "markdown-it";
import { Fragment, type Mark, type Node } from "prosemirror-model";
import { marks, nodes, schema } from "./schema";

const same = (address: string): string => address;

// The program writes addresses as they are and decides itself which are links.
const markdown = new MarkdownIt("commonmark", { html: true, maxNesting: 100 }).enable("table");
markdown.normalizeLink = same;
markdown.normalizeLinkText = same;
markdown.validateLink = () => true;

const deepest = 20;
const carried = new Set([
  ...["paragraph", "heading", "blockquote", "bullet_list", "ordered_list", "list_item"].flatMap((name) => [`${name}_open`, `${name}_close`]),
  ...["strong", "em", "link"].flatMap((name) => [`${name}_open`, `${name}_close`]),
  ...["inline", "text", "softbreak", "hardbreak"],
]);

/** Whether there is nothing in it that the editor has no place for: pictures, tables, titles of links, names of parts. */
function isCarried(token: Token): boolean {
  return carried.has(token.type) && token.level <= deepest && token.attrGet("title") === null && (token.children ?? []).every(isCarried);
}

/** A text as it was found: its document, and the lines that each block of it comes from. */
export interface Original {
  readonly text: string;
  readonly doc: Node;
  readonly sources: ReadonlyMap<Node, string>;
}

/** undefined when the document would not be all of the text. Whether it renders as the text does, sameRendering() says. */
export function read(text: string): Original | undefined {
  const environment: Env = {};
  const tokens = markdown.parse(text, environment);
  if (!tokens.every(isCarried) || Object.keys(environment.references ?? {}).length > 0 || text.includes("{#a11y-")) return undefined;
  const blocks = new Reader(tokens).blocks();
  const doc = blocks && nodes.doc.createAndFill(null, blocks);
  if (!doc) return undefined;
  return { text, doc, sources: sourcesOf(text, tokens, blocks) };
}

function sourcesOf(text: string, tokens: Token[], blocks: Node[]): Map<Node, string> {
  const lines = text.split(/\r\n?|\n/);
  const maps = tokens.filter(({ level, nesting }) => level === 0 && nesting === 1).map(({ map }) => map!);
  return new Map(blocks.map((block, index) => [block, lines.slice(...maps[index]).join("\n").replace(/\n\s*$/, "")]));
}

class Reader {
  private at = 0;

  constructor(private readonly tokens: Token[]) {}

  /** Until the block around ends; undefined when one does not fit where it stands. */
  blocks(): Node[] | undefined {
    const found: Node[] = [];
    for (; this.at < this.tokens.length && this.tokens[this.at].nesting !== -1; ++this.at) {
      const block = this.block();
      if (!block) return undefined;
      found.push(block);
    }
    return found;
  }

  private block(): Node | null | undefined {
    const open = this.tokens[this.at];
    const type = nodes[open.type.replace(/_open$/, "")];
    const attributes = this.attributes(open);
    ++this.at;
    if (type.inlineContent) {
      const content = inline(this.tokens[this.at++].children ?? []);
      // A heading over several lines may hold what one line cannot.
      return type.validContent(content) ? type.create(attributes, content) : undefined;
    }
    const content = this.blocks();
    return content && type.createAndFill(attributes, content);
  }

  private attributes(open: Token): Record<string, unknown> | null {
    if (open.type === "heading_open") return { level: Number(open.tag.slice(1)) };
    if (open.type === "bullet_list_open") return { tight: this.isTight(open) };
    if (open.type === "ordered_list_open") return { order: Number(open.attrGet("start") ?? 1), tight: this.isTight(open) };
    return null;
  }

  /** Paragraphs of a list without blank lines are hidden. */
  private isTight(list: Token): boolean {
    for (const token of this.tokens.slice(this.at + 1)) {
      if (token.level <= list.level) break;
      if (token.type === "paragraph_open" && token.level === list.level + 2) return token.hidden;
    }
    return true;
  }
}

function inline(tokens: Token[]): Fragment {
  const found: Node[] = [];
  let open: readonly Mark[] = [];
  for (const token of tokens) {
    if (token.type === "text" && token.content !== "") found.push(schema.text(token.content, open));
    if (token.type === "softbreak") found.push(schema.text(" ", open));
    if (token.type === "hardbreak") found.push(nodes.hard_break.create(null, null, open));
    const mark = marks[token.type.replace(/_(open|close)$/, "")];
    if (mark && token.nesting === 1) open = mark.create(token.attrs && { href: token.attrGet("href") }).addToSet(open);
    if (mark && token.nesting === -1) open = mark.removeFromSet(open);
  }
  return Fragment.fromArray(found);
}

/** Whether both are shown alike. Which of the words is marked how is compared, not in which order marks begin. */
export function sameRendering(one: string, other: string): boolean {
  return outline(one) === outline(other);
}

function outline(text: string): string {
  return markdown
    .parse(text, {})
    .map((token) => {
      if (token.type === "inline") return inlineOutline(token.children ?? []);
      return token.hidden ? "" : `<${token.type} ${token.tag} ${JSON.stringify(token.attrs)}>`;
    })
    .join("\n");
}

function inlineOutline(tokens: Token[]): string {
  const open: string[] = [];
  let written = "";
  for (const token of tokens) {
    if (token.nesting === 1) open.push(`${token.tag} ${token.attrGet("href") ?? ""}`);
    // A link around nothing is there, too.
    if (token.nesting === 1 && token.tag === "a") written += "<a>";
    if (token.nesting === -1) open.pop();
    const signs = [...new Set(open)].sort().join(",");
    const content = token.type === "softbreak" ? " " : token.type === "hardbreak" ? "\n" : token.content;
    for (const letter of content) written += /\s/.test(letter) ? letter : `${letter}{${signs}}`;
  }
  return written.replace(/[ \t]+/g, " ").trim();
}
