/** How much evidence is stored, in bytes. A single file has its own limit, `largestFileBytes`. */
export interface EvidenceLimits {
  /** Files of one unit in one assessment. */
  readonly unit: number;
  /** Files of one assessment. */
  readonly assessment: number;
}

const megabyte = 1024 * 1024;

/** Unless the operator says otherwise: 1 GB a unit and 20 GB an assessment. */
export const defaultMegabytes = { unit: 1024, assessment: 20 * 1024 };

export function evidenceLimits(megabytes: EvidenceLimits = defaultMegabytes): EvidenceLimits {
  return { unit: megabytes.unit * megabyte, assessment: megabytes.assessment * megabyte };
}
