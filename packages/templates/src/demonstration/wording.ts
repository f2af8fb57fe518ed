import type { TemplateIndicator, LeadTask, TemplateUnit } from '../types.ts';
import type { RandomStream } from './random.ts';
import { voiceOf } from './voices.ts';

/** Whose finding is worded, and from which stream its words are drawn. */
export interface WordingContext {
  readonly unit: TemplateUnit;
  readonly leaf: TemplateIndicator;
  readonly year: number;
  /** Tasks that the notice gives the unit. */
  readonly tasks: readonly LeadTask[];
  readonly stream: RandomStream;
  /** Words drawn for this leaf so far: one document is not both unlinked and half linked. */
  readonly drawn: Set<string>;
}

const sections = '规划计划|统计信息|人事信息|财政信息|行政许可|应急管理|政府采购|重点领域'.split('|');
const columns = '自然人|商业企业|法律服务机构|社会公益组织|其他|总计'.split('|');
const rows =
  '本年新收政府信息公开申请数量|予以公开|部分公开|本机关不掌握相关政府信息|信访举报投诉类申请'.split('|');

/** Fills a sentence's placeholders; the values given come before the unit's own words. */
export function fill(
  sentence: string,
  { unit, year, stream, drawn }: WordingContext,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const voice = voiceOf(unit);
  const draw = (words: readonly string[]): string => {
    const fresh = words.filter((word) => !drawn.has(word));
    const word = stream.pick(fresh.length > 0 ? fresh : words);
    drawn.add(word);
    return word;
  };
  const valueOf = (name: string): string | number | undefined => {
    if (Object.hasOwn(values, name)) return values[name];
    if (name === 'unit') return unit.name.zh;
    if (name === 'year') return year;
    // The report published in the year assessed is about the year before.
    if (name === 'reportYear') return year - 1;
    if (name === 'service') return draw(voice.services);
    if (name === 'document') return draw(voice.documents);
    if (name === 'concern') return draw(voice.concerns);
    if (name === 'section') return draw(sections);
    if (name === 'column') return draw(columns);
    if (name === 'row') return draw(rows);
    return undefined;
  };
  return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(valueOf(name) ?? placeholder));
}

/**
 * One of the wordings at a position of a story.
 * @throws RangeError where the story does not follow the rule it tells of
 */
export function wordingAt(
  wordings: readonly (readonly string[])[],
  at: number,
  { leaf, stream }: WordingContext,
): string {
  const choices = wordings[at];
  if (choices === undefined || choices.length === 0) {
    throw new RangeError(`no wording at position ${at} of leaf ${leaf.code}`);
  }
  return stream.pick(choices);
}
