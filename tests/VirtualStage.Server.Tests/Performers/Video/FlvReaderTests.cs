using VirtualStage.Server.Performers.Video;

namespace VirtualStage.Server.Tests.Performers.Video;

public sealed class FlvReaderTests
{
    private static readonly byte[] _whole =
    [
        .. Flv.Head, .. Flv.Beginning, .. Flv.Picture(0, isKey: true, 0x65, 7, 8), .. Flv.Picture(33, isKey: false, 0x41, 9), .. Flv.Picture(0x01020304, isKey: false, 0x41),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_keyframe_comes_with_its_parameters_and_units_have_start_codes_and_times()
    {
        var units = await All(_whole);

        Assert.Equal([0, 33, 0x01020304], units.Select(unit => unit.TimeMs));
        Assert.Equal([true, false, false], units.Select(unit => unit.IsKey));
        Assert.Equal([0, 0, 0, 1, 0x67, 0x42, 0xc0, 0x28, 0, 0, 0, 1, 0x68, 0xce, 0, 0, 0, 1, 0x65, 7, 8], units[0].Bytes);
        Assert.Equal([0, 0, 0, 1, 0x41, 9], units[1].Bytes);
    }

    [Fact]
    public async Task A_unit_is_whole_when_its_last_byte_has_come_and_not_when_the_next_one_begins()
    {
        var pipe = new System.IO.Pipelines.Pipe();
        var reader = new FlvReader(pipe.Reader.AsStream());
        foreach (var one in _whole[..(Flv.Head.Length + Flv.Beginning.Length + Flv.Picture(0, isKey: true, 0x65, 7, 8).Length)])
        {
            await pipe.Writer.WriteAsync(new[] { one }, Cancel);
        }

        Assert.True((await reader.Next(Cancel))!.IsKey);
    }

    [Fact]
    public async Task Several_units_of_a_picture_stay_together()
    {
        byte[] two = [0x17, 1, 0, 0, 0, 0, 0, 0, 1, 0x06, 0, 0, 0, 2, 0x65, 9];

        var unit = (await All([.. Flv.Head, .. Flv.Beginning, .. Flv.Tag(9, 5, two)])).Single();

        Assert.Equal([0, 0, 0, 1, 0x06, 0, 0, 0, 1, 0x65, 9], unit.Bytes[14..]);
    }

    [Fact]
    public async Task A_stream_that_breaks_off_anywhere_is_told_from_one_that_ends()
    {
        var starts = new List<int>();
        for (var length = 0; length < _whole.Length; length++)
        {
            try
            {
                await All(_whole[..length]);
                starts.Add(length);
            }
            catch (EndOfStreamException)
            {
                // It broke off.
            }
        }

        // Between two tags it may end.
        Assert.Equal(5, starts.Count);
    }

    [Fact]
    public async Task Damaged_streams_give_units_or_are_refused_and_nothing_else()
    {
        var random = new Random(5);
        for (var i = 0; i < 20_000; i++)
        {
            var damaged = _whole.ToArray();
            for (var j = random.Next(1, 4); j > 0; j--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            try
            {
                await All(damaged);
            }
            catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
            {
                // It was refused.
            }
        }
    }

    [Fact]
    public async Task What_is_no_such_stream_is_said()
    {
        var noFlv = await Assert.ThrowsAsync<InvalidDataException>(() => All(new byte[13]));
        Assert.Contains("no FLV", noFlv.Message, StringComparison.Ordinal);
        var noAvc = await Assert.ThrowsAsync<InvalidDataException>(() => All([.. Flv.Head, .. Flv.Tag(9, 0, [0x12, 0, 0, 0, 0])]));
        Assert.Contains("no AVC", noAvc.Message, StringComparison.Ordinal);
        var outOfStep = await Assert.ThrowsAsync<InvalidDataException>(() => All([.. _whole[..^1], 9]));
        Assert.Contains("out of step", outOfStep.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Units_that_are_too_long_are_not_waited_for()
    {
        byte[] long5Mb = [9, 0x50, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        var e = await Assert.ThrowsAsync<InvalidDataException>(() => All([.. Flv.Head, .. long5Mb]));
        Assert.Contains("unit of 5242880 bytes", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lengths_that_lead_out_of_a_unit_are_refused()
    {
        foreach (var content in new byte[][]
        {
            [0x27, 1, 0, 0, 0], [0x27, 1, 0, 0, 0, 0, 0, 0, 0], [0x27, 1, 0, 0, 0, 0, 0, 0, 9, 1], [0x27, 1, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 1],
            [0x27, 1, 0, 0, 0, 0, 0, 0, 1, 0x41, 0, 0],
            [0x17, 0, 0, 0, 0, 1, 0x42, 0xc0, 0x28, 0xff, 0xe1, 0, 9, 0x67], [0x17, 0, 0, 0, 0, .. Flv.Record[..14]], [0x17, 0, 0, 0, 0, .. Flv.Record[..^1]], [0x17, 0, 0, 0, 0, 1],
        })
        {
            await Assert.ThrowsAsync<InvalidDataException>(() => All([.. Flv.Head, .. Flv.Tag(9, 0, content)]));
        }

        await Assert.ThrowsAsync<InvalidDataException>(() => All([.. Flv.Head, .. Flv.Picture(0, isKey: true, 0x65)]));
    }

    private static async Task<List<AccessUnit>> All(byte[] stream)
    {
        var reader = new FlvReader(new MemoryStream(stream));
        var units = new List<AccessUnit>();
        while (await reader.Next(Cancel) is { } unit)
        {
            units.Add(unit);
        }

        return units;
    }
}
