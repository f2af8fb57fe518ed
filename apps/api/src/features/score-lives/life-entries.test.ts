import { expect, it } from 'vitest';
import { lifeEntries } from './life-entries.ts';

let minute = 0;
const row = (action: string, changes: Partial<Parameters<typeof lifeEntries>[0][number]> = {}) => {
  minute += 1;
  const subject = action.startsWith('score') ? 'score C01/A1' : 'other';
  return {
    at: new Date(Date.UTC(2020, 9, 12, 2, minute)),
    actorName: '甲',
    action,
    subject,
    before: null,
    after: null,
    reason: '',
    requestId: `r${minute}`,
    ...changes,
  };
};
const value = (marks: string, reason = '') => ({ state: 'scored', marks, input: {}, reason });

it('tells a life from the claim to the publication', () => {
  const rows = [
    row('claim.write', { after: value('4') }),
    row('rating.write', { subject: 'rating C01/A1 1', after: value('3') }),
    row('rating.write', { subject: 'rating C01/A1 2', after: value('1', '缺两项') }),
    row('arbitration.open'),
    row('score.rule', { after: value('2', '缺一项') }),
    row('arbitration.rule', { after: { state: 'scored', marks: '2' }, reason: '核对原件' }),
    row('appeal.submit', { after: { statement: '已补', marks: '2' } }),
    row('score.write', { before: value('2', '缺一项'), after: value('4'), requestId: 'x' }),
    row('appeal.rule', { after: { outcome: 'upheld' }, reason: '属实', requestId: 'x' }),
    row('assessment.phase', { after: { phase: 'final' } }),
    row('publication.create'),
  ];
  expect(lifeEntries(rows).map(({ stage, to, note }) => [stage, to?.marks ?? null, note])).toEqual([
    ['claim', '4', ''],
    ['first', '3', ''],
    ['second', '1', ''],
    ['arbitration-opened', null, ''],
    ['arbitration', '2', ''],
    ['arbitration-ruled', null, '核对原件'],
    ['appeal-submitted', null, '已补'],
    ['appeal', '4', ''],
    ['appeal-ruled', null, '属实'],
    ['final', '4', ''],
    ['published', '4', ''],
  ]);
});

it('leaves out what tells nothing of a score', () => {
  const rows = [
    row('assessment.phase', { after: { phase: 'scoring' } }),
    row('evidence.add', { after: { title: 'x' } }),
    row('score.write', { after: { something: 'else' } }),
  ];
  expect(lifeEntries(rows)).toEqual([]);
});

it('a first score comes from nothing, a later one from the one before', () => {
  const rows = [
    row('score.write', { after: value('4') }),
    row('score.write', { before: value('4'), after: value('2', '迟报') }),
  ];
  expect(lifeEntries(rows)).toMatchObject([
    { stage: 'score', by: '甲', from: null, to: { marks: '4' } },
    { stage: 'score', from: { marks: '4' }, to: { marks: '2', reason: '迟报' } },
  ]);
});
