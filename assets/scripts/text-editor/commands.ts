// What the editor can do with what is selected.
import { baseKeymap, chainCommands, setBlockType, toggleMark, wrapIn } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { InputRule, inputRules, textblockTypeInputRule, undoInputRule, wrappingInputRule } from "prosemirror-inputrules";
import type { MarkType, Node, NodeType } from "prosemirror-model";
import { liftListItem, sinkListItem, splitListItem } from "prosemirror-schema-list";
import { TextSelection, type Command, type EditorState, type Plugin } from "prosemirror-state";
import { liftTarget } from "prosemirror-transform";
import { highestLevel, marks, nodes } from "./schema";

export const bold = toggleMark(marks.strong);
export const italic = toggleMark(marks.em);
export const indent = sinkListItem(nodes.list_item);
export const outdent = liftListItem(nodes.list_item);
export { redo, undo };

export function hasMark({ selection, storedMarks, doc }: EditorState, type: MarkType): boolean {
  const { from, to, empty, $from } = selection;
  return empty ? !!type.isInSet(storedMarks ?? $from.marks()) : doc.rangeHasMark(from, to, type);
}

/** The innermost block of such a kind around the selection, and how deep it is. */
function around({ selection: { $from, to } }: EditorState, isOne: (node: Node) => boolean): { node: Node; depth: number } | undefined {
  for (let depth = $from.depth; depth > 0; --depth) if (isOne($from.node(depth)) && $from.end(depth) >= to) return { node: $from.node(depth), depth };
  return undefined;
}

const isList = ({ type }: Node): boolean => type === nodes.bullet_list || type === nodes.ordered_list;

export const isInList = (state: EditorState, type: NodeType): boolean => around(state, isList)?.node.type === type;
export const isInQuote = (state: EditorState): boolean => !!around(state, ({ type }) => type === nodes.blockquote);

/** 1: the most important headings of the text, 2: those below; 0: no heading. */
export function headingRank({ selection: { $from }, doc }: EditorState): number {
  const { type, attrs } = $from.parent;
  return type !== nodes.heading ? 0 : attrs.level <= highestLevel(doc) ? 1 : 2;
}

/** Makes a heading, or a paragraph of one. */
export function toggleHeading(rank: 1 | 2): Command {
  return (state, dispatch) => {
    if (headingRank(state) === rank) return setBlockType(nodes.paragraph)(state, dispatch);
    const level = Math.min(highestLevel(state.doc) + rank - 1, 6);
    if (!setBlockType(nodes.heading, { level })(state)) return false;
    if (!dispatch) return true;
    const { tr, selection } = state;
    const { from, to } = selection;
    // A heading is one line.
    state.doc.nodesBetween(from, to, (block, place) => {
      if (!block.isTextblock) return true;
      block.forEach((child, offset) => child.type === nodes.hard_break && tr.replaceWith(place + 1 + offset, place + 2 + offset, state.schema.text(" ")));
      return false;
    });
    dispatch(tr.setBlockType(from, to, nodes.heading, { level }).scrollIntoView());
    return true;
  };
}

/** Makes a list, one of the other kind, or takes the items out of theirs. */
export function toggleList(type: NodeType): Command {
  return (state, dispatch, view) => {
    const list = around(state, isList);
    if (!list) return wrapInItems(type, state, dispatch);
    if (list.node.type === type) return outdent(state, dispatch, view);
    dispatch?.(state.tr.setNodeMarkup(state.selection.$from.before(list.depth), type, { tight: list.node.attrs.tight }));
    return true;
  };
}

/** One item for each paragraph. */
function wrapInItems(type: NodeType, state: EditorState, dispatch?: (tr: EditorState["tr"]) => void): boolean {
  const range = state.selection.$from.blockRange(state.selection.$to);
  if (!range || !range.parent.canReplaceWith(range.startIndex, range.endIndex, type)) return false;
  const selected = range.parent.children.slice(range.startIndex, range.endIndex);
  if (!selected.every((node) => node.isTextblock)) return false;
  if (!dispatch) return true;
  const items = selected.map((node) => {
    const paragraph = node.type === nodes.paragraph ? node : nodes.paragraph.create(null, node.content);
    return nodes.list_item.create(null, paragraph);
  });
  const { tr, selection } = state;
  tr.replaceWith(range.start, range.end, type.create(null, items));
  // Each block has moved by the list around and by its own item and those before.
  const moved = (place: number) => {
    const index = state.doc.resolve(place).index(range.depth) - range.startIndex;
    return tr.doc.resolve(place + 2 + 2 * index);
  };
  tr.setSelection(TextSelection.between(moved(selection.anchor), moved(selection.head)));
  dispatch(tr.scrollIntoView());
  return true;
}

