import type { FigureSource } from '@gongping/annual-report';
import type { ReportFigure } from '@gongping/contracts';
import { passageOf, snapshotFigures, type SnapshotFigures } from '../annual-reports/snapshot-figures.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { findNewestOfYear } from '../publications/publication.service.ts';

/** What the newest publication of a year says. */
export interface YearFigures {
  /** Null while nothing of the year is published. */
  readonly source: (FigureSource & { readonly title: string; readonly publishedAt: string }) | null;
  readonly figures: readonly ReportFigure[];
  readonly values: Readonly<Record<string, string>>;
  readonly passage: string;
  readonly tables: SnapshotFigures['tables'];
}

const none: YearFigures = { source: null, figures: [], values: {}, passage: '', tables: [] };
const heading = '（五）监督保障';

/** The figures of the newest publication of a year, whichever of its rounds it is of. */
export async function yearFigures(
  deps: Pick<Dependencies, 'db' | 'memory'>,
  year: number,
): Promise<YearFigures> {
  const newest = await findNewestOfYear(deps, year);
  if (!newest) return none;
  const { slug, version, sha256, snapshot } = newest;
  const known = snapshotFigures(snapshot);
  const { figures, values, tables } = known;
  const { publishedAt, facts } = snapshot;
  return {
    source: { slug, version, sha256, title: facts.title, publishedAt },
    figures,
    values,
    passage: [heading, ...passageOf(known)].join('\n'),
    tables,
  };
}
