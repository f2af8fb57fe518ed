const format = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' });

/** The day of a moment where the product is used: `2020-04-29`. */
export const dayInShanghai = (moment: Date): string => format.format(moment);
