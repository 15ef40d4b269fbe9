using System.Buffers.Binary;
using VirtualStage.Server.Performers.Worker;

namespace VirtualStage.Server.Tests.Performers;

public sealed class PipeFramesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Messages_come_out_as_they_went_in()
    {
        using var pipe = new MemoryStream();
        await PipeFrames.Write(pipe, 7, new byte[] { 1, 2, 3 }, Cancel);
        await PipeFrames.Write(pipe, 8, ReadOnlyMemory<byte>.Empty, Cancel);
        pipe.Position = 0;

        var first = await PipeFrames.Read(pipe, Cancel);
        var second = await PipeFrames.Read(pipe, Cancel);

        Assert.Equal(7, first!.Value.Performer);
        Assert.Equal([1, 2, 3], first.Value.Bytes.ToArray());
        Assert.Equal((8, 0), (second!.Value.Performer, second.Value.Length));
        Assert.Null(await PipeFrames.Read(pipe, Cancel));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(PipeFrames.MostBytes + 1)]
    [InlineData(int.MaxValue)]
    public async Task A_length_that_no_message_has_means_that_the_pipe_is_out_of_step(int length)
    {
        var header = new byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(header, length);

        await Assert.ThrowsAsync<InvalidDataException>(async () => await PipeFrames.Read(new MemoryStream(header), Cancel));
    }

    [Fact]
    public async Task A_pipe_that_ends_within_a_message_is_an_error()
    {
        using var pipe = new MemoryStream();
        await PipeFrames.Write(pipe, 1, new byte[100], Cancel);
        pipe.SetLength(50);
        pipe.Position = 0;

        await Assert.ThrowsAsync<EndOfStreamException>(async () => await PipeFrames.Read(pipe, Cancel));
    }
}
