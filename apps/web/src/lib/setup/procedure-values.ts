import type { Procedure } from '@gongping/contracts';
import { percentOf } from './percent.ts';

/** The procedure as it is typed into the form. */
export interface ProcedureValues {
  selfAssessment: boolean;
  claimsShown: boolean;
  doubleScoring: boolean;
  /** Per cent of a leaf's marks. */
  arbitrationThreshold: string;
  agreed: Procedure['agreed'];
  feedback: boolean;
  appeal: boolean;
  appealWorkingDays: string;
}

const none: Procedure = {
  selfAssessment: false,
  claimsShown: false,
  doubleScoring: false,
  arbitrationThreshold: 0.2,
  agreed: 'mean',
  feedback: false,
  appeal: false,
  appealWorkingDays: 5,
};

/** What the form shows of a stored procedure. */
export function procedureValuesOf(procedure: Procedure = none): ProcedureValues {
  return {
    ...procedure,
    arbitrationThreshold: String(percentOf(procedure.arbitrationThreshold)),
    appealWorkingDays: String(procedure.appealWorkingDays),
  };
}

/** Reads the form's part of the procedure; a box that is not ticked is not sent. */
export function readProcedure(form: FormData): ProcedureValues {
  const text = (name: string) => String(form.get(`procedure.${name}`) ?? '').trim();
  const ticked = (name: string) => form.get(`procedure.${name}`) === 'on';
  return {
    selfAssessment: ticked('selfAssessment'),
    claimsShown: ticked('claimsShown'),
    doubleScoring: ticked('doubleScoring'),
    arbitrationThreshold: text('arbitrationThreshold'),
    agreed: text('agreed') === 'first' ? 'first' : 'mean',
    feedback: ticked('feedback'),
    appeal: ticked('appeal'),
    appealWorkingDays: text('appealWorkingDays'),
  };
}

/**
 * The switches of what was typed, for the phases that follow from them: a number half typed does not matter, and an
 * appeal without the feedback is none.
 */
export function switchesOf(values: ProcedureValues): Procedure {
  return { ...values, arbitrationThreshold: 0, appealWorkingDays: 1 };
}
