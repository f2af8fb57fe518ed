import { evaluateRule } from '@gongping/scoring';
import { describe, expect, test } from 'vitest';
import { demonstration2019, demonstration2020, template } from './sample.fixture.ts';
import type { Demonstration, DemonstrationScore, ScoredLeaf } from './types.ts';

const leaves = new Map(template.system.indicators.map((leaf) => [leaf.code, leaf]));
const units = new Map(template.units.map((unit) => [unit.code, unit]));
const both = [...demonstration2019.scores, ...demonstration2020.scores];
const scored = both.filter((score): score is ScoredLeaf => score.state === 'scored');

/** Role, full marks and outcome of a scored leaf, by the engine. */
function outcomeOf({ unitCode, indicatorCode, input }: ScoredLeaf) {
  const leaf = leaves.get(indicatorCode);
  const unit = units.get(unitCode);
  if (!leaf?.rule || unit === undefined) throw new Error(`${unitCode} ${indicatorCode} is unknown`);
  const marks = leaf.marks[unit.kind] ?? 0;
  return { leaf, marks, outcome: evaluateRule(leaf.rule, input, marks) };
}

/** Rescaled third-party score of each unit, without bonus. */
function totals({ scores }: Demonstration): Map<string, number> {
  const sums = new Map<string, { earned: number; full: number }>();
  for (const score of scores) {
    if (score.state !== 'scored') continue;
    const { leaf, marks, outcome } = outcomeOf(score);
    if (leaf.role !== 'score' || !outcome.ok) continue;
    const sum = sums.get(score.unitCode) ?? { earned: 0, full: 0 };
    sums.set(score.unitCode, { earned: sum.earned + outcome.marks, full: sum.full + marks });
  }
  return new Map([...sums].map(([unit, { earned, full }]) => [unit, (earned / full) * 100]));
}

describe('scores', () => {
  test('cover every unit and applicable leaf once', () => {
    const expected = template.units.flatMap(({ code, kind }) =>
      template.system.indicators
        .filter(({ role, rule, marks }) => role === 'score' && rule !== null && marks[kind] !== null)
        .map((leaf) => `${code} ${leaf.code}`),
    );
    const isBonus = ({ indicatorCode }: DemonstrationScore): boolean =>
      leaves.get(indicatorCode)?.role === 'bonus';
    const found = demonstration2020.scores.filter((score) => !isBonus(score));
    expect(found.map(({ unitCode, indicatorCode }) => `${unitCode} ${indicatorCode}`)).toEqual(expected);
    expect(expected).toHaveLength(10 * 49 + 27 * 29);
    expect(demonstration2020.scores.filter(isBonus)).toHaveLength(6);
  });

  test('are inputs that the engine accepts', () => {
    const refused = scored.filter((score) => !outcomeOf(score).outcome.ok);
    expect(refused).toEqual([]);
  });

  test('say why wherever marks are lost, in full sentences, and only there', () => {
    for (const score of scored) {
      const { leaf, outcome } = outcomeOf(score);
      const explained = outcome.ok && (outcome.lost > 0 || leaf.role === 'bonus');
      expect(score.reason !== null, `${score.unitCode} ${score.indicatorCode}`).toBe(explained);
      if (score.reason !== null) expect(score.reason).toMatch(/^[^{}]{8,}。$/);
      if ('deductions' in score.input) {
        for (const { reason } of score.input.deductions) expect(reason).toMatch(/^[^{}]{8,}。$/);
      }
    }
  });

  test('do not repeat one sentence for everything', () => {
    const reasons = scored.flatMap(({ reason }) => (reason === null ? [] : [reason]));
    expect(new Set(reasons).size).toBeGreaterThan(reasons.length / 2);
  });

  test('carry evidence on a reserved domain, captured in the year', () => {
    for (const { unitCode, evidence } of demonstration2020.scores.filter(
      (score) => score.state === 'scored',
    )) {
      expect(evidence.length).toBeGreaterThan(0);
      for (const { title, url, capturedAt } of evidence) {
        expect(title).toMatch(/^[^{}]+$/);
        expect(title.startsWith(units.get(unitCode)?.name.zh ?? '-')).toBe(true);
        expect(url).toMatch(/^https:\/\/demo\.example\/2020\//);
        expect(capturedAt).toMatch(/^2020-1[12]-\d\dT0\d:\d\d:\d\d\.\d{3}Z$/);
      }
    }
  });

  test('declare not applicable only what has a condition, the annual report where none is due', () => {
    const exempt = both.flatMap((score) => (score.state === 'not_applicable' ? [score] : []));
    for (const { indicatorCode, naReason } of exempt) {
      expect(leaves.get(indicatorCode)?.naCondition).not.toBeNull();
      expect(naReason).toMatch(/^[^{}]{8,}。$/);
    }
    const withoutReport = exempt.filter(
      ({ unitCode, indicatorCode }) => unitCode === 'D23' && indicatorCode.startsWith('B'),
    );
    expect(withoutReport).toHaveLength(2 * 7);
    expect(
      exempt.filter(({ indicatorCode }) => indicatorCode === 'B1-1').map(({ unitCode }) => unitCode),
    ).toEqual(['D23', 'D24', 'D25', 'D23', 'D24', 'D25']);
  });
});

describe('totals', () => {
  const now = totals(demonstration2020);
  const before = totals(demonstration2019);
  const of = (kind: string): number[] =>
    template.units.filter((unit) => unit.kind === kind).map(({ code }) => now.get(code) ?? 0);

  test('spread as a real assessment does', () => {
    const [counties, departments] = [of('county'), of('department')];
    expect(Math.min(...counties)).toBeGreaterThan(77);
    expect(Math.max(...counties)).toBeLessThan(94);
    expect(Math.min(...departments)).toBeGreaterThanOrEqual(60);
    expect(Math.min(...departments)).toBeLessThan(65);
    expect(Math.max(...departments)).toBeGreaterThan(92);
    expect(Math.max(...departments)).toBeLessThan(95);
  });

  test('tie exactly at one place', () => {
    expect(now.get('D23')).toBe(now.get('D24'));
    expect(new Set(now.values()).size).toBe(36);
  });

  test('improve on the year before for most, not for all', () => {
    const worse = [...now].filter(([unit, total]) => total < (before.get(unit) ?? 0));
    expect(worse.length).toBeGreaterThanOrEqual(3);
    expect(worse.length).toBeLessThanOrEqual(8);
  });
});
