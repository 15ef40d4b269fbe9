using VirtualStage.Contracts.Stage;

namespace VirtualStage.Stage;

/// <summary>How an actor is shown: it changes nothing in what they can do.</summary>
/// <param name="Name">The person's chosen name, or the bot's.</param>
/// <param name="Appearance">As the person chose it; null for none.</param>
/// <param name="Costumes">The costume's id by role; a role that is not in it wears its first one.</param>
public sealed record StageLook(string Name, Appearance? Appearance, IReadOnlyDictionary<string, string> Costumes);
