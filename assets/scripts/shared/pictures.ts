// What both forms for pictures do before anything is sent.

const formats = ["image/jpeg", "image/png", "image/webp", "image/avif"];

export function make<K extends keyof HTMLElementTagNameMap>(name: K, className: string, text = ""): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

/** Why a file need not be sent at all, in the words of the page; nothing where only the server can tell. */
export function refusalOf(file: File, words: DOMStringMap): string | undefined {
  const refusal = file.size > Number(words.largest) ? words.tooLarge : formats.includes(file.type) ? undefined : words.noPicture;
  return refusal?.replace("{file}", () => file.name);
}

/** Files may be let go anywhere on the page; a browser would open them otherwise, and the form would be lost. */
export function takeDrops(take: (files: FileList) => void, zone?: HTMLElement): void {
  let depth = 0;
  const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  const mark = (change: number) => {
    depth = Math.max(0, depth + change);
    zone?.classList.toggle("drop-zone--over", depth > 0);
  };
  document.addEventListener("dragenter", (event) => carriesFiles(event) && mark(1));
  document.addEventListener("dragleave", (event) => carriesFiles(event) && mark(-1));
  document.addEventListener("dragover", (event) => carriesFiles(event) && event.preventDefault());
  document.addEventListener("drop", (event) => {
    if (!event.dataTransfer || !carriesFiles(event)) return;
    event.preventDefault();
    mark(-depth);
    if (event.dataTransfer.files.length > 0) take(event.dataTransfer.files);
  });
}
