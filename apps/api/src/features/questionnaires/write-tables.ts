import type { QuestionnaireDraft } from '@gongping/contracts';
import type { Table } from '@gongping/tables';
import { writeList } from '../../tables/list-cell.ts';
import { writeFlag } from '../../tables/words.ts';
import {
  kindWords,
  optionShape,
  questionnaireShape,
  questionShape,
  rowShape,
  sectionShape,
} from './questionnaire-shapes.ts';

type DraftQuestion = QuestionnaireDraft['questions'][number];

/** A questionnaire as the sheets of a workbook; `readQuestionnaireTables` reads the same from them. */
export function questionnaireTables(draft: QuestionnaireDraft): Table[] {
  const { title, introduction, minutes, groupQuestion, contact, sections, questions } = draft;
  const wording = ({ zh, en }: { zh: string; en: string }) => [zh, en];
  return [
    {
      shape: questionnaireShape,
      rows: [
        [
          ...wording(title),
          ...wording(introduction),
          String(minutes),
          groupQuestion,
          contact?.question ?? '',
          writeList(contact?.never ?? []),
        ],
      ],
    },
    { shape: sectionShape, rows: sections.map((section) => [section.code, ...wording(section.title)]) },
    { shape: questionShape, rows: questions.map(questionRow) },
    {
      shape: optionShape,
      rows: questions.flatMap(({ code, options }) =>
        options.map((option) => [code, option.code, ...wording(option.label), figure(option.value)]),
      ),
    },
    {
      shape: rowShape,
      rows: questions.flatMap(({ code, rows }) =>
        rows.map((row) => [code, row.code, ...wording(row.text), row.family ?? '']),
      ),
    },
  ];
}

function questionRow(question: DraftQuestion): string[] {
  const { code, kind, section, text, hint, required, family, number, askedIf } = question;
  return [
    code,
    kindWords.write(kind, 'workbook'),
    section ?? '',
    text.zh,
    text.en,
    hint?.zh ?? '',
    hint?.en ?? '',
    writeFlag(required),
    family ?? '',
    figure(number?.minimum ?? null),
    figure(number?.maximum ?? null),
    number === null ? '' : writeFlag(number.whole),
    // `Q2=website|hall; Q3=fair`: codes hold none of these signs.
    askedIf.map((condition) => `${condition.question}=${writeList(condition.options)}`).join('; '),
  ];
}

function figure(value: number | null): string {
  return value === null ? '' : String(value);
}
