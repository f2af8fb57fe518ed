import type { AssessmentSummary, PaperChannel } from '@gongping/contracts';
import type { Component } from 'svelte';
import CalendarCheck from '@lucide/svelte/icons/calendar-check';
import ChartNoAxesColumn from '@lucide/svelte/icons/chart-no-axes-column';
import ClipboardCheck from '@lucide/svelte/icons/clipboard-check';
import ClipboardPen from '@lucide/svelte/icons/clipboard-pen';
import FilePenLine from '@lucide/svelte/icons/file-pen-line';
import FileSpreadsheet from '@lucide/svelte/icons/file-spreadsheet';
import FileText from '@lucide/svelte/icons/file-text';
import MessageSquareText from '@lucide/svelte/icons/message-square-text';
import MessagesSquare from '@lucide/svelte/icons/messages-square';
import Settings from '@lucide/svelte/icons/settings';
import { m } from '#lib/paraglide/messages.js';
import { areaPath, type Area } from './paths.ts';

export interface NavigationItem {
  readonly area: Area;
  readonly href: string;
  readonly word: string;
  readonly icon: Component<{ size?: number; 'aria-hidden'?: 'true' }>;
}

const items = [
  { area: 'today', word: m.frame_nav_today, icon: CalendarCheck, roles: null },
  {
    area: 'self-assessment',
    word: m.frame_nav_self_assessment,
    icon: ClipboardCheck,
    roles: ['liaison', 'organiser', 'reviewer'],
    step: 'selfAssessment',
  },
  {
    area: 'scoring',
    word: m.frame_nav_scoring,
    icon: ClipboardPen,
    roles: ['organiser', 'evaluator', 'reviewer'],
  },
  { area: 'appraisal', word: m.frame_nav_appraisal, icon: MessageSquareText, roles: ['organiser', 'leader'] },
  {
    area: 'feedback',
    word: m.frame_nav_feedback,
    icon: MessagesSquare,
    roles: ['liaison', 'organiser', 'reviewer', 'evaluator'],
    step: 'feedback',
  },
  { area: 'results', word: m.frame_nav_results, icon: ChartNoAxesColumn, roles: ['organiser', 'leader'] },
  { area: 'report', word: m.frame_nav_report, icon: FileText, roles: ['organiser', 'leader'] },
  {
    area: 'unit-reports',
    word: m.frame_nav_unit_reports,
    icon: FileSpreadsheet,
    roles: ['liaison', 'organiser'],
  },
  {
    area: 'paper',
    word: m.frame_nav_paper,
    icon: FilePenLine,
    roles: ['organiser', 'evaluator'],
    needs: 'paper',
  },
  { area: 'settings', word: m.frame_nav_settings, icon: Settings, roles: ['organiser'] },
] as const satisfies readonly {
  area: Area;
  word: () => string;
  icon: unknown;
  roles: readonly string[] | null;
  /** Only where the procedure of the round has this step. */
  step?: 'selfAssessment' | 'feedback';
  /** Only where the survey has a channel of paper in which the person may key sheets. */
  needs?: 'paper';
}[];

/**
 * The tasks that somebody with these roles has, in the order of the work.
 *
 * @param work the assessment one is in, `null` where there is none yet, and its channels of paper
 */
export function navigationFor(
  roles: readonly string[],
  {
    assessment,
    paper,
  }: {
    assessment: Pick<AssessmentSummary, 'slug' | 'procedure'> | null;
    paper: readonly PaperChannel[];
  },
): NavigationItem[] {
  return items
    .filter((item) => item.roles === null || item.roles.some((role) => roles.includes(role)))
    .filter((item) => !('step' in item) || assessment?.procedure[item.step] === true)
    .filter((item) => !('needs' in item) || paper.length > 0)
    .map(({ area, word, icon }) => ({
      area,
      word: word(),
      icon,
      href: areaPath(area, assessment?.slug ?? null),
    }));
}
