import { z } from 'zod';
import { id, line, moment } from './text.ts';

export const role = z.enum(['organiser', 'evaluator', 'reviewer', 'liaison', 'leader']);
export type Role = z.infer<typeof role>;

/** A role in one assessment, or (null) in all; a liaison's names the unit. */
export const roleGrant = z.object({ role, assessmentId: id.nullable(), unitId: id.nullable() });
export type RoleGrant = z.infer<typeof roleGrant>;

export const username = z
  .string()
  .trim()
  .min(2)
  .max(64)
  .regex(/^[\p{L}\p{N}._-]+$/u);
/** NIST SP 800-63B: length is what counts; no rules of composition. */
export const newPassword = z.string().min(10).max(200);

export const sessionUser = z.object({
  id,
  username: z.string(),
  displayName: z.string(),
  homeUnitId: id.nullable(),
  grants: z.array(roleGrant),
});
export type SessionUser = z.infer<typeof sessionUser>;

/** Who is signed in, if anybody; and whether the demonstration is loaded. */
export const sessionView = z.object({ user: sessionUser.nullable(), demonstration: z.boolean() });
export type SessionView = z.infer<typeof sessionView>;

export const signIn = z.object({
  username: z.string().trim().min(1).max(64),
  password: z.string().min(1).max(200),
});

export const device = z.object({
  id,
  userAgent: z.string(),
  createdAt: moment,
  expiresAt: moment,
  current: z.boolean(),
});
export const deviceList = z.object({ devices: z.array(device) });

export const changePassword = z.object({ current: z.string().min(1).max(200), next: newPassword });

/** Where a one-time link leads: the first administrator chooses a name too, others only a password. */
export const oneTimeLinkView = z.object({
  purpose: z.enum(['first-administrator', 'set-password']),
  username: z.string().nullable(),
  expiresAt: moment,
});
export type OneTimeLinkView = z.infer<typeof oneTimeLinkView>;
export const useOneTimeLink = z.object({
  username: username.optional(),
  displayName: line.optional(),
  password: newPassword,
});
export type UseOneTimeLink = z.infer<typeof useOneTimeLink>;

export const user = z.object({
  id,
  username: z.string(),
  displayName: z.string(),
  homeUnitId: id.nullable(),
  /** For reminders; null for none. */
  email: z.string().nullable(),
  grants: z.array(roleGrant),
  /** False until the person has set a password through the one-time link. */
  active: z.boolean(),
  disabled: z.boolean(),
  createdAt: moment,
});
export type User = z.infer<typeof user>;
export const userList = z.object({ users: z.array(user) });

const emailAddress = z.email().max(254);

const newGrants = z
  .array(
    roleGrant.superRefine(({ role: given, unitId }, context) => {
      if (given !== 'liaison' || unitId !== null) return;
      context.addIssue({ code: 'invalid_type', expected: 'string', input: null, path: ['unitId'] });
    }),
  )
  .max(50);
export const newUser = z.object({
  username,
  displayName: line,
  homeUnitId: id.nullable(),
  email: emailAddress.nullable().default(null),
  grants: newGrants,
});
export type NewUser = z.infer<typeof newUser>;
export const userChange = z
  .object({
    displayName: line,
    homeUnitId: id.nullable(),
    email: emailAddress.nullable(),
    grants: newGrants,
    disabled: z.boolean(),
  })
  .partial();
export type UserChange = z.infer<typeof userChange>;
/** A one-time link is shown once, to the organiser who hands it on. `path` begins with `/setup/`. */
export const oneTimeLink = z.object({ path: z.string(), expiresAt: moment });
export type OneTimeLink = z.infer<typeof oneTimeLink>;
export const createdUser = z.object({ user, link: oneTimeLink });
export type CreatedUser = z.infer<typeof createdUser>;

/** The sign-ins of the demonstration; empty unless it is loaded. */
export const demonstrationView = z.object({
  loaded: z.boolean(),
  signIns: z.array(z.object({ username: z.string(), password: z.string(), displayName: z.string(), role })),
});
export type DemonstrationView = z.infer<typeof demonstrationView>;

/** After its removal: a link for a first administrator, where no organiser is left who can sign in. */
export const demonstrationRemoval = z.object({ link: oneTimeLink.nullable() });
export type DemonstrationRemoval = z.infer<typeof demonstrationRemoval>;
