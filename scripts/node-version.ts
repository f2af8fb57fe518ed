/** TypeScript runs without a flag from this version on. */
const LEAST = [22, 18] as const;

/** A sentence when this Node is too old for the product, else null. */
export function nodeVersionProblem(version = process.version): string | null {
  const [major = 0, minor = 0] = version.slice(1).split('.').map(Number);
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return null;
  return (
    `当前 Node.js 版本为 ${version}，需要 ${LEAST.join('.')} 或更高版本；请安装 Node.js 24 后重试。\n` +
    `This is Node.js ${version}; ${LEAST.join('.')} or later is needed. Install Node.js 24 and try again.`
  );
}
