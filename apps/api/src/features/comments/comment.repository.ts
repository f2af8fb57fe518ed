import type { CommentQuery } from '@gongping/contracts';
import { type Database, schema } from '@gongping/db';
import { and, count, desc, eq, inArray, isNull, ne, sql, type SQL } from 'drizzle-orm';

const { commentReviews, surveyResponses, units, users } = schema;

export interface CommentsWanted {
  readonly surveyId: string;
  /** Codes of the questions that are answered in words. */
  readonly questions: readonly string[];
  readonly filter: Omit<CommentQuery, 'page'>;
}

const asked = (questions: readonly string[]): SQL =>
  sql`unnest(array[${sql.join(
    questions.map((code) => sql`${code}::text`),
    sql`, `,
  )}]::text[]) as asked(question)`;
const question = sql<string>`asked.question`;
const text = sql<string>`${surveyResponses.answers} ->> asked.question`;

const states = {
  all: undefined,
  open: isNull(commentReviews.published),
  published: eq(commentReviews.published, true),
  withheld: eq(commentReviews.published, false),
} satisfies Record<CommentQuery['state'], SQL | undefined>;

const reviewed = and(
  eq(commentReviews.surveyId, surveyResponses.surveyId),
  eq(commentReviews.responseId, surveyResponses.id),
  sql`${commentReviews.question} = asked.question`,
);

/** Answers in words; of those that were refused nothing is read. */
const meeting = ({ surveyId, filter }: CommentsWanted): SQL | undefined =>
  and(
    eq(surveyResponses.surveyId, surveyId),
    ne(surveyResponses.state, 'refused'),
    sql`${text} is not null`,
    filter.unit === undefined ? undefined : eq(units.code, filter.unit),
    states[filter.state],
  );

/** Newest first. */
export function listComments(db: Database, wanted: CommentsWanted & { offset: number; limit: number }) {
  return db
    .select({
      id: surveyResponses.id,
      question,
      unit: units.code,
      text,
      submittedAt: surveyResponses.submittedAt,
      redacted: commentReviews.redacted,
      published: commentReviews.published,
      reviewedAt: commentReviews.reviewedAt,
      reviewedBy: users.displayName,
    })
    .from(surveyResponses)
    .innerJoin(units, eq(units.id, surveyResponses.unitId))
    .crossJoin(asked(wanted.questions))
    .leftJoin(commentReviews, reviewed)
    .leftJoin(users, eq(users.id, commentReviews.reviewedBy))
    .where(meeting(wanted))
    .orderBy(desc(surveyResponses.submittedAt), desc(surveyResponses.id), question)
    .offset(wanted.offset)
    .limit(wanted.limit);
}

export async function countComments(db: Database, wanted: CommentsWanted): Promise<number> {
  const [row] = await db
    .select({ all: count() })
    .from(surveyResponses)
    .innerJoin(units, eq(units.id, surveyResponses.unitId))
    .crossJoin(asked(wanted.questions))
    .leftJoin(commentReviews, reviewed)
    .where(meeting(wanted));
  return row?.all ?? 0;
}

/** What somebody has confirmed of answers that count, in the order of their ids, which tell no time. */
export function listConfirmed(
  db: Database,
  { surveyId, questions }: Pick<CommentsWanted, 'surveyId' | 'questions'>,
) {
  return db
    .select({
      unit: units.code,
      version: surveyResponses.version,
      answers: surveyResponses.answers,
      question: commentReviews.question,
      text: commentReviews.redacted,
    })
    .from(commentReviews)
    .innerJoin(
      surveyResponses,
      and(
        eq(surveyResponses.surveyId, commentReviews.surveyId),
        eq(surveyResponses.id, commentReviews.responseId),
      ),
    )
    .innerJoin(units, eq(units.id, surveyResponses.unitId))
    .where(
      and(
        eq(commentReviews.surveyId, surveyId),
        eq(commentReviews.published, true),
        eq(surveyResponses.state, 'counted'),
        inArray(commentReviews.question, [...questions]),
      ),
    )
    .orderBy(units.code, surveyResponses.id, commentReviews.question);
}

export async function hasComment(
  db: Database,
  { surveyId, id, question: code }: { surveyId: string; id: string; question: string },
): Promise<boolean> {
  const found = await db
    .select({ id: surveyResponses.id })
    .from(surveyResponses)
    .where(
      and(
        eq(surveyResponses.surveyId, surveyId),
        eq(surveyResponses.id, id),
        sql`${surveyResponses.answers} ->> ${code}::text is not null`,
      ),
    );
  return found.length === 1;
}

export async function findReview(
  db: Database,
  { surveyId, id, question: code }: { surveyId: string; id: string; question: string },
) {
  const [row] = await db
    .select({ redacted: commentReviews.redacted, published: commentReviews.published })
    .from(commentReviews)
    .where(
      and(
        eq(commentReviews.surveyId, surveyId),
        eq(commentReviews.responseId, id),
        eq(commentReviews.question, code),
      ),
    );
  return row ?? null;
}

export async function saveReview(db: Database, row: typeof commentReviews.$inferInsert): Promise<void> {
  const { surveyId, responseId, question: code } = commentReviews;
  await db
    .insert(commentReviews)
    .values(row)
    .onConflictDoUpdate({ target: [surveyId, responseId, code], set: row });
}
