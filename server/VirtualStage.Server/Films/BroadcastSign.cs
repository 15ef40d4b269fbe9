using System.Net;
using System.Net.Http.Headers;
using VirtualStage.Contracts.Recordings;

namespace VirtualStage.Server.Films;

/// <summary>Keeps the on-air sign of a performance lit.</summary>
internal sealed class BroadcastSign : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http;
    private readonly string _path;

    public BroadcastSign(Uri theatre, string performance, string ticket)
    {
        _http = new HttpClient { BaseAddress = theatre, Timeout = _patience };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ticket);
        _path = $"api/performances/{Uri.EscapeDataString(performance)}/broadcast";
    }

    /// <summary>Says that it is broadcast; false when the theatre could not be told now.</summary>
    /// <exception cref="InvalidDataException">The theatre does not allow it.</exception>
    public async Task<bool> Light(BroadcastReport report, CancellationToken cancel)
    {
        try
        {
            using var response = await _http.PostAsJsonAsync(_path, report, cancel);
            return response.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.BadRequest)
                ? response.IsSuccessStatusCode
                : throw new InvalidDataException($"the theatre does not let this ticket broadcast: it takes one with an operator's scope, such as `virtualstage ticket --scopes watch,notes` signs ({(int)response.StatusCode})");
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !cancel.IsCancellationRequested))
        {
            return false;
        }
    }

    public void Dispose() => _http.Dispose();
}
