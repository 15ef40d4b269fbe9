using MessagePack;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Recordings;
using VirtualStage.Contracts.Stage;
using VirtualStage.Contracts.Wire;
using VirtualStage.Recordings;

namespace VirtualStage.Server.Films;

/// <summary>
/// Reads a recording from one keyframe to the next. Of one that is still made, what stands behind the newest keyframe is left
/// until another one is there: only then it is whole. One thread.
/// </summary>
internal sealed class FilmReader(FilmSource source, string recording)
{
    private const int KnownPlans = 8;
    private const long LongestStillMs = 3000;

    private readonly Dictionary<int, StagePlan?> _plans = [];
    private long _nextMs = long.MinValue;
    private long _floorMs = long.MinValue;
    private long? _lastMs;

    /// <summary>Up to which performance time everything was read; null before anything was.</summary>
    public long? UntilMs { get; private set; }

    /// <summary>How fast performance time ran, as the newest scene says.</summary>
    public double Rate { get; private set; } = 1;

    /// <summary>Begins at a performance time, or at the keyframe before it.</summary>
    public void Seek(long timeMs) => (_nextMs, _floorMs, _lastMs, UntilMs) = (timeMs, long.MinValue, null, null);

    /// <summary>Reads on; null where there is nothing new.</summary>
    /// <param name="isGoingOn">True while more is recorded.</param>
    /// <exception cref="IOException">The theatre cannot be reached.</exception>
    /// <exception cref="InvalidDataException">It refuses.</exception>
    public async Task<FilmStretch?> Read(bool isGoingOn, CancellationToken cancel)
    {
        var stretch = await source.Stretch(recording, _nextMs, cancel);
        var pieces = stretch.Pieces.Where(piece => piece.TimeMs > _floorMs).ToList();
        if (stretch.NextMs is { } next)
        {
            _nextMs = next;
        }
        else if (isGoingOn)
        {
            // Voices of a moment before may stand behind a keyframe: they come twice, and are heard once.
            var first = pieces.FindIndex(IsKeyframe);
            var last = pieces.FindLastIndex(IsKeyframe);
            if (last <= first)
            {
                return null;
            }

            _nextMs = pieces[last].TimeMs;
            pieces.RemoveRange(last, pieces.Count - last);
        }
        else if (pieces.Count > 0)
        {
            // Should it be gone on with, what follows is newer.
            _floorMs = pieces[^1].TimeMs;
        }

        if (pieces.Count == 0)
        {
            return null;
        }

        UntilMs = Math.Max(UntilMs ?? long.MinValue, stretch.NextMs ?? (isGoingOn ? _nextMs : pieces[^1].TimeMs));
        return await StretchOf(pieces, cancel);
    }

    private static bool IsKeyframe(RecordingPiece piece) => piece.Kind == RecordingPieceKind.Frame && FrameFacts.Read(piece.Data) is { IsKeyframe: true };

    private async Task<FilmStretch> StretchOf(List<RecordingPiece> pieces, CancellationToken cancel)
    {
        var voices = new List<VoiceHeard>();
        var scenes = new List<(long, StageScene, StagePlan?)>();
        foreach (var piece in pieces)
        {
            if (piece.Kind == RecordingPieceKind.Voice && Of<VoiceHeard>(piece.Data) is { Data.Length: > 0 and <= VoiceFrame.MaxBytes } voice)
            {
                voices.Add(voice);
            }
            else if (piece.Kind == RecordingPieceKind.Frame && FrameFacts.Read(piece.Data) is { HasScene: true } && Of<HouseFrame>(piece.Data) is { Scene: { } scene })
            {
                Rate = scene.Rate > 0 ? scene.Rate : Rate;
                scenes.Add((piece.TimeMs, scene, await PlanOf(scene.PlanVersion, cancel)));
            }
        }

        var bytes = MessagePackSerializer.Serialize(new RecordingStretch(pieces[0].TimeMs, null, [.. pieces]), ContractResolver.Options, cancel);
        return new FilmStretch(pieces[^1].TimeMs, GapsIn(pieces), bytes, voices, scenes);
    }

    /// <summary>A keyframe comes each second: where nothing came for longer, nothing was recorded.</summary>
    private List<(long FromMs, long UntilMs)> GapsIn(List<RecordingPiece> pieces)
    {
        var gaps = new List<(long, long)>();
        foreach (var piece in pieces)
        {
            if (_lastMs is { } last && piece.TimeMs - last > LongestStillMs * Math.Max(1, Rate))
            {
                gaps.Add((last, piece.TimeMs));
            }

            _lastMs = piece.TimeMs;
        }

        return gaps;
    }

    private async Task<StagePlan?> PlanOf(int version, CancellationToken cancel)
    {
        if (!_plans.TryGetValue(version, out var plan))
        {
            if (_plans.Count >= KnownPlans)
            {
                _plans.Clear();
            }

            _plans[version] = plan = await source.Plan(recording, version, cancel);
        }

        return plan;
    }

    /// <summary>What cannot be read is left out, as the page does.</summary>
    private static T? Of<T>(byte[] data)
        where T : class
    {
        try
        {
            return MessagePackSerializer.Deserialize<T>(data, ContractResolver.Options);
        }
        catch (MessagePackSerializationException)
        {
            return null;
        }
    }
}

/// <summary>What was read of a recording.</summary>
/// <param name="UntilMs">Performance time of its last piece.</param>
/// <param name="Gaps">Where nothing was recorded, in performance time.</param>
/// <param name="Bytes">For the page: a RecordingStretch in MessagePack.</param>
/// <param name="Scenes">Each with the time at which it was told and its plan.</param>
internal sealed record FilmStretch(long UntilMs, IReadOnlyList<(long FromMs, long UntilMs)> Gaps, byte[] Bytes, IReadOnlyList<VoiceHeard> Voices, IReadOnlyList<(long TimeMs, StageScene Scene, StagePlan? Plan)> Scenes);
