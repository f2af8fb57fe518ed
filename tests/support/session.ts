import { type Database, schema } from '@gongping/db';
import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** Signs an account in without its password (hashing one takes time that hundreds of tests would pay). */
export async function createTestSession(db: Database, userId: string): Promise<string> {
  const sessionId = randomBytes(20).toString('hex');
  const later = new Date(Date.now() + 3 * 86_400_000);
  await db.insert(schema.sessions).values({
    idHash: createHash('sha256').update(sessionId).digest('hex'),
    publicId: randomUUID(),
    userId,
    // Lucia measures expiry by the machine's own clock.
    expiresAt: later,
    absoluteExpiresAt: later,
    createdAt: new Date(),
    userAgent: 'test',
  });
  return `session=${sessionId}`;
}
