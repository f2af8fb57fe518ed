import type { RankedUnit } from '@gongping/contracts';
import { describe, expect, it } from 'vitest';
import { leafShares, method, rankedUnit } from './fixtures.ts';
import { rankingFacts } from './ranking-facts.ts';
import { rankingSentence } from './ranking-sentence.ts';

const inWords = {
  ...method,
  bands: [
    { code: 'excellent', name: { zh: '优秀', en: 'Excellent' }, minimum: 90 },
    { code: 'good', name: { zh: '良好', en: 'Good' }, minimum: 80 },
  ],
};
const before = (rank: number | null) => ({ year: 2019, rank, total: 80 });
const units = [
  rankedUnit({
    code: 'C04',
    name: { zh: '天元区', en: 'Tianyuan District' },
    rank: 1,
    total: 93.5446,
    band: 'excellent',
    previous: before(1),
  }),
  rankedUnit({
    code: 'C06',
    name: { zh: '攸县', en: 'You County' },
    rank: 2,
    total: 86.04,
    band: 'good',
    previous: before(4),
  }),
  rankedUnit({
    code: 'C05',
    name: { zh: '渌口区', en: 'Lukou District' },
    rank: 3,
    total: 81,
    band: 'good',
    previous: before(2),
  }),
  rankedUnit({ code: 'C10', rank: 4, total: 79.995, band: 'good' }),
];
const leaves = [
  {
    ...leafShares('A1-4', { C04: 0.5, C06: 0.5, C05: 0.5, C10: 0.58 }),
    name: { zh: '标准目录落实率', en: 'Catalogue items published' },
  },
];
const say = (locale: 'zh-CN' | 'en', some: readonly RankedUnit[] = units) =>
  rankingSentence({ method: inWords, leaves }, { units: some, kind: 'county', locale });

describe('rankingSentence', () => {
  it('says who is first, how the bands fill, who moved most and what is weakest', () => {
    expect(say('zh-CN')).toBe(
      '4 个县市区中，天元区以 93.54 分居首；优秀 1 个、良好 3 个；攸县上升最多，进 2 位；渌口区下降最多，退 1 位；最薄弱的指标是“标准目录落实率”，平均得分率 52%。',
    );
  });

  it('says the same in English', () => {
    expect(say('en')).toBe(
      'Of 4 counties, Tianyuan District comes first with 93.54; 1 Excellent, 3 Good; You County rose most (up 2); Lukou District fell most (down 1); the weakest indicator is “Catalogue items published”, at 52% of full marks on average.',
    );
  });

  it('names everyone on a shared first rank', () => {
    const tied = units.slice(0, 2).map((unit) => ({ ...unit, rank: 1, total: 90, previous: null }));
    expect(say('zh-CN', tied)).toContain('2 个县市区中，天元区和攸县以 90.00 分并列第一');
    expect(say('en', tied)).toContain('Tianyuan District and You County share first place with 90.00');
  });

  it('says so where nobody has a rank', () => {
    expect(say('zh-CN', [rankedUnit({ code: 'C01' })])).toBe('还没有可以排名的得分。');
    expect(say('en', [])).toBe('No score can be ranked yet.');
  });
});

it('takes a unit without a rank last year for unmoved', () => {
  const facts = rankingFacts({ method, leaves: [] }, [{ ...units[0], previous: before(null) } as RankedUnit]);
  expect(facts).toMatchObject({ risen: null, fallen: null, weakest: null });
});
