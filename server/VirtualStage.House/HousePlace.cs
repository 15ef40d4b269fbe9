namespace VirtualStage.House;

/// <summary>A place in the house or in its queue. Under the gate of HousePlaces.</summary>
internal sealed class HousePlace(string key)
{
    public string Key => key;

    /// <summary>Who sits in it; null before they come in.</summary>
    public HouseStay? Holder { get; set; }

    /// <summary>Connections of its holder that are there.</summary>
    public int Present { get; set; }

    /// <summary>When the last of them went; null while one is there.</summary>
    public long? GoneAt { get; set; }

    /// <summary>Where it is in the queue; null for a place in the house, and for one that was given up.</summary>
    public LinkedListNode<HousePlace>? InQueue { get; set; }

    /// <summary>Its number when the queue was last counted.</summary>
    public int Number { get; set; }

    /// <summary>Completes when the holder may come in.</summary>
    public TaskCompletionSource Called { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
