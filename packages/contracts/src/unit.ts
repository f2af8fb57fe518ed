import { z } from 'zod';
import { code, id, line, localText, unitKind } from './text.ts';

export const unit = z.object({
  id,
  code: z.string(),
  name: localText,
  kind: unitKind,
  category: z.string(),
  clauses: z.array(z.number().int()),
  filesAnnualReport: z.boolean(),
  retired: z.boolean(),
});
export type Unit = z.infer<typeof unit>;
export const unitList = z.object({ units: z.array(unit) });

export const newUnit = z.object({
  code,
  name: z.object({ zh: line, en: line }),
  kind: unitKind,
  category: line,
  filesAnnualReport: z.boolean(),
});
export const unitChange = z
  .object({
    name: z.object({ zh: line, en: line }),
    category: line,
    filesAnnualReport: z.boolean(),
    retired: z.boolean(),
  })
  .partial();
