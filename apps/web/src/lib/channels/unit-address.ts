/** The address of a channel's questionnaire about one unit, from that about all: `/s/2020?c=x` → `/s/2020/C01?c=x`. */
export function unitPath(path: string, unit: string): string {
  const [page = '', query] = path.split('?', 2);
  return `${page}/${encodeURIComponent(unit)}${query === undefined ? '' : `?${query}`}`;
}
