using System.CommandLine;
using VirtualStage.Bots;

namespace VirtualStage.Server.Commands;

/// <summary><c>virtualstage bots</c>: plays what nobody plays, in a theatre that runs elsewhere.</summary>
internal static class BotsCommand
{
    private const string TicketVariable = "VIRTUALSTAGE_TICKET";

    public static Command Create()
    {
        var theatre = Options.Theatre();
        var ticket = new Option<string?>("--ticket")
        {
            Description = $"A ticket with the scopes act, call and bot (`virtualstage ticket --scopes act,call,bot`); else {TicketVariable}.",
        };
        var performance = new Option<string?>("--performance") { Description = "The performance's id; the newest by default." };
        var noCaller = new Option<bool>("--no-caller") { Description = "Understudies alone: a person calls the show." };
        var voices = BotVoices.Option();
        var command = new Command(
            "bots",
            "Plays all roles that nobody plays, and calls the show while nobody does."
                .WithExample("virtualstage bots --theatre https://theatre.example --ticket $TICKET"))
        {
            theatre, ticket, performance, noCaller, voices,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            if ((parsed.GetValue(ticket) ?? Environment.GetEnvironmentVariable(TicketVariable)) is not { Length: > 0 } signed)
            {
                System.Console.Error.WriteLine($"a ticket is missing: give --ticket, or set {TicketVariable}");
                return ExitCode.Usage;
            }

            var options = new BotOptions(
                new Uri(parsed.GetRequiredValue(theatre)), signed, parsed.GetValue(performance), !parsed.GetValue(noCaller), BotVoices.AreOn(parsed.GetRequiredValue(voices), speed: 1));
            await BotTroupe.Play(options, System.Console.WriteLine, cancel);
            return ExitCode.Done;
        });
        return command;
    }
}
