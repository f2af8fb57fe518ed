import { CellEditor, type CellDependencies, type CellPlace } from './cell-editor.svelte.ts';
import type { Edit, Leaf } from './judge.ts';
import * as history from './undo.ts';
import type { Score } from '@gongping/contracts';
import type { SaveState } from '#lib/components/SaveIndicator.svelte';

export interface EditorCell {
  readonly place: CellPlace;
  readonly leaf: Leaf;
  readonly score: Score;
  readonly writable: boolean;
}

/** The leaves of a page, with one history for undo and one state of saving. */
export class ScoreEditor {
  readonly cells: readonly CellEditor[];
  #history = $state.raw(history.noHistory);
  #clock: () => number;
  canUndo = $derived(this.#history.done.length > 0);
  canRedo = $derived(this.#history.undone.length > 0);
  unsaved = $derived.by(() => this.cells.some((cell) => cell.unsaved));
  signedOut = $derived.by(() => this.cells.some(({ sync }) => sync.phase === 'signed-out'));
  saveState = $derived.by((): SaveState => saveStateOf(this.cells));

  constructor(cells: readonly EditorCell[], deps: CellDependencies & { clock: () => number }) {
    this.#clock = deps.clock;
    this.cells = cells.map((cell) => new CellEditor(cell.place, cell, deps));
  }

  cell(place: CellPlace): CellEditor | undefined {
    return this.#find(`${place.unit}/${place.indicator}`);
  }

  /** Brings back what an earlier page could not save; returns how many leaves that were. */
  restore(): number {
    return this.cells.filter((cell) => cell.restore()).length;
  }

  /**
   * Changes a leaf, to be undone.
   *
   * @param field names what was changed, so that letters typed in a row are undone together
   * @param batch of leaves that are changed together, to be undone together
   */
  // eslint-disable-next-line max-params -- the batch belongs to few changes
  change(cell: CellEditor, edit: Edit, field: string, batch?: number): void {
    if (!cell.writable) return;
    const { key, edit: before } = cell;
    const at = this.#clock();
    this.#history = history.record(this.#history, { key, field, before, after: edit, at, batch });
    cell.change(edit);
  }

  takeTheirs(cell: CellEditor): void {
    const before = cell.takeTheirs();
    const { key, edit: after } = cell;
    this.#history = history.record(this.#history, {
      key,
      field: 'conflict',
      before,
      after,
      at: this.#clock(),
    });
  }

  /** Writes the value before the last change; returns the leaf it was in. */
  undo(): CellEditor | null {
    return this.#steps(history.undo, 'before');
  }

  redo(): CellEditor | null {
    return this.#steps(history.redo, 'after');
  }

  /** Sends all that waits; resolves when every leaf has arrived or cannot for the time being. */
  async flush(): Promise<void> {
    await Promise.all(this.cells.map((cell) => cell.flush()));
  }

  stop(): void {
    for (const cell of this.cells) cell.stop();
  }

  #find(key: string): CellEditor | undefined {
    return this.cells.find((cell) => cell.key === key);
  }

  #steps(take: typeof history.undo, side: 'before' | 'after'): CellEditor | null {
    let cell: CellEditor | null = null;
    for (let step = take(this.#history); step; step = take(this.#history)) {
      const found = this.#find(step.change.key);
      if (!found) break;
      this.#history = step.history;
      found.change(step.change[side], 0);
      cell = found;
      const next = side === 'before' ? this.#history.done.at(-1) : this.#history.undone.at(-1);
      if (!history.isTogether(next, step.change)) break;
    }
    return cell;
  }
}

/** The worst news first; the latest save where there is none. */
function saveStateOf(cells: readonly CellEditor[]): SaveState {
  const phases = new Set(cells.map(({ sync }) => sync.phase));
  if (phases.has('failed') || phases.has('signed-out')) return { kind: 'failed' };
  if (phases.has('sending')) return { kind: 'saving' };
  if (phases.has('conflict') || phases.has('refused') || phases.has('waiting')) return { kind: 'unsaved' };
  const times = cells.flatMap(({ sync }) => (sync.savedAt === null ? [] : [sync.savedAt]));
  const at = times.sort().at(-1);
  return at === undefined ? { kind: 'idle' } : { kind: 'saved', at };
}
