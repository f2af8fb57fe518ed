import type { HeldQuery } from '@gongping/contracts';
import { allSigns, allStates } from './words.ts';

/** What of the held answers is shown; the address has it, so that a link shows the same. */
export type HeldFilter = Omit<HeldQuery, 'page'>;

/** Anything that is no filter is left out. */
export function parseFilter(search: { get(name: string): unknown }): HeldFilter {
  const text = (name: string) => String(search.get(name) ?? '');
  const sign = allSigns.find((one) => one === text('sign'));
  return {
    state: allStates.find((one) => one === text('state')) ?? 'held',
    ...(sign === undefined ? {} : { sign }),
    ...(text('unit') === '' ? {} : { unit: text('unit') }),
    ...(text('channel') === '' ? {} : { channel: text('channel') }),
  };
}
