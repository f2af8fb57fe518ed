/** What one leaf of one unit can be; five marks that are told apart by shape. */
export const statuses = ['scored', 'unscored', 'incomplete', 'not-applicable', 'returned'] as const;

export type Status = (typeof statuses)[number];
