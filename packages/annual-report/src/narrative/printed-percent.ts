/** How many decimals a number is printed with. */
export const decimalsOf = (printed: string): number => printed.split('.')[1]?.length ?? 0;

/** Half a unit of the last printed decimal, and a little for what doubles cannot hold. */
const HALF = 0.5 + 1e-6;

/** Whether a printed number is what a value rounds to, is it cut off, or neither. */
export const printedAs = (value: number, printed: string): 'rounded' | 'cut' | 'other' => {
  const units = 10 ** decimalsOf(printed);
  const [exact, said] = [value * units, Number(printed) * units];
  if (Math.abs(exact - said) <= HALF) return 'rounded';
  return Math.trunc(exact) === Math.trunc(said + 1e-6) ? 'cut' : 'other';
};
