// Which letters of a text would be read as markup and need a backslash. A rule may be broader than CommonMark's, never
// narrower.
import { classOf, type Piece, type Place } from "./inline-writing";

const punctuation = /^[!-/:-@[-`{-~]$/;
const standIn = "\ufffc"; // for markup between letters

export function escapedPlaces(pieces: Piece[], place: Place): Set<number> {
  const found = new Set<number>();
  const letter = (index: number): string => {
    const piece = pieces[index];
    return piece?.kind === "letter" && !piece.asNumber ? piece.text : "";
  };
  const text = pieces.map((piece) => (piece.kind === "letter" ? (piece.asNumber ? standIn : piece.text) : piece.kind === "break" ? "\n" : standIn));
  const whole = pieces.map((piece) => (piece.kind === "break" ? "\n" : piece.text));
  if (place === "paragraph") lineStarts(text, found);
  else if (/(?:^|[ \t])#+$/.test(text.join(""))) found.add(pieces.length - 1);
  emphasis(pieces, "*", found);
  emphasis(pieces, "_", found);
  codeSpans(whole, pieces, found);

  let bracketOpen = false;
  pieces.forEach((piece, index) => {
    if (piece.kind !== "letter" || piece.asNumber) return;
    const next = pieces[index + 1];
    const means: Record<string, () => boolean> = {
      "\\": () => next !== undefined && (next.kind !== "letter" || !!next.asNumber || punctuation.test(next.text)),
      "[": () => piece.inLink,
      "]": () => piece.inLink || (bracketOpen && letter(index + 1) === "("),
      "!": () => next?.kind === "sign" && next.text === "[",
      "<": () => /^[A-Za-z/!?]$/.test(letter(index + 1)) || /^\S*@/.test(whole.slice(index + 1).join("")),
      "&": () => /^&(?:#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z][\dA-Za-z]{1,31});/.test(text.slice(index, index + 36).join("")),
    };
    if (means[piece.text]?.()) found.add(index);
    else if (piece.text === "[") bracketOpen = true;
  });
  return found;
}

/** Signs that might begin or end emphasis. A single one finds no other to go with. */
function emphasis(pieces: Piece[], sign: "*" | "_", found: Set<number>): void {
  const runs: number[][] = [];
  const isSign = (piece?: Piece): boolean => piece?.kind === "letter" && piece.text === sign && !piece.asNumber;
  for (let i = 0; i < pieces.length; ++i) {
    if (!isSign(pieces[i])) continue;
    const run = [i];
    while (isSign(pieces[i + 1])) run.push(++i);
    // A line break begins with a backslash.
    const around = [classOf(pieces[run[0] - 1]), pieces[i + 1]?.kind === "break" ? "punctuation" : classOf(pieces[i + 1])];
    const within = (kind: string): boolean => around.every((one) => one === kind);
    if (found.has(run[0])) for (const index of run) found.add(index);
    else if (!within("space") && !(sign === "_" && within("other"))) runs.push(run);
  }
  const isMarkup = pieces.some((piece) => piece.kind === "sign" && piece.mark !== "link" && piece.text.startsWith(sign));
  if (runs.length > 1 || isMarkup) for (const index of runs.flat()) found.add(index);
}

/** Backticks, wherever they stand, go with others before anything else is read (CommonMark 0.31.2, 6.1). */
function codeSpans(whole: string[], pieces: Piece[], found: Set<number>): void {
  if ((whole.join("").match(/`+/g) ?? []).length < 2) return;
  pieces.forEach((piece, index) => piece.kind === "letter" && piece.text === "`" && found.add(index));
}

/** What begins a block (CommonMark 0.31.2, 4 and 5; for tables GitHub Flavored Markdown 0.29, 4.10): where the sign stands in the line. */
const beginnings: [RegExp, "first" | "later" | "any"][] = [
  [/^(?=#{1,6}(?:[ \t]|$))/, "any"],
  [/^(?=>)/, "any"],
  [/^(?=[-+*](?:[ \t]|$))/, "any"],
  [/^\d{1,9}(?=[.)](?:[ \t]|$))/, "any"],
  [/^(?=_(?:[ \t]*_){2,}[ \t]*$)/, "any"],
  [/^(?=([-*])(?:[ \t]*\1)*[ \t]*$)/, "any"], // fewer than three, too: the sign of a list may stand before them
  [/^(?=```|~~~)/, "any"],
  [/^(?==+[ \t]*$)/, "later"],
  [/^[|:\t ]*(?=-[-|:\t ]*$)/, "later"],
  [/^(?=\[.*\]:)/s, "first"],
];

function lineStarts(text: string[], found: Set<number>): void {
  let start = 0;
  while (start < text.length) {
    const end = text.indexOf("\n", start);
    const line = text.slice(start, end === -1 ? undefined : end).join("");
    for (const [pattern, where] of beginnings) {
      const match = where === "any" || (where === "first") === (start === 0) ? pattern.exec(where === "first" ? text.join("") : line) : null;
      if (match) found.add(start + match[0].length); // before the sign there is nothing outside of ASCII
    }
    if (end === -1) break;
    start = end + 1;
  }
}
