import type { SaveState } from '#lib/components/SaveIndicator.svelte';

/** What the page shows once something was saved. */
export function savedNow(): SaveState {
  return { kind: 'saved', at: new Date() };
}
