import { Store } from "../shared/store";

/** gone: it was taken away in the middle, and is taken up again when it is back. */
export type CameraState = "off" | "asking" | "on" | "gone" | "refused";

export interface CameraChoice {
  id: string;
  name: string;
}

const wanted: MediaTrackConstraints = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 } };

/** The performer's camera, from when it is asked for until it is given back. */
export class Camera {
  readonly state = new Store<CameraState>("off");
  /** Why there is none, and what to do. */
  readonly words = new Store<string | null>(null);
  readonly stream = new Store<MediaStream | null>(null);
  readonly choices = new Store<readonly CameraChoice[]>([]);
  /** The one that is on, or was last. */
  readonly chosen = new Store<string | null>(null);
  private attempt = 0;
  private isWanted = false;

  /** devices: null where the browser gives none to this page. */
  constructor(private readonly devices: MediaDevices | null = navigator.mediaDevices ?? null) {}

  /** Asks for a camera: the named one, or any. */
  async open(id: string | null = this.chosen.get()): Promise<void> {
    this.isWanted = true;
    this.devices?.removeEventListener("devicechange", this.changed);
    this.devices?.addEventListener("devicechange", this.changed);
    await this.ask(id, "asking");
  }

  close(): void {
    this.isWanted = false;
    this.attempt++;
    this.devices?.removeEventListener("devicechange", this.changed);
    this.release();
    this.words.set(null);
    this.state.set("off");
  }

  private async ask(id: string | null, meanwhile: CameraState): Promise<void> {
    const attempt = ++this.attempt;
    this.release();
    this.state.set(meanwhile);
    if (meanwhile === "asking") this.words.set(null);
    try {
      const stream = await this.streamOf(id);
      // It was closed, or another was chosen, while the person was asked.
      if (attempt !== this.attempt) return stopAll(stream);
      this.take(stream);
      await this.list();
    } catch (error) {
      if (attempt !== this.attempt) return;
      const name = error instanceof Error ? error.name : "";
      // Who has no camera any more waits for it to come back; the others have to do something.
      const isGone = name === "NotFoundError" || meanwhile === "gone";
      this.words.set(meanwhile === "gone" && name === "NotFoundError" ? goneWords : cameraWords(name));
      this.state.set(isGone ? "gone" : "refused");
    }
  }

  private async streamOf(id: string | null): Promise<MediaStream> {
    if (!this.devices) throw new DOMException("", "SecurityError");
    const ask = (constraints: MediaTrackConstraints) => this.devices!.getUserMedia({ video: constraints });
    if (id === null) return ask(wanted);
    // One that was unplugged is not to keep the others out.
    return ask({ ...wanted, deviceId: { exact: id } }).catch((error: unknown) => {
      if (error instanceof Error && /OverconstrainedError|NotFoundError/.test(error.name)) return ask(wanted);
      throw error;
    });
  }

  private take(stream: MediaStream): void {
    const track = stream.getVideoTracks()[0];
    track?.addEventListener("ended", () => {
      if (this.stream.get() !== stream) return;
      this.release();
      this.words.set(goneWords);
      this.state.set("gone");
      // Another one may be there already.
      void this.list();
    });
    // A shutter was closed, or the lid: the camera stays, and gives nothing.
    track?.addEventListener("mute", () => this.stream.get() === stream && this.words.set(mutedWords));
    track?.addEventListener("unmute", () => this.stream.get() === stream && this.words.set(null));
    this.chosen.set(track?.getSettings().deviceId ?? null);
    this.stream.set(stream);
    this.words.set(null);
    this.state.set("on");
  }

  /** Something was plugged in or out. */
  private readonly changed = (): void => {
    void this.list();
    if (this.isWanted && this.state.get() === "gone") void this.ask(this.chosen.get(), "gone");
  };

  private async list(): Promise<void> {
    const found = await this.devices?.enumerateDevices().catch(() => []);
    const cameras = (found ?? []).filter((device) => device.kind === "videoinput" && device.deviceId !== "");
    this.choices.set(cameras.map(({ deviceId, label }, at) => ({ id: deviceId, name: label || `Camera ${at + 1}` })));
  }

  private release(): void {
    stopAll(this.stream.get());
    this.stream.set(null);
  }
}

function stopAll(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

const mutedWords = "The camera gives no pictures just now. Is its shutter closed, or was it switched off at the device?";
const goneWords = "The camera is gone: it was unplugged, or another program took it. When it is back it goes on by itself.";

/** Why a camera was not given, and what to do, by the error's name. */
export function cameraWords(name: string): string {
  switch (name) {
    case "NotAllowedError":
      return "The browser lets this page see no camera. Allow it beside the page's address, then try again.";
    case "NotFoundError":
      return "There is no camera. Plug one in: it is taken up by itself.";
    case "NotReadableError":
    case "AbortError":
      return "Another program has the camera. Close it there, then try again.";
    case "SecurityError":
      return "Browsers give cameras only to pages that came over HTTPS, or from the own machine: open this page so.";
    default:
      return "The camera cannot be opened. Try again, or choose another one.";
  }
}
