namespace VirtualStage.Bots;

/// <summary>A place to walk to, in metres.</summary>
internal readonly record struct Spot(double X, double Z);
