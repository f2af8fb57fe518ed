import type { AssignmentMatrix } from '@gongping/contracts';

type Cell = AssignmentMatrix['cells'][number];
type Unit = AssignmentMatrix['units'][number];

export interface MatrixRow {
  readonly unit: Unit;
  /** In the order of the families; null where nothing of a family applies to the unit. */
  readonly cells: readonly (Cell | null)[];
  readonly leaves: number;
  /** The one evaluator of the whole row, '' where nobody has any of it, null where it is shared or only begun. */
  readonly evaluatorId: string | null;
}

/** The matrix unit by unit. */
export function matrixRows({ units, families, cells }: AssignmentMatrix): MatrixRow[] {
  const byKey = new Map(cells.map((cell) => [cellName(cell), cell]));
  return units.map((unit) => {
    const row = families.map(({ code }) => byKey.get(cellName({ unitId: unit.id, family: code })) ?? null);
    const there = row.filter((cell) => cell !== null);
    const people = [...new Set(there.map(({ evaluatorId }) => evaluatorId ?? ''))];
    return {
      unit,
      cells: row,
      leaves: there.reduce((sum, { leaves }) => sum + leaves, 0),
      evaluatorId: people.length === 1 ? (people[0] ?? null) : null,
    };
  });
}

export function hasUnassigned({ cells }: MatrixRow): boolean {
  return cells.some((cell) => cell?.evaluatorId === null);
}

/** Name of a cell's field in the form; ids hold no dot. */
export function cellName({ unitId, family }: Pick<Cell, 'unitId' | 'family'>): string {
  return `cell.${unitId}.${family}`;
}

export interface CellChange {
  readonly unitId: string;
  readonly family: string;
  readonly evaluatorId: string | null;
}

/** The cells of a sent form that differ from the matrix; a row's field (`row.<unit>`) sets all its cells. */
export function changedCells(matrix: AssignmentMatrix, form: FormData): CellChange[] {
  return matrix.cells.flatMap(({ unitId, family, evaluatorId }) => {
    const sent = form.get(cellName({ unitId, family })) ?? form.get(`row.${unitId}`);
    if (typeof sent !== 'string' || sent === mixed) return [];
    const wanted = sent === '' ? null : sent;
    return wanted === evaluatorId ? [] : [{ unitId, family, evaluatorId: wanted }];
  });
}

/** Stands in a row's field for "several people": leaves the row as it is. */
export const mixed = '*';

/** What filling would do, in numbers. */
export function fillNumbers({ cells, evaluators }: AssignmentMatrix) {
  const empty = cells.filter(({ evaluatorId }) => evaluatorId === null);
  const leaves = (some: readonly Cell[]) => some.reduce((sum, cell) => sum + cell.leaves, 0);
  return {
    evaluators: evaluators.length,
    empty: { cells: empty.length, leaves: leaves(empty) },
    all: { cells: cells.length, leaves: leaves(cells), assigned: cells.length - empty.length },
  };
}
