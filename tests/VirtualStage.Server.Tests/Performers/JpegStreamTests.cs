using System.IO.Pipelines;
using VirtualStage.Contracts.Performers;
using VirtualStage.Server.Performers.Cameras;

namespace VirtualStage.Server.Tests.Performers;

public sealed class JpegStreamTests
{
    private static readonly byte[] _one = [0xff, 0xd8, 1, 2, 0xff, 0x00, 3, 0xff, 0xd9];
    private static readonly byte[] _other = [0xff, 0xd8, 4, 0xff, 0xd0, 5, 0xff, 0xd9];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public async Task Pictures_are_cut_out_however_the_bytes_come(int piece)
    {
        Assert.Equal([_one, _other, _one], await Read([.. _one, .. _other, .. _one], piece));
    }

    [Fact]
    public async Task The_beginning_of_a_picture_at_the_end_is_left_out() =>
        Assert.Equal([_one], await Read([.. _one, .. _other[..5]], 4));

    [Fact]
    public async Task What_is_no_picture_is_refused()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => Read([1, 2, 3, 4, 5], 5));
        await Assert.ThrowsAsync<InvalidDataException>(() => Read([0xff, 0xd8, .. new byte[CameraFrame.MaxBytes + 10]], 100_000));
    }

    private static async Task<List<byte[]>> Read(byte[] bytes, int piece)
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        var writing = Task.Run(
            async () =>
            {
                foreach (var chunk in bytes.Chunk(piece))
                {
                    await pipe.Writer.WriteAsync(chunk, Cancel);
                }

                await pipe.Writer.CompleteAsync();
            },
            Cancel);
        var pictures = new List<byte[]>();
        await foreach (var jpeg in JpegStream.Read(pipe.Reader, Cancel))
        {
            pictures.Add(jpeg);
        }

        await writing;
        return pictures;
    }
}
