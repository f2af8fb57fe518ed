import { phase } from '@gongping/contracts';
import { stateWord } from '#lib/feedback/state-word.ts';
import { formatDateTime } from '#lib/format/date.ts';
import { formatScore } from '#lib/format/number.ts';
import { phaseWord } from '#lib/frame/assessment-line.ts';
import { roleWord } from '#lib/frame/role-word.ts';
import { m } from '#lib/paraglide/messages.js';
import type { FieldChange, Scalar } from './changes.ts';

const fields: Readonly<Record<string, () => string>> = {
  state: m.audit_field_state,
  marks: m.audit_field_marks,
  reason: m.audit_field_reason,
  input: m.audit_field_input,
  title: m.audit_field_title,
  year: m.settings_year,
  phase: m.audit_field_phase,
  unscored: m.audit_field_unscored,
  displayName: m.audit_field_displayName,
  username: m.audit_field_username,
  grants: m.audit_field_grants,
  role: m.audit_field_role,
  disabled: m.audit_field_disabled,
  active: m.audit_field_active,
  expiresAt: m.audit_field_expiresAt,
  version: m.audit_field_version,
  sha256: m.audit_field_sha256,
  units: m.audit_field_units,
  unitIds: m.audit_field_units,
  accounts: m.audit_field_accounts,
  assessments: m.audit_field_assessments,
  indicators: m.audit_field_indicators,
  code: m.audit_field_code,
  kind: m.audit_field_kind,
  url: m.audit_field_url,
  filename: m.audit_field_filename,
  capturedAt: m.audit_field_capturedAt,
  opensAt: m.audit_field_opensAt,
  closesAt: m.audit_field_closesAt,
  name: m.audit_field_name,
  category: m.audit_field_category,
  retired: m.audit_field_retired,
  hasEmail: m.audit_field_hasEmail,
  mailLanguage: m.audit_field_mailLanguage,
  leaves: m.audit_field_leaves,
  incomplete: m.audit_field_incomplete,
  submitted: m.audit_field_submitted,
  handedIn: m.audit_field_handedIn,
  lastDay: m.audit_field_lastDay,
  end: m.audit_field_end,
  links: m.audit_field_links,
  outcome: m.audit_field_outcome,
  references: m.audit_field_references,
  holds: m.audit_field_holds,
  closed: m.audit_field_closed,
  note: m.audit_field_note,
  total: m.audit_field_total,
  band: m.audit_field_band,
  rank: m.audit_field_rank,
  statement: m.audit_field_statement,
  request: m.audit_field_request,
  dueOn: m.audit_field_dueOn,
  answer: m.audit_field_answer,
  cases: m.audit_field_cases,
  people: m.audit_field_people,
  text: m.audit_field_text,
  subject: m.audit_field_subject,
  body: m.audit_field_body,
  from: m.audit_field_from,
  frozen: m.audit_field_frozen,
  check: m.audit_field_check,
  seed: m.audit_field_seed,
  day: m.audit_field_day,
  working: m.audit_field_working,
  source: m.audit_field_source,
  channel: m.audit_field_channel,
  procedure: m.audit_field_procedure,
  family: m.audit_field_family,
  slot: m.audit_field_slot,
  socialWeight: m.settings_social_weight,
  bonusCap: m.settings_bonus_cap,
  totalCap: m.settings_total_cap,
  vetoBand: m.settings_veto_band,
  minimumSample: m.settings_minimum_sample,
  phaseDates: m.settings_group_dates,
  bands: m.settings_group_bands,
  excludedIndicators: m.settings_group_indicators,
};

const states: Readonly<Record<string, () => string>> = {
  unscored: m.audit_state_unscored,
  scored: m.audit_state_scored,
  not_applicable: m.audit_state_not_applicable,
};

const outcomes: Readonly<Record<string, () => string>> = stateWord;

/** The name of a changed field; what is below it (`phaseDates.plan.end`) follows as written in the log. */
export function fieldWord(path: string): string {
  const [first = '', ...rest] = path.replace('#', '').split('.');
  if (first === '') return m.audit_field_cells();
  const word = fields[first]?.() ?? first;
  return rest.length === 0 ? word : `${word} ${rest.join('.')}`;
}

/** A value of a changed field in words. */
export function valueWord({ path }: Pick<FieldChange, 'path'>, value: Scalar | null): string {
  if (value === null) return m.audit_nothing();
  if (typeof value === 'boolean') return value ? m.audit_yes() : m.audit_no();
  if (path.endsWith('#')) return m.audit_items({ count: Number(value) });
  if (typeof value === 'number') return String(value);
  if (path === 'state') return states[value]?.() ?? value;
  if (path === 'phase') {
    const known = phase.options.find((each) => each === value);
    return known ? phaseWord(known) : value;
  }
  if (path === 'marks') return formatScore(Number(value));
  if (path === 'role') return roleWord(value);
  if (path === 'outcome') return outcomes[value]?.() ?? value;
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? formatDateTime(value) : value;
}
