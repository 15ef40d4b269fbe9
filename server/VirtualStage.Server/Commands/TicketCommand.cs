using System.CommandLine;
using System.Text.Json;
using VirtualStage.Server.Doors;

namespace VirtualStage.Server.Commands;

/// <summary><c>virtualstage ticket</c>: signs a ticket with the key of a data folder; who can read that folder may.</summary>
internal static class TicketCommand
{
    public static Command Create()
    {
        var data = Options.Data();
        var json = Options.Json();
        var scopes = new Option<string>("--scopes")
        {
            Description = $"What it allows, with commas between: {string.Join(',', Scopes.Owner)}; 'owner' for all; 'bot' for a program.",
            DefaultValueFactory = _ => "owner",
        };
        var role = new Option<string?>("--role") { Description = "The role that it is for." };
        var command = new Command(
            "ticket", "Signs a ticket.".WithExample("virtualstage ticket --scopes act,call,bot"))
        {
            data,
            scopes,
            role,
            json,
        };
        scopes.Validators.Add(result =>
        {
            foreach (var scope in Split(result.GetValueOrDefault<string>()).Where(scope => !Scopes.IsKnown(scope)))
            {
                result.AddError($"there is no scope '{scope}'");
            }
        });
        command.SetAction(parsed =>
        {
            var folder = parsed.GetRequiredValue(data).FullName;
            if (!File.Exists(Path.Combine(folder, "signing.key")))
            {
                throw new DirectoryNotFoundException($"{folder} is no theatre's data folder: it holds no signing.key");
            }

            var ticket = new Ticket(OwnerLink.NewPerson(), Split(parsed.GetRequiredValue(scopes)), parsed.GetValue(role));
            var signed = new Tickets(SigningKey.In(folder), TimeProvider.System).Issue(ticket);
            System.Console.WriteLine(parsed.GetValue(json)
                ? JsonSerializer.Serialize(new { ticket = signed, person = ticket.Person, scopes = ticket.Scopes, role = ticket.Role })
                : signed);
            return ExitCode.Done;
        });
        return command;
    }

    private static string[] Split(string? scopes) => scopes switch
    {
        null => [],
        "owner" => Scopes.Owner,
        _ => scopes.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
    };
}
