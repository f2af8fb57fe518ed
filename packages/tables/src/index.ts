export { csvFiles } from './csv-files.ts';
export type { Grid, GridRow } from './grid.ts';
export { readTables } from './read-tables.ts';
export { readWorkbook } from './read-workbook.ts';
export type { Column, ReadTable, Table, TableRow, TableShape } from './table.ts';
export { TableProblems } from './table-problems.ts';
export { describeTableProblem, TablesError } from './tables-error.ts';
export type { TableProblem } from './tables-error.ts';
export { xlsxWorkbook } from './xlsx-workbook.ts';
