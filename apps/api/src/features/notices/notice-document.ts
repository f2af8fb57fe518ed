import type { Appeal, ProblemItem, Unit } from '@gongping/contracts';
import type { NoticeDocument, NoticeRow } from '@gongping/documents';
import { formatDecimal, roundHalfUp } from '@gongping/scoring';
import { DEMONSTRATION } from '../publications/open-data.ts';

const kindNames = { county: '县市区', department: '部门' } as const;

/** Two decimals, half up: scores as they are printed everywhere. */
const score = (value: number): string => formatDecimal(value, 2);

/** What a unit's notice is made of. */
export interface NoticeFacts {
  readonly round: { readonly year: number; readonly title: string; readonly demonstration: boolean };
  readonly unit: Pick<Unit, 'code' | 'name' | 'kind'>;
  readonly items: readonly ProblemItem[];
  /** Day of issue, `YYYY-MM-DD`. */
  readonly day: string;
}

/** The notice of deductions (扣分通知单) of a unit: an official document, in Chinese. */
export function noticeDocument({ round, unit, items, day }: NoticeFacts): NoticeDocument {
  const listed = items.filter((item) => item.role === 'score' && (item.lost > 0 || ruled(item) !== null));
  const losing = listed.filter(({ lost }) => lost > 0);
  const sum = roundHalfUp(
    losing.reduce((total, { lost }) => total + lost, 0),
    10,
  );
  const lead =
    losing.length === 0
      ? `经评估，你单位在《${round.title}》中没有扣分。`
      : `经评估，你单位在《${round.title}》中有${losing.length}项指标扣分，合计扣${score(sum)}分（按各项满分计），现通知如下：`;
  return {
    title: `${round.year}年度政务公开评估扣分通知单`,
    author: '公评',
    warning: round.demonstration ? `${DEMONSTRATION}：由系统生成，不是真实的评估结果` : null,
    addressee: `${unit.name.zh}（${kindNames[unit.kind]}）：`,
    lead,
    rows: listed.map(rowOf),
    remarks: remarksOf(items),
    date: longDay(day),
  };
}

function rowOf(item: ProblemItem): NoticeRow {
  const { indicator, rectification, repeated } = item;
  const repeat = repeated ? `【重复扣分：${repeated.year}年度已扣${score(repeated.lost)}分】\n` : '';
  return {
    indicator: `${indicator.code} ${indicator.name.zh}`,
    fullMarks: score(Number(item.fullMarks)),
    lost: score(item.lost),
    reason: repeat + reasonOf(item),
    request: rectification?.request ?? '—',
    due: rectification?.dueOn ?? '—',
    appeal: appealOf(item),
  };
}

/** The reason of the score, and those of its single deductions. */
function reasonOf({ reason, deductions }: ProblemItem): string {
  const single = deductions.map(({ label, count, reason: why }) => {
    const name = label === null ? '' : `${label.zh}${count > 1 ? `×${count}` : ''}`;
    return [name, why].filter((part) => part !== '').join('：');
  });
  return [reason, ...single].filter((line) => line !== '').join('\n');
}

/** The last appeal that was not taken back. */
function ruled({ appeals }: ProblemItem): Appeal | null {
  return appeals.findLast(({ state }) => state !== 'withdrawn') ?? null;
}

const outcomes = { upheld: '采纳', partly_upheld: '部分采纳', rejected: '不予采纳' } as const;

function appealOf(item: ProblemItem): string {
  const appeal = ruled(item);
  if (appeal === null) return '—';
  if (appeal.state === 'open' || appeal.state === 'withdrawn' || appeal.ruling === null) return '待裁定';
  const { before, after, text } = appeal.ruling;
  const back = Number(after.marks ?? 0) - Number(before.marks ?? 0);
  const gained =
    after.marks === null
      ? '，不计入'
      : back === 0
        ? ''
        : `，由${score(Number(before.marks ?? 0))}分改为${score(Number(after.marks))}分`;
  return `${outcomes[appeal.state]}${gained}：${text}`;
}

function remarksOf(items: readonly ProblemItem[]): string[] {
  const notApplicable = items.filter(({ state }) => state === 'not_applicable');
  const bonus = items.filter(({ role, marks }) => role === 'bonus' && Number(marks ?? 0) > 0);
  const vetoes = items.filter(
    ({ role, state, marks }) => role === 'veto' && state === 'scored' && Number(marks) === 1,
  );
  const named = ({ indicator }: ProblemItem) => `${indicator.code} ${indicator.name.zh}`;
  const why = (item: ProblemItem) => `${named(item)}（${reasonOf(item)}）`;
  return [
    ...(notApplicable.length === 0
      ? []
      : [`不适用${notApplicable.length}项，不计入：${notApplicable.map(why).join('；')}。`]),
    ...bonus.map((item) => `加分：${named(item)}，加${score(Number(item.marks))}分。`),
    ...vetoes.map((item) => `一票否决：${why(item)}。`),
    ...(items.some(({ rectification }) => rectification)
      ? ['请按整改要求和期限整改，并在系统中书面答复。']
      : []),
  ];
}

/** `2020-12-01` → `2020年12月1日` */
function longDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
