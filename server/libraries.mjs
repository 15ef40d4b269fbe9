// Installs the system's libraries and programs that some parts of the theatre need, where this user may, and names the rest.
// Without them the theatre runs, and says what it does without.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export const has = (command) => spawnSync("sh", ["-c", `command -v ${command}`]).status === 0;

const hasLibrary = (name) =>
  ["/usr/lib", "/usr/lib64", "/lib"].some((folder) => spawnSync("sh", ["-c", `ls ${folder}/${name} ${folder}/*/${name}`]).stdout.length > 0);

const wanted = [
  { packages: ["libgtk-3-0"], isThere: () => hasLibrary("libgtk-3.so.0"), without: "performers on camera are not cut out" },
  { packages: ["ffmpeg"], isThere: () => has("ffmpeg"), without: "performers go to browsers as single pictures instead of video, cameras in the network do not perform, and no films are made" },
  { packages: ["espeak-ng", "libopus0"], isThere: () => has("espeak-ng") && hasLibrary("libopus.so.0"), without: "understudies do not speak aloud" },
];

/** apt-get as this user may call it; null where they may not. */
export function aptGet() {
  if (!has("apt-get")) {
    return null;
  }
  if (process.getuid() === 0) {
    return ["apt-get"];
  }
  return spawnSync("sudo", ["-n", "true"]).status === 0 ? ["sudo", "-n", "apt-get"] : null;
}

/** Installs Debian's packages; false when that failed. */
export function install(packages) {
  const [command, ...args] = aptGet();
  const run = (...more) => spawnSync(command, [...args, ...more], { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } }).status === 0;
  console.log(`Installing ${packages.join(", ")} …`);
  return run("update", "-qq") && run("install", "-y", "-qq", "--no-install-recommends", ...packages);
}

export function installLibraries() {
  // Elsewhere the packages bring what they need, or the documentation says what to install.
  if (process.platform !== "linux") {
    return;
  }
  const missing = wanted.filter((one) => !one.isThere());
  const packages = missing.flatMap((one) => one.packages);
  if (packages.length === 0 || (aptGet() !== null && install(packages))) {
    return;
  }
  for (const one of missing) {
    console.log(`${one.packages.join(" and ")} is missing: ${one.without}. To have it: sudo apt-get install --no-install-recommends ${one.packages.join(" ")}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  installLibraries();
}
