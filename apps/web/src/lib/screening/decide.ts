import type { ApiClient } from '#lib/api/client.ts';
import { problemOf } from '#lib/api/problem.ts';
import { formatCount } from '#lib/format/number.ts';
import { m } from '#lib/paraglide/messages.js';
import { parseFilter } from './held-filter.ts';

/** What the page shows after a decision; the reason stays where it was refused. */
export interface DecisionAnswer {
  readonly status: number;
  readonly done: string;
  readonly problem: string;
  readonly reason: string;
  /** Id of the decision, to undo it; empty where nothing was decided. */
  readonly decision: string;
}

/** Decides on the answers that were ticked, or on all of the filter. */
export async function decide(
  api: ApiClient,
  slug: string,
  { decision, form }: { decision: 'count' | 'refuse'; form: FormData },
): Promise<DecisionAnswer> {
  const reason = String(form.get('reason') ?? '').trim();
  const refused = (status: number, problem: string) => ({ status, done: '', problem, reason, decision: '' });
  const responses = form.getAll('response').map(String);
  const all = form.get('scope') === 'all';
  if (!all && responses.length === 0) return refused(422, m.screening_none_chosen());
  if (reason === '') return refused(422, m.screening_reason_missing());
  const which = all ? { filter: parseFilter(form) } : { responses };
  const response = await api.assessments[':slug'].survey.held.decisions
    .$post({ param: { slug }, json: { decision, reason, ...which } })
    .catch(() => null);
  if (!response) return refused(503, m.screening_unreachable());
  if (!response.ok) {
    const { status, detail } = await problemOf(response);
    return refused(status, detail);
  }
  const { changed, decision: id } = await response.json();
  const count = formatCount(changed);
  const done = decision === 'count' ? m.screening_done_count({ count }) : m.screening_done_refuse({ count });
  return { status: 200, done, problem: '', reason: '', decision: id ?? '' };
}

/** Undoes a decision as a whole. */
export async function undo(api: ApiClient, slug: string, form: FormData): Promise<DecisionAnswer> {
  const refused = (status: number, problem: string) => ({
    status,
    done: '',
    problem,
    reason: '',
    decision: '',
  });
  const id = String(form.get('decision') ?? '');
  const response = await api.assessments[':slug'].survey.held.decisions[':id'].undo
    .$post({ param: { slug, id } })
    .catch(() => null);
  if (!response) return refused(503, m.screening_unreachable());
  if (!response.ok) {
    const { status, detail } = await problemOf(response);
    return refused(status, detail);
  }
  const { changed } = await response.json();
  const done = m.screening_undone({ count: formatCount(changed) });
  return { status: 200, done, problem: '', reason: '', decision: '' };
}
