import type { PublicCommentList, PublicCommentQuery } from '@gongping/contracts';
import type { PublishedComments } from '../comments/confirmed-comments.ts';
import type { Snapshot } from './snapshot.ts';

const pageSize = 50;

const none: PublishedComments = { questions: [], groups: [], texts: [] };

/** Words of the public in a publication; none in those of earlier versions of the product. */
export const commentsOf = ({ comments }: Pick<Snapshot, 'comments'>): PublishedComments => comments ?? none;

/** Those that are asked for, fifty at a time, unit by unit in the order of their codes. */
export function listPublishedComments(
  snapshot: Pick<Snapshot, 'comments' | 'facts'>,
  { unit, q = '', page }: PublicCommentQuery,
): PublicCommentList {
  const { texts, questions, groups } = commentsOf(snapshot);
  const wanted = comparable(q);
  const found = texts.filter(
    (one) => (unit === undefined || one.unit === unit) && comparable(one.text).includes(wanted),
  );
  const counts = new Map<string, number>();
  for (const one of texts) counts.set(one.unit, (counts.get(one.unit) ?? 0) + 1);
  return {
    comments: found.slice((page - 1) * pageSize, page * pageSize),
    total: found.length,
    page,
    pageSize,
    units: snapshot.facts.units.flatMap(({ code, name }) => {
      const comments = counts.get(code);
      return comments === undefined ? [] : [{ code, name, comments }];
    }),
    questions: [...questions],
    groups: [...groups],
  };
}

/** Letters of either case and width are the same. */
const comparable = (text: string): string => text.normalize('NFKC').toLowerCase().trim();
