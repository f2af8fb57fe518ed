import { defaultTemplate, type MessageKind } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import * as repository from './mail.repository.ts';

/** Subject and body of an e-mail with places to be filled in. */
interface Words {
  readonly subject: string;
  readonly body: string;
}

/** The words of e-mail as they are now: the organiser's own where there are such, else the product's. */
export async function wordsInUse(db: Database): Promise<(kind: MessageKind, language: 'zh' | 'en') => Words> {
  const rows = await repository.listTemplates(db);
  const own = new Map(rows.map((row) => [`${row.kind} ${row.language}`, row]));
  return (kind, language) => own.get(`${kind} ${language}`) ?? defaultTemplate(kind, language);
}

/** A header is one line, whatever a name holds. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
