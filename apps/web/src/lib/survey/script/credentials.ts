import { pageField, parsePageFacts, type PageFacts } from '../page-facts.ts';

/** An invitation, or the secret of a staffed device, for as long as its tab is open. */
interface Carried {
  readonly credentials: Pick<PageFacts, 'token' | 'channel' | 'secret'>;
  /** Path of the page that it began with: where the next person at a staffed device begins. */
  readonly start: string;
}

const nameOf = (slug: string) => `gongping:entrance:${slug}`;

/** What the tab carries; null where it carries nothing, or the browser keeps nothing. */
export function carried(slug: string): Carried | null {
  try {
    return JSON.parse(sessionStorage.getItem(nameOf(slug)) ?? 'null') as Carried | null;
  } catch {
    return null;
  }
}

export function forget(slug: string): void {
  try {
    sessionStorage.removeItem(nameOf(slug));
  } catch {
    // Nothing was kept.
  }
}

/**
 * Takes what the page was given out of the address, so that it is neither copied nor kept in the history, and keeps it
 * for the tab. A page that was loaded anew without it is asked for again with it.
 *
 * @param field what the page was given, as its hidden field says
 * @returns false where another page is on its way
 */
export function settleEntrance(slug: string, field: string | null): boolean {
  const given = parsePageFacts(field);
  const has = given !== null && (given.token !== undefined || given.channel !== undefined);
  if (has) {
    const { token, channel, secret } = given;
    const start = carried(slug)?.start ?? location.pathname;
    try {
      sessionStorage.setItem(
        nameOf(slug),
        JSON.stringify({ credentials: { token, channel, secret }, start } satisfies LooseCarried),
      );
    } catch {
      // The page goes on with what it was given; only loading it anew needs the address again.
      return true;
    }
  }
  if (location.search !== '') history.replaceState(null, '', location.pathname);
  const kept = has ? null : carried(slug);
  if (!kept || document.querySelector('[data-refused]')) {
    if (kept) forget(slug);
    return true;
  }
  openWith(kept, location.pathname);
  return false;
}

interface LooseCarried {
  credentials: { token: string | undefined; channel: string | undefined; secret: string | undefined };
  start: string;
}

/** Opens a page with an invitation or a secret, in a form: nothing of it comes into an address. */
export function openWith({ credentials }: Carried, path: string): void {
  const form = document.createElement('form');
  form.method = 'POST';
  form.action = `${path}?/${/^\/s\/[^/]+$/.test(path) ? 'choose' : 'open'}`;
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = pageField;
  field.value = JSON.stringify({ key: 'new', stamp: '', ...credentials });
  form.append(field);
  document.body.append(form);
  form.submit();
}
