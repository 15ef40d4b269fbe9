namespace VirtualStage.Server.Films;

/// <summary>A program that is needed is not on this machine; the message says what to install.</summary>
internal sealed class ProgramMissingException(string program)
    : Exception($"{program} is missing: on Debian and Ubuntu `sudo apt-get install {program}`, elsewhere put it where programs are looked for (PATH)");
