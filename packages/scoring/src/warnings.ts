import type { Computation } from './computation.ts';
import { ROOT } from './input.ts';
import { coverageAt, reasonAt, reasonCode, reasons } from './node-scores.ts';
import type { Reason } from './node-scores.ts';
import type { Warning } from './problem.ts';
import { settle } from './round.ts';
import { codeOf, isLeaf } from './tree.ts';
import type { UnitTotal } from './unit-total.ts';

/** Leaves left out for a whole group, because their normalisation is undefined there. */
const leafWarnings = function* ({ model, scores }: Computation): Generator<Warning> {
  const { tree, groups, plans, normalisations } = model;
  for (const node of tree.order) {
    if (!isLeaf(tree, node)) continue;
    for (const group of groups) {
      const codes = group.plans.map(({ index }) => scores.leafReason[node * plans.length + index] ?? 0);
      const reason = reasons[codes.find((code) => code !== reasonCode.none) ?? reasonCode.none];
      if (reason !== 'zero-range' && reason !== 'overflow') continue;
      const code = codeOf(tree, node);
      const normalisation = normalisations[node]?.type ?? '';
      const params = { node: code, unit: group.name, group: group.name, normalisation };
      yield { code: reason, params, unit: null, node: code };
    }
  }
};

const nodeWarning = (
  { model, scores }: Computation,
  at: { readonly node: number; readonly unit: number },
  reason: Reason,
): Warning | null => {
  const { tree, units, method, aggregations } = model;
  const node = codeOf(tree, at.node);
  const unit = units[at.unit]?.code ?? '';
  const own = { unit, node };
  if (reason === 'nothing-present' || reason === 'zero-weights' || reason === 'overflow') {
    return { code: reason, params: own, ...own };
  }
  if (reason === 'coverage-below-minimum') {
    const coverage = settle(coverageAt(model, scores, at));
    return { code: reason, params: { ...own, coverage, minimum: method.minimumCoverage }, ...own };
  }
  if (reason !== 'negative-value') return null;
  const negative = (child: number): boolean => (scores.score[child * units.length + at.unit] ?? 0) < 0;
  const child = codeOf(tree, (tree.children[at.node] ?? []).find(negative) ?? at.node);
  const aggregation = aggregations[at.node] ?? method.aggregation;
  return { code: reason, params: { ...own, aggregation, child }, ...own };
};

const nodeWarnings = function* (computation: Computation): Generator<Warning> {
  const { model, scores } = computation;
  for (const node of model.tree.order.toReversed()) {
    if (isLeaf(model.tree, node)) continue;
    for (const plan of model.plans) {
      if (plan.counts[node] !== 1 && node !== model.tree.root) continue;
      const [first] = plan.units;
      if (first !== undefined && reasonAt(model, scores, { node, unit: first }) === 'no-weights') {
        const code = codeOf(model.tree, node);
        yield { code: 'zero-weights', params: { node: code, unit: plan.kind }, unit: null, node: code };
        continue;
      }
      for (const unit of plan.units) {
        const reason = reasonAt(model, scores, { node, unit });
        const warning = reason === 'none' ? null : nodeWarning(computation, { node, unit }, reason);
        if (warning !== null) yield warning;
      }
    }
  }
};

const totalWarnings = function* (
  { method }: Computation['model'],
  { unit, parts, mixed, beforeCap, total, bandEarned, vetoes }: UnitTotal,
): Generator<Warning> {
  for (const { code, value, weight } of parts.slice(1)) {
    if (value !== null || weight === 0) continue;
    yield { code: 'component-missing', params: { unit, component: code }, unit, node: null };
  }
  if (mixed !== null && beforeCap === null) {
    yield { code: 'overflow', params: { unit, node: ROOT }, unit, node: ROOT };
  }
  if (mixed !== null && method.totalCap !== null && mixed > method.totalCap) {
    yield { code: 'total-cap', params: { unit, score: mixed, cap: method.totalCap }, unit, node: null };
  }
  if (total !== null && bandEarned === null && method.bands.length > 0) {
    yield { code: 'no-band', params: { unit, score: total }, unit, node: null };
  }
  if (method.veto !== null) return;
  for (const node of vetoes) yield { code: 'veto-ignored', params: { unit, node }, unit, node };
};

/** What a reader of the results should know, drawn from the codes that computing left behind. */
export const warningsOf = (computation: Computation): Warning[] => [
  ...computation.model.warnings,
  ...leafWarnings(computation),
  ...nodeWarnings(computation),
  ...computation.totals.flatMap((total) => [...totalWarnings(computation.model, total)]),
];
