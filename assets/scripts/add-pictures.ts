// Adding pictures with a script: they are dropped on the page or chosen, and each is sent in a request of its own, at most
// two at a time, with its progress. The server answers with the page that it would show without a script; the entry of the
// picture in it, or what it says is wrong, is taken over. What cannot be accepted anyway is not even sent.

import { make, refusalOf, takeDrops } from "./shared/pictures";

const form = document.querySelector<HTMLFormElement>("form[data-pictures]");
const words = document.querySelector<HTMLElement>("[data-picture-words]")?.dataset ?? {};
const mostAtOnce = 2;

const say = (key: string, values: Record<string, string> = {}): string =>
  (words[key] ?? "").replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all);

/** A picture on its way, as a line of the list. */
interface Upload {
  file: File;
  line: HTMLLIElement;
  state: HTMLElement;
  bar: HTMLProgressElement;
  button: HTMLButtonElement;
  phase: "waiting" | "sending" | "there" | "failed" | "cancelled" | "refused";
  request?: XMLHttpRequest;
}

const uploads: Upload[] = [];
let list: HTMLUListElement | undefined;
let summary: HTMLElement | undefined;
let changed = false;
let nextNumber = 0; // in the form, of the next picture that is sent

/** Drawn, not loaded: pages of this site load pictures from this site only. */
async function drawPreview(file: File, into: HTMLCanvasElement): Promise<void> {
  try {
    const bitmap = await createImageBitmap(file, { resizeHeight: 96 });
    into.width = bitmap.width;
    into.height = bitmap.height;
    into.getContext("2d")?.drawImage(bitmap, 0, 0);
    bitmap.close();
  } catch {
    into.remove(); // the server knows formats that this browser does not
  }
}

function show(upload: Upload, phase: Upload["phase"], text: string): void {
  upload.phase = phase;
  upload.state.textContent = text;
  upload.line.dataset.phase = phase;
  upload.bar.hidden = phase !== "sending" && phase !== "waiting";
  const cancels = phase === "waiting" || phase === "sending";
  upload.button.hidden = !cancels && phase !== "failed";
  (upload.button.firstElementChild as HTMLElement).textContent = say(cancels ? "cancel" : "again");
  const done = uploads.filter((one) => one.phase === "there").length;
  const all = uploads.filter((one) => one.phase !== "cancelled").length;
  if (summary) summary.textContent = say("progress", { done: String(done), all: String(all) });
}

function partsOf(own: HTMLFormElement, file: File): FormData {
  const parts = new FormData();
  for (const name of ["form_token", "activity"]) {
    const field = own.elements.namedItem(name);
    if (field instanceof HTMLInputElement) parts.set(name, field.value);
  }
  parts.set("do", "look");
  parts.set("first", String(nextNumber++));
  parts.set("files", file, file.name);
  return parts;
}

/** Takes over what the server has made of a picture. */
function takeOver(own: HTMLFormElement, upload: Upload, page: Document | null, status: number): void {
  const entry = page?.querySelector<HTMLElement>("[data-entries] > [data-picture]");
  const refused = page?.querySelector(".kern-alert--danger li")?.textContent ?? page?.querySelector("main p")?.textContent;
  if (status === 200 && entry) {
    own.querySelector("[data-entries]")?.append(entry);
    for (const part of own.querySelectorAll<HTMLElement>("[data-save]")) part.hidden = false;
    changed = true;
    show(upload, "there", say("there"));
  } else if (status === 422 && refused) {
    show(upload, "refused", refused);
  } else {
    show(upload, "failed", say("failed"));
  }
}

function send(own: HTMLFormElement, upload: Upload): void {
  const request = new XMLHttpRequest(); // fetch() does not tell how much has been sent
  upload.request = request;
  show(upload, "sending", say("sending"));
  request.responseType = "document";
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    upload.bar.max = total;
    upload.bar.value = loaded;
    if (loaded === total) upload.state.textContent = say("checking");
  });
  request.addEventListener("load", () => takeOver(own, upload, request.responseXML, request.status));
  request.addEventListener("error", () => show(upload, "failed", say("failed")));
  request.addEventListener("abort", () => show(upload, "cancelled", say("cancelled")));
  request.addEventListener("loadend", () => goOn(own));
  request.open("POST", own.action);
  request.send(partsOf(own, upload.file));
}

