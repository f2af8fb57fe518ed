import type { MeaningKey } from './meanings.ts';
import type { Token } from './token.ts';

/** Makes a token of what a pattern found. */
export type Make = (match: RegExpExecArray, at: { from: number; to: number }) => Token;

const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const UNIT = String.raw`件次|人次|件|起|宗|份|例|条|次|项|个|%|万|亿|余|多|元|字|期|篇|家|户|人|场|部|处`;
/** Everybody who may ask: no one kind of applicant is meant. */
const WHO = String.raw`(?:公民|自然人)[、和](?:法人[、和])?(?:法人)?(?:和|或者?|及|以及)?其他组织`;
/** Words between a verb and 申请, none of which may make it another kind of application. */
const OF = String.raw`(?:${WHO}|(?!复议|诉讼|处罚|许可|申请)[^，。；、\d\n()]){0,18}?`;
const LAST = String.raw`(?:上|去)一?年度?`;

const numberOf = (digits: string | undefined): number => Number((digits ?? '').replaceAll(',', ''));

const term =
  (meaning: MeaningKey): Make =>
  (_, at) => ({ kind: 'term', meaning, ...at });

const fixed =
  (kind: 'last-year' | 'respectively' | 'end' | 'open' | 'close' | 'other'): Make =>
  (_, at) => ({ kind, ...at });

const growth: Make = ([, year, verb = '', amount = '', unit], at) => {
  // A factor or a number of points is not compared.
  if (unit !== '%' && unit !== '件') return { kind: 'other', ...at };
  const sign = /下降|减少|降低|下滑|回落/.test(verb) ? -1 : 1;
  const against = year === undefined ? null : Number(year);
  return { kind: 'growth', amount: amount.replaceAll(',', ''), unit, sign, against, ...at };
};

const numberFirst: Make = ([words, digits, what], at) => {
  const meaning: MeaningKey =
    what === undefined
      ? /^新/.test(words)
        ? 'new'
        : /^(?:收办|办理)/.test(words)
          ? 'handled'
          : /^(?:办结|答复)/.test(words)
            ? 'answered'
            : 'received'
      : /诉讼/.test(what)
        ? 'lawsuit'
        : 'review';
  return { kind: 'whole', meanings: [meaning], value: numberOf(digits), ...at };
};

/** None at all, of these and of the cases that are named. */
const none =
  (also: readonly MeaningKey[]): Make =>
  ([words], at) => {
    const found: MeaningKey[] = [
      ...also,
      ...(also.length === 0 && /行政复议|(?<!行政)复议/.test(words) ? (['review'] as const) : []),
      ...(also.length === 0 && /诉讼/.test(words) ? (['lawsuit'] as const) : []),
    ];
    return { kind: 'whole', meanings: found, value: 0, ...at };
  };

const CASES = String.raw`(?:行政复议|行政诉讼|复议|诉讼)`;
const ASKED = String.raw`(?:(?:政府信息公开|信息公开|依申请公开)(?:的)?申请|依申请公开(?:事项|信息|请求))`;

const MORE_CASES = String.raw`(?:(?:、|和|及|与|或|以及|，也无|，无)(?:被)?(?:提起|申请)?${CASES}(?:案件)?)*`;
/** Behind the cases: they were there and ended so. */
const NOT_AN_OUTCOME = String.raw`(?!案?件?(?:被|结果|纠正|败诉|机关|决定|\d))`;

