const folder = process.env['NODE_COMPILE_CACHE'];

/** Setting with which processes of tests take what an earlier one has compiled; it changes nothing else. */
export const compiledBefore: Readonly<Record<string, string>> =
  folder === undefined ? {} : { NODE_COMPILE_CACHE: folder };
