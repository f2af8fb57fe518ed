import { questionnaireJson, questionnaireTables, readQuestionnaireFile } from '@gongping/api';
import { questionnaireDraft, type QuestionnaireDraft } from '@gongping/contracts';
import { tidyQuestionnaire } from '@gongping/questionnaire';
import { TablesError, xlsxWorkbook } from '@gongping/tables';
import { questionnaire2020 } from '@gongping/templates';
import fc from 'fast-check';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const fixture = (name: string) => fileURLToPath(new URL(`fixtures/forms/${name}`, import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongping-forms-'));
});
afterAll(() => rm(folder, { recursive: true }));

const read = async (name: string) => {
  const { format, draft, notes } = await readQuestionnaireFile(fixture(name));
  return {
    format,
    draft,
    questions: draft.questions.map(({ code, kind }) => `${code} ${kind}`),
    notes: notes.map(({ sheet, row, column, sentence }) => [sheet, row, column, sentence.en]),
  };
};
const stored = async (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};
const refusalOf = async (path: string) => {
  const error: unknown = await readQuestionnaireFile(path).then(
    () => null,
    (caught: unknown) => caught,
  );
  if (!(error instanceof TablesError)) throw new Error('it was read');
  return error.problems.map(({ sheet, row, column, sentence }) => [sheet, row, column, sentence.en]);
};

describe('LimeSurvey', () => {
  it('reads the group, the three questions and the five answers', async () => {
    const { format, draft, questions, notes } = await read('a_rather_interesting_questionnaire.lss');
    expect(format).toBe('limesurvey');
    expect(draft.title).toEqual({ zh: '', en: 'A Rather Interesting Questionnaire for Testing' });
    expect(draft.sections).toEqual([{ code: 'G1', title: { zh: '', en: 'Demographics' } }]);
    expect(questions).toEqual(['cob text', 'yob number', 'fcol single', 'fcol_other text']);
    const [cob, yob, fcol, other] = draft.questions;
    expect(cob).toMatchObject({ text: { zh: '', en: 'What is your country of birth?' }, required: false });
    expect(yob?.number).toEqual({ minimum: 1850, maximum: 2050, whole: false });
    expect(fcol?.options.map(({ code, label }) => `${code} ${label.en}`)).toEqual([
      ...['1 Red', '2 Green', '3 Blue', '4 Yellow', '5 Orange', 'other Other'],
    ]);
    expect(other?.askedIf).toEqual([{ question: 'fcol', options: ['other'] }]);
    expect(draft.questions.every(({ section }) => section === 'G1')).toBe(true);
    expect(notes).toEqual([
      [null, 78, null, '“Some questions about you.” was not carried over.'],
      [null, 180, 'yob', '“maximum_chars = 4” was not carried over.'],
    ]);
  });

  it('reads wording in two languages from tables of their own, matrices, conditions, and HTML', async () => {
    const { draft, notes } = await readQuestionnaireFile(await stored('new.lss', newSurvey));
    expect(draft.title).toEqual({ zh: '问卷', en: 'Survey' });
    expect(draft.questions.map(({ code, kind }) => `${code} ${kind}`)).toEqual([
      ...['who single', 'ways multiple', 'rate matrix', 'more text'],
    ]);
    const [who, ways, rate, more] = draft.questions;
    expect(who?.text).toEqual({ zh: '您是 & 谁？\n请选', en: 'Who are you?' });
    expect(ways?.options.map(({ code, label }) => [code, label.zh])).toEqual([
      ['web', '网站'],
      ['hall', '大厅'],
    ]);
    expect(rate?.rows).toEqual([{ code: 'r1', text: { zh: '及时', en: 'In time' }, family: null }]);
    expect(rate?.options.map(({ code, value }) => [code, value])).toEqual([
      ['g', 100],
      ['b', 0],
    ]);
    expect(rate?.askedIf).toEqual([{ question: 'ways', options: ['web'] }]);
    expect(more?.askedIf).toEqual([]);
    expect(notes.map(({ column, sentence }) => [column, sentence.en])).toEqual([
      ['more', 'The condition “count(ways) > 1” could not be carried over; the question is always asked.'],
      ['rank', 'There is no kind of question like “R”; the question was left out.'],
    ]);
  });

  it.each([
    ['other XML', '<?xml version="1.0"?><a/>', null, /no survey structure/],
    ['half a file', newSurveyHead(), 3, /damaged here/],
    ['a document type', '<!DOCTYPE document [<!ENTITY a "b">]><document/>', 1, /declares a document type/],
    ['what is no text', Uint8Array.from([0xff, 0xfe, 0x00]), null, /damaged here/],
  ])('refuses %s', async (name, content, line, sentence) => {
    const [problem] = await refusalOf(await stored(`${name}.lss`, content));
    expect(problem?.[1]).toBe(line);
    expect(problem?.[3]).toMatch(sentence);
  });
});

