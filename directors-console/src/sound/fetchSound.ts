/** A sound's file. It never changes, so the browser keeps it. */
export async function fetchSound(hash: string): Promise<ArrayBuffer> {
  const answer = await fetch(`/api/sounds/${encodeURIComponent(hash)}`);
  if (!answer.ok) throw new Error(`the sound was not given (${answer.status})`);
  return answer.arrayBuffer();
}
