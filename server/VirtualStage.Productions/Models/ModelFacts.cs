using System.Numerics;

namespace VirtualStage.Productions.Models;

/// <summary>What a model is like.</summary>
/// <param name="Triangles">How many it draws.</param>
/// <param name="Least">The lowest corner of the box that it fills, in metres from its origin.</param>
/// <param name="Most">The highest one.</param>
public sealed record ModelFacts(int Triangles, Vector3 Least, Vector3 Most);
