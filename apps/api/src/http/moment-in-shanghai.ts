const format = new Intl.DateTimeFormat('sv', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** A moment as people read it where the product is used: `2020-04-29 14:03`. */
export const momentInShanghai = (moment: Date): string => format.format(moment);
