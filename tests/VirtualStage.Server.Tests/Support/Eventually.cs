using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace VirtualStage.Server.Tests.Support;

/// <summary>Waits for what comes sooner or later. How soon decides nothing.</summary>
internal static class Eventually
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(45);

    /// <summary>Looks again and again until there is something to return.</summary>
    /// <param name="state">Says how things stand, where they never come.</param>
    public static async Task<T> Get<T>(
        Func<Task<T?>> look, TimeSpan? patience = null, [CallerArgumentExpression(nameof(look))] string what = "", Func<string>? state = null)
        where T : class
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            if (await look() is { } found)
            {
                return found;
            }

            Assert.True(since.Elapsed < (patience ?? _patience), $"it never came: {what}{(state is null ? "" : $" ({state()})")}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Looks again and again until it is so.</summary>
    public static Task So(
        Func<Task<bool>> look, TimeSpan? patience = null, [CallerArgumentExpression(nameof(look))] string what = "") =>
        Get(async () => await look() ? "so" : null, patience, what);

    /// <inheritdoc cref="So(Func{Task{bool}}, TimeSpan?, string)"/>
    public static Task So(
        Func<bool> look, TimeSpan? patience = null, [CallerArgumentExpression(nameof(look))] string what = "", Func<string>? state = null) =>
        Get(() => Task.FromResult(look() ? "so" : null), patience, what, state);
}
