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
    private HouseMood? _shownMood;
    private byte[]? _shownSeats;
    private uint _baseNumber;

    /// <summary>Number of the frame that was written last; 0 before the first.</summary>
    public uint Number { get; private set; }

    /// <summary>True when the world's scene is another than in the last frame.</summary>
    public bool HasNewScene(StageWorld world) => !ReferenceEquals(_shownScene, world.Scene);

    /// <summary>True when the house has another mood, or sits elsewhere, than in the last frame.</summary>
    public bool HasNewLife(HouseLife life) => !ReferenceEquals(_shownMood, life.Mood) || !ReferenceEquals(_shownSeats, life.Seats);

    /// <summary>True when the world looks other than those see it who have all frames of this layer.</summary>
    public bool HasNews(StageWorld world, HouseLayer layer) =>
        HasNewScene(world) || !(layer == HouseLayer.Half ? _base : _shown).Are(world.Poses);

    /// <summary>Writes the next frame of the world and the house as they are: a <see cref="HouseFrame"/> in MessagePack.</summary>
    /// <param name="layer">Half for a keyframe, and where the scene or the house's life is a new one: everybody must have those.</param>
    /// <returns>Its bytes, valid until the next call.</returns>
    public ReadOnlySpan<byte> Encode(StageWorld world, HouseLife life, HouseLayer layer, bool isKeyframe)
    {
        var poses = world.Poses;
        var length = isKeyframe
            ? SnapshotCodec.EncodeKeyframe(poses, _snapshot)
            : SnapshotCodec.EncodeDelta(_base.Span, poses, _snapshot);
        var scene = isKeyframe || HasNewScene(world) ? world.Scene : null;
        var mood = isKeyframe || !ReferenceEquals(_shownMood, life.Mood) ? life.Mood : null;
        var seats = isKeyframe || !ReferenceEquals(_shownSeats, life.Seats) ? life.Seats : null;
        Write(world, isKeyframe ? 0 : _baseNumber, _snapshot.AsSpan(0, length), scene, mood, seats);
        Number++;
        _shown.Set(poses);
        _shownScene = world.Scene;
        (_shownMood, _shownSeats) = (life.Mood, life.Seats);
        if (layer == HouseLayer.Half)
        {
            _base.Set(poses);
            _baseNumber = Number;
        }

        return _frame.WrittenSpan;
    }

    /// <summary>Writes the array that HouseFrame's formatter would, without the record and the copy of the bits.</summary>
    private void Write(StageWorld world, uint baseNumber, ReadOnlySpan<byte> snapshot, StageScene? scene, HouseMood? mood, byte[]? seats)
    {
        _frame.ResetWrittenCount();
        var writer = new MessagePackWriter(_frame);
        writer.WriteArrayHeader(8);
        writer.Write(Number + 1);
        writer.Write(world.CurrentTick);
        writer.Write(world.TimeMs);
        writer.Write(baseNumber);
        writer.Write(snapshot);
        WriteOrNil(ref writer, scene);
        WriteOrNil(ref writer, mood);
        writer.Write(seats);
        writer.Flush();
    }

    private static void WriteOrNil<T>(ref MessagePackWriter writer, T? part)
        where T : class
    {
        if (part is null)
        {
            writer.WriteNil();
        }
        else
        {
            MessagePackSerializer.Serialize(ref writer, part, ContractResolver.Options);
        }
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
