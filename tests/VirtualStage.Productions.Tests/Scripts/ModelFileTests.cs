using System.Text;
using VirtualStage.Productions.Editing;
using VirtualStage.Productions.Packing;
using VirtualStage.Productions.Scripts;
using VirtualStage.Productions.Tests.Models;

namespace VirtualStage.Productions.Tests.Scripts;

public sealed class ModelFileTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("models").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static string Sheet => TwoHander.Sheet
        .Replace("colour: \"#553311\"", "colour: \"#553311\", model: m/door.glb", StringComparison.Ordinal)
        .Replace("colour: \"#c0a040\"", "colour: \"#c0a040\", model: m/cup.glb", StringComparison.Ordinal)
        .Replace("cloak: true", "cloak: true, model: m/door.glb", StringComparison.Ordinal);

    private static ProductionSource Source => TwoHander.Source(Sheet) with
    {
        Files = [new ProductionFile("m/door.glb", Glb.Right), new ProductionFile("m/cup.glb", Glb.With("nodes/1/scale", "[1, 1, 1]").ToArray())],
    };

    [Fact]
    public void Set_pieces_props_and_costumes_have_the_models_that_they_name()
    {
        var production = ProductionLoader.Load(Source);

        Assert.Equal("m/door.glb", production.Plan.FindPiece("door")!.Model!.Path);
        Assert.Null(production.Plan.FindPiece("floor")!.Model);
        Assert.Equal(["m/cup.glb", null], production.Props.Select(prop => prop.Model?.Path));
        Assert.Same(production.Plan.FindPiece("door")!.Model, Assert.Single(production.Costumes).Model);
        var piece = production.Plan.FindPiece("door")!.ToWire();
        Assert.Equal((Source.Files![0].Hash, Glb.Right.Length), (piece.Model!.Hash, piece.Model.Bytes));
    }

    [Fact]
    public void A_model_that_is_not_right_is_told_once_with_file_fault_and_advice()
    {
        var error = Assert.Single(Errors(Source with { Files = [new ProductionFile("m/door.glb", Glb.With("animations", "[{}]").ToArray()), Source.Files![1]] }));

        Assert.Equal(TwoHander.LineOf("door: {", Sheet), error.Line);
        Assert.Equal("the model 'm/door.glb' cannot be shown: it has animations; models stand still: export it without animations", error.Message);
    }

    [Fact]
    public void A_sound_is_no_model() => Assert.Contains(
        "'m/cup.glb' cannot be shown: it is no binary glTF file",
        Assert.Single(Errors(Source with { Files = [Source.Files![0], new ProductionFile("m/cup.glb", [.. "OggS"u8, .. new byte[90]])] })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_model_that_is_not_there_is_told() => Assert.Contains(
        "there is no file 'm/cup.glb'", Assert.Single(Errors(Source with { Files = [Source.Files![0]] })).Message, StringComparison.Ordinal);

    [Fact]
    public void A_model_outside_of_the_folder_is_refused() => Assert.Contains(
        "leads out of the production's folder",
        Assert.Single(TwoHander.ErrorsOf(TwoHander.With("colour: \"#c0a040\"", "colour: \"#c0a040\", model: ../cup.glb"))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_folder_gives_models_with_their_sounds_and_a_pack_takes_them_along()
    {
        Write();

        var source = ProductionSource.FromFolder(_root) with { Id = "door" };

        Assert.Equal(["m/door.glb", "m/cup.glb"], source.Files!.Select(file => file.Path));
        var again = ProductionPack.Read(ProductionPack.Write(source));
        Assert.Equal(source.Files!.Select(file => (file.Path, file.Hash)), again.Files!.Select(file => (file.Path, file.Hash)));
    }

    [Fact]
    public void A_model_that_is_too_large_is_not_read()
    {
        Write();
        File.WriteAllBytes(Path.Combine(_root, "m", "cup.glb"), new byte[(4 << 20) + 1]);

        Assert.Equal(
            "'m/cup.glb' is larger than 4 MB",
            Assert.Single(Assert.Throws<ProductionException>(() => ProductionSource.FromFolder(_root)).Errors).Message);
    }

    [Fact]
    public void A_journal_from_before_there_were_models_has_its_sounds()
    {
        var old = ProductionEventCodec.Decode(
            "production-imported.2", """{"id":"door","yaml":"","playFile":"p","playBytes":"","sounds":[{"path":"s/rain.ogg","hash":"ab"}]}""");

        Assert.Equal([new ImportedFile("s/rain.ogg", "ab")], Assert.IsType<ProductionImported>(old).Files!);
    }

    private static IReadOnlyList<ProductionError> Errors(ProductionSource source) =>
        Assert.Throws<ProductionException>(() => ProductionLoader.Load(source)).Errors;

    private void Write()
    {
        Directory.CreateDirectory(Path.Combine(_root, "m"));
        File.WriteAllText(Path.Combine(_root, "production.yaml"), Sheet);
        File.WriteAllText(Path.Combine(_root, "door.fountain"), TwoHander.Play, Encoding.UTF8);
        foreach (var file in Source.Files!)
        {
            File.WriteAllBytes(Path.Combine(_root, file.Path), file.Bytes);
        }
    }
}
