import { describe, expect, it } from 'vitest';
import { defaultMethod } from './method.ts';
import { resolveMethod } from './resolve-method.ts';
import { ScoringInputError } from './scoring-input-error.ts';

it('fills in every default', () => {
  expect(resolveMethod({})).toEqual(defaultMethod);
  expect(resolveMethod({ ranking: { ties: 'dense' } }).ranking).toEqual({
    within: 'kind',
    ties: 'dense',
    basis: 'unrounded',
    decimals: 2,
  });
  expect(resolveMethod({ totalCap: null, bonusCap: undefined })).toMatchObject({
    totalCap: null,
    bonusCap: 5,
  });
});

describe.each([
  ['no object', [], null],
  ['misspelt key', { notApplicabel: 'total' }, 'notApplicabel'],
  ['misspelt inner key', { ranking: { tie: 'dense' } }, 'ranking.tie'],
  ['other version', { version: 2 }, 'version'],
  ['unknown tie rule', { ranking: { ties: 'random' } }, 'ranking.ties'],
  ['coverage above 1', { minimumCoverage: 1.1 }, 'minimumCoverage'],
  ['scale 0', { scale: 0 }, 'scale'],
  ['cap as text', { totalCap: '100' }, 'totalCap'],
  ['band without minimum', { bands: [{ code: 'a', name: 'A' }] }, 'bands.0.minimum'],
  ['band that is none', { bands: [3] }, 'bands.0'],
  ['veto without band', { veto: {} }, 'veto.band'],
  ['veto to a band that is not there', { veto: { band: 'fail' } }, 'veto.band'],
  ['component weight', { components: [{ code: 's', file: 's.csv', weight: 2 }] }, 'components.0.weight'],
])('%s', (_, given, field) => {
  it('is refused where it stands', () => {
    try {
      resolveMethod(given);
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof ScoringInputError)) throw error;
      expect(error.problems[0]?.at).toMatchObject({ table: 'method', field });
    }
  });
});
