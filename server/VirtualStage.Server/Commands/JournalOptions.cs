using System.CommandLine;
using VirtualStage.Server.Journal;

namespace VirtualStage.Server.Commands;

/// <summary>The options of commands that use a theatre's database: where it is, when that is not the data folder.</summary>
internal sealed class JournalOptions
{
    private readonly Option<string?> _journal;
    private readonly Option<FileInfo?> _password = new("--journal-password") { Description = "The file that PostgreSQL's password is in, readable to its owner alone." };

    /// <param name="name">What the option is called.</param>
    public JournalOptions(string name = "--journal", bool isRequired = false)
    {
        _journal = new(name)
        {
            Description = "Where PostgreSQL is: postgres://user@host:5432/database, with ?sslmode=verify-full for TLS" + (isRequired ? "." : "; without it the journal is SQLite in the data folder."),
            Required = isRequired,
        };
        _journal.Validators.Add(result =>
        {
            // Never the text itself: there may be a password in it.
            if (result.GetValueOrDefault<string?>() is { } text && PostgresAddress.Read(text, null).Refusal is { } refusal)
            {
                result.AddError($"{name}: {refusal}");
            }
        });
    }

    /// <summary>Puts them behind the options that a command has.</summary>
    public JournalOptions AddTo(Command command)
    {
        command.Options.Add(_journal);
        command.Options.Add(_password);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_password) is not null && result.GetResult(_journal) is null)
            {
                result.AddError($"--journal-password goes with {_journal.Name} alone");
            }
        });
        return this;
    }

    /// <summary>Where PostgreSQL is; null for the data folder.</summary>
    public PostgresAddress? Of(ParseResult parsed) => parsed.GetValue(_journal) is { } text
        ? PostgresAddress.Read(text, parsed.GetValue(_password)?.FullName).Address
        : null;
}
