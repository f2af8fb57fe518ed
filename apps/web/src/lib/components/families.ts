/** Colours of one family of indicators: `fill` for areas, `edge` for lines (3:1), `text` for words (4.5:1). */
export interface FamilyColours {
  readonly fill: string;
  readonly edge: string;
  readonly text: string;
}

const letters = ['a', 'b', 'c', 'd'] as const;
const grey: FamilyColours = { fill: 'var(--edge)', edge: 'var(--edge)', text: 'var(--muted)' };
const dark: FamilyColours = { fill: 'var(--text)', edge: 'var(--text)', text: 'var(--text)' };

/**
 * The colours of a family by its code (`A`–`D`); what is no family is grey (the appraisal) or,
 * for the bonus, dark.
 * CSS variables, so that they follow theme and print.
 */
export function familyColours(code: string): FamilyColours {
  if (code === 'bonus') return dark;
  const letter = letters.find((candidate) => candidate === code.toLowerCase());
  return letter
    ? {
        fill: `var(--family-${letter})`,
        edge: `var(--family-${letter}-edge)`,
        text: `var(--family-${letter}-text)`,
      }
    : grey;
}
