import { text } from '../../text.ts';
import { family } from '../tree.ts';
import { policyInterpretation } from './policy-interpretation.ts';
import { publicConcerns } from './public-concerns.ts';

export const interpretation = family('C', text('解读回应', 'Interpretation and response'), [
  policyInterpretation,
  publicConcerns,
]);
