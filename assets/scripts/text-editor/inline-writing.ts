// What stands in a paragraph or a heading, as CommonMark.
import type { Node } from "prosemirror-model";
import { escapedPlaces } from "./escaping";
import { marks, nodes } from "./schema";

/** One letter or line break of the document. */
interface Atom {
  letter: string; // "\n" for a line break
  href?: string;
  strong: boolean;
  em: boolean;
}

/** One part of what is written. `sign` is markup, `letter` is text and may need a backslash, or be written as a number. */
export type Piece =
  | { kind: "letter"; text: string; asNumber?: boolean; inLink: boolean }
  | { kind: "break" }
  | { kind: "sign"; text: string; side: "open" | "close"; mark: "strong" | "em" | "link" };

export type Place = "paragraph" | "heading";

const isSpace = ({ letter }: Atom): boolean => /\s/u.test(letter);

export function writeInline(node: Node, place: Place): string {
  const pieces: Piece[] = [];
  new Marker(pieces).write(atomsOf(node));
  chooseSigns(pieces);
  makeSignsCount(pieces);
  const escaped = escapedPlaces(pieces, place);
  return pieces
    .map((piece, index) => {
      if (piece.kind === "break") return "\\\n";
      if (piece.kind === "letter" && piece.asNumber) return `&#${piece.text.codePointAt(0)};`;
      return escaped.has(index) ? `\\${piece.text}` : piece.text;
    })
    .join("");
}

/** Without space at the ends of lines. */
function atomsOf(node: Node): Atom[] {
  const atoms: Atom[] = [];
  node.forEach((child) => {
    const link = marks.link.isInSet(child.marks);
    const signs = { href: link?.attrs.href, strong: !!marks.strong.isInSet(child.marks), em: !!marks.em.isInSet(child.marks) };
    const text = child.type === nodes.hard_break ? "\n" : (child.text ?? "").replace(/\s/g, (space) => (/[\t\n\v\f\r\u2028\u2029]/.test(space) ? " " : space));
    for (const letter of text.replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, "")) atoms.push({ letter, ...signs });
  });
  const kept: Atom[] = [];
  let start = true;
  for (const atom of atoms) {
    if (atom.letter === "\n") {
      while (kept.length > 0 && kept.at(-1)!.letter !== "\n" && isSpace(kept.at(-1)!)) kept.pop();
      if (kept.length > 0) kept.push(atom);
      start = true;
    } else if (!start || !isSpace(atom)) {
      kept.push(atom);
      start = false;
    }
  }
  while (kept.length > 0 && isSpace(kept.at(-1)!)) kept.pop();
  return kept;
}

/** Writes atoms with the marks around them: links are whole, and no mark begins or ends with space. */
class Marker {
  constructor(private readonly pieces: Piece[]) {}

  write(atoms: Atom[]): void {
    for (const mark of ["href", "strong", "em"] as const)
      for (let i = 0, end = 0; i < atoms.length; i = end) {
        end = endOf(atoms, i, mark);
        trim(atoms, i, end, mark);
      }
    this.part(atoms, 0, atoms.length);
  }

  private part(atoms: Atom[], from: number, to: number): void {
    for (let i = from; i < to; ) {
      if (isSpace(atoms[i])) atoms[i].strong = atoms[i].em = false;
      const [mark, end] = this.longest(atoms, i, to);
      if (mark === undefined) {
        this.letter(atoms[i++]);
        continue;
      }
      const href = atoms[i].href;
      this.pieces.push({ kind: "sign", text: mark === "href" ? "[" : mark, side: "open", mark: mark === "href" ? "link" : mark });
      const first = this.pieces.length;
      for (const atom of atoms.slice(i, end)) {
        if (mark === "href") delete atom.href;
        else atom[mark] = false;
      }
      this.part(atoms, i, end);
      if (mark === "href") this.closeLink(first, href!);
      else this.pieces.push({ kind: "sign", text: mark, side: "close", mark });
      i = end;
    }
  }

  /** The mark that reaches farthest from here, and where it ends. One that ends within a link has to begin in it. */
  private longest(atoms: Atom[], at: number, to: number): ["href" | "strong" | "em" | undefined, number] {
    let found: ["href" | "strong" | "em" | undefined, number] = [undefined, at];
    for (const mark of ["href", "strong", "em"] as const) {
      if (atoms[at][mark] === undefined || atoms[at][mark] === false) continue;
      let end = Math.min(endOf(atoms, at, mark), to);
      if (mark !== "href" && end < to && atoms[end].href !== undefined && atoms[end].href === atoms[end - 1].href)
        while (end > at && atoms[end - 1].href === atoms[end].href) --end;
      while (end > at && isSpace(atoms[end - 1])) --end;
      if (end > found[1]) found = [mark, end];
    }
    return found;
  }

