import { describe, expect, it } from "vitest";
import { cameraAddress, isCameraAddress } from "./cameraAddress";

describe("the address of playing by camera", () => {
  it("is known again", () => {
    expect(cameraAddress("hamlet 1", true)).toBe("/stage-door/hamlet%201/camera");
    expect(isCameraAddress(cameraAddress("hamlet 1", true))).toBe(true);
    expect(isCameraAddress(cameraAddress("hamlet 1", false))).toBe(false);
  });

  it.each(["/stage-door", "/stage-door/camera", "/stage-door//camera", "/stage-door/hamlet-1/camera/more", "/watch/hamlet-1/camera"])("is not %s", (path) => {
    expect(isCameraAddress(path)).toBe(false);
  });
});
