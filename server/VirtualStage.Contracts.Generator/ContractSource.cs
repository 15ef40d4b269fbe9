using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace VirtualStage.Contracts.Generator;

/// <summary>
/// Reads the contracts from their source, not from their assembly: so that stale formatters, which would keep the
/// assembly from compiling, never keep new ones from being written.
/// </summary>
public static class ContractSource
{
    public static ContractModel Read(string folder)
    {
        var declarations = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(IsSource)
            .Order(StringComparer.Ordinal)
            .SelectMany(Declarations)
            .ToList();
        return new ContractModel(
            [.. declarations.OfType<RecordDeclarationSyntax>().Where(d => Has(d, "MessagePackObject")).Select(Message)],
            [.. declarations.OfType<EnumDeclarationSyntax>().Select(Enumeration)],
            [.. declarations.OfType<InterfaceDeclarationSyntax>().Where(d => Has(d, "Union")).Select(Union)],
            [.. declarations.OfType<InterfaceDeclarationSyntax>().Where(IsHub).Select(Hub)]);

        bool IsSource(string path) =>
            Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj" or "Generated");
    }

    private static IEnumerable<BaseTypeDeclarationSyntax> Declarations(string path) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(path), path: path)
            .GetRoot()
            .DescendantNodes()
            .OfType<BaseTypeDeclarationSyntax>();

    private static bool IsHub(InterfaceDeclarationSyntax declaration) =>
        declaration.Identifier.Text is var name
            && (name.EndsWith("Hub", StringComparison.Ordinal) || name.EndsWith("Client", StringComparison.Ordinal));

    private static MessageType Message(RecordDeclarationSyntax declaration)
    {
        var name = declaration.Identifier.Text;
        var members = declaration.ParameterList?.Parameters.Select(p => ReadMember(declaration, p)).ToList() ?? [];
        for (var i = 0; i < members.Count; i++)
        {
            if (members[i].Key != i)
            {
                throw new InvalidDataException($"{name}.{members[i].Name}: keys must count up from 0 without gaps");
            }
        }

        return new MessageType(Namespace(declaration), name, Summary(declaration), members);
    }

    private static Member ReadMember(RecordDeclarationSyntax message, ParameterSyntax parameter)
    {
        var key = Attributes(parameter.AttributeLists, "Key").SingleOrDefault()
            ?? throw new InvalidDataException($"{message.Identifier.Text}.{parameter.Identifier.Text}: a [property: Key(n)] is missing");
        return new Member(
            int.Parse(key.ArgumentList!.Arguments[0].ToString()),
            parameter.Identifier.Text,
            Type(parameter.Type!),
            ParameterSummary(message, parameter.Identifier.Text),
            parameter.Default?.Value.ToString());
    }

    private static EnumType Enumeration(EnumDeclarationSyntax declaration) => new(
        Namespace(declaration),
        declaration.Identifier.Text,
        Summary(declaration),
        declaration.BaseList?.Types[0].ToString() ?? "int",
        [.. declaration.Members.Select(member => (
            member.Identifier.Text,
            int.Parse((member.EqualsValue ?? throw new InvalidDataException(
                $"{declaration.Identifier.Text}.{member.Identifier.Text}: a value on the wire is written out")).Value.ToString())))]);

    private static UnionType Union(InterfaceDeclarationSyntax declaration) => new(
        Namespace(declaration),
        declaration.Identifier.Text,
        Summary(declaration),
        [.. Attributes(declaration.AttributeLists, "Union").Select(attribute => (
            int.Parse(attribute.ArgumentList!.Arguments[0].ToString()),
            ((TypeOfExpressionSyntax)attribute.ArgumentList.Arguments[1].Expression).Type.ToString()))]);

    private static HubType Hub(InterfaceDeclarationSyntax declaration) => new(
        declaration.Identifier.Text,
        Summary(declaration),
        [.. declaration.Members.OfType<MethodDeclarationSyntax>().Select(method => new HubMethod(
            method.Identifier.Text,
            Summary(method),
            [.. method.ParameterList.Parameters.Select(p => (p.Identifier.Text, Type(p.Type!)))],
            method.ReturnType is GenericNameSyntax generic ? Type(generic.TypeArgumentList.Arguments[0]) : null))]);

    private static TypeRef Type(TypeSyntax syntax) => syntax switch
    {
        NullableTypeSyntax nullable => Type(nullable.ElementType) with { IsNullable = true },
        ArrayTypeSyntax array => new TypeRef(array.ElementType.ToString(), true, false),
        _ => new TypeRef(syntax.ToString(), false, false),
    };

    private static string Namespace(SyntaxNode node) =>
        node.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().First().Name.ToString();

    private static bool Has(MemberDeclarationSyntax declaration, string attribute) =>
        Attributes(declaration.AttributeLists, attribute).Any();

    private static IEnumerable<AttributeSyntax> Attributes(SyntaxList<AttributeListSyntax> lists, string name) =>
        lists.SelectMany(list => list.Attributes).Where(attribute => attribute.Name.ToString() == name);

    private static string? Summary(SyntaxNode node) =>
        Documentation(node).FirstOrDefault(e => e.StartTag.Name.ToString() == "summary") is { } summary ? Words(summary) : null;

    private static string? ParameterSummary(SyntaxNode node, string parameter) =>
        Documentation(node).FirstOrDefault(e => e.StartTag.Attributes.OfType<XmlNameAttributeSyntax>()
            .Any(a => a.Identifier.ToString() == parameter)) is { } summary ? Words(summary) : null;

    private static IEnumerable<XmlElementSyntax> Documentation(SyntaxNode node) =>
        node.GetLeadingTrivia()
            .Select(trivia => trivia.GetStructure())
            .OfType<DocumentationCommentTriviaSyntax>()
            .SelectMany(comment => comment.Content.OfType<XmlElementSyntax>());

    private static string Words(XmlElementSyntax element) =>
        string.Join(' ', element.Content.ToString().Replace("///", " ", StringComparison.Ordinal)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
