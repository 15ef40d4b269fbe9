import { afterEach, describe, expect, it, vi } from "vitest";
import { wayIn } from "./wayIn";

const answer = (status: number) => vi.spyOn(globalThis, "fetch").mockResolvedValue(new Response(null, { status }));

describe("the way to Orleans' dashboard", () => {
  afterEach(() => vi.restoreAllMocks());

  it("shows the ticket and goes on", async () => {
    const asked = answer(204);
    expect(await wayIn("the-owners")).toBeNull();
    expect(asked).toHaveBeenCalledWith("/api/orleans", expect.objectContaining({ method: "POST", headers: expect.objectContaining({ authorization: "Bearer the-owners" }) }));
  });

  it("asks nothing without a ticket", async () => {
    const asked = answer(204);
    expect(await wayIn(null)).toContain("open the console with the owner's link first");
    expect(asked).not.toHaveBeenCalled();
  });

  it.each([
    [403, "this is not the owner's ticket"],
    [404, "started without --orleans-dashboard"],
    [401, "does not know the ticket"],
    [500, "cannot be reached"],
  ])("says why not: %i", async (status, words) => {
    answer(status);
    expect(await wayIn("a-ticket")).toContain(words);
  });
});
