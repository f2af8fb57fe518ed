import type { CheckFacts } from './check-facts.ts';
import { found, type FoundFinding } from './finding.ts';
import * as sentences from './finding-sentences.ts';

/** Links of the evidence that did not answer when they were looked at last. */
export function linkFindings({ cells, links }: CheckFacts): FoundFinding[] {
  return cells.flatMap((cell) => {
    const urls = new Set(cell.evidence.flatMap(({ url }) => url ?? []));
    return [...urls].flatMap((url) => {
      const link = links.get(url);
      if (!link || link.state === 'ok') return [];
      const sentence = sentences.deadLink(url, link);
      const because = { url, state: link.state, status: link.status };
      return [found({ check: 'dead-link', severity: 'warning' }, cell, { sentence, because })];
    });
  });
}
