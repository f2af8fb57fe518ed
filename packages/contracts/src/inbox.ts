import { z } from 'zod';
import { messageTexts, type MessageKind } from './message-texts.ts';
import { assessmentSlug, id, line, moment, paragraph, printable } from './text.ts';

const kinds = Object.keys(messageTexts) as [MessageKind, ...MessageKind[]];
export const messageKind = z.enum(kinds);

/** A message to one person, in the reader's language. */
export const inboxMessage = z.object({
  id,
  kind: messageKind,
  title: z.string(),
  body: z.string(),
  /** Where in the site it is seen to. */
  path: z.string(),
  assessment: z.object({ slug: assessmentSlug, title: z.string() }),
  createdAt: moment,
  readAt: moment.nullable(),
});
export type InboxMessage = z.infer<typeof inboxMessage>;

/** Newest first; `next` continues with older ones. */
export const inbox = z.object({
  messages: z.array(inboxMessage),
  unread: z.number().int(),
  next: id.nullable(),
});
export const unreadCount = z.object({ unread: z.number().int() });
/** Which messages were read; null for all. */
export const inboxRead = z.object({ ids: z.array(id).max(200).nullable() });

export const mailLanguage = z.enum(['zh', 'en']);

/** Where a person wants e-mail, if anywhere. */
export const contact = z.object({ email: z.email().max(254).nullable(), mailLanguage });
export type Contact = z.infer<typeof contact>;

/** The organiser's own words to liaisons of units and to evaluators. */
export const newReminder = z
  .object({ unitIds: z.array(id).max(2000), evaluatorIds: z.array(id).max(2000), text: paragraph.min(1) })
  .refine(({ unitIds, evaluatorIds }) => unitIds.length + evaluatorIds.length > 0, { path: ['unitIds'] });
export const sentReminder = z.object({ sent: z.number().int() });

const templateBody = printable.trim().check(z.minLength(1), z.maxLength(4000));

export const mailTemplate = z.object({
  kind: messageKind,
  language: mailLanguage,
  subject: z.string(),
  body: z.string(),
  /** False while it is as the product words it. */
  edited: z.boolean(),
});
export type MailTemplate = z.infer<typeof mailTemplate>;

/** Null takes the organiser's words away: the product's own hold again. */
export const mailTemplateChange = z.object({
  kind: messageKind,
  language: mailLanguage,
  words: z.object({ subject: line, body: templateBody }).nullable(),
});

/** Whether e-mail is set up, how it goes, and the words of it. */
export const mailView = z.object({
  enabled: z.boolean(),
  waiting: z.number().int(),
  sent: z.number().int(),
  /** Given up after every try, or refused for good. */
  failed: z.number().int(),
  templates: z.array(mailTemplate),
});
export type MailView = z.infer<typeof mailView>;
