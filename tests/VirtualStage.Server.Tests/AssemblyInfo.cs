using VirtualStage.Server.Tests.Support;

// Servers share the machine with the tests: more at a time would only wait for each other.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
[assembly: AssemblyFixture(typeof(SharedPostgres))]
