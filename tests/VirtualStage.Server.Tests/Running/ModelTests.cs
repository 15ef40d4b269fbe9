using System.Net;
using System.Net.Http.Json;
using VirtualStage.Client;
using VirtualStage.Contracts.Doors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>Models over HTTP, by the hashes that the plan names.</summary>
[Collection(nameof(OpenTheatre))]
public sealed class ModelTests(OpenTheatre open)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_spectator_fetches_the_very_files_that_set_pieces_props_and_costumes_name()
    {
        using var http = open.Theatre.Stranger();
        var files = BundledProduction.Hamlet.Files!.ToDictionary(file => file.Hash);
        var plan = await Plan(http);

        foreach (var (path, model) in new[]
        {
            ("models/throne-king.glb", plan.Pieces.Single(piece => piece.Id == "throne-king").Model),
            ("models/cup.glb", plan.Props!.Single(prop => prop.Id == "cup").Model),
            ("models/inky-cloak.glb", plan.Costumes!.Single(costume => costume.Id == "inky-cloak").Model),
        })
        {
            using var response = await http.GetAsync($"/api/models/{model!.Hash}", Cancel);
            var bytes = await response.Content.ReadAsByteArrayAsync(Cancel);

            Assert.Equal(path, files[model.Hash].Path);
            Assert.Equal(files[model.Hash].Bytes, bytes);
            Assert.Equal(model.Bytes, bytes.Length);
            Assert.Equal("model/gltf-binary", response.Content.Headers.ContentType!.MediaType);
            Assert.Equal("public, max-age=31536000, immutable", response.Headers.CacheControl!.ToString());
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        }
    }

    [Fact]
    public async Task A_sound_is_no_model_and_a_model_is_no_sound()
    {
        using var http = open.Theatre.Stranger();
        var plan = await Plan(http);

        using var sound = await http.GetAsync($"/api/models/{plan.Sounds[0].Hash}", Cancel);
        using var model = await http.GetAsync($"/api/sounds/{plan.Props!.First(prop => prop.Model is not null).Model!.Hash}", Cancel);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (sound.StatusCode, model.StatusCode));
        Assert.Equal("there is no such model", (await sound.Content.ReadFromJsonAsync<Refusal>(Cancel))!.Reason);
        Assert.Equal("there is no such sound", (await model.Content.ReadFromJsonAsync<Refusal>(Cancel))!.Reason);
    }

    [Fact]
    public async Task An_actors_client_gets_the_very_file_that_the_plan_names_or_none()
    {
        using var http = open.Theatre.Stranger();
        var plan = await Plan(http);
        var cup = plan.Props!.Single(prop => prop.Id == "cup").Model!;
        using var door = new TheatreDoor(open.Theatre.Address, open.Theatre.Ticket("p-models", "act"));

        Assert.Equal(BundledProduction.Hamlet.Files!.Single(file => file.Path == "models/cup.glb").Bytes, await door.Model(cup, Cancel));
        Assert.Contains("not the model that the plan names", await Refusal(cup with { Bytes = cup.Bytes - 1 }));
        Assert.Contains("no such model", await Refusal(new ModelInfo(new string('0', 64), 10)));
        Assert.Contains("no such model", await Refusal(new ModelInfo(plan.Sounds[0].Hash!, 10)));
        Assert.Contains("404", await Refusal(new ModelInfo("../playbill", 4000)));
        Assert.Contains("larger than any may be", await Refusal(cup with { Bytes = ModelInfo.MaxBytes + 1 }));

        async Task<string> Refusal(ModelInfo model) => (await Assert.ThrowsAsync<TheatreException>(() => door.Model(model, Cancel))).Message;
    }

    private async Task<StagePlan> Plan(HttpClient http) =>
        (await http.GetFromJsonAsync<StagePlan>($"/api/performances/{open.Theatre.Performance}/plan", Cancel))!;
}
