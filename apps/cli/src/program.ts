import { Command } from 'commander';
import { adminCommand } from './commands/admin.ts';
import { agreementCommand } from './commands/agreement.ts';
import { auditCommand } from './commands/audit.ts';
import { backupCommand, restoreCommand } from './commands/backup.ts';
import { checkReportCommand } from './commands/check-report.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { migrateCommand } from './commands/migrate.ts';
import { robustnessCommand } from './commands/robustness.ts';
import { scoreCommand } from './commands/score.ts';
import { verifyCommand } from './commands/verify.ts';

/** The command line; errors of usage are thrown (CommanderError) so that one place decides how to exit. */
export function createProgram(): Command {
  const program = new Command('gongping')
    .description('公评 Gongping: assessment and social appraisal of open government')
    .exitOverride();
  const commands = [
    scoreCommand(),
    robustnessCommand(),
    verifyCommand(),
    agreementCommand(),
    checkReportCommand(),
    exportCommand(),
    importCommand(),
    adminCommand(),
    auditCommand(),
    migrateCommand(),
    backupCommand(),
    restoreCommand(),
  ];
  for (const command of commands) {
    for (const each of [command, ...command.commands]) each.exitOverride();
    program.addCommand(command);
  }
  return program;
}
