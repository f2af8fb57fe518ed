import { cellLabel } from './cells.ts';
import type { AnnualReport, CellPlace, LocalText } from './report.ts';

/** So many cells are named in a sentence; the others are counted. */
const NAMED = 3;

/** Names of cells as part of a sentence. */
export const nameCells = (report: AnnualReport, cells: readonly CellPlace[]): LocalText => {
  const labels = cells.slice(0, NAMED).map((cell) => cellLabel(report, cell));
  const more = cells.length - labels.length;
  return {
    zh: `${labels.map(({ zh }) => zh).join('、')}${more > 0 ? `等 ${cells.length} 格` : ''}`,
    en: `${labels.map(({ en }) => en).join('; ')}${more > 0 ? ` and ${more} more` : ''}`,
  };
};
