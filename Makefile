# Everything that a person needs: `make run` and `make test`. Options go through ARGS: make run ARGS="--speed 4".
SHELL := /bin/bash
CONFIGURATION ?= Release
SERVER := server/VirtualStage.Server/bin/$(CONFIGURATION)/net10.0/virtualstage.dll
export DOTNET_CLI_TELEMETRY_OPTOUT = 1
export DOTNET_NOLOGO = 1

.PHONY: run build test bench soak dist clean tools

run: build
	@node server/libraries.mjs
	@exec dotnet $(SERVER) serve $(ARGS)

build: tools
	@echo "Building the server and the pages (the first time this takes a minute) …"
	@dotnet build server/VirtualStage.Server -c $(CONFIGURATION) -v minimal --nologo

test: tools
	@node tests/run.mjs

bench: tools
	@dotnet run -c Release --project tests/VirtualStage.Benchmarks -- --filter '*' $(ARGS)
	@dotnet run -c Release --project tests/VirtualStage.Load -- go
	@dotnet run -c Release --project tests/VirtualStage.Load -- journal $(JOURNAL)
	@dotnet run -c Release --project tests/VirtualStage.Load -- stage --actors 200 --colyseus
	@dotnet run -c Release --project tests/VirtualStage.Load -- stage --actors 200 --on-stage 40
	@dotnet run -c Release --project tests/VirtualStage.Load -- house --spectators 2000 --bare --signalr --rude
	@dotnet run -c Release --project tests/VirtualStage.Load -- house --spectators 10000 --bare

soak: tools
	@VIRTUALSTAGE_PROPERTY_RUNS=100000 dotnet test --project tests/VirtualStage.Productions.Tests -c Release
	@VIRTUALSTAGE_WIRE_PACKETS=1000000 dotnet test --project tests/VirtualStage.Contracts.Tests -c Release -- --filter-class '*WireTests'
	@VIRTUALSTAGE_WIRE_PACKETS=1000000 dotnet test --project tests/VirtualStage.Server.Tests -c Release -- --filter-class '*WireFuzzTests'
	@VIRTUALSTAGE_NETCODE_MINUTES=60 dotnet test --project tests/VirtualStage.Client.Tests -c Release -- --filter-class '*BadNetworkTests' --show-live-output on
	@dotnet publish tests/VirtualStage.Client.Actor -c Release -p:AheadOfTime=true -p:CppCompilerAndLinker=gcc -o artifacts/client-actor
	@VIRTUALSTAGE_CLIENT_ACTOR=$(CURDIR)/artifacts/client-actor/VirtualStage.Client.Actor dotnet test --project tests/VirtualStage.Server.Tests -c Release -- --filter-class '*ActorProcessTests'
	@VIRTUALSTAGE_WHOLE_PLAY=1 dotnet test --project tests/VirtualStage.Server.Tests -c Release -- --filter-class '*WholePlayTests'
	@VIRTUALSTAGE_MATTING_FIGURES=1 dotnet test --project tests/VirtualStage.Matting.Tests -c Release -- --filter-class '*RealPicturesTests' --show-live-output on
	@VIRTUALSTAGE_MATTING_FRAMES=20000 dotnet test --project tests/VirtualStage.Matting.Tests -c Release -- --filter-class '*MemoryTests' --show-live-output on
	@VIRTUALSTAGE_HOUSE_MINUTES=10080 dotnet test --project tests/VirtualStage.House.Tests -c Release -- --filter-class '*WeekTests' --show-live-output on
	@VIRTUALSTAGE_PROPERTY_RUNS=10000 dotnet test --project tests/VirtualStage.Scheduling.Tests -c Release
	@VIRTUALSTAGE_FAILOVERS=20 dotnet test --project tests/VirtualStage.Server.Tests -c Release -- --filter-class '*FailoverTests' --show-live-output on
	@VIRTUALSTAGE_PERFORMANCES=100 dotnet test --project tests/VirtualStage.Server.Tests -c Release -- --filter-class '*BalanceTests' --show-live-output on
	@VIRTUALSTAGE_AUDIENCE=300 dotnet test --project tests/VirtualStage.Server.Tests -c Release -- --filter-class '*HouseCostTests' --show-live-output on
	@VIRTUALSTAGE_PUBLISHED=1 dotnet test --project tests/VirtualStage.Server.Tests -c Release -- --filter-class '*PublishedTests'
	@cd tests/e2e && LONG=1 npx playwright test --grep @long

# Downloads that need no SDK and no runtime; packed into artifacts/.
dist: tools
	@for platform in linux-x64 osx-arm64 win-x64; do node server/publish.mjs $$platform || exit 1; done

clean:
	@rm -rf artifacts directors-console/dist directors-console/node_modules tests/e2e/node_modules
	@find . \( -name bin -o -name obj \) -type d -not -path '*/node_modules/*' -prune -exec rm -rf {} +

tools:
	@command -v dotnet >/dev/null || { echo "The .NET SDK 10 is missing: https://dotnet.microsoft.com/download" >&2; exit 1; }
	@command -v node >/dev/null && command -v npm >/dev/null || { echo "Node.js 20.19 or later with npm is missing: https://nodejs.org" >&2; exit 1; }
	@node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' \
		|| { echo "Node.js $$(node --version) is too old: 20.19 or later is needed" >&2; exit 1; }
