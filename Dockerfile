# A theatre in a container. What is built, and how, says server/publish.mjs; nothing is built in another way here.
FROM node:22-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm && ln -s ../lib/node_modules/npm/bin/npx-cli.js /usr/local/bin/npx
WORKDIR /src
COPY . .
RUN node server/publish.mjs linux-x64 --to /theatre

FROM debian:12-slim
# Cutting out performers, their video, and speaking understudies; see server/libraries.mjs.
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates curl espeak-ng ffmpeg libgtk-3-0 libopus0 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 1654 --home-dir /data theatre \
    && install -d -o theatre -m 0700 /data /recordings
COPY --from=build /theatre /theatre
USER theatre
VOLUME ["/data", "/recordings"]
EXPOSE 5080/tcp 5090/udp
# The runtime unpacks nothing and writes nothing but into /data and /tmp: the root may be read-only.
ENV DOTNET_EnableDiagnostics=0 HOME=/tmp
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s CMD ["curl", "-fsS", "http://127.0.0.1:5080/health/live"]
# The theatre brings its curtain down within five seconds.
STOPSIGNAL SIGTERM
ENTRYPOINT ["/theatre/virtualstage"]
CMD ["serve", "--listen", "0.0.0.0", "--data", "/data"]
