using System.Buffers;
using MessagePack;

namespace VirtualStage.House;

/// <summary>
/// The performers' pictures for those who look at a stage, encoded once for all: each by itself, or, where there is one and the
/// viewer can decode it, as a video. Who may call a performer (an operator) sees whoever shows themselves; everybody else sees
/// those alone whom a cue has put on the stage. Any thread.
/// </summary>
public sealed class PictureTrack
{
    private const int PictureTag = 0;
    private const int GoneTag = 1;
    private const int VideoTag = 2;

    /// <summary>So many pictures may come without one of the video: then it is held for ended.</summary>
    public const int MostBehind = 8;

    private readonly Lock _gate = new();
    private readonly List<PictureViewer> _viewers = [];
    private readonly Dictionary<string, Shown> _shown = [];
    private uint _number;

    /// <param name="Behind">Pictures since the video's last one; null while there is no video.</param>
    private sealed record Shown(EncodedPicture Newest, bool IsOn, int? Behind)
    {
        public bool MaySee(PictureViewer viewer) => IsOn || viewer.IsOperator;
    }

    /// <summary>How many look.</summary>
    public int Viewers
    {
        get
        {
            lock (_gate)
            {
                return _viewers.Count;
            }
        }
    }

    /// <summary>Whether a performer goes out as a video, to those who can decode it.</summary>
    public bool HasVideo(string role)
    {
        lock (_gate)
        {
            return _shown.TryGetValue(role, out var shown) && shown.Behind is not null;
        }
    }

    /// <summary>Shows a performer's newest picture.</summary>
    /// <param name="picture">A PerformerPicture in MessagePack.</param>
    /// <param name="isOn">True while a cue has the performer on the stage: else operators alone are sent it.</param>
    /// <returns>The message as it is sent, and whether somebody looks who can decode a video.</returns>
    public (EncodedPicture Message, bool IsVideoWanted) Show(string role, ReadOnlySequence<byte> picture, bool isOn)
    {
        lock (_gate)
        {
            var before = _shown.GetValueOrDefault(role);
            if (before is { IsOn: true } && !isOn)
            {
                TellGone(role, viewer => !viewer.IsOperator);
            }

            var shown = _shown[role] = new Shown(Encoded(PictureKind.Still, role, picture, isOn), isOn, before?.Behind + 1);
            if (shown.Behind > MostBehind)
            {
                shown = EndVideo(role, shown);
            }

            var isVideoWanted = false;
            foreach (var viewer in _viewers.Where(shown.MaySee))
            {
                viewer.Offer(shown.Newest);
                isVideoWanted |= viewer.TakesVideo;
            }

            return (shown.Newest, isVideoWanted);
        }
    }

    /// <summary>Shows the next picture of the video of a performer whose pictures are shown.</summary>
    /// <param name="video">A PerformerVideo in MessagePack.</param>
    /// <param name="isKey">Whether it is a keyframe.</param>
    public void ShowVideo(string role, ReadOnlySequence<byte> video, bool isKey)
    {
        lock (_gate)
        {
            if (!_shown.TryGetValue(role, out var shown) || (shown.Behind is null && !isKey))
            {
                return;
            }

            _shown[role] = shown with { Behind = 0 };
            EncodedPicture? unit = null;
            foreach (var viewer in _viewers.Where(viewer => viewer.TakesVideo && shown.MaySee(viewer)))
            {
                viewer.OfferVideo(unit ??= Encoded(isKey ? PictureKind.VideoKey : PictureKind.Video, role, video, shown.IsOn));
            }
        }
    }

    /// <summary>A performer's video goes on no more: everybody is shown pictures, from the newest on.</summary>
    public void EndVideo(string role)
    {
        lock (_gate)
        {
            if (_shown.TryGetValue(role, out var shown) && shown.Behind is not null)
            {
                EndVideo(role, shown);
                foreach (var viewer in _viewers.Where(viewer => viewer.TakesVideo && shown.MaySee(viewer)))
                {
                    viewer.Offer(shown.Newest);
                }
            }
        }
    }

    /// <summary>A performer is not to be seen any more.</summary>
    public void Remove(string role)
    {
        lock (_gate)
        {
            if (_shown.Remove(role, out var before))
            {
                TellGone(role, before.MaySee);
            }
        }
    }

    /// <summary>A new viewer, who is offered the newest pictures at once.</summary>
    /// <param name="isOperator">True for somebody who may see performers before a cue puts them on.</param>
    /// <param name="takesVideo">True for somebody who can decode videos: they get them from the next keyframe on.</param>
    public PictureViewer Look(bool isOperator, bool takesVideo)
    {
        var viewer = new PictureViewer(isOperator, takesVideo);
        lock (_gate)
        {
            _viewers.Add(viewer);
            foreach (var shown in _shown.Values.Where(shown => shown.MaySee(viewer)))
            {
                viewer.Offer(shown.Newest);
            }
        }

        return viewer;
    }

    /// <summary>A viewer goes: what they wait for ends.</summary>
    public void Leave(PictureViewer viewer)
    {
        lock (_gate)
        {
            _viewers.Remove(viewer);
        }

        viewer.End();
    }

    private Shown EndVideo(string role, Shown shown)
    {
        foreach (var viewer in _viewers)
        {
            viewer.EndVideo(role);
        }

        return _shown[role] = shown with { Behind = null };
    }

    private void TellGone(string role, Func<PictureViewer, bool> to)
    {
        var gone = Encoded(PictureKind.Gone, role, null, isOn: false);
        foreach (var viewer in _viewers.Where(to))
        {
            viewer.Gone(gone);
        }
    }

    /// <summary>Writes the union that IPictureMessage's formatter would, around a picture that is written already.</summary>
    private EncodedPicture Encoded(PictureKind kind, string role, ReadOnlySequence<byte>? picture, bool isOn)
    {
        var buffer = new ArrayBufferWriter<byte>((int)(picture?.Length ?? 0) + role.Length + 32);
        var writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(2);
        writer.Write(kind switch
        {
            PictureKind.Still => PictureTag,
            PictureKind.Gone => GoneTag,
            _ => VideoTag,
        });
        writer.WriteArrayHeader(picture is null ? 2 : 3);
        writer.Write(++_number);
        writer.Write(role);
        writer.Flush();
        var head = buffer.WrittenCount;
        foreach (var part in picture ?? ReadOnlySequence<byte>.Empty)
        {
            buffer.Write(part.Span);
        }

        return new EncodedPicture(_number, role, kind, isOn, buffer.WrittenMemory, buffer.WrittenMemory[head..]);
    }
}
