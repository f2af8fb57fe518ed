import { formatDate, formatTime } from '#lib/format/date.ts';

/** A moment as `input type="datetime-local"` has it, in the display zone: `2021-10-01T00:00`. */
export function toLocalMoment(moment: string): string {
  return `${formatDate(moment)}T${formatTime(moment)}`;
}

/**
 * The moment that was entered, null where it is none. The field has no seconds: where its minute is
 * still that of `stored`, the stored moment stands, so that 23:59:59 does not become 23:59:00.
 */
export function fromLocalMoment(text: string, stored: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return null;
  if (text === toLocalMoment(stored)) return stored;
  const at = new Date(`${text}:00+08:00`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
