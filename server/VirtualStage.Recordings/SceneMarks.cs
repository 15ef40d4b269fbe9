using VirtualStage.Contracts.Recordings;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Recordings;

/// <summary>Finds what a recording can be looked up by in the scenes that the house is shown.</summary>
/// <param name="placeOf">The act and the scene that a line stands in; null for a line that is not in the play.</param>
public sealed class SceneMarks(Func<string, LinePlace?> placeOf)
{
    private ShowState? _show;
    private string _line = "";
    private string _act = "";
    private string _scene = "";

    /// <summary>The marks of what is new in a scene.</summary>
    /// <param name="timeMs">Performance time at which the house was shown it.</param>
    public IEnumerable<RecordingMark> Of(StageScene scene, long timeMs)
    {
        if (scene.Show != _show)
        {
            _show = scene.Show;
            yield return new RecordingMark(RecordingMarkKind.Show, timeMs, scene.Show.ToString(), "", "");
        }

        var line = scene.Surtitle?.Line ?? "";
        if (line == _line)
        {
            yield break;
        }

        _line = line;
        if (scene.Surtitle is not { } spoken)
        {
            // Nobody speaks any more: a mark without an id ends the line before it.
            yield return new RecordingMark(RecordingMarkKind.Line, timeMs, "", "", "");
            yield break;
        }

        // A line is shown from its stamp on, which may lie a moment ahead.
        var atMs = Math.Max(timeMs, spoken.SinceMs);
        if (placeOf(line) is { } place)
        {
            if (place.Act.Id != _act && place.Act.Id.Length > 0)
            {
                _act = place.Act.Id;
                yield return new RecordingMark(RecordingMarkKind.Act, atMs, place.Act.Id, place.Act.Title, "");
            }

            if (place.Scene.Id != _scene && place.Scene.Id.Length > 0)
            {
                _scene = place.Scene.Id;
                yield return new RecordingMark(RecordingMarkKind.Scene, atMs, place.Scene.Id, place.Scene.Title, "");
            }
        }

        yield return new RecordingMark(RecordingMarkKind.Line, atMs, line, spoken.Text, spoken.Speaker);
    }
}

/// <summary>Where a line stands.</summary>
/// <param name="Act">Without an id where the play has no acts there.</param>
/// <param name="Scene">Without an id where the act has no scenes.</param>
public sealed record LinePlace((string Id, string Title) Act, (string Id, string Title) Scene);
