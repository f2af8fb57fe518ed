import type { CheckCode, CheckSeverity } from '@gongping/contracts';
import type { LocalText } from '@gongping/scoring';
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../http/canonical-json.ts';
import type { CheckedLeaf, CheckedUnit } from './check-facts.ts';

/** What a check has found, before it is known whether it was let stand. */
export interface FoundFinding {
  readonly check: CheckCode;
  readonly severity: CheckSeverity;
  readonly subject: string;
  readonly unit: CheckedUnit | null;
  readonly indicator: Pick<CheckedLeaf, 'code' | 'name'> | null;
  readonly sentence: LocalText;
}

export interface About {
  readonly unit?: CheckedUnit;
  readonly leaf?: CheckedLeaf;
}

/** Characters of the fingerprint: 64 bits tell the states of one cell apart. */
const fingerprintLength = 16;

/**
 * A finding about a cell, a unit or a leaf.
 *
 * @param because the facts that it follows from: where they change, what was accepted before no longer holds
 */
export function found(
  { check, severity }: Pick<FoundFinding, 'check' | 'severity'>,
  { unit, leaf }: About,
  { sentence, because }: { sentence: LocalText; because: unknown },
): FoundFinding {
  const place = [unit?.code, leaf?.code].filter((code) => code !== undefined).join('/');
  const fingerprint = createHash('sha256').update(canonicalJson({ because })).digest('hex');
  return {
    check,
    severity,
    subject: `${place}#${fingerprint.slice(0, fingerprintLength)}`,
    unit: unit ?? null,
    indicator: leaf ? { code: leaf.code, name: leaf.name } : null,
    sentence,
  };
}

/** The cell, unit or leaf that a subject is about, without the fingerprint: `C04/A1-2`. */
export function placeOf(subject: string): string {
  return subject.slice(0, subject.lastIndexOf('#'));
}
