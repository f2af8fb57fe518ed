/** What may tell who is meant. */
export type PersonalKind = 'phone' | 'identity' | 'plate' | 'email' | 'name';

/** A place in a text, in UTF-16 units. */
export interface PersonalSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: PersonalKind;
}

/** A digit of either width. */
const d = '[0-9０-９]';
const noDigitBefore = `(?<!${d})`;
const noDigitAfter = `(?!${d})`;

/** The most frequent family names; a name is only one before a title or after words that say so. */
const familyNames =
  '(?:欧阳|上官|司马|诸葛|司徒|夏侯|尉迟|皇甫|慕容|令狐|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎鲁韦昌马苗凤方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元顾孟平黄穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房丁邓洪包左石崔吉龚程邢裴陆荣翁荀曾游叶温庄晏瞿阎连艾向易廖耿匡寇广阙沙关肖涂谭覃文龙刘])';
const titles =
  '(?:先生|女士|小姐|同志|师傅|老师|教授|医生|护士|律师|警官|法官|会计|经理|老板|主任|副主任|科长|副科长|处长|副处长|局长|副局长|所长|副所长|股长|站长|队长|书记|副书记|镇长|副镇长|乡长|村长|区长|副区长|县长|副县长|市长|副市长|部长|副部长|校长|院长|主席|委员|代表|阿姨|叔叔|大爷|大妈|大姐|大哥)';

const patterns: readonly (readonly [PersonalKind, string])[] = [
  ['email', String.raw`[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+`],
  // 18 characters, the last a digit or X (GB 11643), or 15 as issued before 1999; spaced by threes or fours too.
  ['identity', `${noDigitBefore}(?:${d}[ -]?){17}[0-9０-９XxＸ]${noDigitAfter}`],
  ['identity', `${noDigitBefore}${d}{15}${noDigitAfter}`],
  ['phone', String.raw`(?<![0-9０-９])(?:\+?86[ -]?)?[1１][3-9３-９](?:[ -]?[0-9０-９]){9}(?![0-9０-９])`],
  ['phone', String.raw`(?<![0-9０-９])[(（]?[0０][0-9０-９]{2,3}[)）]?[ -]?[0-9０-９]{7,8}(?![0-9０-９])`],
  // A local number only where the words say that it is one.
  ['phone', `(?<=(?:电话|手机|致电|号码)[是为：: ]{0,3})${d}{7,8}${noDigitAfter}`],
  [
    'plate',
    '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-Z][·• ]?[A-HJ-NP-Z0-9]{5,6}(?![A-Z0-9])',
  ],
  ['name', `${familyNames}(?:[\\u4e00-\\u9fff]{0,2}?)${titles}`],
  ['name', `${familyNames}(?:某某|某|[XxＸ×*＊]{1,2})`],
  [
    'name',
    `(?<=(?:姓名|我叫|我是|本人|名叫)[是为：: ]{0,3})${familyNames}[\\u4e00-\\u9fff]{1,2}(?![\\u4e00-\\u9fff])`,
  ],
  ['name', `(?<![\\u4e00-\\u9fff])[老小]${familyNames}(?=[，,。！!？? 说讲、]|$)`],
];

/** Common words that begin as a name does and end as a title does. */
const notNames = /^(?:方便|高效|文明|平时|安全|常务|成为|于是|时任|明白|元旦|计划|纪委|支部|万能|全国|人大)/u;

/**
 * Where a text may tell who is meant: numbers of telephones, identity cards and cars, addresses of e-mail, names with a
 * title. It finds what usually occurs and somebody has to look: it cannot know every name.
 * @returns without overlaps, in the order of the text
 */
export function findPersonal(text: string): PersonalSpan[] {
  const found = patterns.flatMap(([kind, pattern]) =>
    [...text.matchAll(new RegExp(pattern, 'gu'))].flatMap((match) =>
      kind === 'name' && notNames.test(match[0])
        ? []
        : [{ start: match.index, end: match.index + match[0].length, kind }],
    ),
  );
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const spans: PersonalSpan[] = [];
  for (const span of found) if (span.start >= (spans.at(-1)?.end ?? 0)) spans.push(span);
  return spans;
}

/** The text with black in place of what may tell who is meant; its length does not tell that of a name. */
export function redact(text: string, spans: readonly PersonalSpan[]): string {
  let redacted = '';
  let at = 0;
  for (const { start, end } of spans) {
    redacted += `${text.slice(at, start)}███`;
    at = end;
  }
  return redacted + text.slice(at);
}
