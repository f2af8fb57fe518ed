import type { PublicationChanges } from '@gongping/contracts';
import { ROOT, TREE } from '@gongping/scoring';
import { canonicalJson } from '../../http/canonical-json.ts';
import { outcomeIndex, type NodeOutcome } from '../results/outcome.ts';
import { rankedUnits } from '../results/ranking-view.ts';
import { cellKey, scoresByCell, SOCIAL, type ScoreFacts, type UnitFacts } from '../results/round-facts.ts';
import { commentsOf } from './published-comments.ts';
import { computedOf, type Snapshot } from './snapshot.ts';

type Differences = Omit<PublicationChanges, 'from' | 'to'>;
type UnitChange = Differences['units'][number];
type Indicator = Snapshot['facts']['indicators'][number];

interface Pair<T> {
  readonly from: T;
  readonly to: T;
}

const differs = ({ from, to }: Pair<unknown>): boolean => from !== to;

/** Everything that differs between two versions: which unit, which indicator, which number, from what to what. */
export function versionChanges(before: Snapshot, after: Snapshot): Differences {
  return {
    units: unitChanges(before, after),
    scores: scoreChanges(before, after),
    nodes: nodeChanges(before, after),
    indicators: indicatorChanges(before, after),
    method: methodChanges('', { from: before.facts.method, to: after.facts.method }),
    comments: { from: commentsOf(before).texts.length, to: commentsOf(after).texts.length },
  };
}

/** Items of both versions by code: those of the newer one in its order, then those that are gone. */
function joined<T extends { readonly code: string }>(before: readonly T[], after: readonly T[]) {
  const old = new Map(before.map((item) => [item.code, item]));
  const kept = new Set(after.map(({ code }) => code));
  return [
    ...after.map((item) => ({ item, presence: old.has(item.code) ? ('kept' as const) : ('added' as const) })),
    ...before.filter(({ code }) => !kept.has(code)).map((item) => ({ item, presence: 'removed' as const })),
  ];
}

interface Standing extends Pick<NodeOutcome, 'score' | 'rank' | 'band'> {
  readonly thirdParty: number | null;
  readonly social: number | null;
}

const nothing: Standing = { score: null, rank: null, band: null, thirdParty: null, social: null };

function standings({ outcome }: Snapshot): (unit: string) => Standing {
  const row = outcomeIndex(outcome);
  const totals = new Map(outcome.totals.map((total) => [total.unit, total]));
  return (unit) => {
    const root = row(unit, ROOT);
    if (!root) return nothing;
    const part = (code: string) => totals.get(unit)?.parts.find((one) => one.code === code)?.value ?? null;
    const { score, rank, band } = root;
    return { score, rank, band, thirdParty: part(TREE), social: part(SOCIAL) };
  };
}

function unitChanges(before: Snapshot, after: Snapshot): UnitChange[] {
  const [old, present] = [standings(before), standings(after)];
  const ranked = rankedUnits(computedOf(after)).map(({ code, name, kind }) => ({ code, name, kind }));
  return joined<UnitFacts>(before.facts.units, ranked).flatMap(({ item, presence }) => {
    const [from, to] = [old(item.code), present(item.code)];
    const { code, name, kind } = item;
    const change: UnitChange = {
      code,
      name,
      kind,
      presence,
      total: { from: from.score, to: to.score },
      rank: { from: from.rank, to: to.rank },
      band: { from: from.band, to: to.band },
      thirdParty: { from: from.thirdParty, to: to.thirdParty },
      social: { from: from.social, to: to.social },
    };
    const { total, rank, band, thirdParty, social } = change;
    const same = presence === 'kept' && ![total, rank, band, thirdParty, social].some(differs);
    return same ? [] : [change];
  });
}

const named = ({ code, name }: Pick<UnitFacts, 'code' | 'name'>) => ({ code, name });

const isLeaf = ({ rule }: Indicator): boolean => rule !== null;

function scoreChanges(before: Snapshot, after: Snapshot): Differences['scores'] {
  const [old, present] = [scoresByCell(before.facts), scoresByCell(after.facts)];
  const stateOf = (score: ScoreFacts | undefined) => score?.state ?? null;
  const leaves = joined(before.facts.indicators.filter(isLeaf), after.facts.indicators.filter(isLeaf));
  return joined(before.facts.units, after.facts.units).flatMap(({ item: unit }) =>
    leaves.flatMap(({ item: leaf }) => {
      const key = cellKey(unit.code, leaf.code);
      const [from, to] = [old.get(key), present.get(key)];
      const state = { from: stateOf(from), to: stateOf(to) };
      const marks = { from: from?.marks ?? null, to: to?.marks ?? null };
      if (!differs(state) && !differs(marks)) return [];
      return [{ unit: named(unit), indicator: named(leaf), state, marks, reason: to?.reason ?? '' }];
    }),
  );
}

function nodeChanges(before: Snapshot, after: Snapshot): Differences['nodes'] {
  const [old, present] = [outcomeIndex(before.outcome), outcomeIndex(after.outcome)];
  const inner = (snapshot: Snapshot) => snapshot.facts.indicators.filter((node) => !isLeaf(node));
  const nodes = joined(inner(before), inner(after));
  return joined(before.facts.units, after.facts.units).flatMap(({ item: unit }) =>
    nodes.flatMap(({ item: node }) => {
      const [from, to] = [old(unit.code, node.code), present(unit.code, node.code)];
      const score = { from: from?.score ?? null, to: to?.score ?? null };
      const rank = { from: from?.rank ?? null, to: to?.rank ?? null };
      if (!differs(score) && !differs(rank)) return [];
      return [{ unit: named(unit), indicator: named(node), score, rank }];
    }),
  );
}

function indicatorChanges(before: Snapshot, after: Snapshot): Differences['indicators'] {
  const old = new Map(before.facts.indicators.map((indicator) => [indicator.code, indicator]));
  return joined(before.facts.indicators, after.facts.indicators).flatMap(({ item, presence }) =>
    presence === 'kept' && canonicalJson(old.get(item.code)) === canonicalJson(item)
      ? []
      : [{ ...named(item), presence }],
  );
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const shown = (value: unknown): string | null => (value === undefined ? null : canonicalJson(value));

/** Members of the method that differ, by their paths. */
function methodChanges(path: string, { from, to }: Pair<unknown>): Differences['method'] {
  if (isObject(from) && isObject(to)) {
    return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((name) =>
      methodChanges(path === '' ? name : `${path}.${name}`, { from: from[name], to: to[name] }),
    );
  }
  const change = { path, from: shown(from), to: shown(to) };
  return differs(change) ? [change] : [];
}
