using System.Buffers;
using System.Runtime.InteropServices;
using MessagePack;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Stage;
using VirtualStage.Contracts.Wire;
using VirtualStage.Stage;

namespace VirtualStage.House;

/// <summary>
/// Writes the stage track: a frame is coded against the one before it, so a keyframe and all frames after it are
/// enough to see the stage. One thread; a frame without a scene allocates nothing.
/// </summary>
public sealed class FrameEncoder
{
    private readonly ArrayBufferWriter<byte> _frame = new(4096);
    private readonly byte[] _snapshot = new byte[SnapshotCodec.MaxBytes];
    private readonly ActorPose[] _shown = new ActorPose[SnapshotCodec.MaxActors];
    private int _shownCount;
    private StageScene? _shownScene;

    /// <summary>Number of the frame that was written last; 0 before the first.</summary>
    public uint Number { get; private set; }

    /// <summary>True when the world's scene is another than in the last frame.</summary>
    public bool HasNewScene(StageWorld world) => !ReferenceEquals(_shownScene, world.Scene);

    /// <summary>True when the world looks other than in the last frame.</summary>
    public bool HasNews(StageWorld world) =>
        HasNewScene(world)
        || !MemoryMarshal.AsBytes(world.Poses).SequenceEqual(MemoryMarshal.AsBytes<ActorPose>(_shown.AsSpan(0, _shownCount)));

    /// <summary>Writes the next frame of the world as it is: a <see cref="HouseFrame"/> in MessagePack.</summary>
    /// <returns>Its bytes, valid until the next call.</returns>
    public ReadOnlySpan<byte> Encode(StageWorld world, bool isKeyframe)
    {
        var poses = world.Poses;
        var length = isKeyframe
            ? SnapshotCodec.EncodeKeyframe(poses, _snapshot)
            : SnapshotCodec.EncodeDelta(_shown.AsSpan(0, _shownCount), poses, _snapshot);
        var scene = isKeyframe || !ReferenceEquals(_shownScene, world.Scene) ? world.Scene : null;
        Write(world, isKeyframe ? 0 : Number, _snapshot.AsSpan(0, length), scene);
        poses.CopyTo(_shown);
        (_shownCount, _shownScene) = (poses.Length, world.Scene);
        Number++;
        return _frame.WrittenSpan;
    }

    /// <summary>Writes the array that HouseFrame's formatter would, without the record and the copy of the bits.</summary>
    private void Write(StageWorld world, uint baseNumber, ReadOnlySpan<byte> snapshot, StageScene? scene)
    {
        _frame.ResetWrittenCount();
        var writer = new MessagePackWriter(_frame);
        writer.WriteArrayHeader(6);
        writer.Write(Number + 1);
        writer.Write(world.CurrentTick);
        writer.Write(world.TimeMs);
        writer.Write(baseNumber);
        writer.Write(snapshot);
        if (scene is null)
        {
            writer.WriteNil();
        }
        else
        {
            MessagePackSerializer.Serialize(ref writer, scene, ContractResolver.Options);
        }

        writer.Flush();
    }
}
