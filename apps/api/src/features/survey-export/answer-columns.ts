import { itemsOf, type Item } from '@gongping/questionnaire';
import type { SurveyQuestionnaires } from '../surveys/survey-questionnaires.ts';

/** What stands before the answers. */
export const factColumns = ['unit', 'channel', 'version', 'day', 'state', 'signs'] as const;

export interface AnswerColumn {
  readonly code: string;
  readonly kind: Item['kind'];
  /** In which versions of the questionnaire it is asked. */
  readonly versions: readonly number[];
  readonly item: Item;
}

/** Every item that any version of the questionnaire asks; the newest words for it. */
export function answerColumns({ all }: Pick<SurveyQuestionnaires, 'all'>): AnswerColumn[] {
  const columns = new Map<string, AnswerColumn>();
  for (const { version, questionnaire } of all)
    for (const item of itemsOf(questionnaire)) {
      const versions = [...(columns.get(item.code)?.versions ?? []), version];
      columns.set(item.code, { code: item.code, kind: item.kind, versions, item });
    }
  return [...columns.values()];
}

const facts: Record<(typeof factColumns)[number], readonly [zh: string, en: string]> = {
  unit: ['被评议单位代码', 'Code of the unit'],
  channel: ['渠道代码', 'Code of the channel'],
  version: ['问卷版本', 'Version of the questionnaire'],
  day: [
    '收到日期（北京时间）；凭邀请码和纸质的不给出',
    'Day received (Asia/Shanghai); not given of invitations and paper',
  ],
  state: ['counted 计入 / held 待核 / refused 不计', 'counted / held / refused'],
  signs: ['疑点代码，以 | 分隔', 'Codes of signs, separated by |'],
};
export const dictionaryColumns = ['column', 'kind', 'code', 'zh', 'en', 'value', 'versions'] as const;

/** A line for each column and for each option: what it is called and what it stands for. */
export function dictionaryRows(columns: readonly AnswerColumn[]): string[][] {
  const ofFacts = factColumns.map((column) => [column, 'fact', '', ...facts[column], '', '']);
  const ofItems = columns.flatMap(({ code, kind, versions, item }) => [
    [code, kind, '', item.text.zh, item.text.en, noteOf(kind), versions.join('|')],
    ...item.options.map((option) => [
      code,
      'option',
      option.code,
      option.label.zh,
      option.label.en,
      option.value === null ? '' : String(option.value),
      versions.join('|'),
    ]),
  ]);
  return [...ofFacts, ...ofItems];
}

function noteOf(kind: Item['kind']): string {
  if (kind === 'multiple') return '|';
  return kind === 'text' ? 'redacted' : '';
}

/** The cell of an answer: codes as they are stored, several separated by |; words only as they were confirmed. */
export function answerCell(
  { code, kind }: AnswerColumn,
  given: {
    answers: Readonly<Record<string, string | readonly string[]>>;
    words: Readonly<Record<string, string>>;
  },
): string {
  if (kind === 'text') return given.words[code] ?? '';
  const answer = given.answers[code] ?? '';
  return typeof answer === 'string' ? answer : answer.join('|');
}
