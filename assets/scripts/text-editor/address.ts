// Which addresses a link may have: as src/platform/html/url.h says.

/** Whether the program makes a link of it; of others it shows only the text. */
export function isAllowed(address: string): boolean {
  if (address === "" || new TextEncoder().encode(address).length > 4000) return false;
  if (/[\u0000-\u0020\u007f\\]/.test(address)) return false;
  if (address.startsWith("/")) return address[1] !== "/";
  return /^[#?]/.test(address) || /^https?:\/\/[^/]/i.test(address) || /^(mailto|tel):./i.test(address);
}

/** What somebody typed as an address, with what people leave out; undefined when it can be none. */
export function completed(typed: string): string | undefined {
  const address = typed.trim();
  const candidates = [address];
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(address)) candidates.push(`mailto:${address}`);
  else if (/^[^\s/:?#@]+\.[\p{L}]{2,}(?:[/:?#]\S*)?$/u.test(address)) candidates.push(`https://${address}`);
  return candidates.find(isAllowed);
}
