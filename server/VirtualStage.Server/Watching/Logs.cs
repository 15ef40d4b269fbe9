using Microsoft.Extensions.Logging.Console;

namespace VirtualStage.Server.Watching;

/// <summary>
/// The theatre's log. What is logged names performances, productions, roles, cues and lines of the book; never a person, by name
/// or by id, nor their address, their words, or anything that opens a door.
/// </summary>
internal static class Logs
{
    /// <summary>UTC, as ISO 8601 has it.</summary>
    private const string Time = "yyyy-MM-ddTHH:mm:ss.fffZ";

    public static void UseFormat(this ILoggingBuilder logging, LogFormat format)
    {
        if (format != LogFormat.Json)
        {
            return;
        }

        logging.AddJsonConsole(json =>
        {
            (json.TimestampFormat, json.UseUtcTimestamp) = (Time, true);
            json.JsonWriterOptions = new() { Indented = false };
        });
        // The owner's link is printed on stdout: that is for the person who starts the theatre, and for no log.
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
