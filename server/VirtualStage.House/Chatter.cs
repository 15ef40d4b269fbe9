namespace VirtualStage.House;

/// <summary>Somebody who can post: a person with a ticket, or a seat. Under the gate of HouseChat.</summary>
internal sealed class Chatter(string key, int id)
{
    private Pace _pace = new(HouseChat.LineEvery, HouseChat.LinesAtOnce);

    public string Key => key;

    public int Id => id;

    /// <summary>Connections that are there.</summary>
    public int Present { get; set; }

    /// <summary>How many of the lines that can be read are theirs.</summary>
    public int Lines { get; set; }

    public bool IsMuted { get; set; }

    public bool MaySay(TimeSpan now) => _pace.TryTake(now);
}
