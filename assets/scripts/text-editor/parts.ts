// The words that the page brings, and what is made of them.

/** See src/modules/workspace/web/text_editor_words.cpp. */
export type Words = Readonly<Record<string, string>>;

export function wordsOfPage(): Words | undefined {
  const holder = document.querySelector<HTMLElement>("[data-text-editor-words]");
  return holder ? new Proxy({ ...holder.dataset } as Record<string, string>, { get: (words, name: string) => words[name] ?? "" }) : undefined;
}

export function element<Name extends keyof HTMLElementTagNameMap>(name: Name, attributes: Record<string, string> = {}, text = ""): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(text);
  return made;
}

/** With something to do it is no button that sends a form. */
export function button(words: string, css: string, act?: () => void): HTMLButtonElement {
  const made = element("button", { class: css, type: act ? "button" : "submit" });
  made.append(element("span", { class: "kern-label" }, words));
  if (act) made.addEventListener("click", act);
  return made;
}
