import { expect } from '@playwright/test';

/** The password of every account of the demonstration. */
export const demonstrationPassword = 'gongping-demo';

export interface Question {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`. */
  path: string;
  /** Sent as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
}

/** Somebody, or nobody, who talks to a running product as a program does. */
export interface Client {
  request(question: Question): Promise<Response>;
  /** Asks, fails the test with the refusal's sentence where there is one, and gives the answer's body. */
  ask<T>(question: Question): Promise<T>;
  read<T>(path: string): Promise<T>;
}

/** @param cookie as a browser would send it; nobody is signed in without one */
export function client(url: string, cookie?: string): Client {
  async function request({ method, path, body, headers = {} }: Question): Promise<Response> {
    return fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(cookie === undefined ? {} : { cookie }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
  async function ask<T>(question: Question): Promise<T> {
    const response = await request(question);
    const text = await response.text();
    expect(response.ok, `${question.method} ${question.path}: ${response.status} ${text}`).toBe(true);
    return JSON.parse(text) as T;
  }
  return { request, ask, read: (path) => ask({ method: 'GET', path }) };
}

/** Signs in through the front door. */
export async function signedIn(
  url: string,
  username: string,
  password = demonstrationPassword,
): Promise<Client> {
  const response = await client(url).request({
    method: 'POST',
    path: '/session',
    body: { username, password },
  });
  expect(response.status, await response.text()).toBe(200);
  const cookie = response.headers.getSetCookie().map((set) => set.split(';', 1)[0]);
  return client(url, cookie.join('; '));
}
