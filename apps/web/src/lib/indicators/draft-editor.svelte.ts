import type { ChangedDraft, Indicator, IndicatorSystem, SystemCheck, SystemEdit } from '@gongping/contracts';
import { browserApi } from '#lib/api/browser.ts';
import { problemOf, type Problem } from '#lib/api/problem.ts';
import type { SaveState } from '#lib/components/SaveIndicator.svelte';
import { m } from '#lib/paraglide/messages.js';
import { savedNow } from './saved-now.ts';

const MOST_UNDO = 50;

/** A draft on the page: changes go to the server one after the other, each to the revision that the last one made. */
export class DraftEditor {
  system: IndicatorSystem;
  checks: readonly SystemCheck[] = $state.raw([]);
  selected: string | null = $state(null);
  save: SaveState = $state.raw({ kind: 'idle' });
  problem: Problem | null = $state.raw(null);
  #undo: (readonly Indicator[])[] = $state.raw([]);
  #queue: Promise<unknown> = Promise.resolve();

  constructor(system: IndicatorSystem, checks: readonly SystemCheck[], selected: string | null) {
    this.system = $state.raw(system);
    this.checks = checks;
    this.selected = selected ?? system.indicators[0]?.code ?? null;
  }

  get isStale(): boolean {
    return this.problem?.code === 'stale';
  }

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  /** Makes a change; true where it was made. */
  apply(edit: SystemEdit): Promise<boolean> {
    const run = this.#queue.then(() => this.#send(edit));
    this.#queue = run;
    return run;
  }

  /** Takes the last change of the tree back. */
  async undo(): Promise<void> {
    const last = this.#undo.at(-1);
    if (!last) return;
    // What goes out is what came in.
    const indicators = last.map(({ level: _level, ...node }) => node) as Extract<
      SystemEdit,
      { op: 'restore' }
    >['indicators'];
    const selected = this.selected;
    if (!(await this.apply({ op: 'restore', indicators }))) return;
    this.#undo = this.#undo.slice(0, -1);
    this.selected =
      selected !== null && last.some(({ code }) => code === selected) ? selected : (last[0]?.code ?? null);
  }

  /** Fetches what is there now; nothing that was typed in a form is touched. */
  async reload(): Promise<void> {
    const param = { id: this.system.id };
    const { [':id']: one } = browserApi()['indicator-systems'];
    const [system, checks] = await Promise.all([one.$get({ param }), one.checks.$get({ param })]).catch(
      () => [null, null],
    );
    if (!system?.ok || !checks?.ok) return;
    this.system = (await system.json()) as IndicatorSystem;
    this.checks = (await checks.json()).checks;
    this.problem = null;
    this.save = { kind: 'idle' };
    this.#undo = [];
    if (!this.system.indicators.some(({ code }) => code === this.selected)) {
      this.selected = this.system.indicators[0]?.code ?? null;
    }
  }

  async #send(edit: SystemEdit): Promise<boolean> {
    this.save = { kind: 'saving' };
    const before = this.system.indicators;
    const { edits } = browserApi()['indicator-systems'][':id'];
    const json = { expectedRevision: this.system.revision, edit };
    const response = await edits.$post({ param: { id: this.system.id }, json }).catch(() => null);
    if (!response?.ok) {
      this.save = { kind: 'failed' };
      this.problem = response ? worded(await problemOf(response as Response)) : unreachable();
      return false;
    }
    const { system, checks, selected } = (await response.json()) as ChangedDraft;
    this.system = system;
    this.checks = checks;
    if (selected !== null) this.selected = selected;
    else if (edit.op === 'retire') this.selected = null;
    if (edit.op !== 'restore' && edit.op !== 'describe') {
      this.#undo = [...this.#undo, before].slice(-MOST_UNDO);
    }
    this.problem = null;
    this.save = savedNow();
    return true;
  }
}

function worded(problem: Problem): Problem {
  return problem.status === 401 ? { ...problem, detail: m.indicators_signed_out() } : problem;
}

function unreachable(): Problem {
  return { status: 0, code: 'unreachable', detail: m.indicators_unreachable(), errors: {} };
}
