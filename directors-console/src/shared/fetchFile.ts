/** A file of the production, by its hash. It never changes, so the browser keeps it. */
export async function fetchFile(what: "sound" | "model", hash: string): Promise<ArrayBuffer> {
  const answer = await fetch(`/api/${what}s/${encodeURIComponent(hash)}`);
  if (!answer.ok) throw new Error(`the ${what} was not given (${answer.status})`);
  return answer.arrayBuffer();
}
