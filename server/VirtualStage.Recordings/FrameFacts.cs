using MessagePack;

namespace VirtualStage.Recordings;

/// <summary>What a HouseFrame says at its beginning, read without the rest of it.</summary>
/// <param name="TimeMs">Performance time of its tick.</param>
/// <param name="HasScene">True where it holds the scene: every keyframe does, and a frame with which it changed.</param>
public readonly record struct FrameFacts(long TimeMs, bool IsKeyframe, bool HasScene)
{
    /// <summary>Reads a frame's beginning; null for what is no frame. Allocates nothing.</summary>
    public static FrameFacts? Read(ReadOnlyMemory<byte> frame)
    {
        try
        {
            var reader = new MessagePackReader(frame);
            if (reader.ReadArrayHeader() < 6)
            {
                return null;
            }

            reader.Skip();
            reader.Skip();
            var timeMs = reader.ReadInt64();
            var isKeyframe = reader.ReadUInt32() == 0;
            reader.Skip();
            return new FrameFacts(timeMs, isKeyframe, HasScene: !reader.IsNil);
        }
        catch (Exception e) when (e is MessagePackSerializationException or EndOfStreamException or OverflowException)
        {
            return null;
        }
    }
}
