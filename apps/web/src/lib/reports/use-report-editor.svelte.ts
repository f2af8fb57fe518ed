import type { UnitReport } from '@gongping/contracts';
import { onMount } from 'svelte';
import { browser } from '$app/env';
import { beforeNavigate, goto } from '$app/navigation';
import { showToast } from '#lib/components/toasts.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import { savedNow } from './saved-now.ts';
import { keptReportsIn, type KeptReports } from './kept-reports.ts';
import { saveDraft, type ReportPlace } from './report-client.ts';
import { ReportEditor } from './report-editor.svelte.ts';

const nothingKept: KeptReports = { read: () => null, keep: () => undefined, forget: () => undefined };

/** Goes to sign in and comes back here; what is unsaved waits in the browser's session. */
function signIn(): void {
  const next = location.pathname + location.search;
  location.assign(`/sign-in?next=${encodeURIComponent(next)}`);
}

/**
 * The editor of a report, tied to its page: entries of an earlier visit come back, leaving the page saves, and a
 * connection that returns is used at once. Call while a component is set up.
 */
export function useReportEditor({
  report,
  draft,
  userId,
  place,
}: {
  report: UnitReport;
  draft: NonNullable<UnitReport['draft']>;
  userId: string;
  place: ReportPlace;
}): ReportEditor {
  const editor = new ReportEditor(report, draft, {
    save: (write) => saveDraft(place, write),
    kept: browser ? keptReportsIn(sessionStorage, `${userId}/${place.unit}/${place.year}`) : nothingKept,
    schedule(callback, milliseconds) {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
    onsignedout: signIn,
    now: savedNow,
  });

  onMount(() => {
    if (report.writable && editor.restore()) showToast(m.reports_restored());
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
      if (editor.saved.kind === 'failed') navigation.cancel();
      return;
    }
    const to = navigation.to?.url;
    if (to === undefined) return;
    navigation.cancel();
    leaving = true;
    void editor.flush().then(() => goto(to));
  });
  return editor;
}
