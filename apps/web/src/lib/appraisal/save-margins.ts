import type { ApiClient } from '#lib/api/client.ts';
import { problemOf } from '#lib/api/problem.ts';
import { m } from '#lib/paraglide/messages.js';

export interface MarginsAnswer {
  readonly status: number;
  readonly saved: boolean;
  readonly problem: string;
  /** What was typed, where it was refused. */
  readonly values: Readonly<Record<string, string>>;
}

/** Reads `Q1/A = 400` and its like: question → option → number. Null where nothing is given, undefined where no number. */
export function readMargins(values: Readonly<Record<string, string>>) {
  const margins: Record<string, Record<string, number>> = {};
  for (const [name, text] of Object.entries(values)) {
    const typed = text.normalize('NFKC').replaceAll(/[,\s]/g, '');
    if (typed === '') continue;
    if (!/^\d{1,12}(\.\d{1,6})?$/.test(typed)) return undefined;
    const [question = '', option = ''] = name.split('/');
    (margins[question] ??= {})[option] = Number(typed);
  }
  return Object.keys(margins).length === 0 ? null : margins;
}

export async function saveMargins(api: ApiClient, slug: string, form: FormData): Promise<MarginsAnswer> {
  const values = Object.fromEntries(
    [...form].flatMap(([name, value]) => (name.includes('/') ? [[name, String(value)] as const] : [])),
  );
  const refused = (status: number, problem: string) => ({ status, saved: false, problem, values });
  const margins = readMargins(values);
  if (margins === undefined) return refused(422, m.margins_not_a_number());
  const json = { expectedRevision: Number(form.get('revision')), margins };
  const response = await api.assessments[':slug'].survey.margins
    .$put({ param: { slug }, json })
    .catch(() => null);
  if (!response) return refused(503, m.screening_unreachable());
  if (response.ok) return { status: 200, saved: true, problem: '', values: {} };
  const { status, detail, errors } = await problemOf(response);
  return refused(status, Object.values(errors)[0] ?? detail);
}
