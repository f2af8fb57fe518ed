import { expect, it } from 'vitest';
import { filterQuery, readAuditFilter } from './filter.ts';

const read = (query: string) => filterQuery(readAuditFilter(new URLSearchParams(query)));

it('takes from the address what narrows the log, and nothing else', () => {
  expect(read('by=+李明+&action=score.write&subject=C04/A1-2&from=2020-10-01&to=&before=9')).toEqual({
    by: '李明',
    action: 'score.write',
    subject: 'C04/A1-2',
    from: '2020-10-01',
  });
});

it('leaves out what is no day', () => {
  expect(read('from=yesterday&to=2020-13-01')).toEqual({});
});
