using VirtualStage.Contracts.Console;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Cluster;

/// <summary>Somebody at a console who sends one command after the other, whatever comes of them, until they are asked to end.</summary>
internal sealed class RestlessCaller : IAsyncDisposable
{
    private static readonly TimeSpan _betweenPresses = TimeSpan.FromMilliseconds(20);

    private readonly CancellationTokenSource _end = new();
    private readonly HashSet<string> _acknowledged = [];
    private readonly HashSet<string> _refused = [];
    private readonly Task _calling;
    private volatile int _accepted;
    private volatile string _refusal = "";

    public RestlessCaller(Director director) => _calling = Call(director);

    /// <summary>Waits until one more command is accepted.</summary>
    public async Task Accepted()
    {
        var before = _accepted;
        await Eventually.So(() => _accepted > before || _calling.IsCompleted);
    }

    /// <summary>Waits until the last command was refused for a reason.</summary>
    public Task Refused(string words) => Eventually.So(() => _refusal.Contains(words, StringComparison.Ordinal) || _calling.IsCompleted);

    /// <summary>Ends the calling, and throws what went wrong in it.</summary>
    /// <returns>Ids of the commands that were acknowledged, and of those that were refused and cannot have been written.</returns>
    public async Task<(HashSet<string> Acknowledged, HashSet<string> Refused)> End()
    {
        await _end.CancelAsync();
        await _calling;
        return (_acknowledged, _refused);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAny(_calling);
        _end.Dispose();
    }

    private async Task Call(Director director)
    {
        for (var round = 0; !_end.IsCancellationRequested; round++)
        {
            var id = Guid.NewGuid().ToString();
            var answer = await director.Send(new StandBy(round % 2 == 0 ? LongCueProduction.NextCue : LongCueProduction.LongCue), id);
            if (answer.Accepted)
            {
                _acknowledged.Add(id);
                _accepted++;
                _refusal = "";
            }
            else
            {
                Assert.False(string.IsNullOrEmpty(answer.Reason), "a refusal says why");
                _refusal = answer.Reason;
                if (!answer.Reason.Contains("whether the last thing was written", StringComparison.Ordinal))
                {
                    _refused.Add(id);
                }
            }

            await Task.Delay(_betweenPresses);
        }
    }
}
