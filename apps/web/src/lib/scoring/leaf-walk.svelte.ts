import type { Indicator } from '@gongping/contracts';
import { goto } from '$app/navigation';
import { page } from '$app/state';
import { showToast } from '#lib/components/toasts.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import type { CellEditor } from './cell-editor.svelte.ts';
import { chooseByDigit } from './inputs/choose.ts';
import { scoringKey } from './keys.ts';
import type { ScoreEditor } from './score-editor.svelte.ts';
import { shortWord } from './score-words.ts';
import { leafOrder, nextUnscored, standOf, type TreeFamily } from './sheet-tree.ts';

/** The pane of the leaf one is at. */
interface Pane {
  focusHeading(): void;
  addEvidence(): void;
}

/** The way through the leaves of one unit: where one is, how far one has come, and what the keys do. */
export class LeafWalk {
  readonly editor: ScoreEditor;
  readonly families: readonly TreeFamily[];
  readonly leaves: readonly Indicator[];
  readonly unit: string;
  pane = $state<Pane>();
  keysOpen = $state(false);
  treeOpen = $state(false);
  #codes: readonly string[];
  current = $state('');
  leaf = $derived.by(() => this.leaves.find(({ code }) => code === this.current) ?? this.leaves[0]);
  cell = $derived.by(() => this.leaf && this.cellOf(this.leaf.code));
  stand = $derived.by(() => standOf(this.leaves, this.statusOf));

  constructor(editor: ScoreEditor, { unit, families }: { unit: string; families: readonly TreeFamily[] }) {
    this.editor = editor;
    this.unit = unit;
    this.families = families;
    this.leaves = leafOrder(families);
    this.#codes = this.leaves.map(({ code }) => code);
    this.current = page.url.searchParams.get('leaf') ?? this.#firstCode();
    // A link from elsewhere on the page (the search) may ask for another leaf of this unit.
    $effect(() => {
      const wanted = page.url.searchParams.get('leaf');
      if (wanted !== null && this.#codes.includes(wanted)) this.current = wanted;
    });
  }

  cellOf(code: string): CellEditor | undefined {
    return this.editor.cell({ unit: this.unit, indicator: code });
  }

  statusOf = (code: string) => this.cellOf(code)?.status ?? 'unscored';

  wordOf = (code: string) => {
    const cell = this.cellOf(code);
    return cell ? shortWord(cell.leaf.rule, cell.judgement) : '';
  };

  /** Without a load: it must work without a connection, and moving on is what is done most. */
  goTo = (code: string) => {
    void this.cell?.flush();
    this.current = code;
    this.treeOpen = false;
    void goto(`?leaf=${code}`, { shallow: true, replace: true, state: page.state });
  };

  step(by: 1 | -1): void {
    const next = this.#codes[this.#codes.indexOf(this.leaf?.code ?? '') + by];
    if (next !== undefined) this.follow(next);
  }

  follow(code: string): void {
    this.goTo(code);
    this.pane?.focusHeading();
  }

  undo(): void {
    this.#revert(this.editor.undo());
  }

  redo(): void {
    this.#revert(this.editor.redo());
  }

  press(event: KeyboardEvent): void {
    const key = scoringKey(event);
    if (key === null) return;
    event.preventDefault();
    if (key.action === 'choose') this.#choose(key.position);
    else if (key.action === 'next') this.step(1);
    else if (key.action === 'previous') this.step(-1);
    else if (key.action === 'next-unscored') this.#toUnscored();
    else if (key.action === 'evidence') this.pane?.addEvidence();
    else if (key.action === 'help') this.keysOpen = true;
    else if (key.action === 'undo') this.undo();
    else this.redo();
  }

  #firstCode(): string {
    return this.#codes.find((code) => this.statusOf(code) === 'unscored') ?? this.#codes[0] ?? '';
  }

  #toUnscored(): void {
    const next = nextUnscored(this.#codes, this.current, this.statusOf);
    if (next === null) showToast(m.scoring_all_scored());
    else this.follow(next);
  }

  /** Shows the leaf in which something was taken back. */
  #revert(changed: CellEditor | null): void {
    if (changed !== null && changed.place.indicator !== this.current) this.goTo(changed.place.indicator);
  }

  #choose(position: number): void {
    const { cell } = this;
    if (!cell?.writable || cell.edit.notApplicable) return;
    const draft = chooseByDigit(cell.leaf.rule, cell.edit.draft, position);
    if (draft) this.editor.change(cell, { ...cell.edit, draft }, `digit.${position}`);
  }
}
