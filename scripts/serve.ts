import { main } from '../apps/api/src/main.ts';
import { nodeVersionProblem } from './node-version.ts';

/** Runs the product on a site that has been built already. */
const problem = nodeVersionProblem();
if (problem) {
  console.error(problem);
  process.exit(1);
}
await main(process.env);
