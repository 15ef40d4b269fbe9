using System.Runtime.CompilerServices;
using VirtualStage.Productions.Models;

namespace VirtualStage.Productions.Scripts.Reading;

/// <summary>Reads the models that set pieces, props and costumes name.</summary>
/// <param name="errors">Takes what is wrong.</param>
/// <param name="files">The files that came with the sheet; null when none were kept, and everything is drawn as primitives.</param>
internal sealed class ModelReader(ErrorList errors, IReadOnlyList<ProductionFile>? files)
{
    // An edit reads the sheet anew, of the same files.
    private static readonly ConditionalWeakTable<byte[], string> _problems = [];

    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>The model of a thing; null for one that is drawn as primitives, or whose file is not right.</summary>
    public ProductionFile? Read(Fields thing)
    {
        if (SheetFiles.Find(thing.PlacedText("model"), files, errors) is not var (file, place))
        {
            return null;
        }

        var problem = _problems.GetValue(file.Bytes, ProblemOf);
        if (problem.Length > 0 && _told.Add(file.Path))
        {
            errors.Add(place, $"the model '{Clip.Short(file.Path)}' cannot be shown: {problem}");
        }

        return file;
    }

    private static string ProblemOf(byte[] bytes)
    {
        try
        {
            _ = ModelCheck.Check(bytes);
            return "";
        }
        catch (ModelException problem)
        {
            return problem.Message;
        }
    }
}
