/** First digits of a SHA-256, as the annual report prints them: enough to find a publication by. */
const shortLength = 12;

/** `77be37576135` */
export function shortHash(sha256: string): string {
  return sha256.slice(0, shortLength);
}

/** A hash in groups, so that it can be compared by eye and breaks between them. */
export function hashGroups(sha256: string, size: number): string[] {
  const groups: string[] = [];
  for (let at = 0; at < sha256.length; at += size) groups.push(sha256.slice(at, at + size));
  return groups;
}
