using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace VirtualStage.Benchmarks;

/// <summary>
/// Runs a benchmark in this very process, whatever job it is run by. <see cref="InProcessAttribute"/> is a job of its own: the short
/// form, which brings one too, would measure twice.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class InThisProcessAttribute() : JobMutatorConfigBaseAttribute(Job.Default.WithToolchain(InProcessEmitToolchain.Instance));
