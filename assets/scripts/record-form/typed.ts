/** Everything that was typed, as if sent with the button of that value; without files: they are sent only when the form
 *  is. */
export function typed(form: HTMLFormElement, button: string): URLSearchParams | FormData {
  const all = new FormData(form);
  for (const [name, value] of [...all]) if (value instanceof File) all.delete(name);
  all.set("do", button);
  if (form.enctype === "multipart/form-data") return all;
  return new URLSearchParams([...all].map(([name, value]): [string, string] => [name, String(value)]));
}
