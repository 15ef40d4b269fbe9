// Builds a theatre that needs nothing else to run: node server/publish.mjs linux-x64 [--to DIR]. Without --to it is packed as well.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const platforms = ["linux-x64", "linux-arm64", "osx-arm64", "osx-x64", "win-x64"];
const [platform, option, folder] = process.argv.slice(2);
if (!platforms.includes(platform) || (option !== undefined && (option !== "--to" || !folder))) {
  console.error(`node server/publish.mjs ${platforms.join("|")} [--to DIR]`);
  process.exit(2);
}

const version = /<Version>(.+)<\/Version>/.exec(readFileSync(join(root, "Directory.Build.props"), "utf8"))[1];
const name = `virtualstage-${version}-${platform}`;
const artifacts = join(root, "artifacts");
const to = folder ? resolve(folder) : join(artifacts, name);

function run(command, ...args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) process.exit(status ?? 1);
}

rmSync(to, { recursive: true, force: true });
mkdirSync(to, { recursive: true });
run("dotnet", "publish", "server/VirtualStage.Server", "-c", "Release", "-r", platform, "--self-contained", "-o", to, "-v", "quiet", "--nologo", "-p:GenerateDocumentationFile=false", "-p:DebugType=none", "-p:RunAnalyzers=false", "-p:EnforceCodeStyleInBuild=false");

// The program looks for these beside itself, as it does in the repository.
cpSync(join(root, "directors-console/dist"), join(to, "directors-console/dist"), { recursive: true });
// What a production's sounds and models were made with is of no use to who plays it.
const made = new Set(["synthesis", "modelling"]);
for (const one of readdirSync(join(root, "scripts/hamlet")).filter((one) => !made.has(one))) {
  cpSync(join(root, "scripts/hamlet", one), join(to, "scripts/hamlet", one), { recursive: true });
}
for (const one of ["LICENSE", "README.md"]) cpSync(join(root, one), join(to, one));

if (!folder) {
  run("tar", "-czf", `artifacts/${name}.tar.gz`, "-C", "artifacts", name);
  rmSync(to, { recursive: true });
  console.log(`artifacts/${name}.tar.gz`);
}
