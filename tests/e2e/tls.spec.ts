import { expect, test } from "@playwright/test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generate } from "selfsigned";
import { until } from "./state";
import { Theatre } from "./theatre";

test("over TLS the audience page opens, and the stage comes over a secure socket", async ({ browser }) => {
  const folder = mkdtempSync(join(tmpdir(), "virtualstage-tls-"));
  const { cert, private: key } = await generate([{ name: "commonName", value: "localhost" }], { keySize: 2048 });
  const files = { certificate: join(folder, "certificate.pem"), key: join(folder, "key.pem") };
  writeFileSync(files.certificate, cert);
  writeFileSync(files.key, key);
  const theatre = await Theatre.open("--certificate", files.certificate, "--certificate-key", files.key, "--speed", "4");
  try {
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    const page = await context.newPage();
    const sockets: string[] = [];
    page.on("websocket", (socket) => sockets.push(socket.url()));
    await page.goto(`${theatre.url}/watch`);
    await until(page, "the stage is shown", (state) => state.connected && state.players.length > 0, 60_000);
    expect(sockets.length).toBeGreaterThan(0);
    expect(sockets.every((url) => url.startsWith("wss://"))).toBe(true);
    expect(await page.evaluate(() => isSecureContext)).toBe(true);
    await context.close();
  } finally {
    await theatre.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
