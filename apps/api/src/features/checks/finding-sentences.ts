import { formatDecimal, type LocalText } from '@gongping/scoring';
import type { CheckedCell, CheckedEvidence, CheckedPerson, CheckedUnit, LinkState } from './check-facts.ts';

/** Each says what is wrong; what to do is said once above the findings of a check. */

const number = (value: number | null, decimals = 2): string =>
  value === null ? '–' : formatDecimal(value, decimals);
const percent = (share: number): string => `${formatDecimal(share * 100, 0)}%`;

export function lostWithoutReason({ marks, fullMarks, leaf }: CheckedCell): LocalText {
  if (leaf.role === 'bonus') {
    return {
      zh: `加 ${number(marks)} 分，没有写理由。`,
      en: `A bonus of ${number(marks)} is granted without a reason.`,
    };
  }
  if (leaf.role === 'veto') {
    return { zh: '已触发一票否决，没有写理由。', en: 'A veto is triggered without a reason.' };
  }
  return {
    zh: `得 ${number(marks)} 分（满分 ${number(fullMarks)}），没有写扣分理由。`,
    en: `${number(marks)} of ${number(fullMarks)} marks, and no reason for what is lost.`,
  };
}

export function fullWithoutEvidence({ fullMarks }: CheckedCell): LocalText {
  return {
    zh: `得满分 ${number(fullMarks)}，没有任何佐证材料。`,
    en: `Full marks (${number(fullMarks)}) without any evidence.`,
  };
}

export function notApplicableWithoutReason({ reason }: CheckedCell): LocalText {
  const given = reason.trim();
  return given === ''
    ? { zh: '判为不适用，没有写理由。', en: 'Not applicable, without a reason.' }
    : { zh: `判为不适用，理由过短：“${given}”。`, en: `Not applicable, for a reason too short: “${given}”.` };
}

export function notApplicableNotApproved({ reason }: CheckedCell): LocalText {
  return {
    zh: `判为不适用，尚未批准。理由：${reason.trim()}`,
    en: `Not applicable, not approved yet. Reason: ${reason.trim()}`,
  };
}

export function notApplicableRejected(reason: string): LocalText {
  return {
    zh: `判为不适用，未获批准，应重新评分。退回理由：${reason}`,
    en: `Not applicable, rejected: it has to be scored. Reason: ${reason}`,
  };
}

interface Use {
  readonly cell: CheckedCell;
  readonly share: number;
  readonly piece: CheckedEvidence;
}

export function contradictoryEvidence(lowest: Use, highest: Use): LocalText {
  const title = lowest.piece.title;
  const zh = ({ cell: { unit, leaf }, share }: Use) =>
    `${unit.name.zh} ${leaf.code} 得分率 ${percent(share)}`;
  const en = ({ cell: { unit, leaf }, share }: Use) => `${unit.name.en} ${leaf.code} at ${percent(share)}`;
  return {
    zh: `同一份佐证“${title}”下得分相差悬殊：${zh(highest)}，${zh(lowest)}。`,
    en: `The same evidence “${title}” stands under very different scores: ${en(highest)}, ${en(lowest)} of the marks.`,
  };
}

export function scoresOwnUnit(person: CheckedPerson, unit: CheckedUnit): LocalText {
  return {
    zh: `${person.name}是${unit.name.zh}的人员，却为该单位评分。`,
    en: `${person.name} belongs to ${unit.name.en} and scores it.`,
  };
}

export function rulesOnOwnUnit(person: CheckedPerson, unit: CheckedUnit): LocalText {
  return {
    zh: `${person.name}是${unit.name.zh}的人员，却对该单位的得分作出裁定。`,
    en: `${person.name} belongs to ${unit.name.en} and has ruled on its score.`,
  };
}

export function rulesOnOwnScore(person: CheckedPerson, unit: CheckedUnit): LocalText {
  return {
    zh: `${person.name}既为${unit.name.zh}评分，又对其得分作出裁定。`,
    en: `${person.name} scores ${unit.name.en} and has ruled on its score as well.`,
  };
}

export function sameForAll(units: number, share: number): LocalText {
  return {
    zh: `${units} 个单位得分率都是 ${percent(share)}，没有区分。`,
    en: `All ${units} units have ${percent(share)} of the marks: it tells nobody apart.`,
  };
}

const longestQuote = 40;

export function copiedReasons({ reason }: CheckedCell, leaves: number): LocalText {
  const letters = [...reason.trim()];
  const quote =
    letters.length > longestQuote ? `${letters.slice(0, longestQuote).join('')}…` : letters.join('');
  return {
    zh: `${leaves} 项指标的扣分理由完全相同：“${quote}”。`,
    en: `${leaves} leaves lost marks for one and the same reason: “${quote}”.`,
  };
}

export function deadLink(url: string, { state, status }: LinkState): LocalText {
  if (state === 'refused') {
    return {
      zh: `链接指向内部网络或不允许的地址，未访问：${url}`,
      en: `The link leads into a private network or to an address not allowed, and was not opened: ${url}`,
    };
  }
  if (state === 'gone') {
    return {
      zh: `链接已失效（状态码 ${status ?? '–'}）：${url}`,
      en: `The link is dead (status ${status ?? '–'}): ${url}`,
    };
  }
  const zh = status === null ? '没有应答' : `状态码 ${status}`;
  const en = status === null ? 'no answer' : `status ${status}`;
  return { zh: `链接打不开（${zh}）：${url}`, en: `The link could not be opened (${en}): ${url}` };
}
