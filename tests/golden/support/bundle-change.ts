/** File → content, null where it is absent. */
export type BundleChange = Readonly<Record<string, string | Uint8Array | null>>;

/** Two counties of 5 + 5 marks; the first has 5 and 4 of them, 90 in all. */
export const good: BundleChange = {
  'units.csv': 'code,name,kind\nC01,One,county\nC02,Two,county\n',
  'indicators.csv': 'code,parent,name,marks\nA,,A,\nA1,A,A1,5\nA2,A,A2,5\n',
  'scores.csv': 'unit,indicator,value\nC01,A1,5\nC01,A2,4\nC02,A1,3\nC02,A2,NA\n',
};

export const scores = (value: string): BundleChange => ({
  'scores.csv': `unit,indicator,value\nC01,A1,5\nC01,A2,${value}\nC02,A1,3\nC02,A2,NA\n`,
});
export const tree = (rows: string, columns = 'code,parent,name,marks'): BundleChange => ({
  'indicators.csv': `${columns}\n${rows}`,
});
export const method = (json: string): BundleChange => ({ 'method.json': json });
export const all = (change: (text: string) => string): BundleChange =>
  Object.fromEntries(Object.entries(good).map(([file, text]) => [file, change(String(text))]));
export const chain = (depth: number): string =>
  Array.from({ length: depth }, (_, i) => `N${i},${i === 0 ? '' : `N${i - 1}`},n,\n`).join('');
export const renamed = (code: string): BundleChange => all((text) => text.replaceAll('A1', code));

/**
 * Name, what is changed, and what is said of it; a number is the total of the first unit where it is accepted, null
 * that it is accepted and has no total, with a warning.
 */
export type BundleCase = readonly [name: string, change: BundleChange, outcome: string | number | null];
