import { buildSite } from './build-site.ts';
import { keepCompiled } from './keep-compiled.ts';
import { nodeVersionProblem } from './node-version.ts';

/** `npm start`: builds the site when it has changed, then runs the product. */
const problem = nodeVersionProblem();
if (problem) {
  console.error(problem);
  process.exit(1);
}
keepCompiled();
console.log('正在准备网站 Preparing the site …');
if (!buildSite()) {
  console.error('网站构建失败，原因见上。\nThe site could not be built; the reason is above.');
  process.exit(1);
}
await import('./serve.ts');
