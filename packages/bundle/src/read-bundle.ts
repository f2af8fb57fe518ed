import { openFiles } from './open-files.ts';
import { readStored } from './read-stored.ts';
import type { Bundle, ReadProgress } from './read-stored.ts';

/**
 * Reads a bundle from a folder or a `.zip` file. Of the scores no more than a piece is in memory besides the model.
 *
 * @throws BundleError as `readBundleFiles`, and where the path is neither or the archive is out of bounds
 */
export const readBundle = async (path: string, report: ReadProgress = () => undefined): Promise<Bundle> =>
  readStored(openFiles(path), report);
