// The panel's few calls; the link's token is all that is needed.

/** The answer's body, or null when it has none; rejects with an Error that has `status`, or without where there is no line. */
export async function call(method, path, body) {
  const answer = await fetch(`/api/panel/${path}`, {
    method,
    cache: 'no-store',
    headers: body ? { 'Content-Type': 'application/json' } : {},
    body: body ? JSON.stringify(body) : undefined,
  });
  if (!answer.ok) {
    throw Object.assign(new Error(`${answer.status}`), { status: answer.status });
  }
  const read = await answer.text();
  return read === '' ? null : JSON.parse(read);
}
