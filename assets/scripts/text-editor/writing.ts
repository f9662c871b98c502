// A document of the editor to CommonMark: the same document always gives the same text, with a backslash only where a
// sign would mean something. Blocks that are as they were found keep the lines they were found in.
import type { Node } from "prosemirror-model";
import { writeInline } from "./inline-writing";
import type { Original } from "./reading";
import { nodes } from "./schema";

export function write(doc: Node, original?: Original): string {
  if (original && doc.eq(original.doc)) return original.text;
  const found = original ? [...original.sources] : [];
  const sourceOf = (block: Node): string | undefined => {
    const source = original?.sources.get(block) ?? found.find(([other]) => other.eq(block))?.[1];
    return source && /^\S/.test(source) ? source : undefined; // what is indented might belong to a list above
  };
  const text = blocks(doc, sourceOf).join("\n\n");
  return text && original?.text.trim() && /\n$/.test(original.text) ? `${text}\n` : text;
}

const isList = (node: Node): boolean => node.type === nodes.bullet_list || node.type === nodes.ordered_list;

/** Of a block or a list item; what is empty is left out. */
function blocks(parent: Node, sourceOf: (block: Node) => string | undefined = () => undefined): string[] {
  const written: string[] = [];
  const shown = parent.children.filter((child) => !isEmpty(child));
  let other = false; // the second sign for the items of a list, so that two lists do not become one
  shown.forEach((child, index) => {
    const follows = isList(child) && shown[index - 1]?.type === child.type;
    const precedes = isList(child) && shown[index + 1]?.type === child.type;
    other = follows && !other;
    written.push((!follows && !precedes && sourceOf(child)) || block(child, other));
  });
  return written;
}

function isEmpty(node: Node): boolean {
  return node.isTextblock ? inlineOf(node) === "" : node.children.every(isEmpty);
}

const inlines = new WeakMap<Node, string>();

/** Kept, because every key pressed writes the whole text. */
function inlineOf(node: Node): string {
  let text = inlines.get(node);
  if (text === undefined) inlines.set(node, (text = writeInline(node, node.type === nodes.heading ? "heading" : "paragraph")));
  return text;
}

function block(node: Node, other: boolean): string {
  if (node.type === nodes.heading) return `${"#".repeat(node.attrs.level)} ${inlineOf(node)}`;
  if (node.type === nodes.blockquote) return blocks(node).join("\n\n").replace(/^/gm, "> ").replace(/ $/gm, "");
  if (isList(node)) return list(node, other);
  return inlineOf(node);
}

function list(node: Node, other: boolean): string {
  const items = node.children.filter((item) => !isEmpty(item));
  const tight = isTight(node, items);
  return items
    .map((item, index) => {
      const marker = node.type === nodes.bullet_list ? (other ? "*" : "-") : `${node.attrs.order + index}${other ? ")" : "."}`;
      const indentation = " ".repeat(marker.length + 1);
      return `${marker} ${blocks(item).join(tight ? "\n" : "\n\n").replace(/\n(?=.)/g, `\n${indentation}`)}`;
    })
    .join(tight ? "\n" : "\n\n");
}

/** Whether it is written without blank lines: if it is to be and can be, or if there is no place for one. */
function isTight(node: Node, items: Node[]): boolean {
  const contents = items.map((item) => item.children.filter((child) => !isEmpty(child)));
  // Only such a list begins right below a paragraph (CommonMark 0.31.2, 5.2).
  const canBegin = (list: Node): boolean => list.type === nodes.bullet_list || (list.type === nodes.ordered_list && list.attrs.order === 1);
  const canBe = contents.every(([first, second, ...more]) => !second || (first.type === nodes.paragraph && canBegin(second) && more.length === 0));
  const hasPlace = items.length > 1 || contents.some((content) => content.length > 1);
  const isSeen = contents.flat().some(({ type }) => type === nodes.paragraph);
  return canBe && (node.attrs.tight || !hasPlace || !isSeen);
}
