import type { LocalText } from '@gongping/scoring';
import type { ColumnMeaning, ColumnType, PublishedTable } from './table.ts';
import { tableOf } from './table.ts';

export const DICTIONARY = 'dictionary.csv';

const text = (zh: string, en: string): ColumnMeaning => ({ type: 'string', unit: null, meaning: { zh, en } });
const flag = (zh: string, en: string): ColumnMeaning => ({
  type: 'boolean',
  unit: null,
  meaning: { zh, en },
});
const measured =
  (type: ColumnType, unit: LocalText | null) =>
  (zh: string, en: string): ColumnMeaning => ({ type, unit, meaning: { zh, en } });
const points = measured('number', { zh: '分', en: 'points' });
const marks = measured('number', { zh: '分', en: 'marks' });
const share = measured('number', { zh: '比例，0 至 1', en: 'share, 0 to 1' });
const plain = measured('number', null);
const answers = measured('integer', { zh: '份', en: 'answers' });

const unit = text('单位代码，见 units.csv', 'code of the unit, see units.csv');
const small = {
  zh: '；为避免识别个人，1 至 4 份及由其可推算出的数留空',
  en: '; empty where it is between 1 and 4, or would give such a number away',
};
const publicAnswers = (zh: string, en: string): ColumnMeaning => answers(zh + small.zh, en + small.en);
const states = {
  counted: publicAnswers('计入的答卷', 'answers that count'),
  held: publicAnswers('因疑似异常暂扣的答卷', 'answers held because they look false'),
  refused: publicAnswers('剔除的答卷', 'answers that were refused'),
};

/** What every column of the tables means. */
const meanings: Readonly<Record<string, Readonly<Record<string, ColumnMeaning>>>> = {
  'units.csv': {
    code: text('单位代码', 'code of the unit'),
    name: text('单位名称', 'name of the unit, in Chinese'),
    kind: text(
      '单位类别，同类之间排名：county 县市区，department 市直部门',
      'kind of unit; units of one kind are ranked together: county, department',
    ),
    name_en: text('单位英文名称', 'name of the unit, in English'),
  },
  'indicators.csv': {
    code: text('指标代码', 'code of the indicator'),
    parent: text('上级指标代码，一级指标为空', 'code of the indicator above it; empty at the top'),
    name: text('指标名称', 'name of the indicator, in Chinese'),
    weight: plain(
      '在同级指标中的权重；按分值加权时为空',
      'weight among siblings; empty where marks are the weights',
    ),
    marks: marks('满分；按单位类别不同时见 marks_*', 'full marks; see marks_* where they differ by kind'),
    aggregation: text(
      '汇总方法，空为 method.json 所定',
      'how the scores below are put together; empty: as method.json says',
    ),
    normalisation: text(
      '标准化方法，空为得分 ÷ 满分',
      'how a value becomes a score; empty: marks ÷ full marks',
    ),
    direction: plain('1 越大越好，-1 越小越好', '1: more is better; -1: less is better'),
    role: text('score 计分，bonus 加分，penalty 扣分，veto 一票否决', 'score, bonus, penalty or veto'),
    applies_to: text(
      '适用的单位类别，以竖线分隔，空为全部',
      'kinds that it applies to, between bars; empty: all',
    ),
    name_en: text('指标英文名称', 'name of the indicator, in English'),
    rule: text('评分规则', 'the rule by which it is scored'),
    clauses: text('通知条款，以竖线分隔', 'clauses of the notice, between bars'),
    quote: text('通知原文', 'the words of the notice'),
  },
  'scores.csv': {
    unit,
    indicator: text('指标代码，见 indicators.csv', 'code of the indicator, see indicators.csv'),
    value: marks(
      '得分；NA 不适用，空为未评；一票否决指标 1 为触发',
      'marks; NA: not applicable; empty: unscored; of a veto, 1: triggered',
    ),
  },
  'results.csv': {
    unit,
    node: text('指标代码，total 为总分', 'code of the indicator; total: the total'),
    score: points('得分，未经四舍五入', 'score, not rounded'),
    coverage: share('已评部分占权重的比例', 'share of the weight below it that was scored'),
    rank: plain('同类单位中的名次', 'rank among units of the same kind'),
    band: text('等次代码，仅总分有', 'code of the band, at the total only'),
  },
  'totals.csv': {
    unit,
    kind: text('单位类别', 'kind of unit'),
    mixed: points('各部分加权合成的得分', 'the parts put together by their weights'),
    bonus_granted: points('给予的加分', 'bonus that was granted'),
    bonus: points('计入的加分（不超过上限）', 'bonus that counts, up to its cap'),
    penalty: points('扣减', 'penalty'),
    before_cap: points('封顶前的总分', 'the total before the cap'),
    cap_applied: flag('是否封顶', 'whether the cap was applied'),
    total: points('总分，未经四舍五入', 'the total, not rounded'),
    rank: plain('同类单位中的名次', 'rank among units of the same kind'),
    band_earned: text('按总分应得的等次代码', 'code of the band that the total earns'),
    vetoes: text('触发的一票否决指标，以竖线分隔', 'vetoes that were triggered, between bars'),
    band: text('最终等次代码', 'code of the band after vetoes'),
  },
  'survey.csv': {
    unit,
    received: answers('收到的答卷', 'answers received'),
    counted: answers('计入的答卷', 'answers that count'),
    held: answers('因疑似异常暂扣的答卷', 'answers held because they look false'),
    refused: answers('剔除的答卷', 'answers that were refused'),
    valid: answers('有效答卷', 'valid answers'),
    score: points(
      '社会评议得分，样本不足时为空',
      'score of the social appraisal; empty where the sample is too small',
    ),
    lower: points('得分 95 % 置信区间下限', 'lower end of the 95 % interval of the score'),
    upper: points('得分 95 % 置信区间上限', 'upper end of the 95 % interval of the score'),
    grade: text('满意等级代码', 'code of the grade'),
    no_score_because: text('没有得分的原因', 'why there is no score'),
    overall: points('总体满意度均值', 'mean of the question on the whole'),
  },
  'survey-groups.csv': {
    unit,
    group: text('答卷人群体代码', 'code of the group of respondents'),
    name: text('群体名称', 'name of the group'),
    weight: plain('群体权重', 'weight of the group'),
    received: publicAnswers('收到的答卷', 'answers received'),
    valid: publicAnswers('有效答卷', 'valid answers'),
    mean: points('群体均值', 'mean of the group'),
    counts: flag('是否计入得分', 'whether the group enters the score'),
  },
  'survey-channels.csv': {
    unit,
    channel: text('渠道代码', 'code of the channel'),
    name: text('渠道名称', 'name of the channel'),
    ...states,
  },
  'survey-questions.csv': {
    unit,
    question: text('题号', 'code of the question'),
    answered: publicAnswers('作答的答卷', 'answers with a rating or choice'),
    dont_know: publicAnswers('回答不了解的答卷', 'answers that do not know'),
    mean: points('均值', 'mean'),
  },
  'survey-options.csv': {
    unit,
    question: text('题号', 'code of the question'),
    option: text('选项代码', 'code of the option'),
    answers: publicAnswers('选择该项的答卷', 'answers that chose it'),
  },
  'comments.csv': {
    unit,
    question: text('题号', 'code of the question'),
    group: text('答卷人群体代码，群体过小时为空', 'code of the group; empty where it is small'),
    text: text(
      "经核定的原文；电子表格会当作公式的文字前加 ' 号",
      "the words as they were confirmed; ' stands before what a spreadsheet would take for a formula",
    ),
  },
  [DICTIONARY]: {
    file: text('文件名', 'name of the file'),
    column: text('列名', 'name of the column'),
    type: text('数据类型', 'type of its values'),
    unit_zh: text('计量单位', 'unit of measurement, in Chinese'),
    unit_en: text('计量单位（英文）', 'unit of measurement, in English'),
    meaning_zh: text('含义', 'what it means, in Chinese'),
    meaning_en: text('含义（英文）', 'what it means, in English'),
  },
};

