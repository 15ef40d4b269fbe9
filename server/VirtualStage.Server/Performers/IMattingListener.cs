namespace VirtualStage.Server.Performers;

/// <summary>Where the matting's replies to one performer go.</summary>
internal interface IMattingListener
{
    /// <summary>An IPerformerReply in MessagePack; the bytes are valid during the call, which must not wait.</summary>
    void Heard(ReadOnlyMemory<byte> reply);

    /// <summary>The matting process starts anew: it knows nothing of this performer until they are told to it again.</summary>
    void Lost(string reason);
}
