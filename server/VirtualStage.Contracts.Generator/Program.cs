using VirtualStage.Contracts.Generator;

if (args is not [var contracts, var web])
{
    Console.Error.WriteLine("usage: VirtualStage.Contracts.Generator CONTRACTS_FOLDER TYPESCRIPT_FOLDER");
    return 2;
}

foreach (var file in GeneratedFiles.From(contracts))
{
    file.WriteIfChanged(file.Language == Language.CSharp ? Path.Combine(contracts, "Generated") : web);
}

return 0;
