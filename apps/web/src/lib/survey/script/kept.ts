import type { Answers } from '../answers.ts';
import type { PageFacts } from '../page-facts.ts';

/** An unfinished questionnaire, so that nothing is lost with the page. */
export interface Draft {
  readonly answers: Answers;
  /** Of the page that it was begun on: who goes on later has not answered in a moment. */
  readonly page: Pick<PageFacts, 'key' | 'stamp' | 'challenge'>;
}

/** Answers that were sent and are not known to have arrived, to the letter: repeated they count once. */
export interface Sending {
  readonly unit: string;
  readonly key: string;
  readonly body: string;
  readonly answers: Answers;
}

type Area = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** What this device keeps of one survey. Nothing throws where it keeps nothing. */
export interface Kept {
  draft(unit: string): Draft | null;
  /** @returns false where the device refuses */
  keepDraft(unit: string, draft: Draft): boolean;
  dropDraft(unit: string): void;
  /** In no order: each goes out by itself. */
  sendings(): Sending[];
  keepSending(sending: Sending): boolean;
  dropSending(key: string): void;
}

/** @param area gives the device's storage; it may throw, as browsers do where storage is forbidden */
export function keptOn(area: () => Area, slug: string): Kept {
  const draftName = (unit: string) => `gongping:draft:${slug}:${unit}`;
  const sendingsName = `gongping:sending:${slug}:`;
  return {
    draft: (unit) => asDraft(read(area, draftName(unit))),
    keepDraft: (unit, draft) => write(area, draftName(unit), draft),
    dropDraft: (unit) => remove(area, draftName(unit)),
    sendings: () =>
      namesIn(area)
        .filter((name) => name.startsWith(sendingsName))
        .flatMap((name) => asSending(read(area, name)) ?? []),
    keepSending: (sending) => write(area, sendingsName + sending.key, sending),
    dropSending: (key) => remove(area, sendingsName + key),
  };
}

function namesIn(area: () => Area): string[] {
  try {
    const storage = area();
    return Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
  } catch {
    return [];
  }
}

function read(area: () => Area, name: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(area().getItem(name) ?? 'null');
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

function write(area: () => Area, name: string, value: object): boolean {
  try {
    area().setItem(name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

function remove(area: () => Area, name: string): void {
  try {
    area().removeItem(name);
  } catch {
    // Nothing could be kept, so nothing is left.
  }
}

function asDraft(value: Record<string, unknown> | null): Draft | null {
  const answers = asAnswers(value?.['answers']);
  const page = value?.['page'] as Draft['page'] | undefined;
  if (!answers || typeof page?.key !== 'string' || typeof page.stamp !== 'string') return null;
  return { answers, page };
}

function asSending(value: Record<string, unknown> | null): Sending | null {
  const { unit, key, body } = value ?? {};
  const answers = asAnswers(value?.['answers']);
  if (typeof unit !== 'string' || typeof key !== 'string' || typeof body !== 'string' || !answers)
    return null;
  return { unit, key, body, answers };
}

function asAnswers(value: unknown): Answers | null {
  if (typeof value !== 'object' || value === null) return null;
  const kept = Object.entries(value).filter(
    (entry): entry is [string, string | string[]] =>
      typeof entry[1] === 'string' ||
      (Array.isArray(entry[1]) && entry[1].every((one) => typeof one === 'string')),
  );
  return Object.fromEntries(kept);
}
