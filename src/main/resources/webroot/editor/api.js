// The server's calls (`/api/openapi.json`). A session that has ended is asked for anew, and the call made again.

import { askForLogin } from '/shared/login.js';

/** What the server refused: `status`, and its problem document as `problem`. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem?.detail ?? problem?.title ?? `${status}`);
    this.status = status;
    this.problem = problem ?? {};
  }
}

let asking = null;

/** `{status, body}` of an answer; rejects with `Refused`, or with a TypeError when the server is out of reach. */
export async function call(method, path, body) {
  const answer = await fetch(`/api/${path}`, {
    method,
    cache: 'no-store',
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (answer.status === 401) {
    const page = document.body.dataset.page;
    asking ??= askForLogin('login.ended').finally(() => {
      asking = null;
      document.body.dataset.page = page === 'login' ? 'editor' : page;
    });
    await asking;
    return call(method, path, body);
  }
  const text = await answer.text();
  const isJson = (answer.headers.get('Content-Type') ?? '').includes('json') && text !== '';
  const read = isJson ? JSON.parse(text) : text;
  if (!answer.ok) {
    throw new Refused(answer.status, typeof read === 'object' ? read : {});
  }
  return { status: answer.status, body: read };
}

export const get = async (path) => (await call('GET', path)).body;
export const post = async (path, body = {}) => (await call('POST', path, body)).body;
export const put = async (path, body) => (await call('PUT', path, body)).body;
export const remove = async (path) => (await call('DELETE', path)).body;

/** A flow's path, with more behind it. */
export const flowPath = (id, rest = '') => `flows/${encodeURIComponent(id)}${rest}`;

/** The path of a file of settings, with more behind it. */
export const confPath = (id, rest = '') => `conf/${encodeURIComponent(id)}${rest}`;
