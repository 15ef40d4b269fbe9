using VirtualStage.Contracts.Stage;

namespace VirtualStage.Productions.Scripts;

/// <summary>
/// What one role does. An entrance has <paramref name="From"/> and <paramref name="To"/>, a move has
/// <paramref name="To"/>, an exit has <paramref name="By"/>; with none of them the role stays and takes
/// the emote.
/// </summary>
/// <param name="Role">The role's id.</param>
/// <param name="From">The entrance that it comes from.</param>
/// <param name="To">The mark that it goes to.</param>
/// <param name="By">The entrance that it goes off by.</param>
/// <param name="Gait">Walk or run.</param>
/// <param name="Speed">Metres a second; null for the gait's own speed.</param>
/// <param name="Emote">What it does on arrival; <see cref="Emote.None"/> stands upright.</param>
public sealed record BlockingStep(
    string Role,
    string? From,
    string? To,
    string? By,
    Gait Gait,
    double? Speed,
    Emote Emote);
