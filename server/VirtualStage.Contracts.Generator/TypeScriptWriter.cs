using System.Text;

namespace VirtualStage.Contracts.Generator;

/// <summary>Writes the contracts for the web pages: types, decoders and encoders of the array form, hub methods.</summary>
internal static class TypeScriptWriter
{
    private static readonly HashSet<string> _numbers = ["byte", "sbyte", "short", "ushort", "int", "uint", "long", "float", "double"];

    public static string Write(ContractModel model)
    {
        var text = new StringBuilder("""
            // Written from server/VirtualStage.Contracts by its generator at every build: change the C#, not this file.
            import { asArray, asBoolean, asBytes, asNumber, asString, list, optional } from "./wire";

            """);
        foreach (var type in model.Enums)
        {
            Doc(text, type.Summary);
            text.AppendLine($"export const {type.Name} = {{ {string.Join(", ", type.Values.Select(v => $"{v.Name}: {v.Value}"))} }} as const;");
            text.AppendLine($"export type {type.Name} = (typeof {type.Name})[keyof typeof {type.Name}];").AppendLine();
        }

        foreach (var message in model.Messages)
        {
            Message(text, message, model);
        }

        foreach (var union in model.Unions)
        {
            Union(text, union);
        }

        foreach (var hub in model.Hubs)
        {
            Hub(text, hub, model);
        }

        return text.ToString();
    }

    private static void Message(StringBuilder text, MessageType message, ContractModel model)
    {
        Doc(text, message.Summary);
        if (message.Members.Count == 0)
        {
            text.AppendLine($"export type {message.Name} = Record<string, never>;");
        }
        else
        {
            text.AppendLine($"export interface {message.Name} {{");
            foreach (var member in message.Members)
            {
                Doc(text, member.Summary, "  ");
                text.AppendLine($"  {Camel(member.Name)}: {TypeScript(member.Type)};");
            }

            text.AppendLine("}");
        }

        var hasMembers = message.Members.Count > 0;
        text.AppendLine().AppendLine($"export function decode{message.Name}(wire: unknown): {message.Name} {{");
        text.AppendLine($"  {(hasMembers ? "const members = " : "")}asArray(wire, {message.Required}, \"{message.Name}\");").AppendLine("  return {");
        foreach (var member in message.Members)
        {
            var decoded = Apply(Decoder(member.Type, model), $"members[{member.Key}]");
            // What is optional takes what is not there for null.
            var isPlain = member.Key < message.Required || member.Type.IsNullable;
            text.AppendLine($"    {Camel(member.Name)}: {(isPlain ? decoded : $"members.length > {member.Key} ? {decoded} : {member.Default}")},");
        }

        text.AppendLine("  };").AppendLine("}").AppendLine();
        text.AppendLine($"export function encode{message.Name}({(hasMembers ? "value" : "_value")}: {message.Name}): unknown[] {{");
        text.AppendLine($"  return [{string.Join(", ", message.Members.Select(m => Encode(m.Type, "value." + Camel(m.Name), model)))}];");
        text.AppendLine("}").AppendLine();
    }

    private static void Union(StringBuilder text, UnionType union)
    {
        Doc(text, union.Summary);
        text.AppendLine($"export type {union.Name} =");
        text.AppendLine(string.Join("\n", union.Cases.Select(c => $"  | {{ type: \"{c.Type}\"; value: {c.Type} }}")) + ";").AppendLine();
        text.AppendLine($"export function decode{union.Name}(wire: unknown): {union.Name} {{");
        text.AppendLine($"  const [tag, value] = asArray(wire, 2, \"{union.Name}\");").AppendLine("  switch (tag) {");
        foreach (var (tag, type) in union.Cases)
        {
            text.AppendLine($"    case {tag}:").AppendLine($"      return {{ type: \"{type}\", value: decode{type}(value) }};");
        }

        text.AppendLine("    default:").AppendLine($"      throw new TypeError(`{union.Name}: unknown tag ${{String(tag)}}`);");
        text.AppendLine("  }").AppendLine("}").AppendLine();
        text.AppendLine($"export function encode{union.Name}(message: {union.Name}): unknown[] {{").AppendLine("  switch (message.type) {");
        foreach (var (tag, type) in union.Cases)
        {
            text.AppendLine($"    case \"{type}\":").AppendLine($"      return [{tag}, encode{type}(message.value)];");
        }

        text.AppendLine("  }").AppendLine("}").AppendLine();
    }

