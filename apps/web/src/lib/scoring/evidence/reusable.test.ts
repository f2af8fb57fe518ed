import type { Evidence } from '@gongping/contracts';
import { expect, it } from 'vitest';
import { aScore } from '../fixtures.ts';
import { reusablePieces } from './reusable.ts';

const piece = (id: string, sha256: string | null, url: string | null = null): Evidence => ({
  ...{ id, sha256, url, kind: sha256 ? 'file' : 'link', title: id, filename: null, mediaType: null },
  ...{ size: null, live: null, capturedAt: '', addedAt: '', addedBy: '' },
});

it('offers each piece of the other leaves once, and nothing that the leaf has already', () => {
  const scores = [
    aScore({ indicator: 'A1-1', evidence: [piece('1', 'a'), piece('2', null, 'https://a.cn')] }),
    aScore({ indicator: 'A1-2', evidence: [piece('3', 'a'), piece('4', 'b')] }),
    aScore({ indicator: 'A1-3', evidence: [piece('5', 'b')] }),
  ];
  const offered = reusablePieces(scores, 'A1-3').map(({ item, codes }) => [item.id, codes]);
  expect(offered).toEqual([
    ['1', ['A1-1', 'A1-2']],
    ['2', ['A1-1']],
  ]);
});
