import { m } from '#lib/paraglide/messages.js';

const words: Readonly<Record<string, () => string>> = {
  'assessment.create': m.audit_action_assessment_create,
  'assessment.change': m.audit_action_assessment_change,
  'assessment.extend': m.audit_action_assessment_extend,
  'assessment.phase': m.audit_action_assessment_phase,
  'assignment.change': m.audit_action_assignment_change,
  'assignment.fill': m.audit_action_assignment_fill,
  'demonstration.load': m.audit_action_demonstration_load,
  'demonstration.remove': m.audit_action_demonstration_remove,
  'evidence.add': m.audit_action_evidence_add,
  'evidence.remove': m.audit_action_evidence_remove,
  'indicator-system.create': m.audit_action_indicator_system_create,
  'indicator-system.delete': m.audit_action_indicator_system_delete,
  'indicator-system.draft': m.audit_action_indicator_system_draft,
  'indicator-system.edit': m.audit_action_indicator_system_edit,
  'indicator-system.freeze': m.audit_action_indicator_system_freeze,
  'indicator-system.import': m.audit_action_indicator_system_import,
  'password.change': m.audit_action_password_change,
  'publication.create': m.audit_action_publication_create,
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
