import { type BundleComments, type Licence, writeBundle } from '@gongping/bundle';
import type { EngineInput } from '@gongping/scoring';
import { unformula } from '../../tables/unformula.ts';
import type { PublishedComments } from '../comments/confirmed-comments.ts';
import { engineInput } from '../results/engine-input.ts';
import type { Outcome } from '../results/outcome.ts';
import { type RoundFacts, SOCIAL } from '../results/round-facts.ts';

/** How every export of the demonstration is marked, so that nobody takes it for a result. */
export const DEMONSTRATION = '演示数据';

/** The bundle that `gongping score` computes to the same results, with the names and rules that people read. */
export function bundleFiles(
  {
    facts,
    outcome,
    comments,
  }: {
    readonly facts: RoundFacts;
    readonly outcome: Outcome;
    readonly comments?: PublishedComments | undefined;
  },
  about: { readonly name: string; readonly title: string; readonly licence: Licence },
): Map<string, Uint8Array> {
  return writeBundle({
    ...about,
    input: bundleInput(facts),
    results: outcome,
    ...(comments === undefined ? {} : { comments: bundleComments(comments) }),
    unitColumns: new Map(facts.units.map(({ code, name }) => [code, { name_en: name.en }])),
    indicatorColumns: new Map(
      facts.indicators.map(({ code, name, ruleText, quote, clauses }) => [
        code,
        { name_en: name.en, rule: ruleText, clauses: clauses.join('|'), quote },
      ]),
    ),
  });
}

function bundleComments({ texts, questions, groups }: PublishedComments): BundleComments {
  return {
    rows: texts.map((comment) => ({
      ...comment,
      group: comment.group ?? '',
      text: unformula(comment.text),
    })),
    questions: questions.map(({ code, text }) => ({ code, name: text.zh })),
    groups: groups.map(({ code, label }) => ({ code, name: label.zh })),
  };
}

/** The engine's input with the appraisal's file under its usual name. */
function bundleInput(facts: RoundFacts): EngineInput {
  const { method } = facts;
  const components = method.components.map((component) =>
    component.code === SOCIAL ? { ...component, file: 'social.csv' } : component,
  );
  return engineInput({ ...facts, method: { ...method, components } });
}
