using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(VirtualStage.Benchmarks.VoiceBenchmarks).Assembly).Run(args);
