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

export function createDayKeys(db: Database): DayKeys {
  const known = new Map<string, Promise<Buffer>>();
  return {
    at(moment) {
      const day = dayInShanghai(moment);
      const found = known.get(day);
      if (found) return found;
      const key = repository.keyOf(db, { day, fresh: randomBytes(32) });
      known.set(day, key);
      key.catch(() => known.delete(day));
      if (known.size > keptDays + 1) known.delete(known.keys().next().value ?? '');
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
