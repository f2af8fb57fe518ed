import { BlockList, isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { defaultMegabytes, type EvidenceLimits } from './features/evidence/evidence-limits.ts';
import type { FetchException } from './outbound/fetch-policy.ts';

/** What the operator set, checked. */
export interface Configuration {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  /** Public address of the site without a path; null where it is taken from the request. */
  readonly origin: URL | null;
  readonly trustedProxies: BlockList;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Mail server, and what e-mail comes from; null sends none. */
  readonly smtp: { readonly url: string; readonly from: string } | null;
  /** Load the demonstration into an empty embedded database. */
  readonly demonstration: boolean;
  /** Files of evidence that are kept, in megabytes. */
  readonly evidenceMegabytes: EvidenceLimits;
  /** Places in the operator's own network that pages may be fetched from. */
  readonly fetchExceptions: readonly FetchException[];
}

const megabytes = z.coerce.number().int().min(1).max(1_000_000_000);

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .nullable()
    .default(null),
  DATA_DIR: z.string().min(1).default('.data'),
  ORIGIN: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
  TRUSTED_PROXIES: z.string().default('').transform(addressList),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .nullable()
    .default(null),
  MAIL_FROM: z
    .string()
    .regex(/^[^@\r\n]*@[^@\r\n]+$/)
    .nullable()
    .default(null),
  DEMO: z.enum(['0', '1']).default('1'),
  EVIDENCE_UNIT_MB: megabytes.default(defaultMegabytes.unit),
  EVIDENCE_ASSESSMENT_MB: megabytes.default(defaultMegabytes.assessment),
  FETCH_EXCEPTIONS: z.string().default('').transform(exceptionList),
});

const advice: Record<keyof z.input<typeof schema>, string> = {
  PORT: '应为 0–65535 的端口号 must be a port number from 0 to 65535',
  HOST: '应为监听地址 must be an address to listen on, for example 127.0.0.1',
  DATABASE_URL:
    '应为 PostgreSQL 地址 must be a PostgreSQL address: postgres://user:password@host:5432/database',
  DATA_DIR: '应为文件夹路径 must be the path of a folder',
  ORIGIN:
    '应为网站的公开地址 must be the public address of the site, for example https://gongping.example.cn',
  TRUSTED_PROXIES:
    '应为以逗号分隔的地址或网段 must be addresses or ranges separated by commas, for example 10.0.0.1,192.168.0.0/16',
  LOG_LEVEL: '应为 debug、info、warn、error、silent 之一 must be one of debug, info, warn, error, silent',
  SMTP_URL:
    '应为邮件服务器地址 must be a mail server: smtp://user:password@host:587 or smtps://user:password@host:465',
  MAIL_FROM: '应为发件人地址 must be a sender, for example 公评 <gongping@example.cn>',
  DEMO: '应为 0 或 1 must be 0 or 1',
  EVIDENCE_UNIT_MB:
    '应为每个单位佐证文件的总量（MB） must be the megabytes of evidence files a unit may have',
  EVIDENCE_ASSESSMENT_MB:
    '应为每次评估佐证文件的总量（MB） must be the megabytes of evidence files an assessment may have',
  FETCH_EXCEPTIONS:
    '应为以逗号分隔的“地址:端口” must be addresses with ports separated by commas, for example 10.1.2.3:80,[fd00::1]:8080',
};

/** Every setting that is read from the environment. */
export const settingNames: readonly string[] = Object.keys(advice);

/** A setting that cannot be used; `message` has a sentence for each mistake. */
export class ConfigurationError extends Error {}

/**
 * Reads the configuration from the environment; empty variables count as absent. The values themselves are
 * not repeated in messages: one of them may hold a password.
 *
 * @throws ConfigurationError
 */
export function readConfiguration(env: NodeJS.ProcessEnv): Configuration {
  const given = settingNames.filter((name) => (env[name] ?? '').trim() !== '');
  const result = schema.safeParse(Object.fromEntries(given.map((name) => [name, env[name]?.trim()])));
  if (!result.success) {
    const names = new Set(result.error.issues.map((issue) => String(issue.path[0])));
    const sentences = [...names].map((name) => `${name}: ${advice[name as keyof typeof advice]}`);
    throw new ConfigurationError(sentences.join('\n'));
  }
  const values = result.data;
  return {
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL,
    dataDir: resolve(values.DATA_DIR),
    origin: values.ORIGIN === null ? null : new URL(values.ORIGIN),
    trustedProxies: values.TRUSTED_PROXIES,
    logLevel: values.LOG_LEVEL,
    smtp: smtpOf(values.SMTP_URL, values.MAIL_FROM),
    demonstration: values.DEMO === '1',
    evidenceMegabytes: { unit: values.EVIDENCE_UNIT_MB, assessment: values.EVIDENCE_ASSESSMENT_MB },
    fetchExceptions: values.FETCH_EXCEPTIONS,
  };
}

function exceptionList(text: string, context: z.RefinementCtx): FetchException[] {
  const entries = text.split(',').map((part) => part.trim());
  return entries.flatMap((entry) => {
    if (entry === '') return [];
    const [, bracketed, plain, digits] = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(entry) ?? [];
    const address = bracketed ?? plain ?? '';
    const port = Number(digits);
    const version = isIP(address);
    if (version === 0 || (version === 6) !== (bracketed !== undefined) || port < 1 || port > 65_535) {
      context.addIssue({ code: 'custom', message: entry });
      return [];
    }
    return [{ address, port }];
  });
}

/** Without a sender of its own, e-mail comes from who signs in to the server, else from its host. */
function smtpOf(url: string | null, from: string | null): Configuration['smtp'] {
  if (url === null) return null;
  const { username, hostname } = new URL(url);
  const user = decodeURIComponent(username);
  return { url, from: from ?? (user.includes('@') ? user : `gongping@${hostname}`) };
}

function addressList(text: string, context: z.RefinementCtx): BlockList {
  const list = new BlockList();
  for (const entry of text.split(',').map((part) => part.trim())) {
    if (entry === '') continue;
    const [address = '', prefix, ...rest] = entry.split('/');
    const version = isIP(address);
    const bits = prefix === undefined ? (version === 4 ? 32 : 128) : Number(prefix);
    if (
      version === 0 ||
      rest.length > 0 ||
      !Number.isInteger(bits) ||
      bits < 0 ||
      bits > (version === 4 ? 32 : 128)
    ) {
      context.addIssue({ code: 'custom', message: entry });
      return list;
    }
    list.addSubnet(address, bits, version === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}
