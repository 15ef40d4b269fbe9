using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using VirtualStage.Contracts.Company;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Doors;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>What a theatre writes into its log, and what never stands there.</summary>
public sealed class LogTests : IDisposable
{
    private const string Name = "Wilhelmina Quartermaine";
    private const string Pronouns = "xe/xyr";
    private const string Address = "203.0.113.77";
    private const string Person = "p-wilhelmina";
    private const string SeatKey = "seat-key-of-a-spectator";

    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task In_json_every_line_is_an_object_and_nobody_is_in_it()
    {
        await using var theatre = await RunningTheatre.Start(
            _folder["data"], "--no-bots", "--log-format", "json", "--trusted-proxy", "127.0.0.0/8", "--metrics-port", "0", "--osc-port", "0");
        var ticket = theatre.Ticket(Person, "watch", "act", "call", "cast", "edit", "moderate", "notes");
        var words = new List<string>();
        await LiveAnEvening(theatre, ticket, words);
        var performance = theatre.Performance;
        await Eventually.So(() => Logged(theatre).Any(line => line.GetProperty("Message").GetString() == $"{performance} is recorded"));
        await Eventually.So(() => Logged(theatre).Any(line => line.GetProperty("Message").GetString()!.StartsWith("Line 1.1.2 was not taken", StringComparison.Ordinal)));
        Assert.Equal(0, await theatre.Signal("TERM"));

        var log = theatre.SaidOnError;
        var lines = Logged(theatre);
        Assert.All(lines, line =>
        {
            Assert.True(DateTimeOffset.TryParse(line.GetProperty("Timestamp").GetString(), out var at) && at.Offset == TimeSpan.Zero);
            Assert.Contains(line.GetProperty("LogLevel").GetString(), new[] { "Information", "Warning", "Error", "Critical" });
            Assert.NotEmpty(line.GetProperty("Category").GetString()!);
            Assert.Equal(JsonValueKind.Number, line.GetProperty("EventId").ValueKind);
            Assert.NotEmpty(line.GetProperty("State").GetProperty("{OriginalFormat}").GetString()!);
        });
        Assert.Contains(lines, line => line.GetProperty("State").TryGetProperty("Performance", out var named) && named.GetString() == performance);

        string[] secrets =
        [
            Name, "Quartermaine", Pronouns, Address, Person, SeatKey, ticket, ticket.Split('.')[1], theatre.OwnerKey(),
            File.ReadAllText(Path.Combine(theatre.Data, "osc.token")).Trim(), .. words,
        ];
        Assert.All(secrets, secret =>
        {
            Assert.True(secret.Length >= 6);
            Assert.DoesNotContain(secret, log, StringComparison.OrdinalIgnoreCase);
        });
        Assert.Contains(theatre.OwnerKey(), theatre.Said);
    }

    /// <summary>As much as a log might tell of somebody.</summary>
    /// <param name="words">Gets what was said and written.</param>
    private static async Task LiveAnEvening(RunningTheatre theatre, string ticket, List<string> words)
    {
        string Say(string text)
        {
            words.Add(text);
            return text;
        }

        using var http = theatre.With(ticket);
        http.DefaultRequestHeaders.Add("X-Forwarded-For", Address);
        (await http.PutAsJsonAsync("/api/me", new ChosenName(Name, Pronouns), Cancel)).EnsureSuccessStatusCode();
        await using var director = await Director.Enter(theatre, ticket);
        await director.Do(new CastRole("francisco", Person));
        await director.Do(new TakeCalling());
        Assert.False((await director.Send(new Go(Say("cue-of-wilhelmina")))).Accepted);
        Assert.False((await director.Send(new Advance(Say("line-of-wilhelmina")))).Accepted);
        await using (var page = await CompanyPage.EnterWith(theatre, ticket))
        {
            await page.Do(new SendMessage(theatre.Performance, AddressKind.Everybody, "", Say("a message to everybody"), false));
        }

        await director.Do(new OpenHouse());
        await director.Do(new SetChat(ChatMode.Open));
        using var seat = await HouseSeat.Take(theatre, key: SeatKey, from: Address);
        Assert.NotNull(await seat.Watch());
        using var chat = await ChatSeat.Take(theatre, SeatKey);
        await chat.Say(Say("a line in the chat"), Name);
        await chat.ReadLine("a line in the chat");
        await director.Do(new CallBeginners());
        await director.Do(new StartShow());
        await director.Do(new Hold(Say("somebody is unwell")));

        await director.Do(new Resume());
        await director.Do(new TakeCurtainCall());
        using (var player = await LivePlayer.Enter(theatre, ticket, "francisco"))
        {
            // The play is over: no line of theirs is taken, and what is no line is nothing.
            player.Stage.Speak(Say("my own words instead of a line"));
            player.Stage.Speak("1.1.2");
            await player.Until(() => theatre.Said.Contains("1.1.2", StringComparison.Ordinal));
        }

        foreach (var wrong in new[] { Say("no-ticket-at-all"), ticket[..^4] + "AAAA" })
        {
            using var stranger = theatre.With(wrong);
            stranger.DefaultRequestHeaders.Add("X-Forwarded-For", Address);
            Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync("/api/me", Cancel)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await stranger.PostAsJsonAsync("/api/owner", new OwnerKey(wrong), Cancel)).StatusCode);
        }
    }

    private static List<JsonElement> Logged(RunningTheatre theatre) =>
        [.. theatre.SaidOnError.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
