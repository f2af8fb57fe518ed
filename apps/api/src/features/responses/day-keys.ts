import type { Database } from '@gongping/db';
import { randomBytes } from 'node:crypto';
import { dayInShanghai } from '../../http/day-in-shanghai.ts';
import * as repository from './day-key.repository.ts';

/** Keys of the day, the same for all instances. */
export interface DayKeys {
  /** @returns the key of that moment's day in Asia/Shanghai */
  at(moment: Date): Promise<Buffer>;
}

/** Days that a key is kept: pages of yesterday evening are sent after midnight. */
const keptDays = 2;
const dayMs = 86_400_000;
const shanghaiMs = 8 * 3_600_000;

export function createDayKeys(db: Database): DayKeys {
  /** Day number in Asia/Shanghai, which knows no summer time → key. */
  const known = new Map<number, Promise<Buffer>>();
  return {
    at(moment) {
      const number = Math.floor((moment.getTime() + shanghaiMs) / dayMs);
      const found = known.get(number);
      if (found) return found;
      const day = dayInShanghai(moment);
      const key = repository.keyOf(db, { day, fresh: randomBytes(32) });
      known.set(number, key);
      key.catch(() => known.delete(number));
      if (known.size > keptDays + 1) known.delete(known.keys().next().value ?? 0);
      return key;
    },
  };
}

/**
 * Deletes the keys of days gone by: from then on nobody can tell which address a hash was made of.
 * @returns how many were deleted
 */
export async function forgetDayKeys(db: Database, now: Date): Promise<number> {
  return repository.deleteBefore(db, dayInShanghai(new Date(now.getTime() - keptDays * dayMs)));
}
