// Pieces of YAML as a person would write them.
const lineLength = 110;

/** A scalar in double quotes: JSON's escapes are YAML's too. */
export const quoted = (text) => JSON.stringify(text);

/** {de: "…", pl: "…", en: "…"} in one line. */
export const inline = (words, order = Object.keys(words)) =>
  `{${order.map((language) => `${language}: ${quoted(words[language])}`).join(', ')}}`;

/** A block scalar ('|-' or '>-'), wrapped, indented by `indent` spaces. */
export function block(style, text, indent) {
  const lines = text.split('\n').flatMap((line) => wrapped(line, lineLength - indent));
  return `${style}\n${lines.map((line) => (line ? ' '.repeat(indent) + line : '')).join('\n')}`;
}

/** The members of a mapping, one below the other. */
export const mapping = (members, indent) =>
  Object.entries(members).map(([name, value]) => `${' '.repeat(indent)}${name}: ${value}\n`).join('');

function wrapped(line, length) {
  const lines = [];
  let rest = line;
  while (rest.length > length) {
    const space = rest.lastIndexOf(' ', length);
    if (space <= 0) break;
    lines.push(rest.slice(0, space));
    rest = rest.slice(space + 1);
  }
  return [...lines, rest];
}
