import { checkReport, type AnnualReport, type Finding } from '@gongping/annual-report';
import type { UnitReport } from '@gongping/contracts';
import type { SaveState } from '#lib/components/SaveIndicator.svelte';
import { goBack, goForward, newHistory, noteChange, type StateHistory } from './history.ts';
import type { KeptReports } from './kept-reports.ts';
import type { Outcome } from './report-client.ts';
import { contentFrom, reportFrom, stateOf, writeFrom, type ReportState } from './report-state.ts';
import type { ReportDraftWrite } from '@gongping/contracts';

/** A pause in typing after which what was typed is sent, and after which it is checked. */
const savePause = 800;
const checkPause = 200;
const retryPause = 5000;

export interface EditorDependencies {
  save(write: ReportDraftWrite): Promise<Outcome<UnitReport>>;
  readonly kept: KeptReports;
  schedule(callback: () => void, milliseconds: number): () => void;
  onsignedout(): void;
  now(): Date;
}

type Draft = NonNullable<UnitReport['draft']>;

/** A report while somebody writes it: shown and checked at once, sent after a pause, one write at a time. */
export class ReportEditor {
  view = $state.raw<UnitReport>() as UnitReport;
  state = $state.raw<ReportState>() as ReportState;
  findings = $state.raw<readonly Finding[]>([]);
  saved = $state.raw<SaveState>({ kind: 'idle' });
  /** What somebody else has saved meanwhile. */
  conflict = $state.raw<UnitReport | null>(null);
  /** Why the last write was refused; empty where nothing is amiss. */
  refused = $state('');
  #history = $state.raw<StateHistory<ReportState>>(newHistory());
  canUndo = $derived(this.#history.past.length > 0);
  canRedo = $derived(this.#history.future.length > 0);

  #deps: EditorDependencies;
  #draft: Draft;
  #unsaved = false;
  #sending: Promise<void> | null = null;
  #stopSaving: () => void = () => undefined;
  #stopChecking: () => void = () => undefined;

  constructor(view: UnitReport, draft: Draft, deps: EditorDependencies) {
    this.view = view;
    this.#draft = draft;
    this.#deps = deps;
    this.state = stateOf(view.form, draft);
    this.check();
  }

  get revision(): number {
    return this.#draft.revision;
  }

  /** Something would be lost if the page closed now. */
  get unsaved(): boolean {
    return this.#unsaved || this.#sending !== null;
  }

  /** Brings back what an earlier page could not save. */
  restore(): boolean {
    const kept = this.#deps.kept.read();
    if (kept === null) return false;
    this.#draft = { ...this.#draft, revision: kept.revision };
    this.change(kept.state, 'restored');
    return true;
  }

  change(state: ReportState, field: string): void {
    this.#history = noteChange(this.#history, { before: this.state, field });
    this.#show(state);
  }

  undo(): void {
    const back = goBack(this.#history, this.state);
    if (!back) return;
    this.#history = back.history;
    this.#show(back.state);
  }

  redo(): void {
    const forward = goForward(this.#history, this.state);
    if (!forward) return;
    this.#history = forward.history;
    this.#show(forward.state);
  }

  /** A report that the server has made: a file that was taken over. What stood there is left to undo. */
  replace(view: UnitReport): void {
    if (view.draft === null) return;
    this.#history = noteChange(this.#history, {
      before: this.state,
      field: `replaced ${view.draft.revision}`,
    });
    this.#take(view, view.draft);
    this.state = stateOf(view.form, view.draft);
    this.#unsaved = false;
    this.#deps.kept.forget();
    this.saved = { kind: 'saved', at: view.draft.updatedAt ?? this.#deps.now() };
    this.check();
  }

  /** What the page shows beside the fields: a file that was read, a version that was filed. */
  refresh(view: UnitReport): void {
    if (view.draft) this.#take(view, { ...view.draft, content: this.#draft.content });
    else this.view = view;
  }

  /** One's own text over what somebody else has saved. */
  keepMine(): void {
    const draft = this.conflict?.draft;
    if (!draft) return;
    this.#draft = { ...this.#draft, revision: draft.revision };
    this.conflict = null;
    this.#unsaved = true;
    void this.flush();
  }

  /** What somebody else has saved; one's own is left to undo. */
  takeTheirs(): void {
    const theirs = this.conflict;
    this.conflict = null;
    if (theirs) this.replace(theirs);
  }

  /** Sends what waits now; resolves when it has arrived or cannot for the time being. */
  async flush(): Promise<void> {
    this.#stopSaving();
    if (this.#sending) await this.#sending;
    if (!this.#unsaved || this.conflict) return;
    this.#sending = this.#send();
    await this.#sending;
    this.#sending = null;
    if (this.#unsaved && this.saved.kind !== 'failed' && !this.conflict) await this.flush();
  }

  report(): AnnualReport {
    return reportFrom(contentFrom(this.view.form, this.state, this.#draft.content), this.view);
  }

  check(): void {
    const { previous, unit } = this.view;
    const before =
      previous && reportFrom(previous.content, { form: previous.form, year: previous.year, unit });
    this.findings = checkReport(this.report(), before ? { previous: before } : {});
  }

  /** Ends timers; what is unsaved stays in the browser's session. */
  stop(): void {
    this.#stopSaving();
    this.#stopChecking();
  }

  #show(state: ReportState): void {
    this.state = state;
    this.#unsaved = true;
    this.refused = '';
    if (this.saved.kind !== 'failed') this.saved = { kind: 'unsaved' };
    this.#deps.kept.keep({ state, revision: this.#draft.revision });
    this.#stopSaving();
    this.#stopSaving = this.#deps.schedule(() => void this.flush(), savePause);
    this.#stopChecking();
    this.#stopChecking = this.#deps.schedule(() => this.check(), checkPause);
  }

  #take(view: UnitReport, draft: Draft): void {
    this.view = view;
    this.#draft = draft;
  }

  async #send(): Promise<void> {
    const sent = this.state;
    const { form } = this.view;
    this.saved = { kind: 'saving' };
    this.#unsaved = false;
    const before = this.#draft;
    const outcome = await this.#deps.save(
      writeFrom(sent, { form, before, expectedRevision: before.revision }),
    );
    if (outcome.ok) {
      const { draft } = outcome.value;
      if (draft) this.#take(outcome.value, draft);
      this.saved = { kind: 'saved', at: draft?.updatedAt ?? this.#deps.now() };
      if (this.state === sent) this.#deps.kept.forget();
      return;
    }
    this.#unsaved = true;
    const { problem, current } = outcome;
    if (current) this.conflict = current;
    else if (problem.status === 401) this.#deps.onsignedout();
    else if (problem.status === 0 || problem.status >= 500) {
      this.#stopSaving = this.#deps.schedule(() => void this.flush(), retryPause);
    } else this.refused = [problem.detail, ...Object.values(problem.errors)].join(' ');
    this.saved = { kind: 'failed' };
  }
}
