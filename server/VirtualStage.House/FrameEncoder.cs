using System.Buffers;
using System.Runtime.InteropServices;
using MessagePack;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Stage;
using VirtualStage.Contracts.Wire;
using VirtualStage.Stage;

namespace VirtualStage.House;

/// <summary>
/// Writes the stage track: a frame is coded against the newest frame of the half layer, so a keyframe and the frames of
/// either layer after it are enough to see the stage. One thread; a frame without a scene allocates nothing.
/// </summary>
public sealed class FrameEncoder
{
    private readonly ArrayBufferWriter<byte> _frame = new(4096);
    private readonly byte[] _snapshot = new byte[SnapshotCodec.MaxBytes];
    private readonly Poses _base = new();
    private readonly Poses _shown = new();
    private StageScene? _shownScene;
    private uint _baseNumber;

    /// <summary>Number of the frame that was written last; 0 before the first.</summary>
    public uint Number { get; private set; }

    /// <summary>True when the world's scene is another than in the last frame.</summary>
    public bool HasNewScene(StageWorld world) => !ReferenceEquals(_shownScene, world.Scene);

    /// <summary>True when the world looks other than those see it who have all frames of this layer.</summary>
    public bool HasNews(StageWorld world, HouseLayer layer) =>
        HasNewScene(world) || !(layer == HouseLayer.Half ? _base : _shown).Are(world.Poses);

    /// <summary>Writes the next frame of the world as it is: a <see cref="HouseFrame"/> in MessagePack.</summary>
    /// <param name="layer">Half for a keyframe, and where the scene is a new one: everybody must have those.</param>
    /// <returns>Its bytes, valid until the next call.</returns>
    public ReadOnlySpan<byte> Encode(StageWorld world, HouseLayer layer, bool isKeyframe)
    {
        var poses = world.Poses;
        var length = isKeyframe
            ? SnapshotCodec.EncodeKeyframe(poses, _snapshot)
            : SnapshotCodec.EncodeDelta(_base.Span, poses, _snapshot);
        var scene = isKeyframe || HasNewScene(world) ? world.Scene : null;
        Write(world, isKeyframe ? 0 : _baseNumber, _snapshot.AsSpan(0, length), scene);
        Number++;
        _shown.Set(poses);
        _shownScene = world.Scene;
        if (layer == HouseLayer.Half)
        {
            _base.Set(poses);
            _baseNumber = Number;
        }

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

    /// <summary>Everybody's pose in some frame.</summary>
    private sealed class Poses
    {
        private readonly ActorPose[] _poses = new ActorPose[SnapshotCodec.MaxActors];
        private int _count;

        public ReadOnlySpan<ActorPose> Span => _poses.AsSpan(0, _count);

        public bool Are(ReadOnlySpan<ActorPose> poses) => MemoryMarshal.AsBytes(poses).SequenceEqual(MemoryMarshal.AsBytes(Span));

        public void Set(ReadOnlySpan<ActorPose> poses)
        {
            poses.CopyTo(_poses);
            _count = poses.Length;
        }
    }
}
