using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using VirtualStage.Server.Performers;
using VirtualStage.Server.Performers.Worker;

namespace VirtualStage.Server.Tests.Performers;

public sealed class MattingHostTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private readonly Channel<FakePipes> _started = Channel.CreateUnbounded<FakePipes>();
    private readonly MattingHost _host;

    public MattingHostTests() => _host = new MattingHost(
        () =>
        {
            var process = new FakePipes();
            _started.Writer.TryWrite(process);
            return process;
        },
        _time,
        NullLogger<MattingHost>.Instance);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _host.StartAsync(Cancel);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
    }

    [Fact]
    public async Task The_process_starts_with_the_first_performer_and_answers_go_to_whom_they_are_for()
    {
        var (one, other) = (new Listener(), new Listener());
        var (first, second) = (_host.Add(one), _host.Add(other));
        var process = await Started();
        Assert.True(await Sent(first, [1, 2]));

        var taken = await Take(process);
        await Answer(process, second, [9]);
        await Answer(process, first, [8]);

        Assert.Equal(first, taken.Performer);
        Assert.Equal([1, 2], taken.Message);
        Assert.Equal([8], await one.Next());
        Assert.Equal([9], await other.Next());
        Assert.Null(_host.Trouble);
    }

    [Fact]
    public async Task A_process_that_dies_is_told_to_the_performers_and_started_again_after_a_pause()
    {
        var performer = new Listener();
        var number = _host.Add(performer);
        var process = await Started();
        process.Die("the native library crashed");

        Assert.Equal("the native library crashed", await performer.Lost());
        Assert.Equal("the native library crashed", _host.Trouble);
        var again = await Started();
        Assert.True(await Sent(number, [5]));
        Assert.Equal([5], (await Take(again)).Message);
        await Answer(again, number, [6]);
        Assert.Equal([6], await performer.Next());
        Assert.Null(_host.Trouble);
    }

    [Fact]
    public async Task A_process_that_answers_nothing_is_ended()
    {
        var performer = new Listener();
        var number = _host.Add(performer);
        var process = await Started();
        await Sent(number, [1]);
        await Take(process);
        var lost = performer.Lost();
        while (!lost.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Contains("answered nothing", await lost, StringComparison.Ordinal);
        Assert.True(process.IsKilled);
    }

    [Fact]
    public async Task When_the_last_performer_is_gone_the_process_ends()
    {
        var number = _host.Add(new Listener());
        var process = await Started();
        _host.Remove(number);
        while (!process.IsKilled)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.False(_started.Reader.TryRead(out _));
    }

    /// <summary>Waits for a process; time goes on meanwhile, so that pauses end.</summary>
    private async Task<FakePipes> Started()
    {
        FakePipes? process;
        while (!_started.Reader.TryRead(out process))
        {
            Cancel.ThrowIfCancellationRequested();
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        return process;
    }

    private async Task<bool> Sent(int performer, byte[] message)
    {
        await Task.Yield();
        return _host.Send(performer, message);
    }

    private static async Task<(int Performer, byte[] Message)> Take(FakePipes process)
    {
        var message = (await PipeFrames.Read(process.Given, Cancel))!.Value;
        var taken = (message.Performer, message.Bytes.ToArray());
        message.GiveBack();
        return taken;
    }

    private static async Task Answer(FakePipes process, int performer, byte[] message) =>
        await PipeFrames.Write(process.Answers, performer, message, Cancel);

    private sealed class Listener : IMattingListener
    {
        private readonly Channel<byte[]> _heard = Channel.CreateUnbounded<byte[]>();
        private readonly Channel<string> _lost = Channel.CreateUnbounded<string>();

        public void Heard(ReadOnlyMemory<byte> reply) => _heard.Writer.TryWrite(reply.ToArray());

        void IMattingListener.Lost(string reason) => _lost.Writer.TryWrite(reason);

        public Task<byte[]> Next() => _heard.Reader.ReadAsync(Cancel).AsTask();

        public Task<string> Lost() => _lost.Reader.ReadAsync(Cancel).AsTask();
    }
}
