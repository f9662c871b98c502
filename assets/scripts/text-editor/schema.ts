// What a text may consist of: what src/platform/html/markdown.cpp renders, without tables, code, pictures and rules,
// which stay in the source.
import { Schema, type Node } from "prosemirror-model";
import { isAllowed } from "./address";

const headingElements = ["h1", "h2", "h3", "h4", "h5", "h6"];

/** Foreign pages begin with any level; of ours it is written on the element. */
function levelOf(element: HTMLElement): number {
  return Number(element.dataset.level) || (/[12]$/.test(element.tagName) ? 2 : 3);
}

export const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
    paragraph: { content: "inline*", group: "block", parseDOM: [{ tag: "p" }], toDOM: () => ["p", 0] },
    heading: {
      attrs: { level: { default: 2 } },
      content: "text*",
      group: "block",
      defining: true,
      parseDOM: headingElements.map((tag) => ({ tag, getAttrs: (element) => ({ level: levelOf(element) }) })),
      // The form has headings of its own above.
      toDOM: ({ attrs: { level } }) => [`h${Math.min(level + 1, 6)}`, { "data-level": level }, 0],
    },
    blockquote: {
      content: "block+",
      group: "block",
      defining: true,
      parseDOM: [{ tag: "blockquote" }],
      toDOM: () => ["blockquote", 0],
    },
    bullet_list: {
      attrs: { tight: { default: true } },
      content: "list_item+",
      group: "block",
      parseDOM: [{ tag: "ul", getAttrs: (element) => ({ tight: !element.hasAttribute("data-loose") }) }],
      toDOM: ({ attrs: { tight } }) => ["ul", { "data-loose": tight ? null : "" }, 0],
    },
    ordered_list: {
      attrs: { order: { default: 1 }, tight: { default: true } },
      content: "list_item+",
      group: "block",
      parseDOM: [
        {
          tag: "ol",
          getAttrs: (element) => {
            const start = Number(element.getAttribute("start") ?? 1);
            return { order: start >= 0 && start < 1e8 ? Math.trunc(start) : 1, tight: !element.hasAttribute("data-loose") };
          },
        },
      ],
      toDOM: ({ attrs: { order, tight } }) => ["ol", { start: order === 1 ? null : order, "data-loose": tight ? null : "" }, 0],
    },
    list_item: { content: "paragraph block*", defining: true, parseDOM: [{ tag: "li" }], toDOM: () => ["li", 0] },
    text: { group: "inline" },
    hard_break: { inline: true, group: "inline", selectable: false, parseDOM: [{ tag: "br" }], toDOM: () => ["br"] },
  },
  marks: {
    link: {
      attrs: { href: {} },
      inclusive: false,
      parseDOM: [
        {
          tag: "a[href]",
          getAttrs: (element) => {
            const href = element.getAttribute("href") ?? "";
            return isAllowed(href) ? { href } : false;
          },
        },
      ],
      // The program shows only the text of a link that leads nowhere.
      toDOM: ({ attrs: { href } }) => ["a", isAllowed(href) ? { href } : { "data-nowhere": "" }, 0],
    },
    em: {
      parseDOM: [{ tag: "i" }, { tag: "em" }],
      toDOM: () => ["em", 0],
    },
    strong: {
      parseDOM: [{ tag: "b" }, { tag: "strong" }],
      toDOM: () => ["strong", 0],
    },
  },
});

export const { nodes, marks } = schema;

/** Which level the most important heading has: what matters is only which is above which. */
export function highestLevel(doc: Node): number {
  let level = 2;
  doc.forEach((block) => (level = block.type === nodes.heading ? Math.min(level, block.attrs.level) : level));
  return level;
}
