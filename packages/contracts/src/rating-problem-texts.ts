import type { ProblemText } from './problem-text.ts';

/** What two raters, their calibration and N/A are refused. */
export const ratingProblemTexts = {
  'rating-submitted': {
    status: 409,
    zh: {
      title: '已提交，不能再修改',
      detail: '您对该单位此类指标的评分已提交。如需修改，请联系组织单位管理员退回后再改。',
    },
    en: {
      title: 'Handed in already',
      detail:
        'You have handed in your scores of this family of the unit. Ask the organiser to give them back if they must change.',
    },
  },
  'rating-incomplete': {
    status: 409,
    zh: {
      title: '还不能提交',
      detail: '还有 {count} 项未评分，或缺少扣分理由、佐证材料。请按列表逐项补充后再提交。',
    },
    en: {
      title: 'Not ready to be handed in',
      detail:
        '{count} leaves are unscored, or lack a reason or evidence. Complete those listed, then hand in.',
    },
  },
  'calibration-first': {
    status: 409,
    zh: {
      title: '请先完成校准评分',
      detail: '组织单位要求评估员先完成校准评分，再评其他单位。请到“校准”页评完基准单位并提交，然后再评。',
    },
    en: {
      title: 'Calibration comes first',
      detail:
        'Every evaluator hands in the calibration before scoring anything else. Score the reference units under “Calibration” and hand in, then go on here.',
    },
  },
  'calibration-begun': {
    status: 409,
    zh: {
      title: '校准已经开始',
      detail: '已有评估员录入校准评分，不能再更换基准单位。可以修改其他设置，或结束校准。',
    },
    en: {
      title: 'The calibration has begun',
      detail:
        'Evaluators have entered scores, so the reference units stay as they are. Change the other setting, or close the calibration.',
    },
  },
  'calibration-submitted': {
    status: 409,
    zh: {
      title: '校准已提交',
      detail: '您已提交校准评分，提交后不能再改。校准结束后可以看到各评估员的评分。',
    },
    en: {
      title: 'Handed in already',
      detail:
        'You have handed in your calibration and it stays as it is. Once the calibration is closed you see what the others entered.',
    },
  },
  'calibration-incomplete': {
    status: 409,
    zh: { title: '校准还未评完', detail: '还有 {count} 项未评分。请按列表逐项评完后再提交。' },
    en: {
      title: 'Calibration incomplete',
      detail: '{count} leaves are unscored. Score those listed, then hand in.',
    },
  },
  'calibration-closed': {
    status: 409,
    zh: { title: '校准已结束', detail: '校准已结束，各评估员的评分已公开，不能再更改。请直接进行正式评分。' },
    en: {
      title: 'The calibration is closed',
      detail:
        'It is closed and everybody sees what was entered, so nothing changes any more. Go on to the scoring.',
    },
  },
  'calibration-open': {
    status: 409,
    zh: {
      title: '校准尚未结束',
      detail: '校准结束后才能写口径说明。请等全部评估员提交，或先结束校准。',
    },
    en: {
      title: 'The calibration is still open',
      detail:
        'Guidance is written once the calibration is closed. Wait until all have handed in, or close it.',
    },
  },
  'own-rating': {
    status: 409,
    zh: {
      title: '不能裁定自己的评分',
      detail: '您是该项的评估员之一，或与该单位有利益关系，不能裁定。请由其他复核员裁定。',
    },
    en: {
      title: 'Not yours to rule',
      detail:
        'You are one of the two raters of this leaf, or belong to the unit. Another reviewer has to rule.',
    },
  },
  'conflict-of-interest': {
    status: 409,
    zh: { title: '利益冲突', detail: '{evaluator} 是 {unit} 的人员，不能为该单位评分。请改派其他评估员。' },
    en: {
      title: 'Conflict of interest',
      detail: '{evaluator} belongs to {unit} and cannot score it. Assign another evaluator.',
    },
  },
  'na-changed': {
    status: 409,
    zh: {
      title: '不适用项已变化',
      detail: '所选事项中有 {count} 项已改评或已不再是不适用，未作任何更改。请查看最新的清单后重新选择。',
    },
    en: {
      title: 'Some have changed',
      detail:
        '{count} of the chosen leaves were scored anew or are no longer N/A; nothing was changed. Look at the present list and choose again.',
    },
  },
} as const satisfies Record<string, ProblemText>;
