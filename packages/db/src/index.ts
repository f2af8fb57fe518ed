export { DataDirLockedError } from './lock.ts';
export { migrateDatabase, migrateToEarlier, pendingMigrations } from './migrate.ts';
export { openDatabase, type Database, type DatabaseOptions, type OpenDatabase } from './open.ts';
export * as schema from './schema/index.ts';
export type { TableEnd } from './backup/backup-lines.ts';
export { BackupError } from './backup/read-backup.ts';
export { restoreBackup } from './backup/restore-backup.ts';
export { writeBackup } from './backup/write-backup.ts';
