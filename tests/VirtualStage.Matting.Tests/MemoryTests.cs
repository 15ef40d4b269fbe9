using System.Diagnostics;
using System.Text.Json;
using VirtualStage.Matting.Tests.Support;

namespace VirtualStage.Matting.Tests;

/// <summary>
/// However many frames come, memory does not grow: neither the managed heap nor the process. Alone, since what others take
/// meanwhile would count. `make soak` (VIRTUALSTAGE_MATTING_FRAMES=20000) does it with many, and with the real networks at 720p.
/// </summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
[Collection(nameof(MemoryTests))]
public sealed class MemoryTests
{
    /// <summary>Until everything is compiled, sized and warm.</summary>
    private const int FirstFrames = 60;

    private readonly MattedPicture _into = new();
    private long _number;

    [Fact]
    public void A_frame_allocates_no_more_than_a_few_hundred_bytes_and_nothing_grows()
    {
        using var models = DrawnNetworks.Load();
        using var matting = new PerformerMatting(models, new MattingOptions { RegistersInline = true });
        using var room = Drawn.Room();
        Assert.True(matting.UsePlate(Drawn.Png(room)).IsGood);
        using var person = Drawn.Person(640, 360, 320, 345, 320);
        using var frame = Drawn.Compose(room, person);
        var frames = int.TryParse(Environment.GetEnvironmentVariable("VIRTUALSTAGE_MATTING_FRAMES"), out var asked) ? asked : 200;
        var grown = Matte(matting, [Drawn.Jpeg(frame)], frames, FirstFrames);
        TestContext.Current.TestOutputHelper!.WriteLine(JsonSerializer.Serialize(new
        {
            matting = "memory, drawn",
            frames,
            allocatedBytesAFrame = grown.BytesPerFrame,
            heapGrownKB = grown.Heap / 1000,
            processGrownKB = grown.Process / 1000,
        }));

        Assert.True(_into.Pose.IsKnown);
        Assert.InRange(grown.BytesPerFrame, 0, 600);
        // A frame of this size has 0.7 MB decoded: one that is not let go of each time would be 140 MB.
        Assert.InRange(grown.Process, long.MinValue, 40_000_000);
    }

    [Fact]
    public void Over_many_frames_of_a_real_camera_nothing_grows()
    {
        var asked = Environment.GetEnvironmentVariable("VIRTUALSTAGE_MATTING_FRAMES");
        Assert.SkipUnless(int.TryParse(asked, out var frames), "it takes long: `make soak`, or VIRTUALSTAGE_MATTING_FRAMES=20000");
        using var models = Machine.Networks();
        using var matting = new PerformerMatting(models);
        var clip = Machine.SharedPictures("clip");
        matting.UsePlate(File.ReadAllBytes(Path.Combine(clip, "plate.png")), evenIfDoubtful: true);
        byte[][] pictures = [.. Directory.EnumerateFiles(clip, "f*.jpg").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        // To and fro, so that the performer does not jump from the last picture to the first.
        var grown = Matte(matting, [.. pictures, .. pictures.Reverse()], frames, 10 * FirstFrames);

        TestContext.Current.TestOutputHelper!.WriteLine(JsonSerializer.Serialize(new
        {
            matting = "memory",
            frames,
            width = _into.Width,
            height = _into.Height,
            isLesser = _into.IsLesser,
            allocatedBytesAFrame = grown.BytesPerFrame,
            heapGrownKB = grown.Heap / 1000,
            processGrownKB = grown.Process / 1000,
            processMB = WorkingSet() / 1_000_000,
        }));
        Assert.InRange(grown.BytesPerFrame, 0, 600);
        Assert.InRange(grown.Heap, long.MinValue, 1_000_000);
        // Half a kilobyte a frame that is not let go of would be 10 MB; this much the system's allocator may keep to itself.
        Assert.InRange(grown.Process, long.MinValue, 16_000_000);
    }

    private (long BytesPerFrame, long Heap, long Process) Matte(PerformerMatting matting, byte[][] pictures, int frames, int firstFrames)
    {
        Matte(matting, pictures, firstFrames);
        var (held, heap, before) = (WorkingSet(), GC.GetTotalMemory(forceFullCollection: true), GC.GetAllocatedBytesForCurrentThread());
        Matte(matting, pictures, frames);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return (allocated / frames, GC.GetTotalMemory(forceFullCollection: true) - heap, WorkingSet() - held);
    }

    private void Matte(PerformerMatting matting, byte[][] pictures, int frames)
    {
        for (var i = 0; i < frames; i++)
        {
            if (!matting.Matte(pictures[_number % pictures.Length], _number * 33, _into).IsMatted)
            {
                Assert.Fail($"picture {_number % pictures.Length} is not matted");
            }

            _number++;
        }
    }

    private static long WorkingSet()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
