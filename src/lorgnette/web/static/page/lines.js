/** What the hub tells line by line, for as long as somebody reads. */
import { Away, fetched, Refusal } from "./ask.js";

const AGAIN = 2000;

/**
 * Read JSON lines until `left`, again when the hub was away.
 * @param {string} path
 * @param {(line: any) => void} told
 * @param {(there: boolean) => void} news  whether the hub is there
 * @param {AbortSignal} left
 */
export async function follow(path, told, news, left) {
  while (!left.aborted) {
    try {
      const answer = await fetched(path, { signal: left });
      news(true);
      await read(answer, told);
    } catch (reason) {
      if (left.aborted) return;
      const gone = reason instanceof Away || reason instanceof Refusal || reason instanceof TypeError;
      if (!gone) throw reason;
    }
    news(false);
    await new Promise((resume) => setTimeout(resume, AGAIN));
  }
}

/** @param {Response} answer @param {(line: any) => void} told */
async function read(answer, told) {
  if (!answer.body) return;
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines.filter(Boolean)) told(JSON.parse(line));
  }
}
