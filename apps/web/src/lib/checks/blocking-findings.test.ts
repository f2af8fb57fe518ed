import type { BlockingFinding } from '@gongping/contracts';
import { expect, it } from 'vitest';
import { findingsOfRefusal } from './blocking-findings.ts';

const finding: BlockingFinding = {
  check: 'lost-without-reason',
  subject: 'C01/A1-1#0123456789abcdef',
  unit: { code: 'C01', name: { zh: 'C01', en: 'C01' } },
  indicator: null,
  sentence: { zh: 'x', en: 'x' },
  path: '/work/assessments/2020/scoring/units/C01',
};

it('a refusal gives its findings, and none where it is about something else or is no problem document', () => {
  expect(findingsOfRefusal(JSON.stringify({ code: 'open-findings', findings: [finding] }))).toEqual([
    finding,
  ]);
  expect(findingsOfRefusal(JSON.stringify({ code: 'wrong-phase' }))).toEqual([]);
  expect(findingsOfRefusal(JSON.stringify({ findings: [{ check: 'else' }] }))).toEqual([]);
  expect(findingsOfRefusal('<html>')).toEqual([]);
});
