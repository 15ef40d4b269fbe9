using VirtualStage.Plays;
using VirtualStage.Productions.FirstDraft;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Server.Productions;

/// <summary>Makes a production's files from a play's file alone.</summary>
internal static class NewProduction
{
    /// <summary>Most characters of a title, and of a file's name.</summary>
    public const int LongestTitle = 200;

    /// <summary>A production that can be played as it is.</summary>
    /// <param name="play">The play file's bytes.</param>
    /// <param name="file">Its name.</param>
    /// <param name="title">What the playbill says; null for the play's own title.</param>
    /// <param name="wanted">The id; null for one made from the title, which none has yet.</param>
    /// <exception cref="PlayFormatException">The file is no play.</exception>
    /// <exception cref="InvalidDataException">No sheet can be made of it.</exception>
    public static ProductionSource From(byte[] play, string file, string? title, string? wanted, Func<string, bool> isTaken)
    {
        var read = PlayReader.Read(play, file);
        var name = ProductionDraft.FileNameOf(file);
        var document = ProductionDraft.Of(read, name, title);
        if (wanted is not null)
        {
            return new ProductionSource(wanted, document.ToYaml(), name, play, []);
        }

        var id = ProductionDraft.IdOf(document.Title);
        var unique = Enumerable.Range(2, int.MaxValue - 2).Select(count => $"{id}-{count}").Prepend(id).First(candidate => !isTaken(candidate));
        return new ProductionSource(unique, document.ToYaml(), name, play, []);
    }
}
