import { fillText } from '@gongping/annual-report';
import type { ReportPassage } from '@gongping/contracts';
import type { Snapshot } from '../publications/snapshot.ts';
import { longDay } from './figures.ts';
import { passageOf, snapshotFigures } from './snapshot-figures.ts';

/** First digits of the hash: enough to find the publication by, short enough to print. */
const shortHash = 12;

/**
 * The passage on the results of assessment and social appraisal for section 一 of the city's annual report on open
 * government. Every figure is of the snapshot; what the platform does not know (accountability, rectification) is
 * left to the report's authors.
 */
export function reportPassageOf(snapshot: Snapshot, sha256: string): ReportPassage {
  const { facts, version } = snapshot;
  const figures = snapshotFigures(snapshot);
  const { tables, values } = figures;
  return {
    year: facts.year,
    version,
    sha256,
    demonstration: facts.demonstration,
    heading: '（五）监督保障',
    paragraphs: passageOf(figures).map((text) => fillText(text, (key) => values[key] ?? null)),
    tables: tables.map(({ caption, columns, rows }) => ({
      caption,
      columns: [...columns],
      rows: rows.map((cells) => [...cells]),
    })),
    source: sourceOf(snapshot, sha256),
  };
}

/** Where figures come from, in words that are printed. */
export function sourceOf({ facts, version, publishedAt }: Snapshot, sha256: string): string {
  return `数据来源：${facts.title}，第${version}版，${longDay(publishedAt)}公布，校验码${sha256.slice(0, shortHash)}。`;
}
