import { questionnaire as stored, type Questionnaire } from '@gongping/contracts';
import { openDatabase, schema } from '@gongping/db';
import { and, eq } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import { startProduct, type RunningProduct } from '../../support/server.ts';

const words = (zh: string, en: string) => ({ zh, en });
const option = (code: string, zh: string, en: string, value: number | null = null) => ({
  code,
  label: words(zh, en),
  value,
});
const scale = [
  option('very-satisfied', '很满意', 'Very satisfied', 100),
  option('satisfied', '满意', 'Satisfied', 80),
  option('fair', '基本满意', 'Fairly satisfied', 60),
  option('rather-dissatisfied', '不太满意', 'Rather dissatisfied', 30),
  option('dissatisfied', '不满意', 'Dissatisfied', 0),
  option('dont-know', '不了解', "Don't know"),
];
const plain = { options: [], family: null, required: false };

/** A question of every kind, two sections, and questions that only some are asked. */
const everyKind = {
  title: words('社会评议问卷', 'Social appraisal'),
  introduction: words('', ''),
  minutes: 2,
  groupQuestion: 'Q1',
  sections: [
    { code: 'you', title: words('您的情况', 'About you') },
    { code: 'unit', title: words('对该单位的评价', 'About the unit') },
  ],
  questions: [
    {
      ...plain,
      code: 'Q1',
      kind: 'single',
      text: words('您的身份', 'Who are you?'),
      options: [option('A', '群众', 'Resident'), option('B', '企业', 'Business')],
      required: true,
      section: 'you',
    },
    {
      ...plain,
      code: 'Q2',
      kind: 'multiple',
      text: words('您通过哪些渠道获取过信息', 'Where did you get information?'),
      options: [
        option('website', '政府网站', 'Website'),
        option('hall', '办事大厅', 'Service hall'),
        option('none', '未获取过', 'Nowhere'),
      ],
      section: 'you',
    },
    {
      ...plain,
      code: 'Q3',
      kind: 'number',
      text: words('近一年您去过几次办事大厅', 'How often did you visit the hall in the last year?'),
      required: true,
      section: 'unit',
      askedIf: [{ question: 'Q2', options: ['hall'] }],
      number: { minimum: 1, maximum: 365, whole: true },
    },
    {
      ...plain,
      code: 'Q4',
      kind: 'matrix',
      text: words('您对下列方面是否满意', 'How satisfied are you with'),
      options: scale,
      section: 'unit',
      askedIf: [{ question: 'Q2', options: ['website', 'hall'] }],
      rows: [
        { code: 'complete', text: words('信息全面', 'completeness'), family: 'D' },
        { code: 'timely', text: words('更新及时', 'timeliness'), family: 'D' },
      ],
    },
    {
      ...plain,
      code: 'Q5',
      kind: 'scale',
      text: words('总体上您是否满意', 'Overall'),
      options: scale,
      family: 'overall',
      required: true,
      section: 'unit',
    },
    {
      ...plain,
      code: 'Q6',
      kind: 'text',
      text: words('您最希望改进的一件事', 'What should improve first?'),
      section: 'unit',
    },
  ],
} as const;

/** Tokens and the secret of the channels that the survey has beside the open link. */
export const invitations = { once: 'EINMAL-4F7K-9QXM-2A3D', lost: 'ZWEIMAL-7H3N-5PRT-8C6E' } as const;
export const hallSecret = 'the-secret-of-the-hall';

/** The demonstration, with a survey of 2021 that asks questions of every kind in three channels. */
export async function startAnsweredSurvey(): Promise<RunningProduct> {
  const prepared = await startProduct();
  await prepared.stop();
  const { db, close } = await openDatabase({ url: null, dataDir: prepared.dataDir });
  const { surveyChannels, surveyResponses, surveys, surveyTokens } = schema;
  const [survey] = await db.select().from(surveys).where(eq(surveys.slug, '2021'));
  if (!survey) throw new Error('The demonstration has no survey of 2021.');
  await db.delete(surveyResponses).where(eq(surveyResponses.surveyId, survey.id));
  const questionnaire: Questionnaire = stored.parse(everyKind);
  await db.update(surveys).set({ questionnaire }).where(eq(surveys.id, survey.id));
  const [open] = await db
    .select()
    .from(surveyChannels)
    .where(and(eq(surveyChannels.surveyId, survey.id), eq(surveyChannels.code, 'open')));
  if (!open) throw new Error('The survey has no open channel.');
  await db.insert(surveyChannels).values([
    { ...open, code: 'deputies', kind: 'invited', nameZh: '人大代表', nameEn: 'Deputies', position: 2 },
    {
      ...open,
      code: 'hall',
      kind: 'staffed',
      nameZh: '大厅平板',
      nameEn: 'Tablet in the hall',
      secretHash: createHash('sha256').update(hallSecret).digest('base64url'),
      position: 3,
    },
  ]);
  await db.insert(surveyTokens).values(
    Object.values(invitations).map((token) => ({
      surveyId: survey.id,
      // As it is stored: capital letters without hyphens.
      hash: createHash('sha256').update(token.toUpperCase().replaceAll('-', '')).digest(),
      invitationId: survey.id,
      channel: 'deputies',
      holder: '',
      email: null,
      unitId: null,
      used: false,
      claim: null,
      revoked: false,
    })),
  );
  await close();
  return startProduct({ dataDir: prepared.dataDir });
}
