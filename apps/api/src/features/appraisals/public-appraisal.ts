import type { Appraisal } from '@gongping/contracts';
import { publicQuestion } from './public-question.ts';
import { blankCells, isSmall } from './small-cells.ts';

type Group = Appraisal['groups'][number];
type Channel = NonNullable<Appraisal['channels']>[number];
type Contact = NonNullable<Appraisal['contact']>;

/** The appraisal as everybody may see it: without small cells, and without those that would give them away. */
export function publicAppraisal(appraisal: Appraisal): Appraisal {
  const groups = publicGroups(appraisal.groups);
  const hidden = new Set(groups.flatMap(({ code, received }) => (received === null ? [code] : [])));
  const questions = appraisal.questions.map((question) => publicQuestion(question, hidden));
  // It is the mean of the question on the whole, under another name.
  const lost = appraisal.questions.some(
    ({ mean }, at) => mean !== null && mean === appraisal.overall && questions[at]?.mean === null,
  );
  return {
    ...appraisal,
    groups,
    questions,
    overall: lost ? null : appraisal.overall,
    ...(appraisal.channels ? { channels: publicChannels(appraisal.channels) } : {}),
    ...(appraisal.contact ? { contact: publicContact(appraisal.contact) } : {}),
  };
}

/** Received and valid answers of a group are shown together or not at all: either total is known. */
function publicGroups(groups: readonly Group[]): Group[] {
  const blank = new Set([
    ...blankCells(new Map(groups.map(({ code, received }) => [code, received ?? 0]))),
    ...blankCells(new Map(groups.map(({ code, valid }) => [code, valid ?? 0]))),
  ]);
  return groups.map((group) =>
    blank.has(group.code)
      ? { ...group, received: null, valid: null, mean: isSmall(group.valid) ? null : group.mean }
      : group,
  );
}

/** What became of the answers is known in all, so that each state is a row of cells by channel. */
function publicChannels(channels: readonly Channel[]): Channel[] {
  const blankOf = (state: 'counted' | 'held' | 'refused') =>
    blankCells(new Map(channels.map((channel) => [channel.code, channel[state] ?? 0])));
  const blank = { counted: blankOf('counted'), held: blankOf('held'), refused: blankOf('refused') };
  return channels.map((channel) => ({
    ...channel,
    counted: blank.counted.has(channel.code) ? null : channel.counted,
    held: blank.held.has(channel.code) ? null : channel.held,
    refused: blank.refused.has(channel.code) ? null : channel.refused,
  }));
}

/** Both sides or neither: what one lacks is the other's. */
function publicContact(contact: Contact): Contact | null {
  const { dealt, never } = contact;
  const small = [dealt, never].some(({ received, valid }) => isSmall(received) || isSmall(valid));
  return small ? null : contact;
}
