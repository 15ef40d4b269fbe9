using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Performers;
using VirtualStage.Server.Stage;
using VirtualStage.Server.StageDoor;

namespace VirtualStage.Server.Performers;

/// <summary>A performer's voice: it goes the way of the actors' voices, within the same limits. They hear the stage as the house does.</summary>
internal sealed class PerformerVoice : IActorLink, IDisposable
{
    private readonly StageHost _stage;
    private readonly Speaker _speaker;
    private readonly Action<IPerformerReply> _reply;

    public PerformerVoice(string person, StageHost stage, Action<IPerformerReply> reply)
    {
        (_stage, _reply) = (stage, reply);
        _speaker = new Speaker(person, this, isOnStage: true);
        _stage.Order(on => on.Voices.Join(_speaker));
    }

    public int RoundTripMs => 0;

    public long Dropped => 0;

    /// <summary>Says 20 ms, or tells why not.</summary>
    public void Say(VoiceFrame frame) => _stage.Order(on => on.Voices.Take(_speaker, frame));

    public void Dispose() => _stage.Order(on => on.Voices.Leave(_speaker));

    public void Send(IStageMessage message) => SendLossy(message);

    public void SendLossy(IStageMessage message)
    {
        if (message is IPerformerReply reply)
        {
            _reply(reply);
        }
    }

    public void SendSnapshot(uint tick, ReadOnlySpan<byte> message)
    {
    }

    public void SendVoice(byte[] heard)
    {
    }

    public void Break() => Close("the stage ends here");

    public void Close(string reason) => _reply(new PerformerTold(reason));
}
