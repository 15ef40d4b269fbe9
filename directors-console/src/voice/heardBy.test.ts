import { describe, expect, it } from "vitest";
import { VoiceChannel, type CompanyView } from "../contracts/contracts";
import { channelName, channelOf, ownChannels, talkChannels } from "./channels";
import { heardBy } from "./heardBy";

const talking = { isOpen: true, isTalking: true, channel: VoiceChannel.Stage, isMuted: false, isFrozen: false, refusal: null };

describe("heardBy", () => {
  it.each([
    [talking, "the stage", null],
    [{ ...talking, channel: VoiceChannel.Lights }, "Lights, backstage", null],
    [{ ...talking, isOpen: false }, "nobody", "your microphone is off"],
    [{ ...talking, isMuted: true, refusal: "you are muted" }, "nobody", "muted by the stage manager"],
    [{ ...talking, isFrozen: true }, "nobody", "frozen by the stage manager"],
    [{ ...talking, refusal: "you are not of Lights" }, "nobody", "you are not of Lights"],
    [{ ...talking, isTalking: false }, "nobody", "hold to talk to the stage"],
  ])("%o: %s, %s", (speaking, by, why) => {
    expect(heardBy(speaking)).toEqual({ by, why });
  });
});

describe("channels", () => {
  const company = (departments: string[], roles: string[] = []) =>
    ({ me: "p-1", departments: ["Lights", "StageManagement", "Cast", "Catering"], members: [{ person: "p-1", departments, roles, covers: [] }] }) as unknown as CompanyView;

  it("knows each department's channel", () => {
    expect(channelOf("Lights")).toBe(VoiceChannel.Lights);
    expect(channelOf("Catering")).toBeNull();
    expect(channelName(VoiceChannel.StageManagement)).toBe("Stage management");
  });

  it("lets people talk to their own departments, and the prompt corner to all", () => {
    expect(talkChannels(company([]))).toEqual([]);
    expect(talkChannels(company(["Lights"], ["hamlet"]))).toEqual([VoiceChannel.Lights, VoiceChannel.Cast]);
    expect(talkChannels(company(["StageManagement"]))).toEqual([VoiceChannel.Lights, VoiceChannel.StageManagement, VoiceChannel.Cast]);
    expect(ownChannels(company(["StageManagement"]))).toEqual([VoiceChannel.StageManagement]);
    expect(talkChannels(null)).toEqual([]);
  });
});