describe('XLSForm', () => {
  it('reads groups as sections, and kinds of text as text', async () => {
    const { format, draft, questions, notes } = await read('group.xlsx');
    expect(format).toBe('xlsform');
    expect(questions).toEqual(['family_name text', 'phone_number text', 'age number']);
    expect(draft.sections).toEqual([{ code: 'father', title: { zh: '', en: 'Father' } }]);
    expect(draft.questions.map(({ section }) => section)).toEqual([null, 'father', 'father']);
    expect(draft.questions[2]?.number).toEqual({ minimum: null, maximum: null, whole: true });
    expect(notes).toEqual([
      [
        'survey',
        4,
        'A（type）',
        '“phone number” was taken as a question answered in words; its form is not checked.',
      ],
    ]);
  });

  it('reads “or other” as an option with a question behind it', async () => {
    const { draft, questions, notes } = await read('or_other.xlsx');
    expect(questions).toEqual(['fav_color single', 'fav_color_other text', 'fav_pastel single']);
    const [color, other] = draft.questions;
    expect(color?.options.map(({ code }) => code)).toEqual([
      ...['red', 'green', 'blue', 'mauve', 'apricot', 'other'],
    ]);
    expect(other?.askedIf).toEqual([{ question: 'fav_color', options: ['other'] }]);
    expect(notes).toEqual([
      ['survey', 3, 'D（choice_filter）', 'The filter “pastel=yes” was left out; all options are offered.'],
      ['choices', 1, 'D（pastel）', '“pastel” was not carried over.'],
    ]);
  });

  it('leaves loops out and says so', async () => {
    const { draft, questions, notes } = await read('loop.xlsx');
    expect(questions).toEqual(['available_toilet_types multiple', 'available_toilet_types_other text']);
    expect(draft.questions[0]?.options.map(({ label }) => label.en)).toEqual([
      ...['Pit latrine with slab', 'Pit latrine without slab/open pit', 'Bucket system', 'Other'],
    ]);
    expect(notes).toEqual([
      ['survey', 3, 'A（type）', 'What is asked again and again (up to row 5) was left out.'],
    ]);
  });

  it('offers all options where a filter narrowed them, those of the same name once', async () => {
    const { draft, questions, notes } = await read('choice_filter_test.xlsx');
    expect(draft.title).toEqual({ zh: '', en: 'cascading selects' });
    expect(questions).toEqual(['state single', 'county single', 'city single']);
    expect(draft.questions.map(({ options }) => options.length)).toEqual([2, 3, 8]);
    expect(notes).toEqual([
      ['choices', 6, 'B（name）', 'The option “king” is there twice; the first was kept.'],
      ['survey', 3, 'D（choice_filter）', 'The filter “${state}=cf” was left out; all options are offered.'],
      ['survey', 4, 'D（choice_filter）', 'The filter “${county}=cf” was left out; all options are offered.'],
      ['choices', 1, 'D（cf）', '“cf” was not carried over.'],
    ]);
  });

  it('refuses a workbook of the old kind with what to do', async () => {
    const [problem] = await refusalOf(fixture('cascading_select_test_equivalent.xls'));
    expect(problem?.[3]).toMatch(/old kind \(\.xls\); save it as \.xlsx/);
  });
});

const { title, introduction, minutes, questions, contact, method } = questionnaire2020;
const template = questionnaireDraft.parse(
  tidyQuestionnaire({
    ...{ title, introduction, minutes, contact, groupQuestion: method.groupQuestion, sections: [] },
    questions: questions.map((one) => ({
      ...one,
      hint: null,
      section: null,
      askedIf: [],
      rows: [],
      number: null,
    })),
  }),
);

