import type { ImportedQuestionnaire, QuestionnaireDraft, QuestionnaireView } from '@gongping/contracts';
import { browserApi } from '#lib/api/browser.ts';
import { problemOf, type Problem } from '#lib/api/problem.ts';
import type { SaveState } from '#lib/components/SaveIndicator.svelte';
import { savedNow } from '#lib/indicators/saved-now.ts';
import { m } from '#lib/paraglide/messages.js';

const mostUndo = 100;
/** After so long without a key what was typed is kept. */
const restMs = 700;

type Answer = { ok: boolean; status: number; json(): Promise<unknown>; text(): Promise<string> };

/** What is asked before it is done to the whole draft. */
export type Asking = 'use' | 'discard' | 'begin';

/** A questionnaire on the page: every change is on the page at once, and on the server a moment later. */
export class QuestionnaireEditor {
  view: QuestionnaireView = $state.raw() as QuestionnaireView;
  draft: QuestionnaireDraft = $state.raw() as QuestionnaireDraft;
  save: SaveState = $state.raw({ kind: 'idle' });
  problem: Problem | null = $state.raw(null);
  #undo: readonly QuestionnaireDraft[] = $state.raw([]);
  #slug: string;
  #lastField: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDirty = false;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(slug: string, view: QuestionnaireView) {
    this.#slug = slug;
    this.view = view;
    this.draft = view.draft ?? view.inUse;
  }

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  get isStale(): boolean {
    return this.problem?.code === 'stale';
  }

  /** Something is not on the server yet. */
  get isDirty(): boolean {
    return this.#isDirty;
  }

  /** @param field what is typed in: one step back for all that is typed there; null for a step of its own */
  edit(next: QuestionnaireDraft, field: string | null = null): void {
    if (next === this.draft) return;
    if (field === null || field !== this.#lastField)
      this.#undo = [...this.#undo, this.draft].slice(-mostUndo);
    this.#lastField = field;
    this.#show(next);
  }

  undo(): void {
    const last = this.#undo.at(-1);
    if (!last) return;
    this.#undo = this.#undo.slice(0, -1);
    this.#lastField = null;
    this.#show(last);
  }

  #show(next: QuestionnaireDraft): void {
    this.draft = next;
    this.#isDirty = true;
    if (this.save.kind !== 'failed') this.save = { kind: 'unsaved' };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), restMs);
  }

  /** Keeps what is not kept yet; true where everything is. */
  flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    return this.#inTurn(() => this.#keep());
  }

  /** Puts the draft into use. */
  async use(): Promise<boolean> {
    return (await this.flush()) && this.#inTurn(() => this.#order('use'));
  }

  async discard(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#isDirty = false;
    return this.#inTurn(() => this.#order('discard'));
  }

  async begin(): Promise<boolean> {
    const before = this.draft;
    if (!(await this.flush()) || !(await this.#inTurn(() => this.#order('template')))) return false;
    this.#undo = [...this.#undo, before].slice(-mostUndo);
    return true;
  }

  /** Takes what a file became. */
  imported({ view }: ImportedQuestionnaire): void {
    this.#undo = [...this.#undo, this.draft].slice(-mostUndo);
    this.#take(view);
  }

  /** What is on the server in place of what is on the page. */
  async reload(): Promise<void> {
    const response = await this.#api()
      .$get({ param: { slug: this.#slug } })
      .catch(() => null);
    if (!response?.ok) return;
    this.#undo = [];
    this.#take((await response.json()) as QuestionnaireView);
  }

  #api() {
    return browserApi().assessments[':slug'].survey.questionnaire;
  }

  #inTurn(run: () => Promise<boolean>): Promise<boolean> {
    const done = this.#queue.then(run);
    this.#queue = done.catch(() => false);
    return done;
  }

  async #keep(): Promise<boolean> {
    if (!this.#isDirty) return true;
    this.save = { kind: 'saving' };
    this.#isDirty = false;
    const sent = this.draft;
    const json = { expectedRevision: this.view.revision, draft: sent };
    const view = await this.#answer(this.#api().draft.$put({ param: { slug: this.#slug }, json }));
    if (!view) {
      this.#isDirty = true;
      return false;
    }
    this.view = view;
    // Somebody may have typed on meanwhile.
    this.save = this.draft === sent ? savedNow() : { kind: 'unsaved' };
    return true;
  }

  async #order(what: 'use' | 'discard' | 'template'): Promise<boolean> {
    const args = { param: { slug: this.#slug }, json: { expectedRevision: this.view.revision } };
    const view = await this.#answer(this.#api()[what].$post(args));
    if (view) this.#take(view);
    return view !== null;
  }

  async #answer(call: Promise<unknown>): Promise<QuestionnaireView | null> {
    const response = (await call.catch(() => null)) as Answer | null;
    if (response?.ok) {
      this.problem = null;
      return (await response.json()) as QuestionnaireView;
    }
    this.save = { kind: 'failed' };
    this.problem = response
      ? await problemOf(response)
      : { status: 0, code: 'unreachable', detail: m.questionnaire_unreachable(), errors: {} };
    return null;
  }

  #take(view: QuestionnaireView): void {
    this.view = view;
    this.draft = view.draft ?? view.inUse;
    this.problem = null;
    this.#isDirty = false;
    this.#lastField = null;
    this.save = savedNow();
  }
}
