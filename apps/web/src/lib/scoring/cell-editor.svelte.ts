import type { Evidence, Score } from '@gongping/contracts';
import { cellStatus, type MissingPart, type MissingQuestion } from './cell-status.ts';
import { draftOf } from './draft.ts';
import {
  editOf,
  judge,
  judgeMean,
  writeOf,
  type Edit,
  type Judgement,
  type Leaf,
  type Write,
} from './judge.ts';
import type { KeptEdits } from './kept-edits.ts';
import * as sync from './sync.ts';

/** What became of a write. */
export type WriteOutcome =
  | { readonly kind: 'saved'; readonly score: Score }
  | { readonly kind: 'stale'; readonly current: Score }
  | { readonly kind: 'refused'; readonly refusal: sync.Refusal }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'unreachable' };

/** Which leaf of which unit, by their codes. */
export interface CellPlace {
  readonly unit: string;
  readonly indicator: string;
  /** In the unit's own self-assessment; in the score sheet where it is not given. */
  readonly claim?: true;
  /** In an evaluator's calibration: no evidence, samples or history belong to it. */
  readonly calibration?: true;
}

export interface CellDependencies {
  write(place: CellPlace, write: Write, expectedRevision: number): Promise<WriteOutcome>;
  /** What a judged leaf still lacks: a score and a claim want different things. */
  missing(of: MissingQuestion): MissingPart[];
  readonly kept: KeptEdits;
  /** Calls back after a while; the answer stops it. */
  schedule(callback: () => void, milliseconds: number): () => void;
  onsignedout(): void;
}

/** A pause in typing after which what was typed is sent. */
export const typingPause = 600;

