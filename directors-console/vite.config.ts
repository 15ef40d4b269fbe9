import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const server = "http://127.0.0.1:5080";
const page = (name: string) => new URL(`./${name}.html`, import.meta.url).pathname;

export default defineConfig({
  appType: "mpa",
  plugins: [react(), pagesByAddress()],
  build: {
    target: "es2022",
    // three.js alone is larger than the default limit, and it is a chunk of its own.
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      input: { index: page("index"), console: page("console"), watch: page("watch"), "stage-door": page("stage-door"), audition: page("audition"), cluster: page("cluster") },
      output: {
        codeSplitting: {
          groups: [
            { name: "three", test: /node_modules[\\/]three/ },
            { name: "signalr", test: /node_modules[\\/]@microsoft/ },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      "/api": { target: server, ws: true },
      "/hub": { target: server, ws: true },
      "/orleans": { target: server },
    },
  },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.{ts,tsx}"],
    // A window for each file took thirty times as long as all tests. So what a test puts in a global's place goes when it ends.
    isolate: false,
    testTimeout: 60_000,
    restoreMocks: true,
    unstubGlobals: true,
  },
});

/** Does what the server does with addresses: `/watch/hamlet-1` is the page watch.html. */
function pagesByAddress() {
  return {
    name: "pages-by-address",
    configureServer(dev: { middlewares: { use(handle: (request: { url?: string }, response: unknown, next: () => void) => void): void } }) {
      dev.middlewares.use((request, _response, next) => {
        const found = /^\/(console|watch|replay|film|stage-door|audition|cluster)(\/[^.]*)?(\?.*)?$/.exec(request.url ?? "");
        if (found) request.url = `/${found[1] === "replay" || found[1] === "film" ? "watch" : found[1]}.html${found[3] ?? ""}`;
        next();
      });
    },
  };
}
