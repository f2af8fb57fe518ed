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
    change.at - last.at <= pause;
  const done = joins
    ? [...history.done.slice(0, -1), { ...change, before: last.before }]
    : [...history.done, change].slice(-mostChanges);
  return { done, undone: [] };
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
