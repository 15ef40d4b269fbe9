using System.Text.Json;
using VirtualStage.Productions.Scripts.Reading;

namespace VirtualStage.Productions.Models;

/// <summary>A value of a model's JSON, with where it stands.</summary>
internal readonly struct GltfValue(JsonElement element, string path)
{
    public JsonElement Element => element;

    /// <summary>Such as "meshes[2].primitives[0]".</summary>
    public string Path => path;

    public bool Has(string name) => element.TryGetProperty(name, out _);

    /// <summary>An object in this one; null when it is not there.</summary>
    public GltfValue? Find(string name)
    {
        if (!element.TryGetProperty(name, out var value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Object ? new GltfValue(value, PathOf(name)) : throw Wrong(name, "is no object");
    }

    /// <summary>The objects of a list; none when it is not there.</summary>
    public List<GltfValue> Objects(string name)
    {
        var objects = new List<GltfValue>();
        foreach (var item in Items(name))
        {
            var at = $"{PathOf(name)}[{objects.Count}]";
            objects.Add(item.ValueKind == JsonValueKind.Object ? new GltfValue(item, at) : throw new ModelException($"{at} is no object"));
        }

        return objects;
    }

    /// <summary>Whole numbers of a list, each from 0 to one less than <paramref name="count"/>.</summary>
    public List<int> Indices(string name, int count)
    {
        var indices = new List<int>();
        foreach (var item in Items(name))
        {
            indices.Add(Whole(item, $"{PathOf(name)}[{indices.Count}]", 0, count - 1));
        }

        return indices;
    }

    /// <summary>Which entry of a list of <paramref name="count"/> this names; null when it names none.</summary>
    public int? Index(string name, int count) =>
        element.TryGetProperty(name, out var value) ? Whole(value, PathOf(name), 0, count - 1) : null;

    public int Integer(string name, int least, int most, int missing) =>
        element.TryGetProperty(name, out var value) ? Whole(value, PathOf(name), least, most) : missing;

    public string? Text(string name) =>
        !element.TryGetProperty(name, out var value) ? null : value.ValueKind == JsonValueKind.String ? value.GetString() : throw Wrong(name, "is no text");

    /// <summary>So many numbers; null when they are not there.</summary>
    public float[]? Numbers(string name, int count)
    {
        if (!element.TryGetProperty(name, out _))
        {
            return null;
        }

        var items = Items(name);
        var numbers = new float[items.Count];
        for (var at = 0; at < numbers.Length; at++)
        {
            if (items[at].ValueKind != JsonValueKind.Number || !items[at].TryGetSingle(out numbers[at]) || !float.IsFinite(numbers[at]))
            {
                throw Wrong(name, "is no list of numbers");
            }
        }

        return numbers.Length == count ? numbers : throw Wrong(name, $"has {numbers.Length} numbers in place of {count}");
    }

    public ModelException Wrong(string name, string words) => new($"{PathOf(name)} {words}");

    private List<JsonElement> Items(string name)
    {
        if (!element.TryGetProperty(name, out var list))
        {
            return [];
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            throw Wrong(name, "is no list");
        }

        return list.GetArrayLength() <= ModelLimits.MostEntries
            ? [.. list.EnumerateArray()]
            : throw Wrong(name, $"has {list.GetArrayLength()} entries; at most {ModelLimits.MostEntries} are shown: join what belongs together");
    }

    private static int Whole(JsonElement value, string path, int least, int most) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number >= least && number <= most && Math.Floor(number) == number
            ? (int)number
            : throw new ModelException($"{path} is {Clip.Short(value.GetRawText())}: {(most < least ? "there is nothing that it could name" : $"it goes from {least} to {most}")}");

    private string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";
}
