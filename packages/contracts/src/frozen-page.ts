import { z } from 'zod';
import { id, line, moment } from './text.ts';

/** What the live page was found to be when it was last looked at. `gone`: it answered with an error, or not at all. */
export const livePageState = z.enum(['same', 'changed', 'gone']);

/** Why a page could not be fetched. */
export const fetchFailure = z.enum([
  'address',
  'port',
  'private',
  'no-host',
  'unreachable',
  'certificate',
  'timeout',
  'too-large',
  'too-many-redirects',
  'broken',
]);

export const livePage = z.object({
  state: livePageState,
  checkedAt: moment,
  /** Lines that the live page has and the kept one has not. */
  added: z.number().int(),
  /** Lines that are gone from the live page. */
  removed: z.number().int(),
  /** Status that the live page answered with; null where it did not answer. */
  status: z.number().int().nullable(),
  failure: fetchFailure.nullable(),
});
export type LivePage = z.infer<typeof livePage>;

/** A public page as the server kept it (网页存证). Its bytes are the file of its evidence. */
export const frozenPage = z.object({
  /** Id of the evidence. */
  id,
  title: z.string(),
  url: z.string(),
  /** Where redirects led. */
  finalUrl: z.string(),
  status: z.number().int(),
  mediaType: z.string(),
  size: z.number().int(),
  sha256: z.string(),
  /** What a reader saw, a line for each block; empty for files such as PDF. */
  text: z.string(),
  textSha256: z.string(),
  fetchedAt: moment,
  fetchedBy: z.string(),
  live: livePage.nullable(),
});
export type FrozenPage = z.infer<typeof frozenPage>;

/** Keeps a page. Without a title it gets its own. */
export const newPageEvidence = z.object({
  url: z.url({ protocol: /^https?$/ }).max(2000),
  title: z.union([line, z.literal('')]).default(''),
});

/** A look at the live page beside the kept one. Lines are counted from 0. */
export const pageCheck = z.object({
  page: frozenPage,
  /** Null where it did not answer. */
  live: z.object({ title: z.string(), text: z.string() }).nullable(),
  /** Lines of the kept text that the live page lacks. */
  removedLines: z.array(z.number().int()),
  /** Lines of the live text that the kept page lacks. */
  addedLines: z.array(z.number().int()),
});
export type PageCheck = z.infer<typeof pageCheck>;
