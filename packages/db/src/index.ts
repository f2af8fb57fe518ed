export { DataDirLockedError } from './lock.ts';
export { migrateDatabase, pendingMigrations } from './migrate.ts';
export { openDatabase, type Database, type DatabaseOptions, type OpenDatabase } from './open.ts';
export * as schema from './schema/index.ts';
