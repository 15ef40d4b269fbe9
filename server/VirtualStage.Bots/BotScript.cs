using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Bots;

/// <summary>The text and the stage that bots play: fetched again when the production was edited. From any thread.</summary>
internal sealed class BotScript(string performance, TheatreApi api)
{
    private static readonly TimeSpan _askAgain = TimeSpan.FromSeconds(1);

    private volatile Edition? _edition;
    private int _isFetching;

    /// <summary>The newest edition that was fetched. There is one after the first <see cref="Fetch"/>.</summary>
    public Edition Newest => _edition ?? throw new InvalidOperationException("nothing was fetched yet");

    public async Task Fetch(CancellationToken cancel)
    {
        var plan = await api.Plan(performance, cancel);
        var book = await api.Book(performance, cancel);
        _edition = new Edition(book, new LineOrder(book), plan);
    }

    /// <summary>True when a version is the one at hand; if not, it is fetched meanwhile.</summary>
    public bool Has(int version, CancellationToken cancel)
    {
        if (Newest.Book.Revision == version)
        {
            return true;
        }

        if (Interlocked.Exchange(ref _isFetching, 1) == 0)
        {
            _ = FetchLater(cancel);
        }

        return false;
    }

    private async Task FetchLater(CancellationToken cancel)
    {
        try
        {
            await Fetch(cancel);
        }
        catch (Exception e) when (e is HttpRequestException or InvalidDataException or OperationCanceledException)
        {
            // The theatre is not there at the moment; whoever wants it asks again.
            await Task.Delay(_askAgain, CancellationToken.None);
        }
        finally
        {
            Volatile.Write(ref _isFetching, 0);
        }
    }

    /// <summary>One version of it.</summary>
    internal sealed record Edition(PromptBook Book, LineOrder Lines, StagePlan Plan)
    {
        private const string MainList = "main";

        /// <summary>The cues that a caller calls, in their order.</summary>
        public CueInfo[] Main { get; } = [.. Book.Cues.Where(cue => cue is { List: MainList, Group: null })];
    }
}
