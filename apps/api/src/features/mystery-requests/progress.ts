import {
  addWorkingDays,
  countWorkingDays,
  isAssumed,
  type MysteryDays,
  type MysteryFinding,
  type MysteryKind,
  type MysteryProgress,
  type MysteryState,
  type RequestTerms,
  type WorkingCalendar,
} from '@gongping/contracts';

/** What terms are counted with. */
export interface Reckoning {
  readonly terms: RequestTerms;
  readonly calendar: WorkingCalendar;
  readonly today: string;
}

type Entry = MysteryDays & { readonly kind: MysteryKind };

/**
 * Where a request or an enquiry stands. The law is 政府信息公开条例: a request is received as article 31 says, may once be
 * sent back for correction within the term of article 30, and is answered within the term of article 33, which begins
 * anew with the corrected request, may once be extended before it ends, and stands still while a third party is asked,
 * who has the term of article 32. The day on which a term begins does not count.
 */
export function progressOf(entry: Entry, reckoning: Reckoning): MysteryProgress {
  const of = entry.kind === 'enquiry' ? enquiryProgress(entry, reckoning) : requestProgress(entry, reckoning);
  const { state, dueOn, correctionDueOn = null, findings = [] } = of;
  const { calendar, today } = reckoning;
  const isOpen = dueOn !== null && !isSettled(state);
  return {
    state,
    dueOn,
    correctionDueOn,
    daysLeft: isOpen || state === 'overdue' ? countWorkingDays(today, dueOn ?? today, calendar) : null,
    assumed: dueOn !== null && isAssumed(entry.sentOn, dueOn, calendar),
    findings: [...findings],
  };
}

/** True where nothing that may still come changes what the unit has done in time. */
export function isSettled(state: MysteryState): boolean {
  return !['sent', 'processing', 'awaiting_correction', 'consulting'].includes(state);
}

/** True where the unit has let a last day pass. */
export function isLate({ state, findings }: Pick<MysteryProgress, 'state' | 'findings'>): boolean {
  return state === 'overdue' || state === 'replied_late' || state === 'silent' || findings.length > 0;
}

interface Standing {
  readonly state: MysteryState;
  readonly dueOn: string | null;
  readonly correctionDueOn?: string | null;
  readonly findings?: readonly MysteryFinding[];
}

function enquiryProgress(entry: Entry, { terms, calendar, today }: Reckoning): Standing {
  if (entry.refusedOn !== null) return { state: 'refused', dueOn: null };
  const dueOn = addWorkingDays(entry.sentOn, terms.enquiry, calendar);
  return { state: answered(entry.repliedOn, dueOn) ?? waiting(today, dueOn), dueOn };
}

function requestProgress(entry: Entry, reckoning: Reckoning): Standing {
  const { terms, calendar, today } = reckoning;
  if (entry.refusedOn !== null) return { state: 'refused', dueOn: null };
  if (entry.receivedOn === null) {
    const dueOn = addWorkingDays(entry.sentOn, terms.reply, calendar);
    return { state: today > dueOn ? 'silent' : 'sent', dueOn };
  }
  const correctionDueOn = addWorkingDays(entry.receivedOn, terms.correction, calendar);
  const consultation = consultationOf(entry, reckoning);
  const begun = entry.correctedOn ?? entry.receivedOn;
  const plainEnd = addWorkingDays(begun, terms.reply + consultation.days, calendar);
  const extended = entry.extendedOn !== null && entry.extendedOn <= plainEnd;
  const dueOn = extended
    ? addWorkingDays(begun, terms.reply + consultation.days + terms.extension, calendar)
    : plainEnd;
  const findings: MysteryFinding[] = [];
  if (entry.correctionAskedOn !== null && entry.correctionAskedOn > correctionDueOn)
    findings.push('correction_late');
  if (entry.extendedOn !== null && !extended) findings.push('extension_late');
  if (consultation.long) findings.push('consultation_long');
  const about = { correctionDueOn: entry.correctionAskedOn === null ? null : correctionDueOn, findings };

  const reply = answered(entry.repliedOn, dueOn);
  if (reply !== null) return { state: reply, dueOn, ...about };
  if (entry.correctionAskedOn !== null && entry.correctedOn === null)
    return { state: 'awaiting_correction', dueOn: null, ...about };
  const state = waiting(today, dueOn);
  return { state: state === 'processing' && consultation.open ? 'consulting' : state, dueOn, ...about };
}

/** Working days that asking a third party takes: at most its own term, however long it is waited for. */
function consultationOf(entry: Entry, { terms, calendar, today }: Reckoning) {
  const { consultedOn, consultationEndedOn } = entry;
  if (consultedOn === null) return { days: 0, open: false, long: false };
  const limit = addWorkingDays(consultedOn, terms.thirdParty, calendar);
  const end = consultationEndedOn !== null && consultationEndedOn < limit ? consultationEndedOn : limit;
  return {
    days: countWorkingDays(consultedOn, end, calendar),
    open: consultationEndedOn === null && today <= limit,
    long: (consultationEndedOn ?? today) > limit,
  };
}

function answered(repliedOn: string | null, dueOn: string): MysteryState | null {
  if (repliedOn === null) return null;
  return repliedOn <= dueOn ? 'replied' : 'replied_late';
}

function waiting(today: string, dueOn: string): MysteryState {
  return today > dueOn ? 'overdue' : 'processing';
}
