import { checkCode, type CheckCode } from '@gongping/contracts';

/** Findings on a page of one check, and of each check on the page of all. */
export const pageSize = 100;
export const firstFindings = 10;

/** What of the findings is looked at, as in the address. */
export interface CheckView {
  readonly show: 'open' | 'severe' | 'warning' | 'accepted';
  readonly check: CheckCode | null;
  /** Code of a unit; empty for all. */
  readonly unit: string;
  /** From 1. */
  readonly page: number;
}

const shows = ['open', 'severe', 'warning', 'accepted'] as const;

export function readCheckView(search: URLSearchParams): CheckView {
  const page = Number(search.get('page'));
  return {
    show: shows.find((each) => each === search.get('show')) ?? 'open',
    check: checkCode.options.find((each) => each === search.get('check')) ?? null,
    unit: /^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/.exec(search.get('unit') ?? '')?.[0] ?? '',
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  };
}

/** The view as the API takes it. */
export function checkQueryOf({ show, check, unit, page }: CheckView): Record<string, string> {
  const limit = check === null ? firstFindings : pageSize;
  return {
    state: show === 'accepted' ? 'accepted' : 'open',
    ...(show === 'severe' || show === 'warning' ? { severity: show } : {}),
    ...(check === null ? {} : { check, offset: String((page - 1) * pageSize) }),
    ...(unit === '' ? {} : { unit }),
    limit: String(limit),
  };
}
