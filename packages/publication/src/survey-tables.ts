import { numberCell, yesOrNo } from './cells.ts';
import type { AppraisalView } from './snapshot-view.ts';
import { tableOf } from './table.ts';
import type { PublishedTable } from './table.ts';

type Appraisals = readonly (readonly [unit: string, appraisal: AppraisalView])[];

const unitsTable = (appraisals: Appraisals): PublishedTable =>
  tableOf(
    { file: 'survey.csv', key: ['unit'] },
    {
      unit: ([unit]) => unit,
      received: ([, { received }]) => numberCell(received),
      counted: ([, { states }]) => numberCell(states?.counted),
      held: ([, { states }]) => numberCell(states?.held),
      refused: ([, { states }]) => numberCell(states?.refused),
      valid: ([, { valid }]) => numberCell(valid),
      score: ([, { score }]) => numberCell(score),
      lower: ([, { interval }]) => numberCell(interval?.lower),
      upper: ([, { interval }]) => numberCell(interval?.upper),
      grade: ([, { grade }]) => grade ?? '',
      no_score_because: ([, { reason }]) => reason ?? '',
      overall: ([, { overall }]) => numberCell(overall),
    },
    appraisals,
  );

const groupsTable = (appraisals: Appraisals): PublishedTable =>
  tableOf(
    { file: 'survey-groups.csv', key: ['unit', 'group'] },
    {
      unit: ({ unit }) => unit,
      group: ({ code }) => code,
      name: ({ label }) => label.zh,
      weight: ({ weight }) => numberCell(weight),
      received: ({ received }) => numberCell(received),
      valid: ({ valid }) => numberCell(valid),
      mean: ({ mean }) => numberCell(mean),
      counts: ({ counted }) => yesOrNo(counted),
    },
    appraisals.flatMap(([unit, { groups }]) => groups.map((group) => ({ unit, ...group }))),
  );

const channelsTable = (appraisals: Appraisals): PublishedTable =>
  tableOf(
    { file: 'survey-channels.csv', key: ['unit', 'channel'] },
    {
      unit: ({ unit }) => unit,
      channel: ({ code }) => code,
      name: ({ name }) => name.zh,
      counted: ({ counted }) => numberCell(counted),
      held: ({ held }) => numberCell(held),
      refused: ({ refused }) => numberCell(refused),
    },
    appraisals.flatMap(([unit, { channels = [] }]) => channels.map((channel) => ({ unit, ...channel }))),
  );

const questionsTable = (appraisals: Appraisals): PublishedTable =>
  tableOf(
    { file: 'survey-questions.csv', key: ['unit', 'question'] },
    {
      unit: ({ unit }) => unit,
      question: ({ code }) => code,
      answered: ({ answered }) => numberCell(answered),
      dont_know: ({ dontKnow }) => numberCell(dontKnow),
      mean: ({ mean }) => numberCell(mean),
    },
    appraisals.flatMap(([unit, { questions }]) => questions.map((question) => ({ unit, ...question }))),
  );

/** Options in the order of their codes: an object of a database has no other that lasts. */
const optionsOf = (counts: Readonly<Record<string, number | null>>) =>
  Object.entries(counts)
    .map(([option, answers]) => ({ option, answers }))
    .sort((a, b) => (a.option < b.option ? -1 : 1));

const optionsTable = (appraisals: Appraisals): PublishedTable =>
  tableOf(
    { file: 'survey-options.csv', key: ['unit', 'question', 'option'] },
    {
      unit: ({ unit }) => unit,
      question: ({ question }) => question,
      option: ({ option }) => option,
      answers: ({ answers }) => numberCell(answers),
    },
    appraisals.flatMap(([unit, { questions }]) =>
      questions.flatMap(({ code, counts }) =>
        optionsOf(counts).map((option) => ({ unit, question: code, ...option })),
      ),
    ),
  );

/**
 * What is published of the survey, unit by unit in the order of their codes; no table without a survey. Numbers that
 * would tell of single people are empty.
 */
export const surveyTables = (appraisals: Readonly<Record<string, AppraisalView>>): PublishedTable[] => {
  const sorted = Object.entries(appraisals).sort(([a], [b]) => (a < b ? -1 : 1));
  if (sorted.length === 0) return [];
  return [unitsTable, groupsTable, channelsTable, questionsTable, optionsTable].map((table) => table(sorted));
};