/** In the order in which they are preferred where they begin at the same letter and are as long. */
export const patterns: readonly (readonly [RegExp, Make])[] = [
  [
    new RegExp(
      String.raw`(?:(?:同比|(?:较|与|比)(?:${LAST}|(20\d\d)年度?)(?:同期)?(?:相比)?)(?:\([^()\n]{0,20}\))?[，,]?(?:数量|申请量|总量|件数)?(?:略有|有所|小幅|大幅|略)?)?` +
        String.raw`(增长|上升|增加|提高|上涨|增幅|下降|减少|降低|下滑|回落)(?:了|约|近|达到?|为|率|幅度)*(${NUMBER})(%|个百分点|件|倍)?`,
    ),
    growth,
  ],
  [
    new RegExp(String.raw`(?:未|没有|无)(?:收到|接到|受理)(?:过)?${OF}${ASKED}(?!行政|提起|的?复议)`),
    none(['new']),
  ],
  [
    new RegExp(
      String.raw`(?:未|没有)(?:因[^，。；\n\d]{0,20}?)?(?:收到|发生|产生|出现|引发|引起|接到|被提起|涉及)[^，。；\n\d]{0,20}?${CASES}(?:案件)?${MORE_CASES}${NOT_AN_OUTCOME}`,
    ),
    none([]),
  ],
  [
    new RegExp(
      String.raw`(?<![有公])无(?:因[^，。；\n\d]{0,20}?)?(?:政府信息公开|信息公开)?(?:相关)?(?:被?(?:申请|提起))?${CASES}(?:案件)?${MORE_CASES}(?=[，。；\n]|情况|发生|$)`,
    ),
    none([]),
  ],
  [
    new RegExp(
      String.raw`(?:新收|收到|受理|接收|收办|办理|办结|答复)[^，。；、\d\n]{0,6}(${NUMBER})(?:件|份|条|宗|起|例)(?:(?!复议|诉讼)[^，。；、\d\n和及与()]){0,14}申请`,
    ),
    numberFirst,
  ],
  [
    new RegExp(
      String.raw`(?<=(?:收到|发生|引发|引起|涉及|办理|受理|产生|共|有|被提起)[^，。；、\d\n]{0,4})(${NUMBER})(?:件|起|宗|例)[^，。；、\d\n和及与()]{0,10}(行政复议|行政诉讼)`,
    ),
    numberFirst,
  ],
  [
    new RegExp(String.raw`(?:${LAST}|20\d\d年度?)(?:度)?(?:结转|转结|接转|转入)|结转(?:自)?(?:${LAST})`),
    term('carriedIn'),
  ],
  [
    new RegExp(
      String.raw`(?:结转|转入|转至|转)(?:至|到|入)?(?:下一?年度?|次年|下年|20\d\d年度?)(?:继续)?(?:办理)?`,
    ),
    term('carriedOn'),
  ],
  [/结转/, term('carried')],
  [new RegExp(String.raw`新收|新增${OF}申请`), term('new')],
  [
    new RegExp(String.raw`(?:收到(?:和|并|、|及)(?:办理|处理)|收办|收理)${OF}申请|收办(?:总数|总量)?`),
    term('handled'),
  ],
  [new RegExp(String.raw`(?:收到|受理|接收|接到|收悉)${OF}申请`), term('received')],
  [new RegExp(String.raw`(?:办理|处理)(?!结果)${OF}申请`), term('handled')],
  [/依申请公开(?:政府信息)?(?:申请)?(?:总?数|总量|办理量|件)/, term('handled')],
  [
    new RegExp(
      String.raw`(?:办结|答复|办复)(?!率)${OF}申请|办结(?!率)|(?:已|共|作出|按[时期])答复(?!率)|答复(?:件)?(?=\d)`,
    ),
    term('answered'),
  ],
  [/(?:(?<!不)予以公开|同意公开)(?:答复)?/, term('granted')],
  [/部分公开(?:答复)?/, term('partial')],
  [/不予公开(?:答复)?/, term('refused')],
  [/无法提供(?:答复)?/, term('unavailable')],
  [/不予处理(?:答复)?/, term('notProcessed')],
  [/其他处理(?:答复)?/, term('otherwise')],
  [new RegExp(WHO), fixed('other')],
  [/自然人/, term('natural')],
  [/法人(?:或|和|及|与|、)其他组织/, term('organisations')],
  [/(?:未经|不经)复议(?:程序)?直接(?:起诉|提起诉讼|提起行政诉讼)/, term('lawsuitDirect')],
  [/(?:经)?复议后(?:再)?(?:起诉|诉讼|提起诉讼|提起行政诉讼)/, term('lawsuitAfterReview')],
  [/行政复议/, term('review')],
  [/行政诉讼/, term('lawsuit')],
  [/维持/, (_, at) => ({ kind: 'outcome', column: 0, ...at })],
  [/纠正/, (_, at) => ({ kind: 'outcome', column: 1, ...at })],
  [/其他结果/, (_, at) => ({ kind: 'outcome', column: 2, ...at })],
  [/(?:尚未|未)审结/, (_, at) => ({ kind: 'outcome', column: 3, ...at })],
  [
    /(?:网络|网上|在线|互联网|信函|邮寄|信件|当面|现场|传真|电子邮件)(?:渠道|平台|方式|提交|提出|申请|的)*/,
    (_, at) => ({ kind: 'channel', ...at }),
  ],
  [
    new RegExp(
      String.raw`(?:占比?|比例|占总数|占总量)(?:(?:申请|受理|收到|办结|答复|办理|全部|总)[^，。；\d\n()]{0,8})?(?:的)?(?:为|达|约)*(\d+(?:\.\d+)?)%`,
    ),
    ([, percent], at) => ({ kind: 'share', percent: percent ?? '', ...at }),
  ],
  [
    /(20\d\d)年度?(?:\d{1,2}月)?(?:\d{1,2}日)?/,
    ([, year], at) => ({ kind: 'year', year: Number(year), ...at }),
  ],
  [/\d{1,2}月(?:\d{1,2}日)?|第\d+|[〔[]\d{4}[〕\]]\d*号?/, fixed('other')],
  [new RegExp(String.raw`${LAST}`), fixed('last-year')],
  [/分别/, fixed('respectively')],
  [/[。；;\n]/, fixed('end')],
  [/\(/, fixed('open')],
  [/\)/, fixed('close')],
  [
    new RegExp(String.raw`(?<![A-Za-z\d.])(${NUMBER})(${UNIT})?`),
    ([, digits, unit], at) => ({ kind: 'number', value: numberOf(digits), unit: unit ?? '', ...at }),
  ],
];
