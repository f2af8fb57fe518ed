import { m } from '#lib/paraglide/messages.js';

const words: Readonly<Record<string, () => string>> = {
  'assessment.create': m.audit_action_assessment_create,
  'assessment.change': m.audit_action_assessment_change,
  'assessment.extend': m.audit_action_assessment_extend,
  'assessment.phase': m.audit_action_assessment_phase,
  'assignment.change': m.audit_action_assignment_change,
  'assignment.fill': m.audit_action_assignment_fill,
  'check.accept': m.audit_action_check_accept,
  'check.links': m.audit_action_check_links,
  'check.reopen': m.audit_action_check_reopen,
  'calendar.day': m.audit_action_calendar_day,
  'calendar.year': m.audit_action_calendar_year,
  'claim.reopen': m.audit_action_claim_reopen,
  'claim.submit': m.audit_action_claim_submit,
  'claim.withdraw': m.audit_action_claim_withdraw,
  'claim.write': m.audit_action_claim_write,
  'demonstration.load': m.audit_action_demonstration_load,
  'demonstration.remove': m.audit_action_demonstration_remove,
  'evidence.add': m.audit_action_evidence_add,
  'evidence.remove': m.audit_action_evidence_remove,
  'indicator-system.create': m.audit_action_indicator_system_create,
  'indicator-system.freeze': m.audit_action_indicator_system_freeze,
  'indicator-system.import': m.audit_action_indicator_system_import,
  'page.check': m.audit_action_page_check,
  'mystery-request.add': m.audit_action_mystery_request_add,
  'mystery-request.change': m.audit_action_mystery_request_change,
  'mystery-request.remove': m.audit_action_mystery_request_remove,
  'assessment.terms': m.audit_action_assessment_terms,
  'password.change': m.audit_action_password_change,
  'publication.create': m.audit_action_publication_create,
  'sample.change': m.audit_action_sample_change,
  'sample.discard': m.audit_action_sample_discard,
  'sample.draw': m.audit_action_sample_draw,
  'score.write': m.audit_action_score_write,
  'survey.change': m.audit_action_survey_change,
  'unit.change': m.audit_action_unit_change,
  'unit.create': m.audit_action_unit_create,
  'user.activate': m.audit_action_user_activate,
  'user.change': m.audit_action_user_change,
  'user.create': m.audit_action_user_create,
  'user.link': m.audit_action_user_link,
};

/** What was done, in words; an action that is not known is shown as it is written in the log. */
export function actionWord(action: string): string {
  return words[action]?.() ?? action;
}
