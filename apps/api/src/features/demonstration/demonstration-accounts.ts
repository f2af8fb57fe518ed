import { demonstrationPeople } from '@gongping/templates';

/** Everybody of the demonstration signs in with this. It is shown on the sign-in page. */
export const demonstrationPassword = 'gongping-demo';

/** The prefix tells invented accounts from those of real people wherever a name is shown. */
export const demonstrationAccounts = demonstrationPeople.map((person) => ({
  ...person,
  username: `demo-${person.username}`,
  unitCode: 'unitCode' in person ? person.unitCode : null,
}));

export const demonstrationUsernames: readonly string[] = demonstrationAccounts.map(
  ({ username }) => username,
);
