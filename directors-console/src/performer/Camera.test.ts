import { beforeEach, describe, expect, it } from "vitest";
import { Camera, cameraWords } from "./Camera";

class Track extends EventTarget {
  isStopped = false;
  constructor(private readonly id: string) {
    super();
  }
  getSettings() {
    return { deviceId: this.id };
  }
  stop() {
    this.isStopped = true;
  }
}

class Stream {
  readonly track: Track;
  constructor(id: string) {
    this.track = new Track(id);
  }
  getTracks() {
    return [this.track];
  }
  getVideoTracks() {
    return [this.track];
  }
}

/** The browser's devices, with cameras that come and go. */
class Devices extends EventTarget {
  cameras = ["front", "back"];
  refusal: string | null = null;
  readonly given: Stream[] = [];
  async getUserMedia({ video }: { video: { deviceId?: { exact: string } } }) {
    if (this.refusal) throw new DOMException("", this.refusal);
    const id = video.deviceId?.exact ?? this.cameras[0];
    if (id === undefined) throw new DOMException("", "NotFoundError");
    if (!this.cameras.includes(id)) throw new DOMException("", "OverconstrainedError");
    const stream = new Stream(id);
    this.given.push(stream);
    return stream;
  }
  async enumerateDevices() {
    return [{ kind: "audioinput", deviceId: "m", label: "Microphone" }, ...this.cameras.map((id) => ({ kind: "videoinput", deviceId: id, label: id === "front" ? "Front" : "" }))];
  }
  unplug(id: string) {
    this.cameras = this.cameras.filter((one) => one !== id);
    this.given.at(-1)!.track.dispatchEvent(new Event("ended"));
    this.dispatchEvent(new Event("devicechange"));
  }
  plug(id: string) {
    this.cameras.push(id);
    this.dispatchEvent(new Event("devicechange"));
  }
}

const settled = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};

describe("the camera", () => {
  let devices: Devices;
  let camera: Camera;

  beforeEach(() => {
    devices = new Devices();
    camera = new Camera(devices as unknown as MediaDevices);
  });

  it("is opened when it is asked for, and tells which others there are", async () => {
    expect(devices.given).toHaveLength(0);
    await camera.open();
    expect(camera.state.get()).toBe("on");
    expect(camera.chosen.get()).toBe("front");
    expect(camera.choices.get()).toEqual([
      { id: "front", name: "Front" },
      { id: "back", name: "Camera 2" },
    ]);
  });

  it("gives the one before back when another is chosen, and all when it is closed", async () => {
    await camera.open();
    await camera.open("back");
    expect(devices.given.map((stream) => stream.track.isStopped)).toEqual([true, false]);
    camera.close();
    expect(devices.given[1]!.track.isStopped).toBe(true);
    expect(camera.state.get()).toBe("off");
  });

  it("says why there is none, and is there after another try", async () => {
    devices.refusal = "NotAllowedError";
    await camera.open();
    expect([camera.state.get(), camera.words.get()]).toEqual(["refused", cameraWords("NotAllowedError")]);
    devices.refusal = null;
    await camera.open();
    expect([camera.state.get(), camera.words.get()]).toEqual(["on", null]);
  });

  it("goes on by itself when it was unplugged and is back", async () => {
    devices.cameras = ["front"];
    await camera.open();
    devices.unplug("front");
    await settled();
    expect(camera.state.get()).toBe("gone");
    expect(camera.words.get()).toContain("gone");
    expect(camera.stream.get()).toBeNull();
    devices.plug("front");
    await settled();
    expect([camera.state.get(), camera.words.get()]).toEqual(["on", null]);
  });

  it("says when it gives no pictures, until it gives them again", async () => {
    await camera.open();
    const { track } = devices.given[0]!;
    track.dispatchEvent(new Event("mute"));
    expect([camera.state.get(), camera.words.get()]).toEqual(["on", expect.stringContaining("shutter")]);
    track.dispatchEvent(new Event("unmute"));
    expect(camera.words.get()).toBeNull();
    track.dispatchEvent(new Event("mute"));
    await camera.open("back");
    track.dispatchEvent(new Event("mute"));
    expect(camera.words.get()).toBeNull();
  });

  it("takes another one when its own was unplugged", async () => {
    await camera.open("back");
    devices.unplug("back");
    await settled();
    expect([camera.state.get(), camera.chosen.get()]).toEqual(["on", "front"]);
  });

  it("is taken up when the first one is plugged in", async () => {
    devices.cameras = [];
    await camera.open();
    expect([camera.state.get(), camera.words.get()]).toEqual(["gone", cameraWords("NotFoundError")]);
    devices.plug("front");
    await settled();
    expect(camera.state.get()).toBe("on");
  });

  it("is given back at once when it was closed while the person was asked", async () => {
    const asking = camera.open();
    camera.close();
    await asking;
    expect(devices.given[0]!.track.isStopped).toBe(true);
    expect([camera.state.get(), camera.stream.get()]).toEqual(["off", null]);
    devices.plug("side");
    await settled();
    expect(devices.given).toHaveLength(1);
  });

  it("says that a page without HTTPS gets none", async () => {
    camera = new Camera(null);
    await camera.open();
    expect([camera.state.get(), camera.words.get()]).toEqual(["refused", cameraWords("SecurityError")]);
  });
});
