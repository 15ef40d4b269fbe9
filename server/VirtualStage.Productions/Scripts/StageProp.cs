using System.Numerics;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Productions.Scripts;

/// <summary>A thing that can be held.</summary>
/// <param name="Name">How people call it.</param>
/// <param name="Shape">What it is drawn as.</param>
/// <param name="Size">Width, height and depth in metres.</param>
/// <param name="Position">Where it lies at the preset: the middle of its foot.</param>
/// <param name="Role">The role that has it at the preset; null where it lies.</param>
/// <param name="Model">What it is drawn as in place of its shape; null for the shape.</param>
public sealed record StageProp(string Id, string Name, PieceShape Shape, Vector3 Size, Colour Colour, Vector3 Position, string? Role, ProductionFile? Model = null);
