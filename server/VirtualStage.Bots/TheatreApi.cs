using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Doors;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Bots;

/// <summary>A theatre's HTTP interface, as far as bots use it: the same as for people.</summary>
public sealed class TheatreApi : IDisposable
{
    private readonly HttpClient _http;

    public TheatreApi(BotOptions options)
    {
        _http = new HttpClient(Handler(options.Theatre)) { BaseAddress = options.Theatre, Timeout = TimeSpan.FromSeconds(10) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.Ticket);
    }

    /// <summary>A handler that trusts the certificate of a theatre on this very machine, which may name another host.</summary>
    internal static HttpClientHandler Handler(Uri theatre) => theatre.IsLoopback
        ? new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator }
        : new HttpClientHandler();

    public Task<Playbill> Playbill(CancellationToken cancel) => Get<Playbill>("/api/playbill", cancel);

    public Task<TicketHolder> Me(CancellationToken cancel) => Get<TicketHolder>("/api/me", cancel);

    public Task<StagePlan> Plan(string performance, CancellationToken cancel) =>
        Get<StagePlan>($"/api/performances/{Uri.EscapeDataString(performance)}/plan", cancel);

    public Task<PromptBook> Book(string performance, CancellationToken cancel) =>
        Get<PromptBook>($"/api/performances/{Uri.EscapeDataString(performance)}/book", cancel);

    /// <summary>Exchanges the ticket for a session in a role; null while somebody else is in it.</summary>
    public async Task<StageSession?> Exchange(string performance, string role, CancellationToken cancel)
    {
        var path = $"/api/performances/{Uri.EscapeDataString(performance)}/session";
        using var response = await _http.PostAsJsonAsync(path, new SessionRequest(role), cancel);
        if (response.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)
        {
            return null;
        }

        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<StageSession>(cancel);
    }

    public void Dispose() => _http.Dispose();

    private async Task<T> Get<T>(string path, CancellationToken cancel) =>
        await _http.GetFromJsonAsync<T>(path, cancel) ?? throw new InvalidDataException($"{path} answered nothing");
}
