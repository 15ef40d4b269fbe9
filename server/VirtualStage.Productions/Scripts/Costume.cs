using VirtualStage.Contracts.Stage;

namespace VirtualStage.Productions.Scripts;

/// <summary>A costume of the wardrobe: whoever plays the role may choose it.</summary>
/// <param name="Role">The role that it is for.</param>
/// <param name="Name">How people call it.</param>
/// <param name="Trim">Hems, belt and lace.</param>
/// <param name="Model">What is worn on the trunk in place of the garment's primitives; null for those.</param>
public sealed record Costume(string Id, string Role, string Name, Garment Garment, Colour Colour, Colour Trim, bool Cloak, Headwear Head, ProductionFile? Model = null);
