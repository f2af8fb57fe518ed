import { customType } from 'drizzle-orm/pg-core';

/** A short string of bytes, such as a hash. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });
