using System.Numerics;
using System.Text;
using System.Text.Json.Nodes;
using VirtualStage.Productions.Models;
using VirtualStage.Productions.Tests.Scripts;

namespace VirtualStage.Productions.Tests.Models;

public sealed class ModelCheckTests
{
    [Fact]
    public void A_model_is_as_large_as_its_nodes_make_it() =>
        Assert.Equal(new ModelFacts(1, new Vector3(0, 1, 0), new Vector3(2, 3, 0)), ModelCheck.Check(Glb.Right));

    [Fact]
    public void A_node_can_say_its_place_as_a_matrix() => Assert.Equal(
        (new Vector3(5, 1, 0), new Vector3(8, 4, 0)),
        Box(Glb.With("nodes/1", """{ "mesh": 0, "matrix": [3, 0, 0, 0, 0, 3, 0, 0, 0, 0, 3, 0, 5, 0, 0, 1] }""")));

    [Fact]
    public void Places_may_be_small_whole_numbers() => Assert.Equal(
        (new Vector3(0, 1, 0), new Vector3(2, 3, 0)),
        Box(Glb.With("accessors/0", """{ "bufferView": 0, "componentType": 5120, "normalized": true, "count": 3, "type": "VEC3" }""")
            .WithBytes(0, [0, 0, 0, 127, 0, 0, 0, 127, 0])));

    [Theory]
    [InlineData("throne-king", 0.9, 1.75)]
    [InlineData("throne-queen", 0.9, 1.55)]
    [InlineData("cup", 0.12, 0.19)]
    [InlineData("foil", 0.13, 0.13)]
    [InlineData("inky-cloak", 1, 1.6)]
    public void The_models_of_the_bundled_production_stand_on_their_origin_and_are_as_large_as_they_should_be(string name, double wide, double high)
    {
        var facts = ModelCheck.Check(File.ReadAllBytes(Path.Combine(Repository.Hamlet, "models", $"{name}.glb")));

        Assert.InRange(facts.Triangles, 100, 3000);
        Assert.InRange(facts.Least.Y, -0.05, 0.3);
        Assert.InRange(facts.Most.X - facts.Least.X, wide * 0.8, wide);
        Assert.InRange(facts.Most.Y, high * 0.5, high);
    }

