import type { Comment } from '@gongping/contracts';

type Kind = Comment['personal'][number]['kind'];

/** A text cut where something in it seems to tell who is meant. */
export function textParts(text: string, spans: Comment['personal']): { text: string; kind: Kind | null }[] {
  const parts: { text: string; kind: Kind | null }[] = [];
  let at = 0;
  for (const { start, end, kind } of spans) {
    if (start > at) parts.push({ text: text.slice(at, start), kind: null });
    parts.push({ text: text.slice(start, end), kind });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), kind: null });
  return parts;
}
