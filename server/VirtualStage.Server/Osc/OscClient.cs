using VirtualStage.Osc;

namespace VirtualStage.Server.Osc;

/// <summary>Somebody who sends OSC: an address that datagrams come from, or a connection.</summary>
internal abstract class OscClient
{
    private volatile bool _wantsUpdates;

    /// <summary>Whether state out goes to it.</summary>
    public bool WantsUpdates
    {
        get => _wantsUpdates;
        set => _wantsUpdates = value;
    }

    /// <summary>Sends a message, or drops it where it cannot go now; never waits.</summary>
    public abstract void Send(OscMessage message);
}
