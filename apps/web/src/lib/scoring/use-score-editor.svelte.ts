import { browser } from '$app/env';
import { showToast } from '#lib/components/toasts.svelte.ts';
import { signInAndReturn, tieEditor } from '#lib/frame/tie-editor.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import { keptEditsIn, type KeptEdits } from './kept-edits.ts';
import { ScoreEditor, type EditorCell } from './score-editor.svelte.ts';
import { missingParts, missingProof, missingReason } from './cell-status.ts';
import { calibrationWriter, claimWriter, scoreWriter } from './score-client.ts';

const noEdits: KeptEdits = { read: () => null, keep: () => undefined, forget: () => undefined };

const kinds = {
  scores: { writer: scoreWriter, missing: missingParts },
  claims: { writer: claimWriter, missing: missingProof },
  calibration: { writer: calibrationWriter, missing: missingReason },
} as const;

/**
 * The editor of a page of scores, tied to the page: entries of an earlier visit come back, leaving the page saves,
 * and a connection that returns is used at once. `of`: what is entered, scores unless told. Call while a component is set
 * up.
 */
export function useScoreEditor(
  cells: readonly EditorCell[],
  { slug, userId, of = 'scores' }: { slug: string; userId: string; of?: keyof typeof kinds },
): ScoreEditor {
  const editor = new ScoreEditor(cells, {
    write: kinds[of].writer(slug),
    missing: kinds[of].missing,
    kept: browser
      ? keptEditsIn(sessionStorage, `${userId}/${slug}${of === 'scores' ? '' : `/${of}`}`)
      : noEdits,
    schedule(callback, milliseconds) {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
    onsignedout: signInAndReturn,
    clock: () => Date.now(),
  });

  tieEditor(editor, {
    restore() {
      const restored = editor.restore();
      if (restored > 0) showToast(m.scoring_restored({ count: restored }));
    },
    lost: () => editor.saveState.kind === 'failed' && !editor.signedOut,
  });
  return editor;
}