    [Theory]
    [InlineData("asset/version", "\"1.0\"", "it is of glTF 1.0; export it as glTF 2.0")]
    [InlineData("asset", "[]", "asset is no object")]
    [InlineData("buffers/0/uri", "\"throne.bin\"", "buffers[0] names another file; export it as glTF binary (.glb)")]
    [InlineData("images/0/uri", "\"data:image/png;base64,AAAA\"", "images[0] names another file")]
    [InlineData("images/0/uri", "\"https://example.org/x.png\"", "images[0] names another file")]
    [InlineData("extensionsRequired", "[\"KHR_draco_mesh_compression\"]", "it uses KHR_draco_mesh_compression, which is not shown here; switch Draco compression off")]
    [InlineData("extensionsUsed", "[\"EXT_meshopt_compression\"]", "export it without meshopt compression")]
    [InlineData("extensionsUsed", "[\"KHR_lights_punctual\"]", "looks light the stage")]
    [InlineData("extensionsUsed", "[\"ACME_soul\"]", "it uses ACME_soul, which is not shown here; switch it off")]
    [InlineData("extensionsUsed", "\"KHR_materials_unlit\"", "extensionsUsed is no list of texts")]
    [InlineData("nodes/1/extensions", "{ \"EXT_mesh_gpu_instancing\": {} }", "export it without instancing")]
    [InlineData("animations", "[{}]", "it has animations; models stand still: export it without animations")]
    [InlineData("skins", "[{}]", "apply the armature")]
    [InlineData("cameras", "[{}]", "export it without cameras")]
    [InlineData("meshes/0/primitives/0/targets", "[{}]", "shape keys")]
    [InlineData("meshes/0/primitives/0/attributes/JOINTS_0", "1", "apply the armature")]
    [InlineData("meshes/0/primitives/0/attributes/POSITION", "4", "meshes[0].primitives[0].attributes.POSITION is 4: it goes from 0 to 3")]
    [InlineData("meshes/0/primitives/0/attributes/POSITION", "1.5", "is 1.5")]
    [InlineData("meshes/0/primitives/0/attributes/POSITION", "3", "POSITION is SCALAR, which it cannot be")]
    [InlineData("meshes/0/primitives/0/attributes/SMELL", "1", "SMELL is VEC3, which it cannot be")]
    [InlineData("meshes/0/primitives/0/attributes/NORMAL", "2", "NORMAL is VEC2")]
    [InlineData("meshes/0/primitives/0/indices", "0", "accessors[0] cannot be indices")]
    [InlineData("meshes/0/primitives/0/material", "1", "material is 1: it goes from 0 to 0")]
    [InlineData("meshes/0/primitives/0/mode", "1", "draws points or lines")]
    [InlineData("meshes/0/primitives", "[]", "meshes[0].primitives is missing")]
    [InlineData("meshes/0/primitives/0/attributes", "{}", "POSITION is missing")]
    [InlineData("meshes", "7", "meshes is no list")]
    [InlineData("meshes", "[7]", "meshes[0] is no object")]
    [InlineData("materials/0/pbrMetallicRoughness/baseColorTexture/index", "1", "baseColorTexture.index is 1")]
    [InlineData("textures/0/source", "1", "textures[0].source is 1: it goes from 0 to 0")]
    [InlineData("textures/0/sampler", "-1", "textures[0].sampler is -1")]
    [InlineData("accessors/0/sparse", "{}", "accessors[0] is sparse")]
    [InlineData("accessors/0/count", "4", "accessors[0] reaches beyond its bytes")]
    [InlineData("accessors/0/count", "2147483647", "accessors[0].count is 2147483647")]
    [InlineData("accessors/0/byteOffset", "2", "accessors[0] reaches beyond")]
    [InlineData("accessors/3/type", "\"MAT4\"", "accessors[3] is of a type")]
    [InlineData("accessors/3/componentType", "5124", "accessors[3] is of a type")]
    [InlineData("accessors/1/count", "2", "NORMAL has 2 entries for 3 vertices")]
    [InlineData("bufferViews/1/byteOffset", "38", "accessors[1] is not aligned")]
    [InlineData("bufferViews/4/byteLength", "25", "bufferViews[4].byteLength is 25: it goes from 1 to 24")]
    [InlineData("bufferViews/0/byteStride", "6", "byteStride is no multiple of 4")]
    [InlineData("bufferViews/0/byteStride", "8", "accessors[0] reaches beyond")]
    [InlineData("bufferViews/0/buffer", "1", "bufferViews[0].buffer is 1")]
    [InlineData("buffers/0/byteLength", "160", "buffers[0].byteLength is 160")]
    [InlineData("buffers", "[{\"byteLength\":1},{\"byteLength\":1}]", "it has several buffers")]
    [InlineData("nodes/1/children", "[0]", "nodes[0] stands in two places")]
    [InlineData("nodes/0/children", "[1, 1]", "nodes[1] stands in two places")]
    [InlineData("nodes/0/children", "[2]", "nodes[0].children[0] is 2: it goes from 0 to 1")]
    [InlineData("nodes/0/translation", "[0, 1]", "nodes[0].translation has 2 numbers in place of 3")]
    [InlineData("nodes/0/translation", "[0, 1, 1e39]", "is no list of numbers")]
    [InlineData("nodes/0/scale", "[1, 60, 1]", "nodes[1] is more than 100 metres from the origin; a unit is a metre")]
    [InlineData("nodes/0/scale", "[1e38, 1e38, 1e38]", "metres from the origin")]
    [InlineData("nodes/1/mesh", "1", "nodes[1].mesh is 1: it goes from 0 to 0")]
    [InlineData("scenes/0/nodes", "[]", "nothing in it can be seen")]
    [InlineData("scenes", "[{\"nodes\":[0]},{\"nodes\":[0]}]", "it has 2 scenes; export one")]
    [InlineData("scene", "1", "scene is 1")]
    public void What_is_wrong_is_told_with_its_place_or_what_to_do(string path, string value, string words) =>
        Assert.Contains(words, Refusal(Glb.With(path, value)), StringComparison.Ordinal);

