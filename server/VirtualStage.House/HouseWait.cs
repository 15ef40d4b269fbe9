namespace VirtualStage.House;

/// <summary>Somebody who waits before a full house, until disposed; then their place is kept for a moment.</summary>
public sealed class HouseWait : IDisposable
{
    private readonly HousePlaces _places;
    private readonly HousePlace _place;

    internal HouseWait(HousePlaces places, HousePlace place)
    {
        (_places, _place) = (places, place);
        if (place.InQueue is null)
        {
            place.Called.TrySetResult();
        }
    }

    /// <summary>Completes when there is room: a place in the house is kept for them.</summary>
    public Task Called => _place.Called.Task;

    /// <summary>Which place in the queue they have, from 1; 0 when they were called. And how many wait.</summary>
    public (int Number, int Waiting) Look() => _places.Look(_place);

    public void Dispose() => _places.Go(_place);
}
