import { z } from 'zod';
import { code, line, localText, moment, paragraph } from './text.ts';

/** The standing checks (体检) of a round, the most serious first. */
export const checkCode = z.enum([
  'conflict-of-interest',
  'lost-without-reason',
  'na-without-reason',
  'contradictory-evidence',
  'na-not-approved',
  'full-without-evidence',
  'same-for-all',
  'copied-reasons',
  'dead-link',
]);
export type CheckCode = z.infer<typeof checkCode>;

/** A severe finding that is open keeps the results from being published; a warning does not. */
export const checkSeverity = z.enum(['severe', 'warning']);
export type CheckSeverity = z.infer<typeof checkSeverity>;

const named = z.object({ code: z.string(), name: localText });

export const finding = z.object({
  check: checkCode,
  severity: checkSeverity,
  /** What it is about and a fingerprint of what it says, so that a changed situation is another finding. */
  subject: z.string(),
  unit: named.nullable(),
  indicator: named.nullable(),
  sentence: localText,
  /** Null while it is open. */
  accepted: z.object({ reason: z.string(), by: z.string(), at: moment }).nullable(),
});
export type Finding = z.infer<typeof finding>;

/** An open finding, or an appeal that waits, which keeps the results from being published, with where it is mended. */
export const blockingFinding = finding
  .pick({ subject: true, unit: true, indicator: true, sentence: true })
  .extend({ check: z.enum([...checkCode.options, 'open-appeal']), path: z.string() });
export type BlockingFinding = z.infer<typeof blockingFinding>;

/** Where a finding is mended: where N/A is approved, at the leaf, at the leaf of all units, or where evaluators are assigned. */
export function findingPath(
  slug: string,
  { check, unit, indicator }: Pick<Finding, 'check' | 'unit' | 'indicator'>,
): string {
  const assessment = `/work/assessments/${slug}`;
  if (check === 'conflict-of-interest' && !indicator) return `${assessment}/settings/assignments`;
  if (check === 'na-not-approved') return `${assessment}/scoring/not-applicable`;
  if (unit === null) return `${assessment}/scoring/indicators/${encodeURIComponent(indicator?.code ?? '')}`;
  const leaf = indicator ? `?leaf=${encodeURIComponent(indicator.code)}` : '';
  return `${assessment}/scoring/units/${encodeURIComponent(unit.code)}${leaf}`;
}

export const checkReport = z.object({
  /** Over all findings, whatever is asked for. */
  counts: z.object({ severe: z.number().int(), warning: z.number().int(), accepted: z.number().int() }),
  checks: z.array(
    z.object({
      check: checkCode,
      open: z.number().int(),
      severe: z.number().int(),
      accepted: z.number().int(),
      /** Those that match what was asked for; `findings` are the first of them. */
      found: z.number().int(),
      findings: z.array(finding),
    }),
  ),
  /** Addresses among the evidence: how many, how many were looked at, and when last. */
  links: z.object({ total: z.number().int(), checked: z.number().int(), checkedAt: moment.nullable() }),
});
export type CheckReport = z.infer<typeof checkReport>;

export const checkQuery = z.object({
  check: checkCode.optional(),
  severity: checkSeverity.optional(),
  state: z.enum(['open', 'accepted', 'all']).default('open'),
  /** Code of a unit. */
  unit: code.optional(),
  /** Findings shown of each check. */
  limit: z.coerce.number().int().min(0).max(500).default(20),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
});

const subjects = z.array(z.string().min(1).max(300)).min(1).max(500);

/** Lets findings of one check stand, for one reason. */
export const findingAcceptance = z.object({ check: checkCode, subjects, reason: line });
/** Opens findings again that were let stand. */
export const acceptanceWithdrawal = z.object({ check: checkCode, subjects, reason: paragraph.default('') });
export const acceptanceCount = z.object({ changed: z.number().int() });

/** Looks at some of the links that were not looked at since `before`; asked again with the same moment, at the rest. */
export const linkCheck = z.object({ before: moment });
export const linkCheckAnswer = z.object({
  checked: z.number().int(),
  left: z.number().int(),
  total: z.number().int(),
});
