import { ReadyState } from "../contracts/contracts";

/** What a check found, as it is told to the prompt corner. */
export interface Finding {
  state: ReadyState;
  word: string;
}

const { Ready, Poor, Failed } = ReadyState;
const listenMs = 2000;
const pictureMs = 5000;
const trips = 5;

/** By the middle one of some round trips: the slowest says little. */
export function judgeConnection(roundTripsMs: readonly number[]): Finding {
  const middle = roundTripsMs.toSorted((one, other) => one - other)[Math.floor(roundTripsMs.length / 2)];
  if (middle === undefined) return { state: Failed, word: "no answer" };
  const word = `${Math.round(middle)} ms there and back`;
  return { state: middle <= 150 ? Ready : middle <= 600 ? Poor : Failed, word };
}

/** By the loudest moment that was heard: 1 is as loud as can be. */
export function judgeMicrophone(loudest: number): Finding {
  if (loudest >= 0.02) return { state: Ready, word: "you are heard" };
  if (loudest > 0) return { state: Poor, word: "very quiet: speak while it listens" };
  return { state: Failed, word: "it gives silence: is it muted?" };
}

export function judgeCamera(width: number, height: number): Finding {
  if (width === 0 || height === 0) return { state: Failed, word: "it gives no picture" };
  return { state: height >= 480 ? Ready : Poor, word: `${width} × ${height}` };
}

/** Why a device was not given. */
export function judgeError(name: string): Finding {
  const words: Record<string, string> = {
    NotAllowedError: "not allowed in this browser",
    NotFoundError: "none was found",
    NotReadableError: "another program has it",
    OverconstrainedError: "none fits",
  };
  return { state: Failed, word: words[name] ?? "it cannot be opened" };
}

export async function checkConnection(roundTrip: () => Promise<number>): Promise<Finding> {
  const found: number[] = [];
  try {
    for (let trip = 0; trip < trips; trip++) found.push(await roundTrip());
  } catch {
    // What was measured until then counts.
  }
  return judgeConnection(found);
}

/** Listens for two seconds; the device is given back at once. */
export async function checkMicrophone(): Promise<Finding> {
  return withDevice({ audio: true }, async (stream) => {
    const context = new AudioContext();
    try {
      await context.resume();
      const analyser = new AnalyserNode(context, { fftSize: 2048 });
      context.createMediaStreamSource(stream).connect(analyser);
      const samples = new Float32Array(analyser.fftSize);
      let loudest = 0;
      for (const end = performance.now() + listenMs; performance.now() < end; await new Promise((done) => setTimeout(done, 40))) {
        analyser.getFloatTimeDomainData(samples);
        loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), loudest);
      }
      return judgeMicrophone(loudest);
    } finally {
      void context.close();
    }
  });
}

/** Waits for a picture; the device is given back at once. */
export async function checkCamera(): Promise<Finding> {
  return withDevice({ video: true }, async (stream) => {
    const video = document.createElement("video");
    video.muted = true;
    video.playsInline = true;
    video.srcObject = stream;
    void video.play().catch(() => undefined);
    for (const end = performance.now() + pictureMs; performance.now() < end && video.videoWidth === 0; ) await new Promise((done) => setTimeout(done, 50));
    return judgeCamera(video.videoWidth, video.videoHeight);
  });
}

async function withDevice(wanted: MediaStreamConstraints, look: (stream: MediaStream) => Promise<Finding>): Promise<Finding> {
  // Browsers give devices to pages over HTTPS and on the own machine, and to no others.
  if (navigator.mediaDevices === undefined) return { state: Failed, word: "this page may not ask: it came without HTTPS" };
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia(wanted);
  } catch (error) {
    return judgeError(error instanceof DOMException ? error.name : "");
  }
  try {
    return await look(stream);
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
}
