using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Text.Json;

namespace VirtualStage.Server.Films;

/// <summary>
/// Asks a browser by the Chrome DevTools Protocol: JSON messages, each ended by a zero, through two pipes. From any thread.
/// </summary>
internal sealed class DevTools : IAsyncDisposable
{
    /// <summary>A picture of the largest size as base64, and room.</summary>
    private const int MostBytes = 64 << 20;

    private readonly Stream _to;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _asked = new();
    private readonly SemaphoreSlim _writing = new(1);
    private readonly TimeSpan _patience;
    private readonly Task _reading;
    private volatile IOException? _end;
    private int _last;

    /// <param name="patience">How long an answer may take.</param>
    public DevTools(Stream to, Stream from, TimeSpan patience)
    {
        (_to, _patience) = (to, patience);
        _reading = Task.Run(() => Read(from));
    }

    /// <summary>Asks, and waits for the answer.</summary>
    /// <param name="session">Of a page; null for the browser.</param>
    /// <returns>The answer's result.</returns>
    /// <exception cref="IOException">The browser is gone, answers nothing in time, or nothing that can be read.</exception>
    /// <exception cref="InvalidDataException">It refuses; the message says why.</exception>
    public async Task<JsonElement> Ask(string method, object parameters, string? session, CancellationToken cancel)
    {
        var id = Interlocked.Increment(ref _last);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked[id] = answer;
        try
        {
            if (_end is { } ended)
            {
                throw ended;
            }

            await Write(session is null ? new { id, method, @params = parameters } : new { id, method, @params = parameters, sessionId = session }, cancel);
            return await answer.Task.WaitAsync(_patience, cancel);
        }
        catch (TimeoutException)
        {
            throw new IOException($"chromium does not answer to {method}");
        }
        finally
        {
            _asked.TryRemove(id, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _to.DisposeAsync();
        await _reading;
        _writing.Dispose();
    }

    private async Task Write(object message, CancellationToken cancel)
    {
        byte[] bytes = [.. JsonSerializer.SerializeToUtf8Bytes(message), 0];
        await _writing.WaitAsync(cancel);
        try
        {
            await _to.WriteAsync(bytes, cancel);
            await _to.FlushAsync(cancel);
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task Read(Stream from)
    {
        var end = new IOException("chromium ended");
        var pipe = PipeReader.Create(from);
        try
        {
            while (true)
            {
                var read = await pipe.ReadAsync();
                var rest = read.Buffer;
                while (rest.PositionOf((byte)0) is { } at)
                {
                    Take(rest.Slice(0, at));
                    rest = rest.Slice(rest.GetPosition(1, at));
                }

                if (rest.Length > MostBytes)
                {
                    throw new InvalidDataException("chromium sends more than any answer has");
                }

                pipe.AdvanceTo(rest.Start, rest.End);
                if (read.IsCompleted)
                {
                    return;
                }
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException or ObjectDisposedException)
        {
            end = new IOException($"chromium cannot be understood any more: {e.Message}", e);
        }
        finally
        {
            _end = end;
            foreach (var asked in _asked.Values)
            {
                asked.TrySetException(end);
            }

            await pipe.CompleteAsync();
        }
    }

    /// <summary>Events are nothing to us: only answers have an id.</summary>
    private void Take(ReadOnlySequence<byte> message)
    {
        try
        {
            using var json = JsonDocument.Parse(message);
            if (json.RootElement is not { ValueKind: JsonValueKind.Object } root || !root.TryGetProperty("id", out var number) || !number.TryGetInt32(out var id)
                || !_asked.TryRemove(id, out var asked))
            {
                return;
            }

            if (root.TryGetProperty("error", out var error))
            {
                asked.TrySetException(new InvalidDataException($"chromium refuses: {(error.ValueKind == JsonValueKind.Object && error.TryGetProperty("message", out var words) ? words : error)}"));
            }
            else
            {
                asked.TrySetResult(root.TryGetProperty("result", out var result) ? result.Clone() : default);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException("it sends what is no message", e);
        }
    }
}
