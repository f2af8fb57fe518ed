/** The leaf one was at last, kept on this device only. */
export interface LastPlace {
  readonly unit: string;
  readonly leaf: string;
}

const storageKey = ({ slug, userId }: { slug: string; userId: string }) => `gongping.place/${userId}/${slug}`;

export function rememberPlace(of: { slug: string; userId: string }, place: LastPlace): void {
  try {
    localStorage.setItem(storageKey(of), JSON.stringify(place));
  } catch {
    // Storage may be full or switched off; then one begins with the first open leaf.
  }
}

export function lastPlace(of: { slug: string; userId: string }): LastPlace | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(storageKey(of)) ?? 'null');
    if (typeof value !== 'object' || value === null || !('unit' in value) || !('leaf' in value)) return null;
    const { unit, leaf } = value;
    return typeof unit === 'string' && typeof leaf === 'string' ? { unit, leaf } : null;
  } catch {
    return null;
  }
}
