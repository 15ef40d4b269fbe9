namespace VirtualStage.Stage.Actors;

/// <summary>What became of an actor's inputs.</summary>
public record struct InputTally
{
    /// <summary>Ticks beyond the time that has passed: they were ignored. Grows with a speed hack, and hardly otherwise.</summary>
    public long Excess { get; internal set; }

    /// <summary>Ticks that came so late that newer ones overtook them.</summary>
    public long Late { get; internal set; }

    /// <summary>Ticks without an input: the last wish was taken for them.</summary>
    public long Repeated { get; internal set; }

    /// <summary>Messages that break the contract: too many inputs, an input of 0 ticks or none at all.</summary>
    public long Refused { get; internal set; }
}
