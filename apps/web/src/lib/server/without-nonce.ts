import { createHash } from 'node:crypto';

const inline = /<(script|style)\b([^>]*) nonce="[^"]*"([^>]*)>([\s\S]*?)<\/\1>/g;

/**
 * A page whose scripts and styles are allowed by what they are instead of by a number used once: a nonce that is kept and
 * given to many would be none.
 *
 * @param policy the content security policy that the page was made with
 */
export function withoutNonce(html: string, policy: string): { html: string; policy: string } {
  const hashes: Record<'script' | 'style', Set<string>> = { script: new Set(), style: new Set() };
  for (const [, element, before, after, text = ''] of html.matchAll(inline)) {
    if (/\ssrc=/.test(`${before}${after}`)) continue;
    const hash = createHash('sha256').update(text).digest('base64');
    hashes[element === 'style' ? 'style' : 'script'].add(`'sha256-${hash}'`);
  }
  const directives = policy.split(';').map((directive) => {
    const named = directive.trim().startsWith('style-src') ? hashes.style : hashes.script;
    return directive.replaceAll(/ ?'nonce-[^']*'/g, () => [...named].map((hash) => ` ${hash}`).join(''));
  });
  return {
    html: html.replaceAll(/(<(?:script|style|link)\b[^>]*) nonce="[^"]*"/g, '$1'),
    policy: directives.join(';'),
  };
}
