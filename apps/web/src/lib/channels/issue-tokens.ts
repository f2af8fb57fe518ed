import type { CellProblem, Invitee, IssuedTokens, Problem } from '@gongping/contracts';
import type { ApiClient } from '#lib/api/client.ts';
import { problemOf } from '#lib/api/problem.ts';
import { m } from '#lib/paraglide/messages.js';

/** What the page shows after an attempt to issue tokens. */
export interface IssueAnswer {
  readonly status: number;
  readonly issued: IssuedTokens | null;
  readonly title: string;
  readonly text: string;
  readonly count: string;
  readonly units: readonly string[];
  readonly problem: string;
  readonly errors: Readonly<Record<string, string>>;
  readonly cells: readonly CellProblem[];
}

const mostWithoutNames = 5000;

/** Reads the list of the form, if there is one, and issues a token to each person. */
export async function issueTokens(
  api: ApiClient,
  { slug, channel }: { slug: string; channel: string },
  form: FormData,
): Promise<IssueAnswer> {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const units = text('scope') === 'each' ? form.getAll('units').map(String) : [];
  const typed = { title: text('title'), text: String(form.get('text') ?? ''), count: text('count'), units };
  const nothing = { status: 422, issued: null, problem: '', errors: {}, cells: [], ...typed };
  const people = await peopleOf(api, slug, form);
  if ('refused' in people) return { ...nothing, ...people.refused };

  const json = { title: typed.title, channel, units, people: people.people };
  const { invitations } = api.assessments[':slug'].survey;
  const response = await invitations.$post({ param: { slug }, json }).catch(() => null);
  if (!response) return { ...nothing, status: 503, problem: m.channels_unreachable() };
  if (response.ok) return { ...nothing, status: 200, issued: await response.json() };
  const { status, detail, errors } = await problemOf(response as Response);
  return { ...nothing, status, problem: detail, errors };
}

type People = { people: Invitee[] } | { refused: Partial<IssueAnswer> };

async function peopleOf(api: ApiClient, slug: string, form: FormData): Promise<People> {
  const file = form.get('file');
  const text = String(form.get('text') ?? '');
  const count = Number(form.get('count') ?? '');
  const isFile = file instanceof File && file.size > 0;
  if (!isFile && text.trim() === '') {
    const isCount = Number.isInteger(count) && count >= 1 && count <= mostWithoutNames;
    if (!isCount) return { refused: { problem: m.channels_list_none() } };
    return { people: Array.from({ length: count }, () => ({ holder: '', email: null, unit: null })) };
  }
  const lists = api.assessments[':slug'].survey['invitation-lists'];
  const list = isFile ? { file } : { text };
  const response = await lists.$post({ param: { slug }, form: list }).catch(() => null);
  if (!response) return { refused: { status: 503, problem: m.channels_unreachable() } };
  if (response.ok) return await response.json();
  const problem = (await (response as Response).json().catch(() => null)) as Problem | null;
  const { detail = m.channels_unreachable(), cells = [] } = problem ?? {};
  return { refused: { status: response.status, problem: detail, cells } };
}
