import type { UnitReport, UnitReportList } from '@gongping/contracts';
import { daysLeft } from '#lib/format/date.ts';
import { m } from '#lib/paraglide/messages.js';

/** Where a report stands: filed or not, and the day. */
export function reportSentence({ unit, versions, draft, due, today, archive }: UnitReport): string {
  if (!unit.filesAnnualReport) return m.reports_sentence_not_obliged();
  const day = due.local ?? due.statutory;
  const newest = versions[0];
  if (newest) {
    return draft?.differs
      ? m.reports_sentence_changed({ version: newest.version })
      : m.reports_sentence_filed({ version: newest.version });
  }
  if (archive) return m.reports_sentence_archive();
  const left = daysLeft(day, today);
  return left < 0
    ? m.reports_sentence_late({ day, days: -left })
    : m.reports_sentence_due({ day, days: left });
}

/** Where the collecting of a year stands. */
export function boardSentence({ units, archive }: UnitReportList): string {
  const obliged = units.filter(({ unit, state }) => unit.filesAnnualReport || state === 'filed');
  const filed = obliged.filter(({ state }) => state === 'filed').length;
  if (archive) return m.reports_board_archive({ obliged: obliged.length, filed });
  const late = obliged.filter(({ late: days }) => (days.local ?? 0) > 0 || (days.statutory ?? 0) > 0).length;
  return m.reports_board_sentence({ obliged: obliged.length, filed, late });
}
