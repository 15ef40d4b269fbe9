using System.Buffers;
using MessagePack;

namespace VirtualStage.House;

/// <summary>
/// The performers' pictures for those who look at a stage, encoded once for all. Who may call a performer (an operator) sees
/// whoever shows themselves; everybody else sees those alone whom a cue has put on the stage. Any thread.
/// </summary>
public sealed class PictureTrack
{
    private const int PictureTag = 0;
    private const int GoneTag = 1;

    private readonly Lock _gate = new();
    private readonly List<PictureViewer> _viewers = [];
    private readonly Dictionary<string, Shown> _shown = [];
    private uint _number;

    private sealed record Shown(EncodedPicture Newest, bool IsOn);

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

    /// <summary>Shows a performer's newest picture.</summary>
    /// <param name="picture">A PerformerPicture in MessagePack.</param>
    /// <param name="isOn">True while a cue has the performer on the stage: else operators alone are sent it.</param>
    /// <returns>The message as it is sent.</returns>
    public EncodedPicture Show(string role, ReadOnlySequence<byte> picture, bool isOn)
    {
        lock (_gate)
        {
            var wasOn = _shown.TryGetValue(role, out var before) && before.IsOn;
            if (wasOn && !isOn)
            {
                Offer(Encoded(role, null), viewer => !viewer.IsOperator);
            }

            var encoded = Encoded(role, picture);
            _shown[role] = new Shown(encoded, isOn);
            Offer(encoded, viewer => isOn || viewer.IsOperator);
            return encoded;
        }
    }

    /// <summary>A performer is not to be seen any more.</summary>
    public void Remove(string role)
    {
        lock (_gate)
        {
            if (_shown.Remove(role, out var before))
            {
                Offer(Encoded(role, null), viewer => before.IsOn || viewer.IsOperator);
            }
        }
    }

    /// <summary>A new viewer, who is offered the newest pictures at once.</summary>
    /// <param name="isOperator">True for somebody who may see performers before a cue puts them on.</param>
    public PictureViewer Look(bool isOperator)
    {
        var viewer = new PictureViewer(isOperator);
        lock (_gate)
        {
            _viewers.Add(viewer);
            foreach (var shown in _shown.Values.Where(shown => shown.IsOn || isOperator))
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

    private void Offer(EncodedPicture picture, Func<PictureViewer, bool> to)
    {
        foreach (var viewer in _viewers)
        {
            if (to(viewer))
            {
                viewer.Offer(picture);
            }
        }
    }

    /// <summary>Writes the union that IPictureMessage's formatter would, around a picture that is written already.</summary>
    private EncodedPicture Encoded(string role, ReadOnlySequence<byte>? picture)
    {
        var buffer = new ArrayBufferWriter<byte>((int)(picture?.Length ?? 0) + role.Length + 32);
        var writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(2);
        writer.Write(picture is null ? GoneTag : PictureTag);
        writer.WriteArrayHeader(picture is null ? 2 : 3);
        writer.Write(++_number);
        writer.Write(role);
        if (picture is { } bytes)
        {
            writer.WriteRaw(bytes);
        }

        writer.Flush();
        return new EncodedPicture(_number, role, buffer.WrittenMemory);
    }
}
