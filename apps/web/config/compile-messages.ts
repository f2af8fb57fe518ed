import { compile } from '@inlang/paraglide-js';
import { messageCompilation } from './messages.ts';

/** Writes `src/lib/paraglide` for type checks that run without a build. */
await compile(messageCompilation);
