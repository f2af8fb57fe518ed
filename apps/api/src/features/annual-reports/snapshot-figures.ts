import { fillText } from '@gongping/annual-report';
import type { UnitKind } from '@gongping/contracts';
import { computedOf, type Snapshot } from '../publications/snapshot.ts';
import { rankingView } from '../results/ranking-view.ts';
import { appraisalFigures, appraisalSentence } from './passage-appraisal.ts';
import { groupsOf, type Group } from './passage-groups.ts';
import { basisSentence, methodFigures, methodSentence } from './passage-method.ts';
import {
  deductionSentence,
  groupFigures,
  resultSentence,
  unscoredFigures,
  unscoredSentence,
} from './passage-results.ts';
import { resultTables, type ResultTable } from './result-tables.ts';
import { token, type Has, type SnapshotFigure } from './snapshot-figure.ts';
import { unitFigures } from './unit-figures.ts';

/** The passage for 监督保障 in its parts; empty where there is nothing to say. */
export interface PassageWords {
  readonly basis: string;
  readonly method: string;
  /** Kind → what the group reached, and where it lost most. */
  readonly results: Readonly<Partial<Record<UnitKind, string>>>;
  readonly deductions: Readonly<Partial<Record<UnitKind, string>>>;
  readonly unscored: string;
  readonly appraisal: string;
  readonly correction: string;
}

/** What reports say of a publication. */
export interface SnapshotFigures {
  readonly figures: readonly SnapshotFigure[];
  /** Key → value as it is printed. */
  readonly values: Readonly<Record<string, string>>;
  /** Kind → the table of its ranking. */
  readonly tables: readonly ResultTable[];
  /** Its figures are tokens. */
  readonly words: PassageWords;
}

const known = new WeakMap<Snapshot, SnapshotFigures>();

/** Every figure that a report may take from a publication, made once for as long as the snapshot is kept. */
export function snapshotFigures(snapshot: Snapshot): SnapshotFigures {
  const found = known.get(snapshot) ?? makeFigures(snapshot);
  known.set(snapshot, found);
  return found;
}

function makeFigures(snapshot: Snapshot): SnapshotFigures {
  const { facts, version, reason, notice } = snapshot;
  const ranking = rankingView(computedOf(snapshot));
  const groups = groupsOf(ranking);
  const tables = resultTables(groups, facts);
  const figures = [
    ...groups.flatMap((group) => groupFigures(group, ranking)),
    ...appraisalFigures(ranking, facts, groups),
    ...methodFigures(ranking, facts, groups),
    ...unscoredFigures(ranking),
    ...(version === 1 ? [] : correctionFigures({ version, reason })),
    ...tables.flatMap(({ figures: own }) => own),
    ...unitFigures(ranking),
  ];
  const values = Object.fromEntries(figures.map(({ key, value }) => [key, value]));
  const has = (key: string) => values[key] !== undefined;
  const ofGroups = (sentence: (group: Group, has: Has) => string) =>
    Object.fromEntries(groups.map((group) => [group.kind, sentence(group, has)]));
  const words = {
    basis: basisSentence(notice, facts.year, groups),
    method: methodSentence(ranking, facts, { groups, has }),
    results: ofGroups(resultSentence),
    deductions: ofGroups(deductionSentence),
    unscored: unscoredSentence(has),
    appraisal: appraisalSentence(groups, has) ?? '',
    correction: version === 1 ? '' : correctionSentence,
  };
  return { figures, values, tables, words };
}

const correctionSentence = `以上为第${token('publication version')}版更正后的结果，更正原因：${token('publication reason')}。`;

/** The passage, a paragraph an entry, its figures as tokens. */
export function passageOf({ words }: Pick<SnapshotFigures, 'words'>): string[] {
  const { basis, method, results, deductions, unscored, appraisal, correction } = words;
  return [
    basis,
    method,
    [...Object.values(results), unscored].join(''),
    Object.values(deductions).join(''),
    appraisal,
    correction,
  ].filter((text) => text !== '');
}

/** The parts of the passage with the figures of their publication filled in. */
export function passageWords(snapshot: Snapshot): PassageWords {
  const { words, values } = snapshotFigures(snapshot);
  const filled = (text: string) => fillText(text, (key) => values[key] ?? null);
  const each = (texts: PassageWords['results']) =>
    Object.fromEntries(Object.entries(texts).map(([kind, text]) => [kind, filled(text)]));
  return {
    basis: filled(words.basis),
    method: filled(words.method),
    results: each(words.results),
    deductions: each(words.deductions),
    unscored: filled(words.unscored),
    appraisal: filled(words.appraisal),
    correction: filled(words.correction),
  };
}

function correctionFigures({ version, reason }: Pick<Snapshot, 'version' | 'reason'>): SnapshotFigure[] {
  return [
    {
      key: 'publication version',
      label: { zh: '评估结果的版本', en: 'Version of the results' },
      value: String(version),
    },
    {
      key: 'publication reason',
      label: { zh: '评估结果的更正原因', en: 'Reason of the correction' },
      value: reason.replace(/。$/, ''),
    },
  ];
}
