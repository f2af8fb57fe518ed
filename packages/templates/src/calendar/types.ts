/** Consecutive days off under one name. */
export interface TemplateHoliday {
  /** In Chinese, as in the notice. */
  readonly name: string;
  /** First and last day off, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** Days of a weekend that are worked instead (调休上班). */
  readonly worked: readonly string[];
}

/** Holidays of one year: as the State Council arranged them, or assumed from the law as long as it has not. */
export interface TemplateCalendarYear {
  readonly year: number;
  readonly state: 'published' | 'assumed';
  /** Document numbers of the notices, in Chinese. */
  readonly source: string;
  readonly holidays: readonly TemplateHoliday[];
}