describe('files of this product', () => {
  const both = async (draft: QuestionnaireDraft) => {
    const json = await readQuestionnaireFile(await stored('q.json', questionnaireJson(draft)));
    const xlsx = await readQuestionnaireFile(
      await stored('q.xlsx', await xlsxWorkbook(questionnaireTables(draft))),
    );
    return [json.draft, xlsx.draft];
  };

  it('bring back the notice’s questionnaire to the letter', async () => {
    expect(await both(template)).toEqual([template, template]);
  });

  it('bring back any other one', async () => {
    const zh = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((text) => keeps(text) && text.trim() !== '');
    const en = fc.string({ maxLength: 40 }).filter(keeps);
    const words = fc.record({ zh, en });
    const value = fc.oneof(fc.integer({ min: 0, max: 100 }), fc.double({ min: 0.001, max: 99, noNaN: true }));
    const draft = fc
      .record({
        words: fc.array(words, { minLength: 12, maxLength: 12 }),
        value,
        whole: fc.boolean(),
        required: fc.boolean(),
      })
      .map((given) => everyKind(given));
    await fc.assert(
      fc.asyncProperty(draft, async (one) => {
        expect(await both(one)).toEqual([one, one]);
      }),
      { numRuns: 40 },
    );
  });

  it('are refused whole, each fault where it is', async () => {
    const tables = questionnaireTables(template);
    const spoiled = tables.map((table) => ({
      shape: table.shape,
      rows: table.rows.map((row, index) => {
        const cells = [...row];
        if (table.shape.name === 'questions' && index === 1) cells[1] = '排序';
        if (table.shape.name === 'questions' && index === 2) cells[8] = 'Z';
        if (table.shape.name === 'questions' && index === 3) cells[12] = 'Q99=a';
        if (table.shape.name === 'questions' && index === 4) cells[0] = 'Q4';
        if (table.shape.name === 'options' && index === 13) cells[4] = '一百';
        if (table.shape.name === 'options' && index === 14) cells[2] = '';
        return cells;
      }),
    }));
    const problems = await refusalOf(await stored('spoiled.xlsx', await xlsxWorkbook(spoiled)));
    const places = problems.map(([sheet, row, column]) => [sheet, row, column]);
    expect(places).toEqual(
      expect.arrayContaining([
        ['题目', 3, 'B（题型）'],
        ['题目', 4, 'I（类别）'],
        ['题目', 5, 'M（显示条件）'],
        ['题目', 6, 'A（代码）'],
        ['选项', 15, 'E（分值）'],
        ['选项', 16, 'C（文字）'],
      ]),
    );
  });

  it('name the path in JSON', async () => {
    const json = questionnaireJson({ ...template, minutes: 0 });
    expect(await refusalOf(await stored('minutes.json', json))).toEqual([
      [
        null,
        null,
        'questionnaire.minutes',
        'The time it takes must be a whole number of minutes from 1 to 60.',
      ],
    ]);
    const other = await refusalOf(await stored('other.json', '{"format":"x"}'));
    expect(other[0]?.[3]).toMatch(/no questionnaire of this product/);
    expect((await refusalOf(await stored('broken.json', '{')))[0]?.[3]).toMatch(/no valid JSON/);
    expect((await refusalOf(await stored('list.txt', 'a')))[0]?.[3]).toMatch(/not known/);
  });
});

/** What the product can hold, with line breaks as it keeps them. */
function keeps(text: string): boolean {
  return text.isWellFormed() && !/[^\P{Cc}\t\n]/u.test(text);
}

interface Given {
  readonly words: readonly { zh: string; en: string }[];
  readonly value: number;
  readonly whole: boolean;
  readonly required: boolean;
}

/** A questionnaire with one question of every kind. */
function everyKind({ words, value, whole, required }: Given): QuestionnaireDraft {
  const said = (index: number) => words[index] ?? { zh: '词', en: '' };
  const plain = {
    options: [],
    family: null,
    required,
    hint: null,
    section: null,
    askedIf: [],
    rows: [],
    number: null,
  };
  const option = (code: string, index: number, worth: number | null = null) => ({
    code,
    label: said(index),
    value: worth,
  });
  const scale = [option('good', 2, value), option('bad', 3, 0), option('dont-know', 4)];
  return {
    title: said(0),
    introduction: said(1),
    minutes: 7,
    groupQuestion: 'who',
    contact: { question: 'ways', never: ['never'] },
    sections: [{ code: 's.1', title: said(5) }],
    questions: [
      {
        ...plain,
        code: 'who',
        kind: 'single',
        text: said(6),
        options: [option('A', 2), option('B', 3)],
        required: true,
      },
      {
        ...plain,
        code: 'ways',
        kind: 'multiple',
        text: said(7),
        options: [option('web', 3), option('never', 4)],
      },
      {
        ...plain,
        code: 'all',
        kind: 'scale',
        text: said(8),
        options: scale,
        family: 'overall',
        hint: said(9),
      },
      {
        ...{ ...plain, code: 'lines', kind: 'matrix', text: said(10), options: scale, section: 's.1' },
        rows: [
          { code: 'r-1', text: said(11), family: 'A' },
          { code: 'r_2', text: said(0), family: null },
        ],
        askedIf: [
          { question: 'ways', options: ['web', 'never'] },
          { question: 'all', options: ['good'] },
        ],
      },
      {
        ...{ ...plain, code: 'age', kind: 'number', text: said(1), section: 's.1' },
        number: { minimum: 0 - value, maximum: null, whole },
      },
      { ...plain, code: 'text', kind: 'text', text: said(2), section: 's.1' },
    ],
  };
}