/** Columns that are named after what they hold. */
const named: readonly [pattern: RegExp, meaning: (name: string) => ColumnMeaning][] = [
  [/^marks_(.+)$/, (kind) => marks(`类别 ${kind} 的满分`, `full marks for units of the kind ${kind}`)],
  [
    /^part_(.+)$/,
    (part) =>
      part === 'tree'
        ? points('第三方评估得分', 'score of the indicators, by the third party')
        : points(`合成部分 ${part} 的得分`, `score of the part ${part}`),
  ],
  [/^weight_(.+)$/, (part) => share(`合成部分 ${part} 实际使用的权重`, `weight in use of the part ${part}`)],
];

/** Of a table that is mixed into the total. */
const component: Readonly<Record<string, ColumnMeaning>> = {
  unit,
  value: points('该部分的得分，空为没有', 'score of this part; empty where there is none'),
};

/** What a column means; null where nobody has said it. */
export const meaningOf = (file: string, column: string): ColumnMeaning | null => {
  const table = Object.hasOwn(meanings, file) ? meanings[file] : component;
  if (table !== undefined && Object.hasOwn(table, column)) return table[column] ?? null;
  for (const [pattern, meaning] of named) {
    const [, name] = pattern.exec(column) ?? [];
    if (name !== undefined) return meaning(name);
  }
  return null;
};

/** The data dictionary: every column of every table. */
export const dictionaryTable = (tables: ReadonlyMap<string, readonly string[]>): PublishedTable => {
  const all = [...tables, [DICTIONARY, Object.keys(meanings[DICTIONARY] ?? {})] as const];
  const rows = all.flatMap(([file, columns]) =>
    columns.map((column) => ({ file, column, about: meaningOf(file, column) })),
  );
  return tableOf(
    { file: DICTIONARY, key: ['file', 'column'] },
    {
      file: ({ file }) => file,
      column: ({ column }) => column,
      type: ({ about }) => about?.type ?? '',
      unit_zh: ({ about }) => about?.unit?.zh ?? '',
      unit_en: ({ about }) => about?.unit?.en ?? '',
      meaning_zh: ({ about }) => about?.meaning.zh ?? '',
      meaning_en: ({ about }) => about?.meaning.en ?? '',
    },
    rows,
  );
};
