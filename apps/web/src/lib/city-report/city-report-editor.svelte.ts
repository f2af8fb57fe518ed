import type { CityReport, CityReportContent, CityReportVersion } from '@gongping/contracts';
import { parseProblem, type Problem } from '#lib/api/problem.ts';
import { browserApi } from '#lib/api/browser.ts';
import type { SaveState } from '#lib/components/SaveIndicator.svelte';
import { savedNow } from '#lib/indicators/saved-now.ts';
import { m } from '#lib/paraglide/messages.js';
import { changedFields, mergeContent, withField, type Conflict } from './merge-content.ts';

const mostUndo = 100;
/** After so long without a key what was typed is kept. */
const restMs = 700;

type Answer = { ok: boolean; status: number; json(): Promise<unknown>; text(): Promise<string> };

/** What somebody else has changed meanwhile. */
export interface News {
  readonly by: string;
  readonly fields: readonly string[];
}

/** The city's report on the page: every change is on the page at once, and on the server a moment later. */
export class CityReportEditor {
  /** As the server has it. */
  report: CityReport = $state.raw() as CityReport;
  content: CityReportContent = $state.raw() as CityReportContent;
  save: SaveState = $state.raw({ kind: 'idle' });
  problem: Problem | null = $state.raw(null);
  /** What both have changed, each in another way; nothing is kept until they are settled. */
  conflicts: readonly Conflict[] = $state.raw([]);
  news: News | null = $state.raw(null);
  #undo: readonly CityReportContent[] = $state.raw([]);
  #lastField: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDirty = false;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(report: CityReport) {
    this.report = report;
    this.content = report.content;
  }

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  /** Something is not on the server yet. */
  get isDirty(): boolean {
    return this.#isDirty;
  }

  /** @param field what is typed in: one step back for all that is typed there; null for a step of its own */
  edit(change: Partial<CityReportContent>, field: string | null): void {
    if (field === null || field !== this.#lastField) {
      this.#undo = [...this.#undo, this.content].slice(-mostUndo);
    }
    this.#lastField = field;
    this.#show({ ...this.content, ...change });
  }

  undo(): void {
    const last = this.#undo.at(-1);
    if (!last) return;
    this.#undo = this.#undo.slice(0, -1);
    this.#lastField = null;
    this.#show(last);
  }

  /** Settles what both have changed. */
  settle({ field }: Conflict, text: string): void {
    this.conflicts = this.conflicts.filter((conflict) => conflict.field !== field);
    this.edit(withField(this.report.form, this.content, { field, text }), null);
  }

  /** Keeps what is not kept yet; true where everything is. */
  flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    return this.#inTurn(() => this.#keep());
  }

  /** Binds figures to what is published now. @param keys none: all that are stale */
  async renew(keys: readonly string[] | null): Promise<boolean> {
    if (!(await this.flush())) return false;
    return this.#inTurn(async () => {
      const json = { expectedRevision: this.report.revision, keys: keys === null ? null : [...keys] };
      return this.#take(await this.#answer(this.#api().renewals.$post({ param: this.#param, json })));
    });
  }

  /** @returns the new version; null where it was refused */
  async publish(reason: string): Promise<CityReportVersion | null> {
    if (!(await this.flush())) return null;
    const json = { expectedRevision: this.report.revision, reason };
    const response = await this.#respond(this.#api().publications.$post({ param: this.#param, json }));
    if (!response) return null;
    const version = (await response.json()) as CityReportVersion;
    await this.reload();
    return version;
  }

  /** Compares with another report of last year; what is written stays as it is. */
  compareWith(previous: CityReport['previous']): void {
    this.report = { ...this.report, previous };
  }

  /** What the server has now put together with what is on the page. */
  async reload(): Promise<void> {
    const response = (await this.#api()
      .$get({ param: this.#param })
      .catch(() => null)) as Answer | null;
    if (response?.ok) this.#meet((await response.json()) as CityReport);
  }

  get #param() {
    return { year: String(this.report.year) };
  }

  #api() {
    return browserApi()['city-reports'][':year'];
  }

  #show(next: CityReportContent): void {
    this.content = next;
    this.#isDirty = true;
    if (this.save.kind !== 'failed') this.save = { kind: 'unsaved' };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), restMs);
  }

  #inTurn(run: () => Promise<boolean>): Promise<boolean> {
    const done = this.#queue.then(run);
    this.#queue = done.catch(() => false);
    return done;
  }

  async #keep(): Promise<boolean> {
    if (!this.#isDirty) return true;
    if (this.conflicts.length > 0) return false;
    this.save = { kind: 'saving' };
    this.#isDirty = false;
    const sent = this.content;
    const json = { expectedRevision: this.report.revision, content: sent };
    const report = await this.#answer(this.#api().draft.$put({ param: this.#param, json }));
    if (!report) {
      this.#isDirty = true;
      if (this.problem !== null) this.save = { kind: 'failed' };
      // What somebody else has kept is put together with this, and kept if nothing contradicts.
      return this.problem === null && this.conflicts.length === 0 ? this.#keep() : false;
    }
    this.report = report;
    // Somebody may have typed on meanwhile.
    this.save = this.content === sent ? savedNow() : { kind: 'unsaved' };
    return true;
  }

  async #answer(call: Promise<unknown>): Promise<CityReport | null> {
    const response = await this.#respond(call);
    return response && ((await response.json()) as CityReport);
  }

  async #respond(call: Promise<unknown>): Promise<Answer | null> {
    const response = (await call.catch(() => null)) as Answer | null;
    if (response?.ok) {
      this.problem = null;
      return response;
    }
    const text = response ? await response.text() : '';
    const problem = response
      ? parseProblem(response.status, text)
      : { status: 0, code: 'unreachable', detail: m.cityreport_unreachable(), errors: {} };
    const current = problem.code === 'stale' ? currentIn(text) : null;
    if (current) {
      this.problem = null;
      this.#meet(current);
    } else {
      this.problem = problem;
    }
    return null;
  }

  #take(report: CityReport | null): boolean {
    if (!report) return false;
    this.report = report;
    return true;
  }

  /** Puts together what the server has and what is on the page. */
  #meet(current: CityReport): void {
    const { form } = current;
    const base = this.report.content;
    const theirs = current.content;
    // What both did alike is no news, nor what one has sent oneself and never heard of.
    const differing = changedFields(form, this.content, theirs);
    const fields = changedFields(form, base, theirs).filter((field) => differing.includes(field));
    if (fields.length > 0) this.news = { by: current.savedBy ?? '', fields };
    const { content, conflicts } = mergeContent(form, { base, mine: this.content, theirs });
    this.report = current;
    this.content = content;
    this.conflicts = [
      ...this.conflicts.filter(({ field }) => !conflicts.some((one) => one.field === field)),
      ...conflicts,
    ];
    this.#isDirty = changedFields(form, theirs, content).length > 0;
    this.save = this.#isDirty ? { kind: 'unsaved' } : savedNow();
  }
}

/** What the refusal of a stale change says is there now. */
function currentIn(text: string): CityReport | null {
  const { current } = JSON.parse(text) as { current?: CityReport };
  return current ?? null;
}
