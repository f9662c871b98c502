// The form of one picture with a script: the file can be dropped anywhere on the page, what cannot be accepted is said
// before it is sent, and what must stay in view is shown by a click, by dragging or with the arrow keys, beside how the
// picture will be cropped. The two numbers of the form are what counts, and stay where they are.

import { make, refusalOf, takeDrops } from "./shared/pictures";

const words = document.querySelector<HTMLElement>("[data-picture-form]")?.dataset ?? {};
const form = document.querySelector<HTMLFormElement>("form[data-editor]");
type Axis = "x" | "y";

const fieldOf = (axis: Axis): HTMLInputElement | undefined => {
  const field = form?.elements.namedItem(`focal_${axis}`);
  return field instanceof HTMLInputElement ? field : undefined;
};

/** What the field says, from 0 to 1; the middle where it says nothing that could be understood. */
function read(axis: Axis): number {
  const typed = fieldOf(axis)?.value.trim().replace(",", ".") ?? "";
  const number = typed === "" ? Number.NaN : Number(typed);
  return number >= 0 && number <= 1 ? number : 0.5;
}

const inWords = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 2 });
const percent = new Intl.NumberFormat(document.documentElement.lang, { style: "percent" });

/** Both numbers, or the program would ask for the other; who listens draws them. */
function write(x: number, y: number): void {
  for (const [axis, value] of [["x", x], ["y", y]] as const) {
    const field = fieldOf(axis);
    if (!field) continue;
    field.value = inWords.format(Math.min(1, Math.max(0, value)));
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/** The picture with the point, and the crops. */
class FocalPoint {
  private readonly box = make("fieldset", "focal");
  private readonly stage = make("div", "focal__stage");
  private readonly picture = make("canvas", "focal__picture");
  private readonly marker = make("span", "focal__marker");
  private readonly crops = [{ canvas: make("canvas", "focal__crop"), shape: 16 / 9 }, { canvas: make("canvas", "focal__crop"), shape: 1 }];
  private readonly sliders: Record<Axis, HTMLInputElement> = { x: make("input", "focal__slider"), y: make("input", "focal__slider") };
  private bitmap?: ImageBitmap;

  constructor(before: Element) {
    this.box.hidden = true;
    this.marker.setAttribute("aria-hidden", "true");
    this.stage.append(this.picture, this.marker);
    const shown = make("div", "focal__crops");
    for (const [index, { canvas }] of this.crops.entries()) {
      const figure = make("figure", "focal__figure");
      figure.append(canvas, make("figcaption", "", index === 0 ? words.wide : words.square));
      shown.append(figure);
    }
    const together = make("div", "focal__together");
    together.append(this.stage, shown);
    this.box.append(make("legend", "kern-label", words.heading), make("p", "kern-hint", words.hint), together, this.slider("x"), this.slider("y"));
    before.before(this.box);
    this.listen();
  }

  private slider(axis: Axis): HTMLElement {
    const slider = this.sliders[axis];
    Object.assign(slider, { type: "range", min: "0", max: "100", step: "1", id: `focal-slider-${axis}` });
    const label = make("label", "kern-label", axis === "x" ? words.across : words.down);
    label.htmlFor = slider.id;
    const field = make("div", "focal__field");
    field.append(label, slider);
    slider.addEventListener("input", () => write(Number(this.sliders.x.value) / 100, Number(this.sliders.y.value) / 100));
    return field;
  }

  private listen(): void {
    const point = (event: PointerEvent) => {
      const { left, top, width, height } = this.picture.getBoundingClientRect();
      write((event.clientX - left) / width, (event.clientY - top) / height);
    };
    this.stage.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      this.stage.setPointerCapture(event.pointerId);
      point(event);
      this.sliders.x.focus({ preventScroll: true });
    });
    this.stage.addEventListener("pointermove", (event) => this.stage.hasPointerCapture(event.pointerId) && point(event));
    for (const axis of ["x", "y"] as const) fieldOf(axis)?.addEventListener("input", () => this.draw());
  }

  /** Decoded and drawn: pages of this site load pictures from this site only, and a new file is nowhere yet. */
  async show(source: Blob): Promise<void> {
    try {
      this.bitmap = await createImageBitmap(source);
    } catch {
      this.box.hidden = true; // the server knows formats that this browser does not
      return;
    }
    const scale = Math.min(1, 960 / this.bitmap.width);
    this.picture.width = Math.round(this.bitmap.width * scale);
    this.picture.height = Math.round(this.bitmap.height * scale);
    this.picture.getContext("2d")?.drawImage(this.bitmap, 0, 0, this.picture.width, this.picture.height);
    this.box.hidden = false;
    this.draw();
  }

  private draw(): void {
    const at = { x: read("x"), y: read("y") };
    this.marker.style.left = `${at.x * 100}%`;
    this.marker.style.top = `${at.y * 100}%`;
    for (const axis of ["x", "y"] as const) {
      this.sliders[axis].value = String(Math.round(at[axis] * 100));
      this.sliders[axis].setAttribute("aria-valuetext", percent.format(at[axis]));
    }
    for (const { canvas, shape } of this.crops) this.crop(canvas, shape, at);
  }

  /** As the style sheet crops: to the nearest tenth, by `object-position`. */
  private crop(canvas: HTMLCanvasElement, shape: number, at: Record<Axis, number>): void {
    if (!this.bitmap) return;
    const { width, height } = this.bitmap;
    const part = { width: Math.min(width, height * shape), height: Math.min(height, width / shape) };
    const nearest = (value: number) => Math.round(value * 10) / 10;
    canvas.width = 320;
    canvas.height = Math.round(320 / shape);
    canvas.getContext("2d")?.drawImage(this.bitmap, (width - part.width) * nearest(at.x), (height - part.height) * nearest(at.y), part.width, part.height, 0, 0, canvas.width, canvas.height);
  }
}

function takeFile(input: HTMLInputElement, focal: FocalPoint | undefined): void {
  const line = make("p", "kern-error");
  line.setAttribute("role", "alert");
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    const refused = file && refusalOf(file, words);
    line.textContent = refused ?? "";
    line.remove();
    if (refused) {
      input.after(line); // an alert is read out when it comes
      input.value = "";
    } else if (file) void focal?.show(file);
  });
  takeDrops(([file]) => {
    if (!file) return;
    const one = new DataTransfer();
    one.items.add(file);
    input.files = one.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

const place = fieldOf("x")?.closest(".form-grid > *");
const focal = place ? new FocalPoint(place) : undefined;
const input = form?.querySelector<HTMLInputElement>("input[type=file]");
if (input) takeFile(input, focal);
if (focal && words.picture) {
  const answer = await fetch(words.picture);
  if (answer.ok) await focal.show(await answer.blob());
}