  private letter({ letter }: Atom): void {
    this.pieces.push(letter === "\n" ? { kind: "break" } : { kind: "letter", text: letter, inLink: false });
  }

  private closeLink(first: number, href: string): void {
    const inside = this.pieces.slice(first);
    const text = inside.map((piece) => (piece.kind === "letter" ? piece.text : "\n")).join("");
    if (isAutolink(text, href)) {
      this.pieces.splice(first - 1, Infinity, { kind: "sign", text: `<${text}>`, side: "open", mark: "link" });
      return;
    }
    for (const piece of inside) if (piece.kind === "letter") piece.inLink = true;
    this.pieces.push({ kind: "sign", text: `](${destination(href)})`, side: "close", mark: "link" });
  }
}

/** Takes the mark from the space at its ends. */
function trim(atoms: Atom[], from: number, to: number, mark: "href" | "strong" | "em"): void {
  const clear = (atom: Atom): void => void (mark === "href" ? delete atom.href : (atom[mark] = false));
  while (from < to && isSpace(atoms[from])) clear(atoms[from++]);
  while (to > from && isSpace(atoms[to - 1])) clear(atoms[--to]);
}

function endOf(atoms: Atom[], from: number, mark: "href" | "strong" | "em"): number {
  let end = from + 1;
  while (end < atoms.length && atoms[end][mark] === atoms[from][mark]) ++end;
  return end;
}

/** CommonMark 0.31.2, 6.5 */
function isAutolink(text: string, href: string): boolean {
  if (/[\s<>&\\]/.test(text)) return false;
  if (text === href) return /^[A-Za-z][A-Za-z0-9+.-]{1,31}:/.test(text);
  return `mailto:${text}` === href && /^[\w.!#$%'*+/=?^`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+$/.test(text);
}

/** CommonMark 0.31.2, 6.3 */
function destination(href: string): string {
  const safe = href.replace(/\\(?=[!-/:-@[-`{-~])/g, "\\\\").replace(/&(?=#?[A-Za-z0-9]+;)/g, "\\&").replace(/[<>]/g, "\\$&");
  if (href === "" || /[\u0000-\u0020\u007f]/.test(href)) return `<${safe.replace(/[\r\n]/g, "")}>`;
  return isBalanced(href) ? safe : safe.replace(/[()]/g, "\\$&");
}

function isBalanced(href: string): boolean {
  let depth = 0;
  for (const letter of href) {
    if (letter === "(") ++depth;
    if (letter === ")" && --depth < 0) return false;
  }
  return depth === 0;
}

/** Asterisks for both, but next to those of strong emphasis an underscore, so that they are not counted together. */
function chooseSigns(pieces: Piece[]): void {
  const isStrong = (piece?: Piece): boolean => piece?.kind === "sign" && piece.mark === "strong";
  const opened: number[] = [];
  pieces.forEach((piece, index) => {
    if (piece.kind !== "sign" || piece.mark === "link") return;
    if (piece.side === "open") return void opened.push(index);
    const open = pieces[opened.pop()!] as typeof piece;
    const touches = [pieces.indexOf(open), index].some((place) => isStrong(pieces[place - 1]) || isStrong(pieces[place + 1]));
    open.text = piece.text = piece.mark === "strong" ? "**" : touches ? "_" : "*";
  });
}

export type Class = "space" | "punctuation" | "symbol" | "other";

/** As CommonMark 0.31.2, 2.1, and before it 0.30, which knows symbols as letters: `symbol` may be either. */
export function classOf(piece: Piece | undefined): Class {
  if (!piece || piece.kind === "break") return "space";
  if (piece.kind === "sign" || piece.asNumber) return "punctuation";
  if (/\s/u.test(piece.text)) return "space";
  if (/^(?:[!-/:-@[-`{-~]|\p{P})$/u.test(piece.text)) return piece.text.length > 1 ? "symbol" : "punctuation";
  return /\p{S}/u.test(piece.text) ? "symbol" : "other";
}

/**
 * A sign counts as the beginning or end of emphasis only beside certain letters (CommonMark 0.31.2, 6.2): after
 * "**Gut!**" no letter may follow. Where one does, it is written as a number, which begins and ends with punctuation.
 */
function makeSignsCount(pieces: Piece[]): void {
  for (let changed = true; changed; ) {
    changed = false;
    pieces.forEach((piece, index) => {
      if (piece.kind !== "sign" || piece.mark === "link") return;
      const [inner, outer] = piece.side === "open" ? [index + 1, index - 1] : [index - 1, index + 1];
      const letter = pieces[outer];
      if (letter?.kind !== "letter" || letter.asNumber || ["space", "punctuation"].includes(classOf(letter))) return;
      if (piece.text !== "_" && classOf(pieces[inner]) === "other") return;
      letter.asNumber = changed = true;
    });
  }
}
