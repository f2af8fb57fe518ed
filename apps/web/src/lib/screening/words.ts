import type { ResponseState, ScreeningSign } from '@gongping/contracts';
import { m } from '#lib/paraglide/messages.js';

const signs: Readonly<Record<ScreeningSign, () => string>> = {
  honeypot: m.screening_sign_honeypot,
  'too-fast': m.screening_sign_too_fast,
  burst: m.screening_sign_burst,
  'same-origin': m.screening_sign_same_origin,
  'copied-text': m.screening_sign_copied_text,
  'straight-line': m.screening_sign_straight_line,
  'same-answers': m.screening_sign_same_answers,
  'no-proof': m.screening_sign_no_proof,
};
const reasons: Readonly<Record<ScreeningSign, () => string>> = {
  honeypot: m.screening_why_honeypot,
  'too-fast': m.screening_why_too_fast,
  burst: m.screening_why_burst,
  'same-origin': m.screening_why_same_origin,
  'copied-text': m.screening_why_copied_text,
  'straight-line': m.screening_why_straight_line,
  'same-answers': m.screening_why_same_answers,
  'no-proof': m.screening_why_no_proof,
};
const states: Readonly<Record<ResponseState, () => string>> = {
  held: m.screening_state_held,
  refused: m.screening_state_refused,
  counted: m.screening_state_counted,
};

export const allSigns = Object.keys(signs) as ScreeningSign[];
export const allStates = Object.keys(states) as ResponseState[];

/** A sign that this version of the site does not know is shown by its code. */
export const signWord = (sign: ScreeningSign): string => signs[sign]?.() ?? sign;
export const signReason = (sign: ScreeningSign): string => reasons[sign]?.() ?? sign;
export const stateWord = (state: ResponseState): string => states[state]();
