using VirtualStage.Contracts.Generator;

namespace VirtualStage.Contracts.Tests;

public sealed class GeneratedFilesTests
{
    [Fact]
    public void The_generated_files_are_what_the_contracts_give_now()
    {
        var contracts = Repository.Path("server", "VirtualStage.Contracts");
        foreach (var file in GeneratedFiles.From(contracts))
        {
            var path = file.Language == Language.CSharp
                ? Path.Combine(contracts, "Generated", file.Name)
                : Repository.Path("directors-console", "src", "contracts", file.Name);
            Assert.True(File.ReadAllText(path) == file.Text, file.Name + " is stale: build VirtualStage.Contracts and commit what changes");
        }
    }
}
