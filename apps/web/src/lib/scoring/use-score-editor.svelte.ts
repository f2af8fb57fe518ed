import { onMount } from 'svelte';
import { browser } from '$app/env';
import { beforeNavigate, goto } from '$app/navigation';
import { showToast } from '#lib/components/toasts.svelte.ts';
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

/** Goes to sign in and comes back here; what is unsaved waits in the browser's session. */
function signIn(): void {
  const next = location.pathname + location.search;
  location.assign(`/sign-in?next=${encodeURIComponent(next)}`);
}

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
    onsignedout: signIn,
    clock: () => Date.now(),
  });

  onMount(() => {
    const restored = editor.restore();
    if (restored > 0) showToast(m.scoring_restored({ count: restored }));
    const flush = () => void editor.flush();
    const flushHidden = () => document.visibilityState === 'hidden' && flush();
    addEventListener('online', flush);
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flushHidden);
    return () => {
      removeEventListener('online', flush);
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flushHidden);
      void editor.flush();
      editor.stop();
    };
  });

  let leaving = false;
  beforeNavigate((navigation) => {
    if (!editor.unsaved || leaving || navigation.shallow) return;
    if (navigation.willUnload) {
      // Only what could not be sent is worth a question; the rest is sent as the page closes.
      if (editor.saveState.kind === 'failed' && !editor.signedOut) navigation.cancel();
      return;
    }
    const to = navigation.to?.url;
    if (to === undefined) return;
    // The next page must load what was typed here, not what stood before it.
    navigation.cancel();
    leaving = true;
    void editor.flush().then(() => goto(to));
  });
  return editor;
}
