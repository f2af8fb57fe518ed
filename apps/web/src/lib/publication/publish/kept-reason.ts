import type { Step } from './publish-actions.ts';

const place = (slug: string, step: Step) => `gongping.publish/${slug}/${step}`;

/** The reason typed before a session ended or the page was reloaded; empty without one. */
export function readReason(slug: string, step: Step): string {
  return sessionStorage.getItem(place(slug, step)) ?? '';
}

/** Keeps what is being typed in this tab; an empty text forgets it. */
export function keepReason(slug: string, step: Step, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(place(slug, step));
    else sessionStorage.setItem(place(slug, step), text);
  } catch {
    // Full or forbidden: the text is still on the page.
  }
}
