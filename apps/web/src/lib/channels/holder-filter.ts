import type { HolderToken } from '@gongping/contracts';

const shown = {
  all: () => true,
  without: ({ email, revoked }) => email === null && !revoked,
  waiting: ({ mail }) => mail === 'waiting',
  failed: ({ mail }) => mail === 'failed',
} satisfies Record<string, (holder: HolderToken) => boolean>;

export type HolderFilter = keyof typeof shown;
export const holderFilters = Object.keys(shown) as HolderFilter[];

/** Which holders an address asks for. */
export function holderFilter({ searchParams }: URL): HolderFilter {
  return holderFilters.find((name) => name === searchParams.get('show')) ?? 'all';
}

export function holdersShown(holders: readonly HolderToken[], filter: HolderFilter): HolderToken[] {
  return holders.filter(shown[filter]);
}
