import type { Contact } from '@gongping/contracts';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { appendAudit } from '../audit/audit.service.ts';
import * as repository from './user.repository.ts';

/** Where the person gets e-mail. @throws ProblemError `not-found` */
export async function readContact({ db }: Pick<Dependencies, 'db'>, actor: Actor): Promise<Contact> {
  const user = await repository.findUser(db, actor.id);
  if (!user) throw new ProblemError('not-found');
  return { email: user.email, mailLanguage: user.mailLanguage };
}

/** Changes where the person gets e-mail. The log says that it changed, not the address. @throws ProblemError `not-found` */
export async function changeContact(
  { db, clock }: Pick<Dependencies, 'db' | 'clock'>,
  actor: Actor,
  { contact, requestId }: { contact: Contact; requestId: string },
): Promise<Contact> {
  return db.transaction(async (tx) => {
    const found = await repository.findUser(tx, actor.id);
    if (!found) throw new ProblemError('not-found');
    const { grants: _grants, ...row } = found;
    await repository.updateUser(tx, { ...row, ...contact });
    await appendAudit(tx, {
      scope: 'platform',
      at: clock(),
      actor,
      action: 'user.contact',
      subject: `user ${row.username}`,
      before: { hasEmail: row.email !== null, mailLanguage: row.mailLanguage },
      after: { hasEmail: contact.email !== null, mailLanguage: contact.mailLanguage },
      reason: '',
      requestId,
    });
    return contact;
  });
}
