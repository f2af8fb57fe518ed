/** Terms in working days that requests for information and enquiries are held against: the contract `RequestTerms`. */
export interface RequestTerms {
  readonly reply: number;
  readonly extension: number;
  readonly correction: number;
  readonly thirdParty: number;
  readonly enquiry: number;
}

/** 政府信息公开条例, articles 30, 32 and 33; five days for an enquiry are this project's proposal. */
export const statutoryTerms: RequestTerms = {
  reply: 20,
  extension: 20,
  correction: 7,
  thirdParty: 15,
  enquiry: 5,
};
