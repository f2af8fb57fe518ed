import type { HandInBoard } from '@gongping/contracts';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { hasRole } from '../../http/actor.ts';
import { openSheets } from '../score-sheets/sheets.access.ts';
import { listCases } from './case.repository.ts';
import { familiesOf, requireTwoRaters } from './rated-families.ts';
import { handInsByFamily, keyOfCell, leafKey } from './rating-views.ts';
import { standOfFamily } from './read-rating-sheet.ts';

/**
 * Who has handed in what, for organisers and reviewers: in a fixed number of queries.
 * @throws ProblemError `not-found`, `forbidden`
 */
export async function readHandInBoard(
  { db }: Dependencies,
  actor: Actor,
  { slug }: { slug: string },
): Promise<HandInBoard> {
  const sheets = await openSheets(db, actor, slug);
  const { assessment, frame } = sheets;
  if (!hasRole(actor, ['organiser', 'reviewer'], assessment.id)) throw new ProblemError('forbidden');
  requireTwoRaters(sheets);
  const handIns = await handInsByFamily(db, assessment.id);
  const cases = await listCases(db, assessment.id);
  const open = new Set(cases.filter(({ ruledAt }) => ruledAt === null).map(leafKey));
  return {
    units: frame.units.map(({ id, code, nameZh, nameEn }) => ({
      id,
      code,
      name: { zh: nameZh, en: nameEn },
    })),
    families: frame.families.map(({ code, name }) => ({ code, name })),
    cells: frame.units.flatMap((unit) =>
      [...familiesOf(sheets, unit)].map(([family, cells]) => {
        const { both, handIns: each } = standOfFamily(sheets, cells, handIns);
        const openCases = cells.filter((cell) => open.has(keyOfCell(cell))).length;
        return { unitId: unit.id, family, both, handIns: each, openCases };
      }),
    ),
  };
}
