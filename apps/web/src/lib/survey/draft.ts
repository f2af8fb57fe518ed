import type { Answers } from './answers.ts';

/** What a device keeps of an unfinished questionnaire, so that nothing is lost with the page. */
export interface Draft {
  readonly answers: Answers;
  /** The idempotency key stays with the answers: sending twice stores once. */
  readonly key: string;
  /** Sent, but not known to have arrived. */
  readonly pending: boolean;
}

export interface DraftStore {
  read(): Draft | null;
  /** False where the device refuses to keep anything. */
  write(draft: Draft): boolean;
  clear(): void;
}

type Area = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * The draft of one survey and unit.
 *
 * @param area gives the device's storage; it may throw, as browsers do when storage is forbidden
 */
export function draftStore(area: () => Area, slug: string, unit: string): DraftStore {
  const name = `gongping:survey:${slug}:${unit}`;
  return {
    read() {
      try {
        return parseDraft(area().getItem(name));
      } catch {
        return null;
      }
    },
    write(draft) {
      try {
        area().setItem(name, JSON.stringify(draft));
        return true;
      } catch {
        return false;
      }
    },
    clear() {
      try {
        area().removeItem(name);
      } catch {
        // Nothing could be kept, so nothing is left.
      }
    },
  };
}

function parseDraft(text: string | null): Draft | null {
  if (text === null) return null;
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) return null;
  const { answers, key, pending } = value as Record<string, unknown>;
  if (typeof key !== 'string' || typeof answers !== 'object' || answers === null) return null;
  const kept = Object.entries(answers).filter(
    (entry): entry is [string, string | string[]] =>
      typeof entry[1] === 'string' ||
      (Array.isArray(entry[1]) && entry[1].every((one) => typeof one === 'string')),
  );
  return { answers: Object.fromEntries(kept), key, pending: pending === true };
}
