import type { FormRow, LocalText, TableName } from '@gongping/annual-report';

/** Rows that stand below one heading; those of table 2 have columns of their own. */
export interface Block {
  readonly heading: LocalText | null;
  readonly columns: FormRow['columns'] | null;
  /** With their places among all rows. */
  readonly rows: readonly { readonly row: FormRow; readonly at: number }[];
}

/** The rows of a table by their headings, in the order of the form; none is named twice. */
export function blocksOf(rows: readonly FormRow[], table: TableName): Block[] {
  const starts = rows.flatMap(({ group }, at) =>
    at === 0 || group?.zh !== rows[at - 1]?.group?.zh ? [at] : [],
  );
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? rows.length;
    const own = rows.slice(start, end).map((row, i) => ({ row, at: start + i }));
    const group = own[0]?.row.group ?? null;
    // 三、本年度办理结果 goes on below its groups without being named again.
    const isNamed = rows.slice(0, start).some((row) => row.group?.zh === group?.zh && group !== null);
    return {
      heading: isNamed ? null : group,
      columns: table === 'table2' ? (own[0]?.row.columns ?? null) : null,
      rows: own,
    };
  });
}
