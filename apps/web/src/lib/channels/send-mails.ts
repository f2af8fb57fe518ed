import { mailLanguage } from '@gongping/contracts';
import type { ApiClient } from '#lib/api/client.ts';
import { problemOf } from '#lib/api/problem.ts';
import { m } from '#lib/paraglide/messages.js';

/** What came of an attempt to send invitations; `queued` is null where it was refused. */
export interface MailAnswer {
  readonly status: number;
  readonly queued: number | null;
  readonly mailProblem: string;
}

/** Writes to everybody of a channel who was sent nothing, or whose e-mail failed. */
export async function mailChannel(
  api: ApiClient,
  param: { slug: string; channel: string },
  form: FormData,
): Promise<MailAnswer> {
  const { mails } = api.assessments[':slug'].survey.channels[':channel'];
  const to = form.get('to') === 'failed' ? ('failed' as const) : ('unsent' as const);
  const json = { to, language: languageIn(form) };
  return answerOf(await mails.$post({ param, json }).catch(() => null));
}

/** Writes to chosen holders. */
export async function mailHolders(
  api: ApiClient,
  param: { slug: string; id: string },
  form: FormData,
): Promise<MailAnswer> {
  const tokens = form.getAll('token').map(String);
  if (tokens.length === 0) return { status: 422, queued: null, mailProblem: m.channels_chosen_none() };
  const { mails } = api.assessments[':slug'].survey.invitations[':id'];
  const json = { tokens, language: languageIn(form) };
  return answerOf(await mails.$post({ param, json }).catch(() => null));
}

const languageIn = (form: FormData) => mailLanguage.safeParse(form.get('language')).data ?? 'zh';

type Answer = { ok: boolean; status: number; text(): Promise<string>; json(): Promise<unknown> } | null;

async function answerOf(response: Answer): Promise<MailAnswer> {
  if (!response) return { status: 503, queued: null, mailProblem: m.channels_unreachable() };
  if (!response.ok)
    return { status: response.status, queued: null, mailProblem: (await problemOf(response)).detail };
  const { queued } = (await response.json()) as { queued: number };
  return { status: response.status, queued, mailProblem: '' };
}
