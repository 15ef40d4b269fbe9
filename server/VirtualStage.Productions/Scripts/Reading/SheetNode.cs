namespace VirtualStage.Productions.Scripts.Reading;

/// <summary>A place in production.yaml; line and column from 1.</summary>
internal readonly record struct Place(int Line, int Column);

/// <summary>A node of production.yaml with the place where it stands.</summary>
internal abstract record SheetNode(Place Place)
{
    /// <summary>What an error calls it.</summary>
    public abstract string Kind { get; }
}

internal sealed record SheetText(string Value, bool IsNull, Place Place) : SheetNode(Place)
{
    public override string Kind => IsNull ? "nothing" : $"'{Clip.Short(Value)}'";
}

internal sealed record SheetList(IReadOnlyList<SheetNode> Items, Place Place) : SheetNode(Place)
{
    public override string Kind => "a list";
}

internal sealed record SheetMap(IReadOnlyList<(SheetText Key, SheetNode Value)> Entries, Place Place) : SheetNode(Place)
{
    public override string Kind => "a mapping";
}

/// <summary>A value with the place where it was written.</summary>
internal readonly record struct Placed<T>(T Value, Place Place);
