const parameters: readonly (readonly [RegExp, string])[] = [
  [/^\/work\/assessments\/(?!new$)[^/]+/, '/work/assessments/{slug}'],
  [/^\/s\/[^/]+/, '/s/{slug}'],
  [/^\/s\/\{slug\}\/(?!receipt$)[^/]+/, '/s/{slug}/{unit}'],
  [/^\/p\/[^/]+\/[^/]+/, '/p/{year}/{version}'],
  [/^\/setup\/[^/]+/, '/setup/{token}'],
  [/\/units\/[^/]+/, '/units/{unit}'],
  [/\/indicators\/[^/]+/, '/indicators/{code}'],
  [/\/appraisal\/(?!(slips|held)$)[^/]+/, '/appraisal/{unit}'],
  [/\/requests\/[^/]+/, '/requests/{unit}'],
  [/\/self-assessment\/[^/]+/, '/self-assessment/{unit}'],
  [/\/feedback\/(?!appeals(?:\/|$))[^/]+/, '/feedback/{unit}'],
  [/\/appeals\/[^/]+/, '/appeals/{id}'],
  [/\/arbitration\/[^/]+\/[^/]+/, '/arbitration/{unit}/{indicator}'],
  [/\/evidence\/[^/]+/, '/evidence/{id}'],
  [/\/indicator-systems\/[^/]+/, '/indicator-systems/{id}'],
  [/\/people\/(?!new$)[^/]+/, '/people/{id}'],
];

/**
 * What a page is, whatever unit or year it shows: its path with names in place of values, and its view. Filters,
 * sorting and selection do not make another page.
 */
export function pageShape(address: URL): string {
  const path = parameters.reduce((text, [pattern, name]) => text.replace(pattern, name), address.pathname);
  const view = address.searchParams.get('view');
  return view === null ? path : `${path}?view=${view}`;
}
