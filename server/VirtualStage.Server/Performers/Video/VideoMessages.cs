using MessagePack;
using VirtualStage.Contracts.Performers;
using VirtualStage.Contracts.Wire;

namespace VirtualStage.Server.Performers.Video;

/// <summary>
/// What theatre and matting process say of videos, between what pages are sent and send: unions of the same form, whose tags
/// no page's message has.
/// </summary>
internal static class VideoMessages
{
    /// <summary>To the process: somebody who looks can decode a video. Said again once a second while it is so.</summary>
    public const int WantedTag = 64;

    /// <summary>From the process: a keyframe or not, and a PerformerVideo.</summary>
    public const int UnitTag = 65;

    /// <summary>From the process: why there is no video; empty when there is one.</summary>
    public const int WordsTag = 66;

    public static ReadOnlyMemory<byte> Wanted { get; } = Written(WantedTag, 0, (ref _) => { });

    private delegate void Content(ref MessagePackWriter writer);

    public static byte[] Unit(PerformerVideo video) => Written(UnitTag, 2, (ref writer) =>
    {
        writer.Write(video.IsKey);
        ContractResolver.Options.Resolver.GetFormatterWithVerify<PerformerVideo>().Serialize(ref writer, video, ContractResolver.Options);
    });

    public static byte[] Words(string words) => Written(WordsTag, 1, (ref writer) => writer.Write(words));

    private static byte[] Written(int tag, int count, Content content)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(2);
        writer.Write(tag);
        writer.WriteArrayHeader(count);
        content(ref writer);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
