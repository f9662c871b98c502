// Passkeys (https://www.w3.org/TR/webauthn-2/): a form with data-passkey is shown where the browser knows them; its button
// asks for one, and the answer goes into fields of the form, which is then sent as any other.

const decode = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

const encode = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const words = (text = ""): string[] => text.split(" ").filter((word) => word !== "");

const named = (credentials?: string): PublicKeyCredentialDescriptor[] =>
  words(credentials).map((id) => ({ type: "public-key", id: decode(id) }));

const patience = 300_000; // milliseconds for finding a phone and typing a PIN

/** The challenge of the form; of a page that has been open for long, one that the same page has now. */
async function challengeOf(form: HTMLFormElement): Promise<Uint8Array<ArrayBuffer>> {
  let { challenge = "" } = form.dataset;
  if (performance.now() > Number(form.dataset.lifetime) * 1000) {
    const answer = await fetch(location.href);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    challenge = page.querySelector<HTMLFormElement>(`form[data-passkey=${form.dataset.passkey}]`)?.dataset.challenge ?? challenge;
  }
  return decode(challenge);
}

async function use(form: HTMLFormElement): Promise<Record<string, ArrayBuffer>> {
  const credential = (await navigator.credentials.get({
    publicKey: {
      challenge: await challengeOf(form),
      rpId: form.dataset.host,
      allowCredentials: named(form.dataset.credentials),
      userVerification: "required",
      timeout: patience,
    },
  })) as PublicKeyCredential;
  const answer = credential.response as AuthenticatorAssertionResponse;
  return {
    credential: credential.rawId,
    client_data: answer.clientDataJSON,
    authenticator: answer.authenticatorData,
    signature: answer.signature,
    ...(answer.userHandle && { user_handle: answer.userHandle }),
  };
}

async function make(form: HTMLFormElement): Promise<Record<string, ArrayBuffer>> {
  const data = form.dataset;
  const credential = (await navigator.credentials.create({
    publicKey: {
      challenge: await challengeOf(form),
      rp: { id: data.host, name: data.site ?? "" },
      user: { id: decode(data.user ?? ""), name: data.userName ?? "", displayName: data.userLabel ?? "" },
      pubKeyCredParams: words(data.algorithms).map((alg) => ({ type: "public-key", alg: Number(alg) })),
      excludeCredentials: named(data.credentials),
      authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
      attestation: "none",
      timeout: patience,
    },
  })) as PublicKeyCredential;
  const answer = credential.response as AuthenticatorAttestationResponse;
  return { client_data: answer.clientDataJSON, attestation: answer.attestationObject };
}

/** What a browser says when it gives none (WebAuthn, 5.1.3 and 5.1.4), in the words that the form brings. */
function trouble(form: HTMLFormElement, error: unknown): string {
  const { cancelled, registered, unsupported, failed = "" } = form.dataset;
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "AbortError") return cancelled ?? failed;
  if (name === "InvalidStateError") return registered ?? failed;
  if (name === "NotSupportedError" || name === "ConstraintError") return unsupported ?? failed;
  return failed;
}

function show(form: HTMLFormElement, text: string): void {
  const line = document.createElement("p");
  line.className = "kern-error";
  const icon = document.createElement("span");
  icon.className = "kern-icon kern-icon--danger";
  icon.setAttribute("aria-hidden", "true");
  const body = document.createElement("span");
  body.className = "kern-body";
  body.textContent = text;
  line.append(icon, body);
  form.querySelector(".passkey-trouble")?.replaceChildren(...(text ? [line] : []));
}

async function send(form: HTMLFormElement): Promise<void> {
  const button = form.querySelector("button")!;
  button.disabled = true;
  show(form, "");
  try {
    const answer = await (form.dataset.passkey === "make" ? make(form) : use(form));
    for (const [name, value] of Object.entries(answer)) {
      const field = document.createElement("input");
      field.type = "hidden";
      field.name = name;
      field.value = encode(value);
      form.append(field);
    }
    form.submit();
  } catch (error) {
    show(form, trouble(form, error));
    button.disabled = false;
    button.focus();
  }
}

if (typeof PublicKeyCredential === "function" && navigator.credentials) {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void send(form);
    });
    form.hidden = false;
  }
  for (const instead of document.querySelectorAll<HTMLElement>("[data-passkey-missing]")) instead.hidden = true;
}
