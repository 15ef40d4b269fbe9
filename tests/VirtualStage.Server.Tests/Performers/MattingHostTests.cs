using System.IO.Pipelines;
using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using VirtualStage.Server.Performers;
using VirtualStage.Server.Performers.Worker;

namespace VirtualStage.Server.Tests.Performers;

public sealed class MattingHostTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private readonly Channel<FakeProcess> _started = Channel.CreateUnbounded<FakeProcess>();
    private readonly MattingHost _host;

    public MattingHostTests() => _host = new MattingHost(
        () =>
        {
            var process = new FakeProcess();
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

        var taken = await process.Take();
        await process.Answer(second, [9]);
        await process.Answer(first, [8]);

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
        Assert.Equal([5], (await again.Take()).Message);
        await again.Answer(number, [6]);
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
        await process.Take();
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
    private async Task<FakeProcess> Started()
    {
        FakeProcess? process;
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

    private sealed class Listener : IMattingListener
    {
        private readonly Channel<byte[]> _heard = Channel.CreateUnbounded<byte[]>();
        private readonly Channel<string> _lost = Channel.CreateUnbounded<string>();

        public void Heard(ReadOnlyMemory<byte> reply) => _heard.Writer.TryWrite(reply.ToArray());

        void IMattingListener.Lost(string reason) => _lost.Writer.TryWrite(reason);

        public Task<byte[]> Next() => _heard.Reader.ReadAsync(Cancel).AsTask();

        public Task<string> Lost() => _lost.Reader.ReadAsync(Cancel).AsTask();
    }

    /// <summary>The other ends of the pipes.</summary>
    private sealed class FakeProcess : IMattingProcess
    {
        private readonly Pipe _input = new();
        private readonly Pipe _output = new();
        private readonly TaskCompletionSource<string> _words = new();

        public FakeProcess()
        {
            Input = _input.Writer.AsStream();
            Output = _output.Reader.AsStream();
        }

        public int Id => 1;

        public Stream Input { get; }

        public Stream Output { get; }

        public bool IsKilled { get; private set; }

        public Task<string> LastWords(CancellationToken cancel) => _words.Task.WaitAsync(cancel);

        public void Kill()
        {
            IsKilled = true;
            _output.Writer.Complete();
            _input.Reader.Complete();
        }

        public void Dispose() => Kill();

        public async Task<(int Performer, byte[] Message)> Take()
        {
            var message = (await PipeFrames.Read(_input.Reader.AsStream(leaveOpen: true), Cancel))!.Value;
            var taken = (message.Performer, message.Bytes.ToArray());
            message.GiveBack();
            return taken;
        }

        public async Task Answer(int performer, byte[] message) =>
            await PipeFrames.Write(_output.Writer.AsStream(leaveOpen: true), performer, message, Cancel);

        public void Die(string words)
        {
            _words.TrySetResult(words);
            _output.Writer.Complete();
        }
    }
}
