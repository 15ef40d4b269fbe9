using Microsoft.Extensions.Time.Testing;
using VirtualStage.Contracts.Recordings;
using VirtualStage.Server.Films;
using VirtualStage.Server.Performers;
using VirtualStage.Server.Recordings;

namespace VirtualStage.Server.Tests.Films;

/// <summary>An encoder that dies, and the sign that is lit meanwhile.</summary>
public sealed class BroadcastStreamTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly FilmSound _sound = new(new VoiceMix(() => throw new InvalidOperationException()), new FakeShelf());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_encoder_that_dies_is_started_again_where_the_film_is()
    {
        var format = new FilmFormat(320, 180, 25, SurtitleWay.Burn);
        var (reel, said, encoders) = (new FilmReel(), new List<string>(), new List<FakeEncoder>());
        var starts = new List<string[]>();
        reel.Add(0, [0xff, 0xd8]);
        FakeEncoder Start(IEnumerable<string> arguments)
        {
            starts.Add([.. arguments]);
            encoders.Add(new FakeEncoder(diesAfter: encoders.Count == 0 ? 20 : int.MaxValue));
            return encoders[^1];
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var stream = new BroadcastStream(Feed(), reel, format, new HlsTarget("/films"), keeps: false, Start, _time, said.Add);
        var running = stream.Run(new FilmPace(format, 0), () => false, end.Token);
        while (encoders.Count < 2 || encoders[1].Writes < 20)
        {
            Assert.False(running.IsCompleted);
            _time.Advance(TimeSpan.FromMilliseconds(20));
            await Task.Yield();
        }

        await end.CancelAsync();
        await running;
        Assert.Equal(["out of memory; the encoder is started again."], said);
        Assert.DoesNotContain("-output_ts_offset", starts[0]);
        Assert.Contains("-output_ts_offset", starts[1]);
        Assert.Equal(1, stream.Restarts);
        Assert.All(encoders, encoder => Assert.True(encoder.IsEnded));
        Assert.True(reel.Repeated > 0);
    }

    [Fact]
    public void The_sign_goes_out_when_nobody_says_any_more_that_it_is_broadcast()
    {
        var signs = new BroadcastSigns(_time);
        Assert.Null(signs.WordsOf("hamlet-1"));
        signs.Report("hamlet-1", new BroadcastReport("HLS", 9.84, 3, 1));
        Assert.Equal("HLS: 9.8 pictures a second drawn, 3 repeated, 1 dropped", signs.WordsOf("hamlet-1"));
        Assert.Null(signs.WordsOf("hamlet-2"));
        _time.Advance(TimeSpan.FromSeconds(16));
        Assert.Null(signs.WordsOf("hamlet-1"));
    }

    public void Dispose() => _sound.Dispose();

    private FilmFeed Feed() => new(
        new FilmReader((_, _) => throw new InvalidOperationException(), (_, _) => throw new InvalidOperationException()), _sound, (_, _) => Task.CompletedTask);

    private sealed class FakeEncoder(int diesAfter) : Stream, IPipedProcess
    {
        public int Writes { get; private set; }

        public bool IsEnded { get; private set; }

        public int Id => 1;

        public Stream Input => this;

        public Stream Output => Null;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public Task<string> LastWords(CancellationToken cancel) => Task.FromResult(Writes >= diesAfter ? "out of memory" : "ffmpeg ended");

        public void Kill() => IsEnded = true;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            ++Writes > diesAfter ? throw new IOException("broken pipe") : ValueTask.CompletedTask;

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            IsEnded = true;
            base.Dispose(disposing);
        }
    }
}
