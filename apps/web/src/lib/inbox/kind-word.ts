import type { MessageKind } from '@gongping/contracts';
import { m } from '#lib/paraglide/messages.js';

const words: Record<MessageKind, () => string> = {
  'phase-opened': m.inbox_kind_phase_opened,
  'phase-ends': m.inbox_kind_phase_ends,
  'phase-late': m.inbox_kind_phase_late,
  'case-waiting': m.inbox_kind_case_waiting,
  'na-rejected': m.inbox_kind_na_rejected,
  'appeal-waiting': m.inbox_kind_appeal_waiting,
  'appeal-ruled': m.inbox_kind_appeal_ruled,
  'claims-returned': m.inbox_kind_claims_returned,
  'calibration-opened': m.inbox_kind_calibration_opened,
  'calibration-closed': m.inbox_kind_calibration_closed,
  'scores-returned': m.inbox_kind_scores_returned,
  'rectification-asked': m.inbox_kind_rectification_asked,
  published: m.inbox_kind_published,
  corrected: m.inbox_kind_corrected,
  'survey-invitation': m.inbox_kind_survey_invitation,
  'report-wanted': m.inbox_kind_report_wanted,
  reminder: m.inbox_kind_reminder,
};

/** What kind of message it is, in a word or two. */
export function kindWord(kind: MessageKind): string {
  return words[kind]();
}