function goOn(own: HTMLFormElement): void {
  const busy = () => uploads.filter((one) => one.phase === "sending").length;
  for (const upload of uploads) if (upload.phase === "waiting" && busy() < mostAtOnce) send(own, upload);
}

function buttonOf(own: HTMLFormElement, file: File): HTMLButtonElement {
  const button = make("button", "kern-btn kern-btn--tertiary");
  button.type = "button";
  button.append(make("span", "kern-label"), make("span", "sr-only", ` ${file.name}`));
  button.addEventListener("click", () => {
    const upload = uploads.find((one) => one.button === button);
    if (upload?.phase === "sending") upload.request?.abort();
    else if (upload?.phase === "waiting") show(upload, "cancelled", say("cancelled"));
    else if (upload?.phase === "failed") {
      show(upload, "waiting", say("waiting"));
      goOn(own);
    }
  });
  return button;
}

function add(own: HTMLFormElement, file: File): void {
  const upload: Upload = {
    file,
    line: make("li", "upload"),
    state: make("span", "upload__state"),
    bar: make("progress", "upload__bar"),
    button: buttonOf(own, file),
    phase: "waiting",
  };
  upload.bar.value = 0;
  upload.bar.setAttribute("aria-label", file.name);
  const picture = make("canvas", "upload__picture");
  picture.setAttribute("aria-hidden", "true");
  const said = make("div", "upload__words");
  said.append(make("strong", "", file.name), upload.state, upload.bar);
  upload.line.append(picture, said, upload.button);
  uploads.push(upload);
  list?.append(upload.line);
  const refused = refusalOf(file, words);
  if (refused) {
    picture.remove();
    show(upload, "refused", refused);
  } else {
    void drawPreview(file, picture);
    show(upload, "waiting", say("waiting"));
  }
}

function addAll(own: HTMLFormElement, files: Iterable<File>): void {
  for (const file of files) add(own, file);
  goOn(own);
}

function begin(own: HTMLFormElement, zone: HTMLElement, input: HTMLInputElement): void {
  const numbers = [...own.elements].map((field) => Number(/^pictures\[(\d+)\]/.exec((field as HTMLInputElement).name)?.[1] ?? -1));
  nextNumber = Math.max(-1, ...numbers) + 1;
  for (const part of own.querySelectorAll<HTMLElement>("[data-without-script]")) part.hidden = true;
  zone.append(make("p", "drop-zone__words", say("drop")));
  summary = make("p", "");
  summary.setAttribute("role", "status");
  list = make("ul", "uploads");
  zone.after(summary, list);
  takeDrops((files) => addAll(own, files), zone);
  input.addEventListener("change", () => {
    addAll(own, [...(input.files ?? [])]);
    input.value = ""; // they have been sent: not again with the form
  });
  own.addEventListener("input", () => (changed = true));
  own.addEventListener("submit", (event) => {
    const button = event.submitter;
    const taken = button instanceof HTMLButtonElement && button.value.startsWith("remove:") && button.closest("[data-picture]");
    if (!taken) return void (changed = false);
    event.preventDefault();
    taken.remove();
    if (own.querySelector("[data-picture]")) return own.querySelector<HTMLElement>("[data-picture] textarea")?.focus();
    for (const part of own.querySelectorAll<HTMLElement>("[data-save]")) part.hidden = true;
    input.focus();
  });
  window.addEventListener("beforeunload", (event) => {
    if (changed || uploads.some(({ phase }) => phase === "sending" || phase === "waiting")) event.preventDefault();
  });
}

const zone = form?.querySelector<HTMLElement>("[data-drop-zone]");
const input = zone?.querySelector<HTMLInputElement>("input[type=file]");
if (form && zone && input) begin(form, zone, input);
