/** How the audit log names a unit's whole self-assessment: `claims C04`. */
export function claimsSubject({ code }: { readonly code: string }): string {
  return `claims ${code}`;
}
