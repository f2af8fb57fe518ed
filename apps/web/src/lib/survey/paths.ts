/** Where the public chooses a unit to appraise. */
export function surveyPath(slug: string): string {
  return `/s/${slug}`;
}

/** The questionnaire about one unit: what links and QR codes lead to. */
export function surveyUnitPath(slug: string, unit: string): string {
  return `/s/${slug}/${encodeURIComponent(unit)}`;
}

/** Where a sent questionnaire leads; opening it again shows the same and sends nothing. */
export function receiptPath(
  slug: string,
  {
    receipt,
    unit,
    channel,
    secret,
  }: { receipt: string; unit: string; channel?: string | undefined; secret?: string | undefined },
): string {
  const query = new URLSearchParams({ number: receipt, unit });
  // A staffed device without scripts goes on to the next person with what is in its address.
  if (channel !== undefined) query.set('c', channel);
  if (secret !== undefined) query.set('k', secret);
  return `/s/${slug}/receipt?${query}`;
}

/** A receipt as the API gives it (`7KMP-3XQA-H9DT`), else null: the address may hold anything. */
export function parseReceipt(text: string | null): string | null {
  const receipt = text?.trim().toUpperCase() ?? '';
  return /^[3-9A-HJKMNP-Y]{4}(-[3-9A-HJKMNP-Y]{4}){2}$/.test(receipt) ? receipt : null;
}
