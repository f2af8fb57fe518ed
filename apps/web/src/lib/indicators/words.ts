import type { UnitKind } from '@gongping/contracts';
import { m } from '#lib/paraglide/messages.js';

const columns: Readonly<Record<string, () => string>> = {
  code: m.indicators_column_code,
  title: m.indicators_column_title,
  title_en: m.indicators_column_title_en,
  document_number: m.indicators_column_document_number,
  notice_title: m.indicators_column_notice_title,
  issuer: m.indicators_column_issuer,
  date: m.indicators_column_date,
  preamble: m.indicators_column_preamble,
  name: m.indicators_column_name,
  name_en: m.indicators_column_name_en,
  role: m.indicators_column_role,
  applies_to: m.indicators_column_applies_to,
  marks_county: m.indicators_column_marks_county,
  marks_department: m.indicators_column_marks_department,
  method: m.indicators_column_method,
  numerator: m.indicators_column_numerator,
  numerator_en: m.indicators_column_numerator_en,
  denominator: m.indicators_column_denominator,
  denominator_en: m.indicators_column_denominator_en,
  denominator_kind: m.indicators_column_denominator_kind,
  denominator_value: m.indicators_column_denominator_value,
  zero_when: m.indicators_column_zero_when,
  zero_when_en: m.indicators_column_zero_when_en,
  rule_text: m.indicators_column_rule_text,
  evidence_wanted: m.indicators_column_evidence_wanted,
  na_condition: m.indicators_column_na_condition,
  clauses: m.indicators_column_clauses,
  quote: m.indicators_column_quote,
  legal_basis: m.indicators_column_legal_basis,
  label: m.indicators_column_label,
  label_en: m.indicators_column_label_en,
  value: m.indicators_column_value,
  maximum: m.indicators_column_maximum,
  per: m.indicators_column_per,
  every: m.indicators_column_every,
  days: m.indicators_column_days,
  section: m.indicators_column_section,
  text: m.indicators_column_text,
  text_en: m.indicators_column_text_en,
  leads: m.indicators_column_leads,
};

/** What a column of the tables is called. */
export function columnWord(column: string): string {
  return columns[column]?.() ?? column;
}

export function kindWord(kind: UnitKind): string {
  return kind === 'county' ? m.indicators_kind_county() : m.indicators_kind_department();
}
