import type { TableShape } from '@gongping/tables';

/** A list of people to invite. */
export const peopleShape = {
  name: 'people',
  label: '名单',
  columns: [
    { name: 'holder', label: '姓名', required: true },
    { name: 'email', label: '邮箱' },
    { name: 'unit', label: '单位' },
  ],
} as const satisfies TableShape;
