import type { AssignmentMatrix } from '@gongping/contracts';

type Cell = AssignmentMatrix['cells'][number];
type Unit = AssignmentMatrix['units'][number];

export interface MatrixRow {
  readonly unit: Unit;
  /** In the order of the families; null where nothing of a family applies to the unit. */
  readonly cells: readonly (Cell | null)[];
  /** The same for the second of two blind raters; empty where the round is scored once. */
  readonly second: readonly (Cell | null)[];
  readonly leaves: number;
  /** The one evaluator of the whole row, '' where nobody has any of it, null where it is shared or only begun. */
  readonly evaluatorId: string | null;
  readonly secondId: string | null;
}

/** The matrix unit by unit. */
export function matrixRows({ units, families, cells }: AssignmentMatrix): MatrixRow[] {
  const byKey = new Map(cells.map((cell) => [cellName(cell), cell]));
  const twice = cells.some(({ slot }) => slot === 2);
  return units.map((unit) => {
    const rowOf = (slot: Cell['slot']) =>
      families.map(({ code }) => byKey.get(cellName({ unitId: unit.id, family: code, slot })) ?? null);
    const [row, second] = [rowOf(1), twice ? rowOf(2) : []];
    return {
      unit,
      cells: row,
      second,
      leaves: row.reduce((sum, cell) => sum + (cell?.leaves ?? 0), 0),
      evaluatorId: onePerson(row),
      secondId: onePerson(second),
    };
  });
}

function onePerson(row: readonly (Cell | null)[]): string | null {
  const people = new Set(row.flatMap((cell) => (cell === null ? [] : (cell.evaluatorId ?? ''))));
  return people.size === 1 ? ([...people][0] ?? null) : null;
}

export function hasUnassigned({ cells, second }: MatrixRow): boolean {
  return [...cells, ...second].some((cell) => cell?.evaluatorId === null);
}

/** Name of a cell's field in the form; ids hold no dot. */
export function cellName({ unitId, family, slot }: Pick<Cell, 'unitId' | 'family' | 'slot'>): string {
  return `cell.${unitId}.${family}${slotName(slot)}`;
}

/** Name of a row's field in the form: it sets all its cells. */
export function rowName(unitId: string, slot: Cell['slot']): string {
  return `row.${unitId}${slotName(slot)}`;
}

function slotName(slot: Cell['slot']): string {
  return slot === 1 ? '' : `.${slot}`;
}

export interface CellChange {
  readonly unitId: string;
  readonly family: string;
  readonly slot: Cell['slot'];
  readonly evaluatorId: string | null;
}

/** The cells of a sent form that differ from the matrix; a row's field (`row.<unit>`) sets all its cells. */
export function changedCells(matrix: AssignmentMatrix, form: FormData): CellChange[] {
  return matrix.cells.flatMap(({ unitId, family, slot, evaluatorId }) => {
    const sent = form.get(cellName({ unitId, family, slot })) ?? form.get(rowName(unitId, slot));
    if (typeof sent !== 'string' || sent === mixed) return [];
    const wanted = sent === '' ? null : sent;
    return wanted === evaluatorId ? [] : [{ unitId, family, slot, evaluatorId: wanted }];
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
