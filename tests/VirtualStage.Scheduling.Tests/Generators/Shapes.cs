using FsCheck;
using FsCheck.Fluent;
using VirtualStage.Scheduling.Steps;

namespace VirtualStage.Scheduling.Tests.Generators;

/// <summary>A kind and a shape that it has a schedule for.</summary>
public sealed record Problem(ScheduleKind Kind, TrainingShape Shape);

/// <summary>Problems of all sizes up to 16 devices and 128 micro-batches, small ones more often.</summary>
internal static class Shapes
{
    private static readonly Gen<double> _time = Gen.Choose(0, 40).Select(tenths => tenths / 10.0);

    private static readonly Gen<ChunkTimes> _times =
        from forward in _time
        from backward in _time
        from weight in _time
        from allReduce in Gen.Choose(0, 12).Select(tenths => tenths / 10.0)
        select new ChunkTimes(forward, backward, weight, allReduce);

    public static Arbitrary<Problem> Any { get; } = Arb.From(
        from kind in Gen.Elements(Enum.GetValues<ScheduleKind>())
        from chunks in kind switch
        {
            ScheduleKind.ZeroBubbleV or ScheduleKind.Stp => Gen.Constant(2),
            ScheduleKind.Interleaved => Gen.Choose(2, 4),
            _ => Gen.Choose(1, 4),
        }
        from devices in Gen.OneOf(Gen.Choose(1, 6), Gen.Choose(1, 16))
        from microBatches in Gen.OneOf(Gen.Choose(1, 12), Gen.Choose(1, 4 * devices), Gen.Choose(1, 128))
        from layers in Gen.Frequency((4, Gen.Constant(1)), (1, Gen.Constant(2)))
        from isUniform in Gen.Elements(true, false)
        from times in _times.ListOf(isUniform ? 1 : devices * chunks)
        select new Problem(kind, new TrainingShape(devices, microBatches, [.. times], chunks, layers)));
}
