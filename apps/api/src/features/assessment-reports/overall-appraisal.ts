import { intervalChart, type ReportBlock } from '@gongping/documents';
import type { Appraisal } from '@gongping/contracts';
import { score } from '../annual-reports/figures.ts';
import type { Group } from '../annual-reports/passage-groups.ts';
import { passageWords } from '../annual-reports/snapshot-figures.ts';
import { computedOf } from '../publications/snapshot.ts';
import { centred, naming, note, paragraphs, sectionBlocks, table } from './report-blocks.ts';
import type { ReportFacts } from './report-facts.ts';

type Appraisals = Readonly<Record<string, Appraisal>>;

/** The social appraisal: scores with their intervals and answers, and the channels that they came by. */
export function appraisalBlocks({ snapshot, groups }: ReportFacts): ReportBlock[] {
  const { appraisals } = computedOf(snapshot).facts;
  const { appraisal: sentence } = passageWords(snapshot);
  if (sentence === '') return [];
  return [
    ...paragraphs(sentence),
    ...sectionBlocks(groups.map((group) => ({ title: group.name, blocks: groupBlocks(group, appraisals) }))),
    ...channelBlocks(appraisals),
  ];
}

const grades: Readonly<Record<string, string>> = {
  satisfied: '满意',
  'fairly-satisfied': '基本满意',
  dissatisfied: '不满意',
};

const gradeOf = ({ grade, reason }: Appraisal): string =>
  reason === null ? (grades[grade ?? ''] ?? grade ?? '—') : '样本不足';

/** A score lies on the scale; its interval, a symmetrical approximation, may reach past either end. */
export function intervalOf({ interval }: Appraisal): { lower: number; upper: number } | null {
  return interval && { lower: Math.max(0, interval.lower), upper: Math.min(100, interval.upper) };
}

function groupBlocks({ name, units }: Group, appraisals: Appraisals): ReportBlock[] {
  const asked = units
    .flatMap((unit) => {
      const appraisal = appraisals[unit.code];
      return appraisal === undefined ? [] : [{ name: unit.name.zh, appraisal }];
    })
    .sort((a, b) => (b.appraisal.score ?? -1) - (a.appraisal.score ?? -1));
  return [
    ...table(`${name}社会评议结果`, {
      head: [['单位', '得分', '95%置信区间', '评价', '有效答卷', '收到答卷']],
      rows: asked.map(({ name: unit, appraisal }) => {
        const interval = intervalOf(appraisal);
        return [
          naming(unit),
          appraisal.score === null ? centred('—') : score(appraisal.score),
          centred(interval === null ? '—' : `${score(interval.lower)}–${score(interval.upper)}`),
          centred(gradeOf(appraisal)),
          String(appraisal.valid),
          String(appraisal.received),
        ];
      }),
    }),
    ...appraisalChart(name, asked),
  ];
}

function appraisalChart(
  group: string,
  asked: readonly { name: string; appraisal: Appraisal }[],
): ReportBlock[] {
  const rows = asked.flatMap(({ name, appraisal }) => {
    const interval = intervalOf(appraisal);
    if (appraisal.score === null || interval === null) return [];
    return [{ name, value: appraisal.score, ...interval, shown: score(appraisal.score) }];
  });
  const [best] = rows;
  if (best === undefined || rows.length < 2) return [];
  const from = Math.floor(Math.min(...rows.map(({ lower }) => lower)) / 10) * 10;
  const to = Math.ceil(Math.max(...rows.map(({ upper }) => upper)) / 10) * 10;
  const ticks = Array.from({ length: (to - from) / 10 + 1 }, (_, at) => from + at * 10);
  const alt = `${group}社会评议得分（点）与95%置信区间（线），由高到低；${best.name}${best.shown}分最高。`;
  return [
    intervalChart({ caption: `${group}社会评议得分与置信区间`, alt }, { rows, scale: { from, to, ticks } }),
  ];
}

/** Where a number is so small that somebody could be told from it, there is none. */
const few = (values: readonly (number | null)[]): string =>
  values.includes(null) ? '不公开' : String(values.reduce<number>((sum, value) => sum + (value ?? 0), 0));

function channelBlocks(appraisals: Appraisals): ReportBlock[] {
  const all = Object.values(appraisals).flatMap(({ channels }) => channels ?? []);
  const names = new Map(all.map(({ code, name }) => [code, name.zh]));
  const rows = [...names].map(([code, name]) => {
    const own = all.filter((channel) => channel.code === code);
    const cells = [
      own.map(({ counted }) => counted),
      own.map(({ held }) => held),
      own.map(({ refused }) => refused),
    ];
    return [naming(name), ...cells.map((values) => ({ text: few(values), align: 'right' as const }))];
  });
  return [
    ...table('社会评议渠道', { head: [['渠道', '计入', '待核', '不计入']], rows }),
    ...(rows.length === 0 ? [] : [note('注：数量过少、可能识别个人的，不公开。')]),
  ];
}
