// Keeps what is typed as a draft, soon after it was: for a crash, a battery, a session that ends.
import { typed } from "./typed";

const pause = 3000; // milliseconds without typing
const longest = 15_000; // from the first change that is not kept

export class DraftKeeper {
  /** Something was typed that is not kept yet. */
  pending = false;
  private timer = 0;
  private since = 0; // when the first change was made that is not kept; 0 for none
  private sending: Promise<void> | undefined;
  private readonly line = document.createElement("p");

  constructor(private readonly form: HTMLFormElement) {
    this.line.className = "draft-line";
    this.line.setAttribute("role", "status");
    form.querySelector(".form-end")?.append(this.line);
  }

  /** To be called with every change. */
  note(): void {
    this.pending = true;
    this.since ||= Date.now();
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.keep(), Math.min(pause, Math.max(0, this.since + longest - Date.now())));
  }

  /** The form is to be sent: nothing more is kept. What is on its way to be kept has to arrive first, or it would come
   *  back as a draft of what is saved: then a promise of that, else nothing. */
  stop(): Promise<void> | undefined {
    window.clearTimeout(this.timer);
    this.pending = false;
    return this.sending;
  }

  async keep(): Promise<void> {
    window.clearTimeout(this.timer);
    if (!this.pending || this.sending) return;
    this.pending = false;
    this.since = 0;
    this.sending = this.send();
    await this.sending;
    this.sending = undefined;
  }

  private async send(): Promise<void> {
    const body = typed(this.form, "keep");
    body.set("quietly", "yes");
    try {
      const answer = await fetch(this.form.action, { method: "POST", body });
      const told = (await answer.json()) as { draft?: string; refused?: string };
      if (told.draft) this.kept(told.draft);
      else this.failed(told.refused);
    } catch {
      // Not kept: no network, or a page to sign in instead of an answer.
      this.failed();
    }
  }

  private kept(draft: string): void {
    const field = this.form.querySelector<HTMLInputElement>("input[name=draft]");
    if (field) field.value = draft;
    const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    this.say((this.form.dataset.kept ?? "").replace("{time}", time));
    if (this.pending) this.note();
  }

  private failed(words = this.form.dataset.notKept ?? ""): void {
    this.pending = true;
    this.say(words);
  }

  /** Says it once: what stands there already is not read out again. */
  private say(words: string): void {
    if (this.line.textContent !== words) this.line.textContent = words;
  }
}
