import { blanksAmong, sumAt } from './cells.ts';
import { finding } from './finding.ts';
import type { Finding } from './finding.ts';
import { identitiesOf } from './identities.ts';
import type { Identity } from './identities.ts';
import { nameCells } from './name-cells.ts';
import type { AnnualReport } from './report.ts';

const brokenCode = {
  H1: 'balance-broken',
  H2: 'results-broken',
  H3: 'applicants-broken',
  H4: 'outcomes-broken',
} as const;

const checkIdentity = (report: AnnualReport, identity: Identity): Finding => {
  const { check, where, left, right, of } = identity;
  const expected = sumAt(report, left);
  const actual = sumAt(report, right);
  const cells = [...left, ...right];
  if (expected === null || actual === null) {
    const blanks = blanksAmong(report, cells);
    const params = { cells: nameCells(report, blanks) };
    return finding(check, 'undecidable', {
      where,
      cells: blanks,
      expected,
      actual,
      code: 'blank-cells',
      params,
    });
  }
  const common = { where, cells, expected, actual };
  return expected === actual
    ? finding(check, 'pass', { ...common, code: 'holds', params: { value: actual } })
    : finding(check, 'fail', { ...common, code: brokenCode[check], params: { of, expected, actual } });
};

/** H1 to H4: what adds up by the form. A blank cell leaves its equations undecided. */
export const checkIdentities = (report: AnnualReport): readonly Finding[] =>
  identitiesOf(report.form).map((identity) => checkIdentity(report, identity));
