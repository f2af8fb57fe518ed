import type { Verification } from '@gongping/publication';

/** Findings that are told in words: as many as a person reads. */
export const listed = 20;

/** What the worker is asked: the package as it was downloaded, and what this page says of it. */
export interface VerifyOrder {
  readonly bytes: ArrayBuffer;
  /** Hash of the publication. */
  readonly sealed: string;
  /** Hash of the package. */
  readonly packed: string;
}

/** Null where it is no package. */
export type VerifyAnswer = {
  readonly verification: Omit<Verification, 'findings'>;
  /** The first findings. */
  readonly sentences: readonly { readonly zh: string; readonly en: string }[];
  /** Whether the package has the hash that the page shows for it. */
  readonly sameBytes: boolean;
} | null;

/** What the worker says: first that it is there, then what it found. */
export type VerifyMessage = 'ready' | VerifyAnswer;
