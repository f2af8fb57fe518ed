import { resolveMethod } from '@gongping/scoring';
import type { Method } from '@gongping/scoring';
import { bundleError } from './bundle-error.ts';
import { insidePath } from './inside-path.ts';
import { inFile } from './locate-problem.ts';
import { readJson } from './read-json.ts';
import type { WholeFiles } from './stored-files.ts';

/** Each is a file to read. */
const MAXIMUM_COMPONENTS = 100;

/**
 * The method of a bundle; without a file all defaults.
 *
 * @throws BundleError where it is no method, or a component's file would lie outside the bundle
 */
export const readMethod = (files: WholeFiles, file: string): Method => {
  const bytes = files.find(file);
  const given = bytes === null ? {} : readJson(file, bytes);
  const method = inFile(file, () => resolveMethod(given));
  if (method.components.length > MAXIMUM_COMPONENTS) {
    const sentence = {
      zh: `组成部分超过 ${MAXIMUM_COMPONENTS} 个，请合并。`,
      en: `There are more than ${MAXIMUM_COMPONENTS} components; merge some.`,
    };
    throw bundleError(file, sentence, { column: 'components' });
  }
  const components = method.components.map((component, i) => {
    const from = { file, column: `components.${i}.file` };
    return { ...component, file: insidePath(component.file, from) };
  });
  return { ...method, components };
};