    [Fact]
    public void A_name_that_is_there_twice_is_refused_for_readers_take_one_or_the_other() => Assert.Contains(
        "its description cannot be read",
        Refusal(Glb.Of("""{"asset":{"version":"2.0"},"asset":{"version":"2.0"}}"""u8.ToArray(), [])),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"asset":{"version":"\ud800"}}""", "a name in its description is no text")]
    [InlineData("""{"\ud800":1,"\udc00":2}""", "no text")]
    [InlineData("{\"\u00ff\":1}", "its description is no text")]
    public void Names_are_text(string json, string words) =>
        Assert.Contains(words, Refusal(Glb.Of(Encoding.Latin1.GetBytes(json), [])), StringComparison.Ordinal);

    [Fact]
    public void Deep_nests_are_refused()
    {
        Assert.Contains("cannot be read", Refusal(Glb.Of(Encoding.UTF8.GetBytes($"{{\"asset\":{new string('[', 60)}{new string(']', 60)}}}"), [])));
        Assert.Contains("more than 32 nodes deep", Refusal(Glb.With(json =>
        {
            json["nodes"] = new JsonArray([.. Enumerable.Range(0, 40).Select(at => JsonNode.Parse($$"""{ "children": [{{at + 1}}] }""")), JsonNode.Parse("""{ "mesh": 0 }""")]);
        })));
    }

    [Fact]
    public void Indices_name_vertices_that_are_there() =>
        Assert.Contains("accessors[3] names vertex 3 of 3", Refusal(new Glb().WithBytes(100, 3)), StringComparison.Ordinal);

    [Fact]
    public void Vertices_are_somewhere() =>
        Assert.Contains("nowhere", Refusal(new Glb().WithBytes(0, [.. BitConverter.GetBytes(float.NaN)])), StringComparison.Ordinal);

    [Theory]
    [InlineData(2049, 4, "images[0] has 2049 × 4 pixels")]
    [InlineData(4, 100_000, "images[0] has 4 × 100000 pixels")]
    [InlineData(0, 4, "images[0] has 0 × 4 pixels")]
    [InlineData(-1, 4, "images[0] has 4294967295 × 4 pixels")]
    public void Textures_that_unpack_to_much_are_refused(int width, int height, string words) =>
        Assert.Contains(words, Refusal(new Glb().WithPicture(Glb.Png(width, height))), StringComparison.Ordinal);

    [Fact]
    public void Textures_are_counted_together()
    {
        var many = Glb.With("images", "[" + string.Join(",", Enumerable.Repeat("""{ "bufferView": 4 }""", 3)) + "]");

        Assert.Contains("12,582,912 pixels together", Refusal(many.WithPicture(Glb.Png(2048, 2048))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_texture_may_be_JPEG_whose_size_stands_behind_other_segments()
    {
        byte[] large = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xC2, 0, 11, 8, 0x20, 0, 0x10, 0, 1];

        Assert.Contains("images[0] has 4096 × 8192 pixels", Refusal(new Glb().WithPicture(large)), StringComparison.Ordinal);
        Assert.Equal(1, ModelCheck.Check(new Glb().WithPicture([.. large[..14], 0, 8, 0, 8]).ToArray()).Triangles);
    }

    [Fact]
    public void Any_other_picture_is_refused() =>
        Assert.Contains("images[0] is neither PNG nor JPEG", Refusal(new Glb().WithPicture([.. "RIFF\0\0\0\0WEBPVP8 "u8])), StringComparison.Ordinal);

    [Fact]
    public void Triangles_are_counted_as_often_as_they_are_drawn()
    {
        var strip = Glb.With(json =>
        {
            json["meshes"]![0]!["primitives"]![0]!["mode"] = 5;
            json["meshes"]![0]!["primitives"]![0]!["indices"] = 4;
            json["accessors"]!.AsArray().Add(JsonNode.Parse("""{ "bufferView": 5, "componentType": 5121, "count": 10002, "type": "SCALAR" }"""));
            json["bufferViews"]!.AsArray().Add(JsonNode.Parse("""{ "buffer": 0, "byteOffset": 156, "byteLength": 10002 }"""));
            json["nodes"] = new JsonArray([.. Enumerable.Range(0, 6).Select(_ => JsonNode.Parse("""{ "mesh": 0 }"""))]);
            json["scenes"]![0]!["nodes"] = new JsonArray([.. Enumerable.Range(0, 5).Select(at => JsonValue.Create(at))]);
        }).WithMore(new byte[10_002]);
        Assert.Equal(50_000, ModelCheck.Check(strip.ToArray()).Triangles);

        strip.Json["scenes"]![0]!["nodes"]!.AsArray().Add(5);

        Assert.Contains("it has 60,000 triangles; simplify it to at most 50,000", Refusal(strip), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_drawn_in_many_parts_is_refused() => Assert.Contains(
        "it is drawn in 101 parts; join those of one material",
        Refusal(Glb.With(json =>
        {
            json["nodes"] = new JsonArray([.. Enumerable.Range(0, 101).Select(_ => JsonNode.Parse("""{ "mesh": 0 }"""))]);
            json["scenes"]![0]!["nodes"] = new JsonArray([.. Enumerable.Range(0, 101).Select(at => JsonValue.Create(at))]);
        })),
        StringComparison.Ordinal);

    [Fact]
    public void Long_lists_are_refused() => Assert.Contains(
        "nodes has 1001 entries",
        Refusal(Glb.With(json => json["nodes"] = new JsonArray([.. Enumerable.Range(0, 1001).Select(_ => new JsonObject())]))),
        StringComparison.Ordinal);

    [Fact]
    public void Files_that_are_no_container_or_a_damaged_one_are_refused()
    {
        Assert.Contains("it is no binary glTF file; export it as glTF binary (.glb)", Refusal("{ \"asset\": {} }"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("it is no binary glTF file", Refusal("glTF"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("cut off", Refusal(Glb.Right[..^4]), StringComparison.Ordinal);
        Assert.Contains("cut off", Refusal([.. Glb.Right, 0]), StringComparison.Ordinal);
        Assert.Contains("another version", Refusal([.. "glTF"u8, .. Glb.Words(1, 12)]), StringComparison.Ordinal);
        Assert.Contains("it is damaged", Refusal([.. "glTF"u8, .. Glb.Words(2, 20, 100, 0x4E4F534A)]), StringComparison.Ordinal);
        Assert.Contains("it is damaged", Refusal([.. "glTF"u8, .. Glb.Words(2, 20, -4, 0x4E4F534A)]), StringComparison.Ordinal);
        Assert.Contains("no object", Refusal(Glb.Of("[]"u8.ToArray(), [])), StringComparison.Ordinal);
        Assert.Contains("larger than 4 MB", Refusal(new byte[(4 << 20) + 1]), StringComparison.Ordinal);
        Assert.Contains("larger than 1 MB", Refusal(Glb.Of(Encoding.UTF8.GetBytes(new string(' ', (1 << 20) + 4)), [])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_model_is_a_model_or_a_model_exception()
    {
        var random = new Random(20_261_128);
        var cloak = File.ReadAllBytes(Path.Combine(Repository.Hamlet, "models", "throne-queen.glb"));
        var (taken, refused) = (0, 0);
        for (var round = 0; round < 6000; round++)
        {
            try
            {
                _ = ModelCheck.Check(Damaged(round % 2 == 0 ? Glb.Right : cloak, random));
                taken++;
            }
            catch (ModelException)
            {
                refused++;
            }
        }

        Assert.True(taken > 300 && refused > 3000, $"{taken} taken and {refused} refused: the damage is too mild or too strong");
    }

    private static byte[] Damaged(byte[] file, Random random)
    {
        var damaged = file.ToArray();
        for (var wounds = random.Next(1, 4); wounds > 0; wounds--)
        {
            // Mostly the description, where the sense is.
            var at = random.Next(random.Next(8) == 0 ? damaged.Length : Math.Min(damaged.Length, 2000));
            switch (random.Next(4))
            {
                case 0:
                    damaged[at] = (byte)random.Next(256);
                    break;
                case 1:
                    damaged[at] = (byte)"0123456789-[]{},:\" ".ElementAt(random.Next(19));
                    break;
                case 2:
                    damaged[at] ^= (byte)(1 << random.Next(8));
                    break;
                default:
                    var from = random.Next(damaged.Length - 8);
                    damaged.AsSpan(from, 8).CopyTo(damaged.AsSpan(Math.Min(at, damaged.Length - 8)));
                    break;
            }
        }

        return random.Next(20) == 0 ? damaged[..random.Next(damaged.Length)] : damaged;
    }

    private static (Vector3 Least, Vector3 Most) Box(Glb glb) => ModelCheck.Check(glb.ToArray()) is var facts ? (facts.Least, facts.Most) : default;

    private static string Refusal(Glb glb) => Refusal(glb.ToArray());

    private static string Refusal(byte[] file) => Assert.Throws<ModelException>(() => ModelCheck.Check(file)).Message;
}