export const toggleQuote: Command = (state, dispatch) => {
  const quote = around(state, ({ type }) => type === nodes.blockquote);
  if (!quote) return wrapIn(nodes.blockquote)(state, dispatch);
  const { $from } = state.selection;
  const inside = state.doc.resolve($from.start(quote.depth));
  const range = inside.blockRange(state.doc.resolve($from.end(quote.depth)), (node) => node === quote.node);
  const target = range && liftTarget(range);
  if (target === null || target === undefined) return false;
  dispatch?.(state.tr.lift(range!, target).scrollIntoView());
  return true;
};

/** The link around the cursor or at the beginning of what is selected. */
export function linkAround({ selection: { $from } }: EditorState): { from: number; to: number; href: string } | undefined {
  const at = $from.parent.childAfter($from.parentOffset);
  const before = $from.parent.childBefore($from.parentOffset);
  const start = [at, before].find(({ node }) => node && marks.link.isInSet(node.marks));
  if (!start?.node) return undefined;
  const link = marks.link.isInSet(start.node.marks)!;
  const { children } = $from.parent;
  let [first, last] = [start.index, start.index];
  while (first > 0 && link.isInSet(children[first - 1].marks)) --first;
  while (last + 1 < children.length && link.isInSet(children[last + 1].marks)) ++last;
  const offset = children.slice(0, first).reduce((sum, child) => sum + child.nodeSize, $from.start());
  return { from: offset, to: children.slice(first, last + 1).reduce((sum, child) => sum + child.nodeSize, offset), href: link.attrs.href };
}

export function setLink(href: string, text: string): Command {
  return (state, dispatch) => {
    const { selection, tr } = state;
    const { from, to } = linkAround(state) ?? selection;
    const link = marks.link.create({ href });
    if (from === to) tr.replaceSelectionWith(state.schema.text(text || href, link.addToSet(selection.$from.marks())), false);
    else tr.removeMark(from, to, marks.link).addMark(from, to, link);
    dispatch?.(tr.removeStoredMark(marks.link).scrollIntoView());
    return true;
  };
}

export const removeLink: Command = (state, dispatch) => {
  const link = linkAround(state);
  const { from, to } = link ?? state.selection;
  dispatch?.(state.tr.removeMark(from, to, marks.link));
  return !!link;
};

const breakLine: Command = (state, dispatch) => {
  const { $from, $to } = state.selection;
  if ($from.parent !== $to.parent || $from.parent.type !== nodes.paragraph) return false;
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
};

/** Keys that no button has. */
export const keys: Record<string, Command> = {
  Enter: splitListItem(nodes.list_item),
  "Shift-Enter": chainCommands(breakLine, splitListItem(nodes.list_item), baseKeymap.Enter),
  Backspace: undoInputRule,
  "Mod-y": redo,
};

/** Marks that are typed as in the source. */
function markRule(pattern: RegExp, type: MarkType): InputRule {
  return new InputRule(pattern, (state, match, start, end) => {
    const [whole, before, , inside] = match;
    const from = start + before.length;
    if (state.doc.resolve(start).parent.type.allowsMarkType(type) === false || whole.includes("\ufffc")) return null;
    const { tr } = state;
    const typed = match[2].length;
    // The last sign is not in the document yet.
    tr.delete(from + typed + inside.length, end).delete(from, from + typed);
    return tr.addMark(from, from + inside.length, type.create()).removeStoredMark(type);
  });
}

export function typingRules(): Plugin {
  return inputRules({
    rules: [
      textblockTypeInputRule(/^(#{1,6})\s$/, nodes.heading, (match) => ({ level: Math.max(match[1].length, 2) })),
      wrappingInputRule(/^>\s$/, nodes.blockquote),
      wrappingInputRule(/^[-+*]\s$/, nodes.bullet_list),
      // Only where a list begins with one: "12. Mai" is a date.
      wrappingInputRule(/^1[.)]\s$/, nodes.ordered_list),
      // Only before a word: "Schüler*innen und Lehrer*innen" has nothing italic in it.
      markRule(/(^|[\s(„“"])(\*\*)([^\s*](?:[^*]*[^\s*])?)\*\*$/, marks.strong),
      markRule(/(^|[\s(„“"])(\*)([^\s*](?:[^*]*[^\s*])?)\*$/, marks.em),
    ],
  });
}
