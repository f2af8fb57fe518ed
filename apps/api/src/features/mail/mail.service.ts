import {
  defaultTemplate,
  mailLanguage,
  messageKind,
  unknownPlaces,
  variablesOf,
  type Language,
  type mailTemplateChange,
  type MailView,
} from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { z } from 'zod';
import { isPlatformOrganiser, type Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { appendAudit } from '../audit/audit.service.ts';
import * as repository from './mail.repository.ts';

type Change = z.infer<typeof mailTemplateChange>;

/** Whether e-mail is set up, how it goes, and its words. @throws ProblemError `forbidden` */
export async function readMail(
  { db, mail }: Pick<Dependencies, 'db' | 'mail'>,
  actor: Actor,
): Promise<MailView> {
  requirePlatformOrganiser(actor);
  return viewOf(db, mail.enabled);
}

/**
 * Changes the words of a kind of e-mail, or takes the organiser's words away.
 * @throws ProblemError `forbidden`, `invalid-input` where a place has no value
 */
export async function changeTemplate(
  { db, clock, mail }: Pick<Dependencies, 'db' | 'clock' | 'mail'>,
  actor: Actor,
  args: { change: Change; language: Language; requestId: string },
): Promise<MailView> {
  requirePlatformOrganiser(actor);
  const { kind, language, words } = args.change;
  if (words) refuseUnknownPlaces({ kind, words }, args.language);
  return db.transaction(async (tx) => {
    const stored = await repository.listTemplates(tx);
    const old = stored.find((row) => row.kind === kind && row.language === language);
    if (words) {
      const row = { kind, language, ...words, updatedBy: actor.id, updatedAt: clock() };
      await repository.saveTemplate(tx, row);
    } else {
      await repository.deleteTemplate(tx, { kind, language });
    }
    await appendAudit(tx, {
      scope: 'platform',
      at: clock(),
      actor,
      action: 'mail-template.change',
      subject: `mail-template ${kind} ${language}`,
      before: old ? { subject: old.subject, body: old.body } : null,
      after: words,
      reason: '',
      requestId: args.requestId,
    });
    return viewOf(tx, mail.enabled);
  });
}

async function viewOf(db: Database, enabled: boolean): Promise<MailView> {
  const stored = new Map(
    (await repository.listTemplates(db)).map((row) => [`${row.kind} ${row.language}`, row]),
  );
  const counts = new Map((await repository.countByState(db)).map(({ state, mails }) => [state, mails]));
  return {
    enabled,
    waiting: counts.get('waiting') ?? 0,
    sent: counts.get('sent') ?? 0,
    failed: counts.get('failed') ?? 0,
    templates: messageKind.options.flatMap((kind) =>
      mailLanguage.options.map((language) => {
        const own = stored.get(`${kind} ${language}`);
        const { subject, body } = own ?? defaultTemplate(kind, language);
        return { kind, language, subject, body, edited: own !== undefined };
      }),
    ),
  };
}

function refuseUnknownPlaces(
  { kind, words }: { kind: Change['kind']; words: { subject: string; body: string } },
  language: Language,
): void {
  const known = variablesOf(kind).map((name) => `{${name}}`);
  const errors = (['subject', 'body'] as const).flatMap((field) => {
    const places = unknownPlaces(kind, words[field]).map((name) => `{${name}}`);
    if (places.length === 0) return [];
    const message =
      language === 'zh'
        ? `没有变量 ${places.join('、')}。可用的有：${known.join('、')}。`
        : `There is no ${places.join(', ')}. These can be used: ${known.join(', ')}.`;
    return [{ path: `words.${field}`, message }];
  });
  if (errors.length > 0) throw new ProblemError('invalid-input', { errors });
}

function requirePlatformOrganiser(actor: Actor): void {
  if (!isPlatformOrganiser(actor)) throw new ProblemError('forbidden');
}
