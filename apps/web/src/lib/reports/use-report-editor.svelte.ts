import type { UnitReport } from '@gongping/contracts';
import { browser } from '$app/env';
import { showToast } from '#lib/components/toasts.svelte.ts';
import { signInAndReturn, tieEditor } from '#lib/frame/tie-editor.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import { savedNow } from './saved-now.ts';
import { keptReportsIn, type KeptReports } from './kept-reports.ts';
import { saveDraft, type ReportPlace } from './report-client.ts';
import { ReportEditor } from './report-editor.svelte.ts';

const nothingKept: KeptReports = { read: () => null, keep: () => undefined, forget: () => undefined };

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
    onsignedout: signInAndReturn,
    now: savedNow,
  });

  tieEditor(editor, {
    restore() {
      if (report.writable && editor.restore()) showToast(m.reports_restored());
    },
    lost: () => editor.saved.kind === 'failed',
  });
  return editor;
}
