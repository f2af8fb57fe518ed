import type { Person } from './app.ts';

/** Inputs for the graded leaf A1-1. */
export const full = { method: 'graded', level: 'full' };
export const half = { method: 'graded', level: 'half' };

/** The body that writes a score over the revision seen. */
export const scored = (expectedRevision: number, input: unknown, reason = '') => ({
  expectedRevision,
  state: 'scored',
  input,
  reason,
});

/** Address of a cell of the round of 2020. */
export const scorePath = (unit: string, indicator: string) =>
  `/assessments/2020/score-sheets/${unit}/scores/${indicator}`;

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

async function answer(response: Response): Promise<Answer> {
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

export async function get(person: Person, path: string): Promise<Answer> {
  return answer(await person.call('GET', path));
}

/** Writes a score as a person. */
export async function put(
  person: Person,
  path: string,
  { headers = {}, ...body }: { headers?: Record<string, string> } & Record<string, unknown>,
): Promise<Answer> {
  return answer(await person.call('PUT', path, body, headers));
}
