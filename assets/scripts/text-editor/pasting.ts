// What comes from word processors and web pages, reduced to elements that the schema knows. What else stands in it, it
// leaves out itself.

/** The Content-Security-Policy forbids style attributes even to pages that are never shown, so they get another name. */
const styles = "data-pasted-style";
const kept = new Map([["style", styles], ["href", "href"], ["start", "start"]]);

/** With the few attributes that mean something; nothing that a parser would run or apply. */
function safe(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->|<!\[[\s\S]*?\]>|<(style|script|xml)\b[\s\S]*?<\/\1\s*>/gi, "")
    .replace(/<([a-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi, (_tag, name: string, attributes: string) => {
      const all = [...attributes.matchAll(/([\w:-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)/g)];
      return `<${[name, ...all.flatMap(([, key, value]) => (kept.has(key.toLowerCase()) ? `${kept.get(key.toLowerCase())}=${value}` : []))].join(" ")}>`;
    });
}

export function reduced(html: string): string {
  if (html.includes("data-pm-slice")) return html; // from an editor of ours
  const { body } = new DOMParser().parseFromString(safe(html), "text/html");
  for (const element of body.querySelectorAll("style, script, title, object, img, svg, select, button")) element.remove();
  for (const element of body.querySelectorAll(`[${styles}]`)) if (/display\s*:\s*none|mso-hide\s*:\s*all/i.test(styleOf(element))) element.remove();
  for (const element of body.querySelectorAll("span, font, b, strong, i, em")) emphasise(element);
  listsOfWord(body);
  for (const element of body.querySelectorAll("td, th")) rename(element, "p");
  for (const item of body.querySelectorAll("li > ul, li > ol")) if (!item.previousSibling) item.before(document.createElement("p"));
  for (const element of body.querySelectorAll(`[${styles}]`)) element.removeAttribute(styles);
  return body.innerHTML;
}

const styleOf = (element: Element): string => element.getAttribute(styles) ?? "";

function rename(element: Element, name: string): void {
  const other = document.createElement(name);
  other.append(...element.childNodes);
  element.replaceWith(other);
}

/** Bold and italic are what is set so, by whichever element: a <b> of normal weight goes round all that Google copies. */
function emphasise(element: Element): void {
  const style = styleOf(element);
  const weight = /(?:^|;)\s*font-weight\s*:\s*(\w+)/i.exec(style)?.[1];
  const slant = /(?:^|;)\s*font-style\s*:\s*(\w+)/i.exec(style)?.[1];
  const isBold = weight ? weight === "bold" || Number(weight) >= 600 : /^(b|strong)$/i.test(element.tagName);
  const isItalic = slant ? /italic|oblique/i.test(slant) : /^(i|em)$/i.test(element.tagName);
  const contents = [...element.childNodes];
  const marked = [...(isBold ? ["strong"] : []), ...(isItalic ? ["em"] : [])].reduce<Node[]>((inside, name) => {
    const mark = document.createElement(name);
    mark.append(...inside);
    return [mark];
  }, contents);
  const isMarker = /mso-list\s*:\s*ignore/i.test(style);
  if (isMarker) element.setAttribute("data-marker", "");
  else element.replaceWith(...marked);
}

/** Word writes items of lists as paragraphs, with their level in a style and the bullet or number as text. */
function listsOfWord(body: HTMLElement): void {
  let open: { list: Element; level: number }[] = [];
  let last: Element | null = null;
  for (const paragraph of body.querySelectorAll("p")) {
    const level = Number(/mso-list\s*:[^;]*\blevel(\d)/i.exec(styleOf(paragraph))?.[1] ?? 0);
    if (level === 0) continue;
    if (paragraph.previousElementSibling !== last) open = [];
    while (open.length > 0 && open.at(-1)!.level > level) open.pop();
    if (open.at(-1)?.level !== level) {
      const marker = paragraph.querySelector("[data-marker]")?.textContent?.trim() ?? "";
      const list = document.createElement(/^\(?[\p{L}\d]{1,4}[.)]/u.test(marker) ? "ol" : "ul");
      const item = open.at(-1)?.list.lastElementChild;
      if (item) item.append(list);
      else paragraph.before(list);
      open.push({ list, level });
    }
    for (const marker of paragraph.querySelectorAll("[data-marker]")) marker.remove();
    const item = document.createElement("li");
    item.append(paragraph);
    open.at(-1)!.list.append(item);
    last = open[0].list;
  }
}
