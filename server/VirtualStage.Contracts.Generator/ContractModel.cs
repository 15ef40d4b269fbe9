namespace VirtualStage.Contracts.Generator;

/// <summary>What the contracts' source declares, in the order of files and declarations.</summary>
public sealed record ContractModel(
    IReadOnlyList<MessageType> Messages,
    IReadOnlyList<EnumType> Enums,
    IReadOnlyList<UnionType> Unions,
    IReadOnlyList<HubType> Hubs);

/// <summary>A message: a record whose members go over the wire as an array, by key.</summary>
public sealed record MessageType(string Namespace, string Name, string? Summary, IReadOnlyList<Member> Members)
{
    /// <summary>How many members a message must have: those behind have defaults, and older writers know nothing of them.</summary>
    public int Required => Members.Count - Members.Reverse().TakeWhile(member => member.Default is not null).Count();
}

/// <summary>A member at its place in the array.</summary>
/// <param name="Default">What it is where a message ends before it, as C# and TypeScript both write it; null for a member without a default.</param>
public sealed record Member(int Key, string Name, TypeRef Type, string? Summary, string? Default);

/// <summary>A member's type: a name, perhaps an array, perhaps optional.</summary>
public sealed record TypeRef(string Name, bool IsArray, bool IsNullable)
{
    /// <summary>As C# writes it.</summary>
    public string CSharp => Name + (IsArray ? "[]" : "") + (IsNullable ? "?" : "");
}

/// <summary>An enumeration; its values are numbers on the wire.</summary>
public sealed record EnumType(
    string Namespace,
    string Name,
    string? Summary,
    string Underlying,
    IReadOnlyList<(string Name, int Value)> Values);

/// <summary>An interface whose messages go over the wire as [tag, message].</summary>
public sealed record UnionType(
    string Namespace,
    string Name,
    string? Summary,
    IReadOnlyList<(int Tag, string Type)> Cases);

/// <summary>An interface of a hub: what one side may call on the other.</summary>
public sealed record HubType(string Name, string? Summary, IReadOnlyList<HubMethod> Methods);

/// <summary>A method of a hub; Result is null for one that answers nothing.</summary>
public sealed record HubMethod(
    string Name,
    string? Summary,
    IReadOnlyList<(string Name, TypeRef Type)> Parameters,
    TypeRef? Result);
