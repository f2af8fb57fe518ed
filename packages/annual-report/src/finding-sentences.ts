import type { LocalText } from './report.ts';

/** Sentences for what checks find; `{x}` is filled from the finding's params. */
export const findingSentences = {
  holds: { zh: '相符（{value}）。', en: 'It holds ({value}).' },
  'nothing-wrong': { zh: '未发现问题。', en: 'Nothing wrong was found.' },
  'blank-cells': {
    zh: '{cells}空白，无法判定；确实没有的请填 0，否则补上数字。',
    en: 'It cannot be decided: {cells} blank. Write 0 where there was none, else the number.',
  },
  'not-a-count': {
    zh: '{cell}填的是 {actual}，应为不小于 0 的整数，请改正。',
    en: '{cell} is {actual}; it must be a whole number, 0 or more. Correct it.',
  },
  'not-an-amount': {
    zh: '{cell}填的是 {actual}，金额不应为负数，请改正。',
    en: '{cell} is {actual}; an amount cannot be negative. Correct it.',
  },
  'not-whole': {
    zh: '{cell}填的是 {actual}，应为整数，请改正。',
    en: '{cell} is {actual}; it must be a whole number. Correct it.',
  },
  'balance-broken': {
    zh: '表三“{of}”列：本年新收与上年结转之和为 {expected}，办理总计与结转下年之和却为 {actual}，两者应当相等；请核对这四格。',
    en: 'Table 3, column {of}: new requests and those carried over are {expected}, handled and carried on are {actual}; they must be equal. Check these four cells.',
  },
  'results-broken': {
    zh: '表三“{of}”列：各项办理结果之和为 {expected}，（七）总计却为 {actual}；请核对各项结果和总计。',
    en: 'Table 3, column {of}: the results add up to {expected}, but their total (7) is {actual}; check the results and the total.',
  },
  'applicants-broken': {
    zh: '表三“{of}”行：各类申请人之和为 {expected}，总计却为 {actual}；请核对这一行。',
    en: 'Table 3, row {of}: the applicants add up to {expected}, but the total is {actual}; check this row.',
  },
  'outcomes-broken': {
    zh: '表四“{of}”：维持、纠正、其他、尚未审结之和为 {expected}，总计却为 {actual}；请核对这一组。',
    en: 'Table 4, {of}: the outcomes add up to {expected}, but the total is {actual}; check this group.',
  },
  'rules-not-zero': {
    zh: '{unit}无权制定规章，表二“规章”一行应全部为 0；行政规范性文件请填在下一行。',
    en: '{unit} cannot make regulations (规章): this row of table 2 must be 0. Normative documents belong in the next row.',
  },
  'rules-kind-unknown': {
    zh: '不知道这是市、县还是部门的报告，无法判定能否有规章；请指明单位类别。',
    en: 'It is not known whether this is the report of a city, a county or a department; say which, to decide whether there can be regulations.',
  },
  'no-previous': {
    zh: '没有给出上一年度的报告，无法判定。',
    en: 'It cannot be decided: last year’s report was not given.',
  },
  'previous-other-year': {
    zh: '给出的上一年度报告是 {year} 年的，应为 {wanted} 年，无法判定。',
    en: 'It cannot be decided: the previous report is of {year}, that of {wanted} is needed.',
  },
  'previous-other-form': {
    zh: '上一年度用的是另一种表式，口径不同，无法判定。',
    en: 'It cannot be decided: last year was reported on the other form, which counts differently.',
  },
  'carry-over-broken': {
    zh: '“{of}”列：上年结转填的是 {actual}，上一年度报告的结转下年度为 {expected}；请更正，或在报告中说明原因。',
    en: 'Column {of}: {actual} carried over, but last year’s report carried {expected} on; correct it, or explain it in the report.',
  },
  'stock-differs': {
    zh: '{cell}填的是 {actual}，按上一年度报告推算为 {expected}；请核对，有清理或统计口径变化的请说明。',
    en: '{cell} is {actual}; from last year’s report it would be {expected}. Check it, and explain a change of what is counted.',
  },
  'fewer-than-departments': {
    zh: '本级政府新收申请 {actual} 件，少于各部门之和 {expected} 件；请核对汇总范围。',
    en: 'The government has {actual} new requests, fewer than its departments together ({expected}); check what was added up.',
  },
  'all-zero': {
    zh: '表三全部为 0，但该单位设有对外服务窗口；请确认没有漏统计。',
    en: 'Table 3 is all zeros, though the unit serves the public at a counter; make sure that nothing was left out.',
  },
  'all-zero-counter-unknown': {
    zh: '表三全部为 0；该单位若设有对外服务窗口，请确认没有漏统计。',
    en: 'Table 3 is all zeros; if the unit serves the public at a counter, make sure that nothing was left out.',
  },
  blank: {
    zh: '{cells}空白。空白不等于 0，没有的请填 0。',
    en: '{cells} blank. A blank cell is not a 0: write 0 where there was none.',
  },
  'prompt-left': {
    zh: '留有模板的提示文字“{found}”，请删去或填写实际内容。',
    en: 'A prompt of the template was left: “{found}”. Remove it or write what it asks for.',
  },
  'title-other-year': {
    zh: '标题写的是 {actual} 年，报告年度是 {expected} 年，请改正。',
    en: 'The title says {actual}, but the report is of {expected}; correct it.',
  },
  'text-other-year': {
    zh: '这一部分只提到 {actual} 年，没有提到报告年度 {expected} 年，可能沿用了旧稿；请核对。',
    en: 'This section speaks of {actual} and never of {expected}, the year of the report; it may be an old text. Check it.',
  },
  'period-differs': {
    zh: '统计期限写的是“{found}”，应为 {year} 年 1 月 1 日至 12 月 31 日，请改正。',
    en: 'The period is given as “{found}”; it must be from 1 January to 31 December {year}. Correct it.',
  },
  'wrong-form': {
    zh: '{year} 年度报告应使用 {expected} 表式，这里用的是 {actual}，请换用正确的表式。',
    en: 'The report of {year} is to be made on the form {expected}, not {actual}; use the right form.',
  },
  'section-missing': {
    zh: '缺少“{section}”这一部分，请补上。',
    en: 'The section “{section}” is missing; add it.',
  },
  'section-empty': {
    zh: '“{section}”这一部分没有内容，请补上；确实没有的请写明。',
    en: 'The section “{section}” has no text; write it, or say that there is nothing to report.',
  },
  'section-not-given': {
    zh: '没有给出“{section}”这一部分的文字，无法判定。',
    en: 'It cannot be decided: the text of the section “{section}” was not given.',
  },
  'heading-order': {
    zh: '{place}的标题“{found}”顺序与格式不符，六个部分应按“一”至“六”的顺序排列。',
    en: '{place}: the section “{found}” is out of the form’s order, 一 to 六.',
  },
  'heading-differs': {
    zh: '{place}的标题“{found}”与格式不符，应为“{section}”。',
    en: '{place}: the heading “{found}” is not the form’s, “{section}”.',
  },
  'heading-number': {
    zh: '{place}的标题“{found}”序号与格式不符，应为“{section}”。',
    en: '{place}: the heading “{found}” has another number than the form’s, “{section}”.',
  },
  'text-differs': {
    zh: '文中写“{quote}”，表中{cells}为 {expected}；请核对，改正其中一处。',
    en: 'The text says “{quote}”, but the table has {expected} ({cells}); check both and correct one.',
  },
  'text-agrees': { zh: '文中“{quote}”与表格相符。', en: '“{quote}” agrees with the tables.' },
  'text-no-table': {
    zh: '文中写“{quote}”，表中{cells}空白，无法核对。',
    en: 'The text says “{quote}”; it cannot be checked, for {cells} blank in the table.',
  },
  'growth-differs': {
    zh: '文中写“{quote}”，按两年的表格计算为 {expected}%（{before} → {now}）；请核对。',
    en: 'The text says “{quote}”; by the tables of both years it is {expected}% ({before} → {now}). Check it.',
  },
  'growth-cut': {
    zh: '文中写“{quote}”，四舍五入应为 {expected}%（{before} → {now}），似乎是直接截去尾数；请核对。',
    en: 'The text says “{quote}”; rounded it is {expected}% ({before} → {now}), it seems to have been cut off. Check it.',
  },
  'growth-without-base': {
    zh: '文中写“{quote}”，上一年为 0，无法计算百分比；请改用件数。',
    en: 'The text says “{quote}”, but there were none in the year before, so there is no percentage; give the number.',
  },
  'growth-no-previous': {
    zh: '文中写“{quote}”，没有上一年度报告，无法核对。',
    en: 'The text says “{quote}”; it cannot be checked without last year’s report.',
  },
  'change-differs': {
    zh: '文中写“{quote}”，按两年的表格应为 {expected}（{before} → {now}）；请核对。',
    en: 'The text says “{quote}”; by the tables of both years it is {expected} ({before} → {now}). Check it.',
  },
  'share-differs': {
    zh: '文中写“{quote}”，{part} 占 {whole} 应为 {expected}%；请核对。',
    en: 'The text says “{quote}”, but {part} of {whole} is {expected}%; check it.',
  },
  'copied-from-last-year': {
    zh: '第五部分与上一年度报告的相似度为 {similarity}%，请写出本年度的实际问题和改进情况。',
    en: 'Section 五 is {similarity}% the same as last year’s; write this year’s problems and improvements.',
  },
  'copied-from-other': {
    zh: '第五部分与“{other}”的相似度为 {similarity}%，请核实是否照搬，写出本单位的实际情况。',
    en: 'Section 五 is {similarity}% the same as that of {other}; check whether it was copied, and write the unit’s own.',
  },
  'not-copied': {
    zh: '第五部分与“{other}”的相似度为 {similarity}%。',
    en: 'Section 五 is {similarity}% the same as that of {other}.',
  },
  'too-short-to-compare': {
    zh: '第五部分文字过短或没有给出，无法与“{other}”比较。',
    en: 'A section 五 is too short or was not given, so that it cannot be compared with that of {other}.',
  },
} as const satisfies Record<string, LocalText>;

export type FindingCode = keyof typeof findingSentences;