    private static void Hub(StringBuilder text, HubType hub, ContractModel model)
    {
        Doc(text, hub.Summary);
        text.AppendLine($"export interface {hub.Name} {{");
        foreach (var method in hub.Methods)
        {
            Doc(text, method.Summary, "  ");
            var parameters = string.Join(", ", method.Parameters.Select(p => $"{p.Name}: {TypeScript(p.Type)}"));
            text.AppendLine($"  {Camel(method.Name)}({parameters}): {(method.Result is { } result ? $"Promise<{TypeScript(result)}>" : "void")};");
        }

        text.AppendLine("}").AppendLine();
        var isServer = hub.Methods.Any(m => m.Result is not null);
        if (isServer)
        {
            text.AppendLine($"/** Calls {hub.Name} by SignalR's invoke. */");
            text.AppendLine($"export function {Camel(hub.Name[1..])}(invoke: (method: string, ...args: unknown[]) => Promise<unknown>): {hub.Name} {{").AppendLine("  return {");
            foreach (var method in hub.Methods)
            {
                var names = string.Join(", ", method.Parameters.Select(p => p.Name));
                var encoded = string.Concat(method.Parameters.Select(p => ", " + Encode(p.Type, p.Name, model)));
                text.AppendLine($"    {Camel(method.Name)}: async ({names}) => {Apply(Decoder(method.Result!, model), $"await invoke(\"{method.Name}\"{encoded})")},");
            }
        }
        else
        {
            text.AppendLine($"/** Takes what the hub sends by SignalR's on. */");
            text.AppendLine($"export function on{hub.Name[1..]}(on: (method: string, handler: (...args: unknown[]) => void) => void, client: {hub.Name}): void {{");
            foreach (var method in hub.Methods)
            {
                var names = string.Join(", ", method.Parameters.Select(p => p.Name));
                var decoded = string.Join(", ", method.Parameters.Select(p => Apply(Decoder(p.Type, model), p.Name)));
                text.AppendLine($"  on(\"{method.Name}\", ({names}) => client.{Camel(method.Name)}({decoded}));");
            }
        }

        text.AppendLine(isServer ? "  };\n}\n" : "}\n");
    }

    private static string TypeScript(TypeRef type)
    {
        var name = type switch
        {
            { Name: "byte", IsArray: true } => "Uint8Array",
            { Name: "bool" } => "boolean",
            _ when _numbers.Contains(type.Name) => "number",
            _ => type.Name,
        };
        return name + (type.IsArray && name != "Uint8Array" ? "[]" : "") + (type.IsNullable ? " | null" : "");
    }

    /// <summary>A decoder as a function name, or a call that yields one.</summary>
    private static string Decoder(TypeRef type, ContractModel model)
    {
        if (type.IsNullable)
        {
            return $"optional({Decoder(type with { IsNullable = false }, model)})";
        }

        return type switch
        {
            { Name: "byte", IsArray: true } => "asBytes",
            { IsArray: true } => $"list({Decoder(type with { IsArray = false }, model)})",
            { Name: "bool" } => "asBoolean",
            { Name: "string" } => "asString",
            _ when _numbers.Contains(type.Name) => "asNumber",
            _ when model.Enums.Any(e => e.Name == type.Name) => $"(asNumber as (wire: unknown) => {type.Name})",
            _ => "decode" + type.Name,
        };
    }

    private static string Apply(string decoder, string argument) => $"{decoder}({argument})";

    private static string Encode(TypeRef type, string value, ContractModel model)
    {
        var isMessage = model.Messages.Any(m => m.Name == type.Name) || model.Unions.Any(u => u.Name == type.Name);
        if (!isMessage)
        {
            return value;
        }

        var encoded = type.IsArray ? $"{value}.map(encode{type.Name})" : $"encode{type.Name}({value})";
        return type.IsNullable ? $"{value} === null ? null : {encoded}" : encoded;
    }

    private static void Doc(StringBuilder text, string? summary, string indent = "")
    {
        if (summary is not null)
        {
            text.AppendLine($"{indent}/** {summary} */");
        }
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
