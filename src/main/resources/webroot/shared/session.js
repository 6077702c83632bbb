// Who is logged in. The cookie is the server's business: the page never sees it.

/** `{user, name, roles}`, or null when nobody is logged in. Rejects when the server is out of reach. */
export async function whoAmI() {
  const answer = await fetch('/api/staff/me', { cache: 'no-store' });
  if (answer.status === 401) {
    return null;
  }
  if (!answer.ok) {
    throw new Error(`/api/staff/me answered ${answer.status}`);
  }
  return answer.json();
}

/** `{kind: 'in' | 'wrong' | 'tooOften' | 'failed', seconds?}`; never rejects. */
export async function logIn(user, password, code) {
  try {
    const answer = await fetch('/api/staff/login', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(code ? { user, password, code } : { user, password }),
    });
    if (answer.status === 204) {
      return { kind: 'in' };
    }
    if (answer.status === 429) {
      return { kind: 'tooOften', seconds: Number(answer.headers.get('Retry-After')) || 30 };
    }
    return { kind: answer.status === 401 ? 'wrong' : 'failed' };
  } catch {
    return { kind: 'failed' };
  }
}

/** Ends the session; rejects when the server could not be told. */
export async function logOut() {
  const answer = await fetch('/api/staff/logout', { method: 'POST' });
  if (!answer.ok && answer.status !== 401) {
    throw new Error(`/api/staff/logout answered ${answer.status}`);
  }
}
