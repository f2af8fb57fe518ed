/** Page of the questionnaire with a token in it, below the site's origin; without a unit its holder chooses one. */
export function tokenPath(slug: string, unit: string | null, token: string): string {
  const page = unit === null ? `/s/${slug}` : `/s/${slug}/${encodeURIComponent(unit)}`;
  return `${page}?t=${token}`;
}
