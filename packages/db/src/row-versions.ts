import { sql, type SQL } from 'drizzle-orm';

/**
 * Number and row versions of the rows of a query, as a column: it is another after any write to one of them, whoever made
 * it and however.
 */
export const rowVersions: SQL<string> = sql<string>`concat(count(*), ' ', sum(xmin::text::bigint))`;
