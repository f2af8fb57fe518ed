/** What the log is narrowed by, as in the address; empty where it is not. */
export interface AuditFilterValues {
  readonly by: string;
  readonly action: string;
  readonly subject: string;
  readonly from: string;
  readonly to: string;
}

const names = ['by', 'action', 'subject', 'from', 'to'] as const;
const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/** Reads the filter from an address; what no log can be narrowed by is left out. */
export function readAuditFilter(search: URLSearchParams): AuditFilterValues {
  const text = (name: string) => (search.get(name) ?? '').trim().slice(0, 100);
  const day = (name: string) => (isDay(text(name)) ? text(name) : '');
  return {
    by: text('by'),
    action: text('action'),
    subject: text('subject'),
    from: day('from'),
    to: day('to'),
  };
}

/** The filter as the API takes it: without what is empty. */
export function filterQuery(values: AuditFilterValues): Partial<Record<(typeof names)[number], string>> {
  return Object.fromEntries(names.flatMap((name) => (values[name] === '' ? [] : [[name, values[name]]])));
}
