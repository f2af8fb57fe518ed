import type { Edit } from './judge.ts';

export interface Change {
  /** The leaf that was changed. */
  readonly key: string;
  /** The field, so that letters typed in a row are one change. */
  readonly field: string;
  readonly before: Edit;
  readonly after: Edit;
  /** Milliseconds. */
  readonly at: number;
  /** Changes that were made together are taken back together. */
  readonly batch?: number | undefined;
}

export interface History {
  readonly done: readonly Change[];
  readonly undone: readonly Change[];
}

export const noHistory: History = { done: [], undone: [] };

const mostChanges = 200;
/** A pause longer than this begins a new change. */
const pause = 2000;

/** Adds a change; a quick further change of the same field becomes part of the last one. */
export function record(history: History, change: Change): History {
  const last = history.done.at(-1);
  const joins =
    last !== undefined &&
    last.key === change.key &&
    last.field === change.field &&
    last.batch === change.batch &&
    change.at - last.at <= pause;
  const done = joins
    ? [...history.done.slice(0, -1), { ...change, before: last.before }]
    : trimmed([...history.done, change]);
  return { done, undone: [] };
}

/** Never cuts into what was made together with the last change. */
function trimmed(done: readonly Change[]): readonly Change[] {
  const batch = done.at(-1)?.batch;
  const together = batch === undefined ? 0 : done.filter((change) => change.batch === batch).length;
  return done.slice(-Math.max(mostChanges, together));
}

/** Whether two changes were made together. */
export function isTogether(one: Change | undefined, other: Change): boolean {
  return one?.batch !== undefined && one.batch === other.batch;
}

/** Takes the last change back: write its `before`. */
export function undo({ done, undone }: History): { history: History; change: Change } | null {
  const change = done.at(-1);
  return change ? { change, history: { done: done.slice(0, -1), undone: [...undone, change] } } : null;
}

/** Makes the change again that was taken back last: write its `after`. */
export function redo({ done, undone }: History): { history: History; change: Change } | null {
  const change = undone.at(-1);
  return change ? { change, history: { done: [...done, change], undone: undone.slice(0, -1) } } : null;
}
