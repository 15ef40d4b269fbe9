namespace VirtualStage.Server.Watching;

/// <summary>How the log is written.</summary>
public enum LogFormat
{
    /// <summary>For people, among what a start prints.</summary>
    Text,

    /// <summary>For programs: a JSON object a line, on stderr, where nothing else is written.</summary>
    Json,
}
