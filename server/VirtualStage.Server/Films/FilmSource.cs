using System.Net;
using System.Net.Http.Headers;
using MessagePack;
using VirtualStage.Contracts.Doors;
using VirtualStage.Contracts.Recordings;
using VirtualStage.Contracts.Stage;
using VirtualStage.Contracts.Wire;

namespace VirtualStage.Server.Films;

/// <summary>A recording as a server gives it: one that is finished, or is made at this moment. From any thread.</summary>
internal sealed class FilmSource : IDisposable
{
    private const int MostTries = 5;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(500);

    private readonly HttpClient _http;
    private readonly string? _ticket;

    /// <param name="server">Its address.</param>
    /// <param name="ticket">A ticket of the theatre; null where none is needed.</param>
    public FilmSource(Uri server, string? ticket)
    {
        _ticket = ticket;
        _http = new HttpClient { BaseAddress = server, Timeout = _patience };
        if (ticket is not null)
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ticket);
        }
    }

    public Uri Server => _http.BaseAddress!;

    /// <summary>The page that draws a recording.</summary>
    public Uri PageOf(string recording, SurtitleWay surtitles) => new(
        Server, $"film/{Uri.EscapeDataString(recording)}{(surtitles == SurtitleWay.Burn ? "" : "?surtitles=off")}{(_ticket is null ? "" : $"#ticket={_ticket}")}");

    /// <summary>What is on in the theatre, the newest first.</summary>
    public async Task<Playbill> Playbill(CancellationToken cancel) =>
        await Answer("api/playbill", content => content.ReadFromJsonAsync<Playbill>(cancel), cancel) ?? throw new InvalidDataException($"{Server} is no theatre");

    /// <summary>What is in a recording now; null where there is none.</summary>
    public Task<RecordingContents?> Contents(string recording, CancellationToken cancel) =>
        Answer(PathOf(recording), content => content.ReadFromJsonAsync<RecordingContents>(cancel), cancel);

    /// <summary>A stretch, with its bytes as they came.</summary>
    public async Task<RecordingStretch> Stretch(string recording, long fromMs, CancellationToken cancel) =>
        MessagePackSerializer.Deserialize<RecordingStretch>(
            await Answer($"{PathOf(recording)}/stretch?from={fromMs}", content => content.ReadAsByteArrayAsync(cancel)!, cancel) ?? throw new InvalidDataException("the recording is gone"),
            ContractResolver.Options,
            cancel);

    public Task<StagePlan?> Plan(string recording, int version, CancellationToken cancel) =>
        Answer($"{PathOf(recording)}/plan?version={version}", content => content.ReadFromJsonAsync<StagePlan>(cancel), cancel);

    /// <summary>A sound's file; null where the server has none.</summary>
    public Task<byte[]?> Sound(string hash, CancellationToken cancel) =>
        Answer($"api/sounds/{Uri.EscapeDataString(hash)}", content => content.ReadAsByteArrayAsync(cancel)!, cancel);

    public void Dispose() => _http.Dispose();

    private static string PathOf(string recording) => $"api/recordings/{Uri.EscapeDataString(recording)}";

    /// <summary>Asks, and again where the server is busy or was not reached; null for what is not there.</summary>
    private async Task<T?> Answer<T>(string path, Func<HttpContent, Task<T?>> read, CancellationToken cancel)
        where T : class
    {
        var trouble = "it is busy";
        for (var tries = 1; tries <= MostTries; tries++)
        {
            try
            {
                using var response = await _http.GetAsync(path, cancel);
                if (response.IsSuccessStatusCode)
                {
                    return await read(response.Content);
                }

                if (response.StatusCode == HttpStatusCode.NotFound)
                {
                    return null;
                }

                trouble = $"{(int)response.StatusCode} {response.ReasonPhrase}";
                if (response.StatusCode != HttpStatusCode.TooManyRequests && (int)response.StatusCode < 500)
                {
                    throw new InvalidDataException($"{Server} refuses {path.Split('?')[0]}: {trouble}; give a ticket of the theatre (--ticket)");
                }
            }
            catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !cancel.IsCancellationRequested))
            {
                trouble = e.Message;
            }
            catch (Exception e) when (e is System.Text.Json.JsonException or MessagePackSerializationException or NotSupportedException)
            {
                throw new InvalidDataException($"what answers at {Server} is no theatre of this version", e);
            }

            await Task.Delay(_pause * tries, cancel);
        }

        throw new IOException($"the theatre does not answer at {Server}: {trouble}");
    }
}
