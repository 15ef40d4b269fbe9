using System.Buffers.Binary;
using System.Threading.Channels;
using MessagePack;
using Microsoft.Extensions.Time.Testing;
using OpenCvSharp;
using VirtualStage.Contracts.Performers;
using VirtualStage.Contracts.Wire;
using VirtualStage.Matting;
using VirtualStage.Server.Performers.Video;
using BodyBox = VirtualStage.Contracts.Performers.BodyBox;

namespace VirtualStage.Server.Tests.Performers.Video;

/// <summary>The encoder's process is the test here.</summary>
public sealed class VideoEncoderTests : IDisposable
{
    private static readonly BodyBox _body = new(0.1f, 0.2f, 0.3f, 0.4f);

    private readonly FakeTimeProvider _time = new();
    private readonly Channel<FakePipes> _started = Channel.CreateUnbounded<FakePipes>();
    private readonly Channel<byte[]> _replies = Channel.CreateUnbounded<byte[]>();
    private readonly VideoEncoder _encoder;

    public VideoEncoderTests()
    {
        Assert.SkipUnless(MattingSupport.Probe().IsAvailable, MattingSupport.Probe().Reason ?? "");
        _encoder = new VideoEncoder(
            () =>
            {
                var process = new FakePipes();
                _started.Writer.TryWrite(process);
                return process;
            },
            _time,
            reply => _replies.Writer.TryWrite(reply));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _encoder?.Dispose();

    [Fact]
    public async Task A_picture_goes_in_and_its_unit_comes_out_with_what_the_picture_was_given_with()
    {
        _encoder.Want();
        Give(timeMs: 5000);
        var process = await Started();
        var first = await Taken(process);
        await process.Answers.WriteAsync((byte[])[.. Flv.Head, .. Flv.Beginning, .. Flv.Picture(first, isKey: true, 0x65, 1)], Cancel);
        var unit = await Unit();
        Assert.Equal((5000L, 64, 48, 1u, true), (unit.TimeMs, unit.Width, unit.Height, unit.Unit, unit.IsKey));
        Assert.Equal((_body, 0x67), (unit.Body, unit.Data[4]));
        Assert.Equal("", await Words());

        _time.Advance(TimeSpan.FromMilliseconds(33));
        Give(timeMs: 5033);
        var second = await Taken(process, isFirst: false);
        Assert.Equal(first + 33, second);
        await process.Answers.WriteAsync(Flv.Picture(second, isKey: false, 0x41, 1), Cancel);
        unit = await Unit();
        Assert.Equal((5033L, 2u, false), (unit.TimeMs, unit.Unit, unit.IsKey));
    }

    [Fact]
    public void Nothing_is_taken_while_nobody_wants_it()
    {
        Assert.Null(_encoder.Room());
        _encoder.Want();
        _time.Advance(TimeSpan.FromSeconds(6));
        Assert.Null(_encoder.Room());
    }

    [Fact]
    public async Task When_nobody_wants_it_any_more_the_process_ends_and_nothing_is_said()
    {
        _encoder.Want();
        Give(timeMs: 1);
        var process = await Started();
        var first = await Taken(process);
        await process.Answers.WriteAsync((byte[])[.. Flv.Head, .. Flv.Beginning, .. Flv.Picture(first, isKey: true, 0x65)], Cancel);
        await Unit();
        Assert.Equal("", await Words());
        await Until(process.Killed);
        Assert.False(_replies.Reader.TryRead(out _));

        _encoder.Want();
        Give(timeMs: 2);
        Assert.NotSame(process, await Started());
    }

    [Fact]
    public async Task A_process_that_dies_is_told_of_in_its_words_and_started_again_after_a_pause()
    {
        _encoder.Want();
        Give(timeMs: 1);
        var process = await Started();
        process.Die("Unknown encoder 'libx264'");

        Assert.Equal("Unknown encoder 'libx264'", await Words());
        Assert.Null(_encoder.Room());
        var again = await StartedAgain();
        var pts = await Taken(again);
        await again.Answers.WriteAsync((byte[])[.. Flv.Head, .. Flv.Beginning, .. Flv.Picture(pts, isKey: true, 0x65)], Cancel);
        await Unit();
        Assert.Equal("", await Words());
    }

    [Fact]
    public async Task A_process_that_answers_nothing_is_ended()
    {
        _encoder.Want();
        Give(timeMs: 1);
        var process = await Started();
        await Taken(process);
        var words = Words();
        while (!words.IsCompleted)
        {
            Cancel.ThrowIfCancellationRequested();
            _encoder.Want();
            _time.Advance(TimeSpan.FromMilliseconds(250));
            await Task.Yield();
        }

        Assert.Equal("ffmpeg answers nothing", await words);
        Assert.True(process.IsKilled);
    }

    [Fact]
    public async Task What_it_was_not_given_is_no_picture_of_it()
    {
        _encoder.Want();
        Give(timeMs: 1);
        var process = await Started();
        var pts = await Taken(process);
        await process.Answers.WriteAsync((byte[])[.. Flv.Head, .. Flv.Beginning, .. Flv.Picture(pts + 77, isKey: true, 0x65)], Cancel);
        Assert.Contains("which it was not given", await Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pictures_of_another_size_have_another_process()
    {
        _encoder.Want();
        Give(timeMs: 1);
        var process = await Started();
        var pts = await Taken(process);
        await process.Answers.WriteAsync((byte[])[.. Flv.Head, .. Flv.Beginning, .. Flv.Picture(pts, isKey: true, 0x65)], Cancel);
        await Unit();
        Assert.Equal("", await Words());
        Give(timeMs: 34, width: 96);

        var other = await Started();
        await process.Killed.WaitAsync(Cancel);
        pts = await Taken(other, width: 96);
        await other.Answers.WriteAsync((byte[])[.. Flv.Head, .. Flv.Beginning, .. Flv.Picture(pts, isKey: true, 0x65)], Cancel);
        var unit = await Unit();
        Assert.Equal((96, 2u, 34L), (unit.Width, unit.Unit, unit.TimeMs));
    }

    [Fact]
    public async Task A_process_that_is_behind_is_given_no_more_than_it_reads()
    {
        _encoder.Want();
        Give(timeMs: 1);
        Give(timeMs: 2);
        Assert.Null(_encoder.Room());
        var process = await Started();
        await Taken(process);
        await Support.Eventually.So(() => _encoder.Room() is not null);
    }

    [Fact]
    public async Task Without_an_encoder_that_is_said_and_tried_again()
    {
        var words = Channel.CreateUnbounded<byte[]>();
        using var encoder = new VideoEncoder(() => throw new InvalidDataException("this server has no ffmpeg"), _time, reply => words.Writer.TryWrite(reply));
        for (var i = 0; i < 2; i++)
        {
            StackedPicture? room;
            while ((room = encoder.Room()) is null)
            {
                Cancel.ThrowIfCancellationRequested();
                encoder.Want();
                _time.Advance(TimeSpan.FromMilliseconds(250));
                await Task.Yield();
            }

            Fill(room, 64);
            encoder.Encode(room, 1, _body);
            Assert.Equal("this server has no ffmpeg", WordsOf(await words.Reader.ReadAsync(Cancel)));
        }
    }

    private static void Fill(StackedPicture room, int width)
    {
        using var colour = new Mat(48, width, MatType.CV_8UC3, new Scalar(10, 20, 30));
        using var alpha = new Mat(48, width, MatType.CV_8UC1, new Scalar(90));
        room.Write(colour, alpha);
    }

    private void Give(long timeMs, int width = 64)
    {
        StackedPicture? room;
        while ((room = _encoder.Room()) is null)
        {
            Cancel.ThrowIfCancellationRequested();
            Thread.Yield();
        }

        Fill(room, width);
        _encoder.Encode(room, timeMs, _body);
    }

    private Task<FakePipes> Started() => _started.Reader.ReadAsync(Cancel).AsTask();

    /// <summary>The next process, while time goes on and pictures come.</summary>
    private async Task<FakePipes> StartedAgain()
    {
        FakePipes? process;
        while (!_started.Reader.TryRead(out process))
        {
            Cancel.ThrowIfCancellationRequested();
            _encoder.Want();
            _time.Advance(TimeSpan.FromMilliseconds(100));
            if (_encoder.Room() is { } room)
            {
                Fill(room, 64);
                _encoder.Encode(room, 1, _body);
            }

            await Task.Yield();
        }

        return process;
    }

    private async Task Until(Task what)
    {
        while (!what.IsCompleted)
        {
            Cancel.ThrowIfCancellationRequested();
            _time.Advance(TimeSpan.FromMilliseconds(250));
            await Task.Yield();
        }
    }

    /// <summary>Reads a picture as the encoder does; its time.</summary>
    private static async Task<long> Taken(FakePipes process, bool isFirst = true, int width = 64)
    {
        const int half = 64;
        if (isFirst)
        {
            await process.Given.ReadExactlyAsync(new byte[RawVideoWriter.Head(width, 2 * half).Length], Cancel);
        }

        var picture = new byte[RawVideoWriter.BlockHeadBytes + (width * 2 * half * 3 / 2)];
        await process.Given.ReadExactlyAsync(picture, Cancel);
        Assert.Equal(0x1f43b675u, BinaryPrimitives.ReadUInt32BigEndian(picture));
        return BinaryPrimitives.ReadInt64BigEndian(picture.AsSpan(21));
    }

    private async Task<PerformerVideo> Unit()
    {
        var reply = await _replies.Reader.ReadAsync(Cancel);
        var reader = new MessagePackReader(reply);
        reader.ReadArrayHeader();
        Assert.Equal(VideoMessages.UnitTag, reader.ReadInt32());
        Assert.Equal(2, reader.ReadArrayHeader());
        var isKey = reader.ReadBoolean();
        var video = ContractResolver.Options.Resolver.GetFormatterWithVerify<PerformerVideo>().Deserialize(ref reader, ContractResolver.Options);
        Assert.Equal(isKey, video.IsKey);
        return video;
    }

    private async Task<string> Words() => WordsOf(await _replies.Reader.ReadAsync(Cancel));

    private static string WordsOf(byte[] reply)
    {
        var reader = new MessagePackReader(reply);
        reader.ReadArrayHeader();
        Assert.Equal(VideoMessages.WordsTag, reader.ReadInt32());
        reader.ReadArrayHeader();
        return reader.ReadString()!;
    }
}