function newSurveyHead(): string {
  return '<?xml version="1.0" encoding="UTF-8"?>\n<document>\n<LimeSurveyDocType>Survey</Lime>';
}

function rows(table: string, ...list: Record<string, string | number>[]): string {
  const fields = (row: Record<string, string | number>) =>
    Object.entries(row)
      .map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`)
      .join('');
  return `<${table}><rows>\n${list.map((row) => `<row>${fields(row)}</row>`).join('\n')}\n</rows></${table}>`;
}

/** Laid out as LimeSurvey 6 writes it: wording in tables of its own. */
const newSurvey = `<?xml version="1.0" encoding="UTF-8"?>
<document><LimeSurveyDocType>Survey</LimeSurveyDocType><DBVersion>600</DBVersion>
${rows('surveys', { sid: 1, language: 'zh-Hans', additional_languages: 'en' })}
${rows('surveys_languagesettings', { surveyls_language: 'zh-Hans', surveyls_title: '问卷' }, { surveyls_language: 'en', surveyls_title: 'Survey' })}
${rows('groups', { gid: 5, group_order: 1 })}
${rows('group_l10ns', { gid: 5, group_name: '全部', language: 'zh-Hans' })}
${rows(
  'questions',
  { qid: 2, parent_qid: 0, gid: 5, type: 'M', title: 'ways', question_order: 2, relevance: '1' },
  {
    qid: 1,
    parent_qid: 0,
    gid: 5,
    type: 'L',
    title: 'who',
    question_order: 1,
    mandatory: 'Y',
    relevance: '1',
  },
  {
    qid: 3,
    parent_qid: 0,
    gid: 5,
    type: 'F',
    title: 'rate',
    question_order: 3,
    relevance: '((ways_web.NAOK == "Y"))',
  },
  {
    qid: 4,
    parent_qid: 0,
    gid: 5,
    type: 'T',
    title: 'more',
    question_order: 4,
    relevance: 'count(ways) > 1',
  },
  { qid: 6, parent_qid: 0, gid: 5, type: 'R', title: 'rank', question_order: 5 },
)}
${rows(
  'subquestions',
  { qid: 21, parent_qid: 2, gid: 5, title: 'web', question_order: 1 },
  { qid: 22, parent_qid: 2, gid: 5, title: 'hall', question_order: 2 },
  { qid: 31, parent_qid: 3, gid: 5, title: 'r1', question_order: 1 },
)}
${rows(
  'question_l10ns',
  { id: 1, qid: 1, question: '<p>您是 &amp; 谁？</p><p>请选</p>', language: 'zh-Hans' },
  { id: 2, qid: 1, question: 'Who <b>are</b> you?', language: 'en' },
  { id: 3, qid: 2, question: '渠道', language: 'zh-Hans' },
  { id: 4, qid: 3, question: '评价', language: 'zh-Hans' },
  { id: 5, qid: 4, question: '还有', language: 'zh-Hans' },
  { id: 6, qid: 21, question: '网站', language: 'zh-Hans' },
  { id: 7, qid: 22, question: '大厅', language: 'zh-Hans' },
  { id: 8, qid: 31, question: '及时', language: 'zh-Hans' },
  { id: 9, qid: 31, question: 'In time', language: 'en' },
)}
${rows(
  'answers',
  { aid: 1, qid: 1, code: 'A', sortorder: 1, assessment_value: 0, scale_id: 0 },
  { aid: 2, qid: 1, code: 'B', sortorder: 2, assessment_value: 0, scale_id: 0 },
  { aid: 3, qid: 3, code: 'g', sortorder: 1, assessment_value: 100, scale_id: 0 },
  { aid: 4, qid: 3, code: 'b', sortorder: 2, assessment_value: 0, scale_id: 0 },
)}
${rows(
  'answer_l10ns',
  { id: 1, aid: 1, answer: '群众', language: 'zh-Hans' },
  { id: 2, aid: 2, answer: '企业', language: 'zh-Hans' },
  { id: 3, aid: 3, answer: '好', language: 'zh-Hans' },
  { id: 4, aid: 4, answer: '差', language: 'zh-Hans' },
)}
</document>`;
