using VirtualStage.Contracts.Actors;

namespace VirtualStage.Server.StageDoor;

/// <summary>The way to a client whose connection is lost: there is none.</summary>
internal sealed class NoLink : IActorLink
{
    public static readonly NoLink Instance = new();

    private NoLink()
    {
    }

    public int RoundTripMs => 0;

    public long Dropped => 0;

    public void Send(IStageMessage message)
    {
    }

    public void SendLossy(IStageMessage message)
    {
    }

    public void SendSnapshot(uint tick, ReadOnlySpan<byte> message)
    {
    }

    public void SendVoice(byte[] heard)
    {
    }

    public void Close(string reason)
    {
    }

    public void Break()
    {
    }
}
