namespace VirtualStage.Contracts.Generator;

public enum Language
{
    CSharp,
    TypeScript,
}

/// <summary>A file that is written from the contracts' source.</summary>
public sealed record GeneratedFile(Language Language, string Name, string Text)
{
    public void WriteIfChanged(string folder)
    {
        var path = Path.Combine(folder, Name);
        if (File.Exists(path) && File.ReadAllText(path) == Text)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        var draft = path + "." + Environment.ProcessId + ".tmp";
        File.WriteAllText(draft, Text);
        File.Move(draft, path, overwrite: true);
    }
}

/// <summary>All that is generated from a folder of contracts.</summary>
public static class GeneratedFiles
{
    public static IReadOnlyList<GeneratedFile> From(string contractsFolder)
    {
        var contracts = ContractSource.Read(contractsFolder);
        return
        [
            new GeneratedFile(Language.CSharp, "ContractFormatters.cs", FormatterWriter.Write(contracts)),
            new GeneratedFile(Language.TypeScript, "contracts.ts", TypeScriptWriter.Write(contracts)),
        ];
    }
}
