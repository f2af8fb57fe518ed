/** These pages work without scripts, and with one small script of their own. */
export const csr = false;