/** One leaf of one unit while somebody works on it: its fields, its marks, and their way to the server. */
export class CellEditor {
  readonly place: CellPlace;
  readonly leaf: Leaf;
  readonly key: string;
  readonly writable: boolean;
  edit = $state.raw<Edit>() as Edit;
  sync = $state.raw<sync.Sync>() as sync.Sync;
  evidence = $state.raw<readonly Evidence[]>([]);
  updatedBy = $state<string | null>(null);
  /** What was typed before the leaf was closed and could not be saved any more, to be copied from; else null. */
  left = $state.raw<Edit | null>(null);
  judgement = $derived.by(() => this.#mean ?? judge(this.leaf, this.edit));
  missing = $derived.by(() =>
    this.#deps.missing({
      rule: this.leaf.rule,
      judgement: this.judgement,
      reason: this.edit.reason,
      evidence: this.evidence.length,
    }),
  );
  status = $derived.by(() => cellStatus(this.judgement, this.missing));
  /** Something would be lost if the page closed now. */
  unsaved = $derived(sync.isUnsaved(this.sync));

  /** The score is the mean of two entries: there is none of its own to show. */
  readonly isMean: boolean;
  #mean: Judgement | null;
  #deps: CellDependencies;
  #stop: () => void = () => undefined;
  #settled: (() => void)[] = [];

  constructor(
    place: CellPlace,
    start: { leaf: Leaf; score: Score; writable: boolean },
    deps: CellDependencies,
  ) {
    this.place = place;
    this.key = `${place.unit}/${place.indicator}`;
    this.leaf = start.leaf;
    this.writable = start.writable;
    const { state, input, marks } = start.score;
    this.isMean = state === 'scored' && input === null && marks !== null && !start.writable;
    this.#mean = this.isMean ? judgeMean(start.leaf, Number(marks)) : null;
    this.#deps = deps;
    this.sync = sync.startSync(start.score);
    this.edit = editOf(start.leaf, sync.writeOfScore(start.score));
    this.evidence = start.score.evidence;
    this.updatedBy = start.score.updatedBy;
  }

  /** Brings back what an earlier page could not save, on the revision that it was based on. */
  restore(): boolean {
    const kept = this.#deps.kept.read(this.key);
    if (kept === null || kept.edit.draft.method !== this.leaf.rule.method) return false;
    if (!this.writable) {
      this.left = kept.edit;
      return false;
    }
    this.sync = { ...this.sync, revision: kept.revision };
    this.change(kept.edit);
    return true;
  }

  /** Gives up what was left behind. */
  dropLeft(): void {
    this.left = null;
    this.#deps.kept.forget(this.key);
  }

  /** Shows the new fields at once and sends them after a pause in typing. */
  change(edit: Edit, pause = typingPause): void {
    if (!this.writable) return;
    this.edit = edit;
    this.#move(sync.want(this.sync, writeOf(this.judgement, edit)));
    if (this.#isClean()) this.#deps.kept.forget(this.key);
    else this.#deps.kept.keep(this.key, { edit, revision: this.sync.revision });
    if (this.sync.phase === 'waiting') this.#sendAfter(pause);
  }

  /** Sends what waits now; resolves when it has arrived or cannot for the time being. */
  flush(): Promise<void> {
    if (this.sync.phase === 'waiting' || this.sync.phase === 'failed') this.#send();
    if (this.sync.phase !== 'sending') return Promise.resolve();
    return new Promise((resolve) => this.#settled.push(resolve));
  }

  keepMine(): void {
    this.#move(sync.keepMine(sync.want(this.sync, writeOf(this.judgement, this.edit))));
    this.change(this.edit, 0);
  }

  /** The newer score into the fields. Returns what stood in them, for undo. */
  takeTheirs(): Edit {
    const mine = this.edit;
    const { conflict } = this.sync;
    if (conflict === null) return mine;
    this.#move(sync.takeTheirs(this.sync));
    this.#show(conflict);
    this.#deps.kept.forget(this.key);
    return mine;
  }

  /** A newer score that was shown meanwhile may hold it already. */
  addEvidence(added: Evidence): void {
    this.evidence = [...this.evidence.filter((item) => item.id !== added.id), added];
  }

  removeEvidence(id: string): void {
    this.evidence = this.evidence.filter((item) => item.id !== id);
  }

  /** Ends timers; what is unsaved stays in the browser's session. */
  stop(): void {
    this.#stop();
  }

  async #send(): Promise<void> {
    this.#stop();
    const next = sync.send(this.sync);
    if (next === this.sync || next.inFlight === null) return;
    this.#move(next);
    this.#receive(await this.#deps.write(this.place, next.inFlight, next.revision));
    for (const resolve of this.#settled.splice(0)) resolve();
  }

  #receive(outcome: WriteOutcome): void {
    const now = this.sync;
    if (outcome.kind === 'saved') this.#saved(outcome.score);
    else if (outcome.kind === 'refused') this.#move(sync.refuse(now, outcome.refusal));
    else if (outcome.kind === 'unreachable') {
      this.#move(sync.fail(now));
      this.#sendAfter(sync.retryDelay(this.sync.attempt));
    } else if (outcome.kind === 'signed-out') {
      this.#move(sync.loseSession(now));
      this.#deps.onsignedout();
    } else {
      this.#move(sync.meetStale(now, outcome.current));
      if (this.sync.phase !== 'conflict') this.#saved(outcome.current);
    }
  }

  #saved(score: Score): void {
    if (this.sync.inFlight !== null) this.#move(sync.acknowledge(this.sync, score));
    this.updatedBy = score.updatedBy;
    // Evidence goes its own way: the answer to a score may be older than what was added or taken off meanwhile.
    if (this.sync.phase === 'waiting') {
      this.#deps.kept.keep(this.key, { edit: this.edit, revision: this.sync.revision });
      this.#sendAfter(0);
    } else if (this.#isClean()) this.#deps.kept.forget(this.key);
  }

  #show(score: Score): void {
    this.edit = editOf(this.leaf, sync.writeOfScore(score));
    this.evidence = score.evidence;
    this.updatedBy = score.updatedBy;
  }

  /** Nothing on the way and nothing half typed. */
  #isClean(): boolean {
    const { kind } = this.judgement;
    const held = kind === 'unfinished' || kind === 'invalid' || writeOf(this.judgement, this.edit) === null;
    return !held && !sync.isUnsaved(this.sync);
  }

  #sendAfter(milliseconds: number): void {
    this.#stop();
    this.#stop = this.#deps.schedule(() => void this.#send(), milliseconds);
  }

  #move(next: sync.Sync): void {
    this.sync = next;
  }
}

/** An edit that scores nothing: what “clear” leaves behind. */
export function clearedEdit(leaf: Leaf): Edit {
  return { draft: draftOf(leaf.rule, null), notApplicable: false, reason: '' };
}
