using VirtualStage.Contracts.Stage;

namespace VirtualStage.Load.Acting;

/// <summary>What an actor's client knows of the stage at a moment.</summary>
/// <param name="IsOn">True when its own actor is on.</param>
/// <param name="Actors">Everybody's newest pose, in metres.</param>
/// <param name="Props">Who has each prop; null for nobody.</param>
internal sealed record SeenStage(bool IsOn, SeenActor[] Actors, Dictionary<string, string?> Props);

/// <summary>Somebody on the stage.</summary>
internal sealed record SeenActor(string Role, double X, double Z, Emote Emote);
