import { BundleError } from '@gongping/bundle';
import type { LocalText } from '@gongping/annual-report';

/** A file that cannot be read as a report, with one sentence that says what to do. */
export const fileRefused = (sentence: LocalText): BundleError =>
  new BundleError([{ file: null, line: null, column: null, sentence }]);
