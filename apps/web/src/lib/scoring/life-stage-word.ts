import type { ScoreLifeStage } from '@gongping/contracts';
import { m } from '#lib/paraglide/messages.js';

const words: Readonly<Record<ScoreLifeStage, () => string>> = {
  claim: m.scoring_life_claim,
  first: m.scoring_life_first,
  second: m.scoring_life_second,
  score: m.scoring_life_score,
  agreed: m.scoring_life_agreed,
  returned: m.scoring_life_returned,
  'arbitration-opened': m.scoring_life_arbitration_opened,
  arbitration: m.scoring_life_arbitration,
  'arbitration-ruled': m.scoring_life_arbitration_ruled,
  'na-approved': m.scoring_life_na_approved,
  'na-rejected': m.scoring_life_na_rejected,
  'appeal-submitted': m.scoring_life_appeal_submitted,
  'appeal-withdrawn': m.scoring_life_appeal_withdrawn,
  appeal: m.scoring_life_appeal,
  'appeal-ruled': m.scoring_life_appeal_ruled,
  final: m.scoring_life_final,
  published: m.scoring_life_published,
};

/** What a step in the life of a score is called. */
export function lifeStageWord(stage: ScoreLifeStage): string {
  return words[stage]();
}
