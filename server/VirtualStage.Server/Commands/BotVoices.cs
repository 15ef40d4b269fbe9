using System.CommandLine;
using VirtualStage.Bots;

namespace VirtualStage.Server.Commands;

/// <summary>The option that says whether understudy bots speak aloud.</summary>
internal static class BotVoices
{
    private const string Auto = "auto";
    private const string On = "on";
    private const string Off = "off";

    public static Option<string> Option()
    {
        var option = new Option<string>("--bot-voices")
        {
            Description = "Whether understudy bots speak aloud, by espeak-ng and libopus: auto where both are there, on, or off. At another speed than 1 they are silent.",
            DefaultValueFactory = _ => Auto,
        };
        option.AcceptOnlyFromAmong(Auto, On, Off);
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() == On && BotTroupe.MissingForVoices is { } missing)
            {
                result.AddError($"--bot-voices on: {missing}");
            }
        });
        return option;
    }

    public static bool AreOn(string wish, double speed) => speed == 1 && wish != Off && BotTroupe.MissingForVoices is null;
}
