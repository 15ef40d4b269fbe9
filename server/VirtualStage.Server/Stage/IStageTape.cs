using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Server.Stage;

/// <summary>What is told of a stage in order to record it, by whoever consents to that. From any thread; it waits for nothing.</summary>
public interface IStageTape
{
    /// <summary>Somebody who consents, or a bot, said something.</summary>
    /// <param name="heard">A VoiceHeard in MessagePack, never changed once made.</param>
    void Hear(ReadOnlyMemory<byte> heard);

    /// <summary>A performer's newest picture as the house is sent it.</summary>
    /// <param name="picture">An IPictureMessage in MessagePack, never changed once made; null while they are not to be recorded.</param>
    void See(string role, ReadOnlyMemory<byte>? picture);

    /// <summary>Something happened in the performance.</summary>
    /// <param name="production">What is played.</param>
    void Happen(IReadOnlyList<Happening> events, Production production);
}
