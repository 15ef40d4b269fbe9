using System.Numerics;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Productions.Scripts;

/// <summary>A lamp of the rig.</summary>
/// <param name="Id">How looks call it.</param>
/// <param name="Kind">What it does with its light.</param>
/// <param name="Position">Where it hangs, in metres; zero for ambient and sky.</param>
/// <param name="Target">What it points at, in metres; zero for ambient and sky.</param>
/// <param name="Angle">The whole opening of its cone in degrees; zero for ambient and sky.</param>
public sealed record Lamp(string Id, LampKind Kind, Vector3 Position, Vector3 Target, double Angle);

/// <summary>A named state of the lights.</summary>
/// <param name="Name">How cues call it.</param>
/// <param name="Levels">The lamps that burn; every other lamp is off.</param>
public sealed record Look(string Name, IReadOnlyList<LampLevel> Levels);

/// <summary>How one lamp burns in a look.</summary>
/// <param name="Lamp">The lamp's id.</param>
/// <param name="Colour">The colour of its light.</param>
/// <param name="Intensity">0 is off, 1 is full.</param>
public sealed record LampLevel(string Lamp, Colour Colour, double Intensity);
