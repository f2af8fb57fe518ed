/** Sentences for the form of settings, by path. */
export type FieldErrors = Readonly<Record<string, string>>;

/** The first sentence for a group of fields: `unitIds` covers `unitIds.3` too. */
export function errorUnder(errors: FieldErrors, path: string): string | undefined {
  return Object.entries(errors).find(([at]) => at === path || at.startsWith(`${path}.`))?.[1];
}
