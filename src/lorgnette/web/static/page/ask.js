/** Asking the hub. */

/** The hub does not answer at all. */
export class Away extends Error {}

/** The hub says no: `code` says what, `status` is that of HTTP. */
export class Refusal extends Error {
  /** @param {number} status @param {string} code @param {string} [says] @param {number} [wait] */
  constructor(status, code, says = "", wait = 0) {
    super(says || code);
    this.status = status;
    this.code = code;
    this.wait = wait;
  }
}

const TOKEN = "lorgnette.token";

/** @returns {string | null} the pairing token of these glasses */
export const token = () => localStorage.getItem(TOKEN);

/** @param {string | null} given */
export function keepToken(given) {
  if (given) localStorage.setItem(TOKEN, given);
  else localStorage.removeItem(TOKEN);
}

/**
 * The hub's answer. Raises Away when there is none, Refusal when it is no.
 * @param {string} path
 * @param {{ method?: string, body?: unknown, keepalive?: boolean, signal?: AbortSignal }} [how]
 * @returns {Promise<Response>}
 */
export async function fetched(path, how = {}) {
  const { method = "GET", body, keepalive, signal } = how;
  /** @type {Record<string, string>} */
  const headers = {};
  const own = token();
  if (own) headers.authorization = `Bearer ${own}`;
  if (body !== undefined) headers["content-type"] = "application/json";
  const sent = body === undefined || body instanceof Blob ? body : JSON.stringify(body);
  const answer = await fetch(path, { method, headers, keepalive, signal, body: sent }).catch((reason) => {
    throw signal?.aborted ? reason : new Away();
  });
  if (!answer.ok) throw await refusal(answer);
  return answer;
}

/**
 * The hub's answer as data.
 * @template T
 * @param {string} path
 * @param {{ method?: string, body?: unknown, keepalive?: boolean, signal?: AbortSignal }} [how]
 * @returns {Promise<T>}
 */
export async function ask(path, how) {
  const answer = await fetched(path, how);
  return answer.status === 204 ? null : answer.json();
}

/** @param {Response} answer */
async function refusal(answer) {
  const { error = "", says = "" } = await answer.json().catch(() => ({}));
  if (answer.status === 401 && !location.hash.startsWith("#/pair")) location.hash = "#/pair";
  const wait = Number(answer.headers.get("retry-after"));
  return new Refusal(answer.status, error || `${answer.status}`, says, wait);
}
