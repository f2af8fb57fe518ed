/**
 * The `Cookie` header a browser would send after receiving `setCookies`.
 *
 * Only what two calls within one request need: name and value, and removal by `Max-Age=0`.
 */
export function withSetCookies(cookie: string, setCookies: readonly string[]): string {
  const jar = new Map<string, string>();
  for (const pair of cookie.split(';')) put(jar, pair);
  for (const header of setCookies) {
    const [pair = '', ...attributes] = header.split(';');
    put(jar, pair);
    if (attributes.some((attribute) => /^\s*max-age=0\s*$/i.test(attribute))) {
      jar.delete(pair.slice(0, pair.indexOf('=')).trim());
    }
  }
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
}

function put(jar: Map<string, string>, pair: string): void {
  const at = pair.indexOf('=');
  if (at > 0) jar.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim());
}
