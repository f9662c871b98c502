// The signs on the buttons, drawn on 24 by 24; bold and italic are letters of the reader's language.
const svg = "http://www.w3.org/2000/svg";

const bullet = (y: number): string => `M3.5 ${y}h2`;
const line = (y: number, from = 9): string => `M${from} ${y}H21`;

const strokes: Record<string, string> = {
  heading: "M5 4v16M17 4v16M5 12h12",
  subheading: "M4 8v12M12 8v12M4 14h8M16.5 14v6M20.5 14v6M16.5 17h4",
  link: "M10 14a4 4 0 0 0 6 .4l3.2-3.2a4 4 0 0 0-5.7-5.7L12 7M14 10a4 4 0 0 0-6-.4l-3.2 3.2a4 4 0 0 0 5.7 5.7L12 17",
  bullets: [6, 12, 18].flatMap((y) => [bullet(y), line(y)]).join(""),
  numbers: `M3.5 5l1.5-1v5M3 13.5c1-1.5 3-1 3 .3 0 1.2-3 2.4-3 3.7h3.2${line(6, 10)}${line(12, 10)}${line(18, 10)}`,
  outdent: `M3 5H21M12 10H21M12 14H21M3 19H21M7.5 9l-3.5 3 3.5 3`,
  indent: `M3 5H21M12 10H21M12 14H21M3 19H21M4 9l3.5 3L4 15`,
  quote: "M5 6v12M10 7h11M10 12h11M10 17h7",
  undo: "M9 6L4 11l5 5M4.5 11H15a5 5 0 0 1 0 10h-3",
  redo: "M15 6l5 5-5 5M19.5 11H9a5 5 0 0 0 0 10h3",
};

export function icon(name: string): SVGElement | undefined {
  if (!(name in strokes)) return undefined;
  const drawing = document.createElementNS(svg, "svg");
  const attributes = { viewBox: "0 0 24 24", fill: "none", stroke: "currentColor", "stroke-width": "2", "stroke-linecap": "round", "stroke-linejoin": "round", "aria-hidden": "true" };
  for (const [key, value] of Object.entries(attributes)) drawing.setAttribute(key, value);
  const path = document.createElementNS(svg, "path");
  path.setAttribute("d", strokes[name]);
  drawing.append(path);
  return drawing;
}
